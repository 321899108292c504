"""HTML elements → pieces, by walking the tree once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml.html import HtmlElement

from vlucheck.document import BlockKind, Notice, NoticeKind, Piece
from vlucheck.readers.docx.line import Line, piece_of, shortened
from vlucheck.readers.docx.numerals import spelled_out
from vlucheck.readers.marks import as_item

_SILENT: Final = frozenset(
    {
        "script",
        "style",
        "template",
        "head",
        "title",
        "noscript",
        "object",
        "applet",
        "iframe",
        "svg",
        "math",
        "select",
        "textarea",
        "button",
    }
)
_BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMERALS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
# White is no mark, nor is the grey that LibreOffice puts behind page numbers.
_LIT: Final = re.compile(
    r"background(?:-color)?\s*:\s*(?!transparent|none|inherit|initial|white|#fff\b|#ffffff|#c0c0c0)[#a-z]", re.I
)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NO_MARK: Final = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
# No page that people made goes deeper; below, words are kept and blocks are not.
_DEEPEST: Final = 100


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text of an element is shown; `kind` is that of its blocks."""

    kind: BlockKind = BlockKind.PARAGRAPH
    style: str | None = None
    bold: bool = False
    lit: bool = False
    added: bool = False
    fixed: bool = False
    depth: int = 0


class Page:
    """What has been read of a page so far."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self._lines: list[Line] = []
        self._line = Line()
        self._label = ""

    def read(self, root: HtmlElement) -> None:
        """Add all that the element shows."""
        self._element(root, _Look())
        self._finish(_Look())
        self.notices += (
            Notice(NoticeKind.HIDDEN_TEXT, shortened(text)) for _, text in self._line.hidden if text.strip()
        )

    def pieces(self) -> Iterator[Piece]:
        """The blocks read so far."""
        return (as_item(piece_of(line)) for line in self._lines)

    def _element(self, element: HtmlElement, look: _Look) -> None:
        if not isinstance(element.tag, str):
            return
        tag, style = element.tag.lower(), element.get("style", "")
        if tag in _SILENT:
            return
        if element.get("hidden") is not None or _HIDDEN.search(style):
            self._line.hide(" ".join(element.itertext()))
        elif tag == "del":
            self._line.change(self._line.length, " ".join(element.itertext()))
        elif tag == "br":
            self._break()
        elif look.depth > _DEEPEST:
            self._text(" ".join(element.itertext()), look)
        elif tag in _BLOCKS:
            self._block(element, _block_look(element, tag, look), look)
        else:
            self._inside(element, _inline_look(tag, style, look))

    def _inside(self, element: HtmlElement, look: _Look) -> None:
        self._text(element.text, look)
        for child in element:
            self._element(child, look)
            self._text(child.tail, look)

    def _block(self, element: HtmlElement, inner: _Look, outer: _Look) -> None:
        self._finish(outer)
        if element.tag in ("ul", "ol"):
            self._list(element, inner)
        else:
            self._inside(element, inner)
        self._finish(inner)

    def _list(self, element: HtmlElement, look: _Look) -> None:
        count = _whole(element.get("start"), 1)
        bare = bool(_NO_MARK.search(element.get("style", "")))
        for child in element:
            if child.tag != "li":
                self._element(child, look)
                continue
            count = _whole(child.get("value"), count)
            numeral = spelled_out(count, _NUMERALS.get(element.get("type", ""), "decimal"))
            self._label = "" if bare else (f"{numeral}." if element.tag == "ol" else "•")
            self._element(child, look)
            # An item without words takes its mark with it.
            self._label = ""
            count += 1

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if not look.fixed:
            text = _SPACE.sub(" ", text)
            if self._line.since(max(0, self._line.length - 1)) in ("", " ", "\n"):
                text = text.lstrip(" ")
        if text:
            self._line.add(text, bold=look.bold, lit=look.lit, added=look.added)

    def _break(self) -> None:
        line = self._line
        if line.visible:
            if line.since(line.length - 1) == " ":
                line.chunks[-1], line.length = line.chunks[-1][:-1], line.length - 1
            line.add("\n", bold=False, lit=False, added=False)

    def _finish(self, look: _Look) -> None:
        line, self._line = self._line, Line()
        if not line.visible:
            # What was noticed in a block without words belongs to the next one.
            self._line.hidden, self._line.changes = line.hidden, line.changes
            return
        line.kind, line.style, line.label = look.kind, look.style, self._label
        if line.label and line.kind is BlockKind.PARAGRAPH:
            line.kind = BlockKind.LIST_ITEM
        self._label = ""
        self._lines.append(line)


def _block_look(element: HtmlElement, tag: str, outer: _Look) -> _Look:
    style = element.get("style", "")
    look = replace(_inline_look(tag, style, outer), lit=outer.lit, style=tag, fixed=outer.fixed or tag == "pre")
    if outer.kind in (BlockKind.HEADER, BlockKind.FOOTER):
        return look
    if tag in ("header", "footer") or (tag == "div" and element.get("title") in ("header", "footer")):
        return replace(look, kind=BlockKind(element.get("title") or tag))
    if tag in _HEADINGS:
        return replace(look, kind=BlockKind.HEADING)
    if tag in ("td", "th") and _is_data(element):
        return replace(look, kind=BlockKind.TABLE_CELL)
    return look


def _inline_look(tag: str, style: str, outer: _Look) -> _Look:
    return replace(
        outer,
        bold=outer.bold or tag in ("b", "strong", "th") or bool(_BOLD.search(style)),
        lit=outer.lit or tag == "mark" or bool(_LIT.search(style)),
        added=outer.added or tag == "ins",
        depth=outer.depth + 1,
    )


def _is_data(cell: HtmlElement) -> bool:
    """Whether the cell belongs to a table that says something, not to one that only places the page's parts."""
    table = next(cell.iterancestors("table"), None)
    if table is None or table.find(".//table") is not None:
        return False
    return any(len(row.xpath("./td|./th")) > 1 for row in table.iter("tr"))


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else otherwise
