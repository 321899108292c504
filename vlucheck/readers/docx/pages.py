"""Page marks and page breaks → the page a paragraph begins on, where the file tells."""

from dataclasses import dataclass

from lxml.etree import _Element

from vlucheck.readers.docx.names import W, switch, value


@dataclass(slots=True)
class Pages:
    """The page reached (None: not known), and whether Word's own page marks count or only breaks typed by hand."""

    now: int | None = None
    rendered: bool = False

    def turn(self, *, rendered: bool) -> None:
        """Go to the next page when this kind of break is the one that counts."""
        if self.now is not None and rendered == self.rendered:
            self.now += 1


def first_page(root: _Element) -> Pages:
    """Where counting begins: by Word's own marks, else by breaks typed by hand, else not at all."""
    if any(True for _ in root.iter(W + "lastRenderedPageBreak")):
        return Pages(1, rendered=True)
    typed = any(each.get(W + "type") == "page" for each in root.iter(W + "br"))
    before = any(switch(each, "pageBreakBefore") for each in root.iter(W + "pPr"))
    sections = any(ends_page(each) for each in root.iter(W + "pPr"))
    return Pages(1) if typed or before or sections else Pages()


def ends_page(properties: _Element | None) -> bool:
    """Whether a section ends with the paragraph and the next one begins on a new page."""
    section = None if properties is None else properties.find(W + "sectPr")
    return section is not None and value(section, "type") != "continuous"
