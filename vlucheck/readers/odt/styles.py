"""Styles of an OpenDocument file → how text of a style looks, inheritance followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.odt.names import FO, OFFICE, STYLE, TEXT

_WHITE: Final = frozenset({"transparent", "#ffffff"})
_HOLDERS: Final = (OFFICE + "styles", OFFICE + "automatic-styles")


@dataclass(frozen=True, slots=True)
class Style:
    """What matters of a paragraph or text style; None means that it does not say. `page` is the master page it
    starts, `breaks` whether a page begins there."""

    name: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    lit: bool | None = None
    page: str | None = None
    breaks: bool = False
    lists: str | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one part of the file (content or headers), by family and name."""

    by_name: dict[tuple[str, str], _Element]
    lists: dict[str, _Element]

    def of(self, family: str, name: str | None) -> Style:
        """The style of that name; one that says nothing when there is none."""
        chain: list[_Element] = []
        while name is not None:
            element = self.by_name.get((family, name))
            if element is None or element in chain:
                break
            chain.append(element)
            name = element.get(STYLE + "parent-style-name")
        return _merged(chain)


def read_styles(roots: Iterable[_Element | None]) -> Styles:
    """The styles in these parts; where two have the same name, the first part's counts."""
    by_name: dict[tuple[str, str], _Element] = {}
    lists: dict[str, _Element] = {}
    for root in roots:
        for holder in [] if root is None else root.iter(*_HOLDERS):
            for element in holder:
                name = element.get(STYLE + "name", "")
                if element.tag == STYLE + "style":
                    by_name.setdefault((element.get(STYLE + "family", ""), name), element)
                elif element.tag == TEXT + "list-style":
                    lists.setdefault(name, element)
    return Styles(by_name, lists)


def _merged(chain: list[_Element]) -> Style:
    look = Style()
    for element in reversed(chain):
        own = _own(element)
        look = Style(
            own.name or look.name,
            look.bold if own.bold is None else own.bold,
            look.hidden if own.hidden is None else own.hidden,
            look.lit if own.lit is None else own.lit,
            own.page,
            own.breaks,
            own.lists or look.lists,
        )
    return look


def _own(element: _Element) -> Style:
    text = element.find(STYLE + "text-properties")
    paragraph = element.find(STYLE + "paragraph-properties")
    weight = None if text is None else text.get(FO + "font-weight")
    shown = None if text is None else text.get(TEXT + "display")
    back = None if text is None else text.get(FO + "background-color")
    automatic = element.getparent().tag == OFFICE + "automatic-styles"  # type: ignore[union-attr]
    name = element.get(STYLE + "display-name") or element.get(STYLE + "name", "").replace("_20_", " ")
    return Style(
        None if automatic else name,
        None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        None if shown is None else shown == "none",
        None if back is None else back.lower() not in _WHITE,
        element.get(STYLE + "master-page-name") or None,
        paragraph is not None and paragraph.get(FO + "break-before") == "page",
        element.get(STYLE + "list-style-name"),
    )
