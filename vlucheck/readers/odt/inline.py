"""The content of one OpenDocument paragraph → a Line: text, spaces, tabs, fields, changes, comments, hidden text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element

from vlucheck.document import NoticeKind
from vlucheck.readers.docx.line import Line, shortened
from vlucheck.readers.odt.names import DRAW, OFFICE, TEXT, whole, words
from vlucheck.readers.odt.styles import Style, Styles

_SPACE: Final = re.compile(r"[ \t\n\r]+")
_BLANKS: Final = frozenset({TEXT + "placeholder", TEXT + "database-display", TEXT + "text-input"})
_HIDEABLE: Final = frozenset({TEXT + "hidden-text", TEXT + "hidden-paragraph"})
_SILENT: Final = frozenset({TEXT + "ruby-text", TEXT + "bookmark", OFFICE + "annotation-end", TEXT + "note-citation"})
_DEEPEST: Final = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is shown."""

    bold: bool = False
    hidden: bool = False
    lit: bool = False
    depth: int = 0

    def under(self, style: Style) -> "Look":
        """The look of a stretch of this style within one of this look."""
        return Look(
            self.bold if style.bold is None else style.bold,
            self.hidden if style.hidden is None else style.hidden,
            self.lit if style.lit is None else style.lit,
            self.depth + 1,
        )


class Inline:
    """Reads paragraphs of one story. `draw` takes drawn objects, `note` footnotes; tracked changes may go from
    one paragraph into the next."""

    def __init__(
        self,
        styles: Styles,
        regions: dict[str, _Element],
        draw: Callable[[_Element, Line], None],
        note: Callable[[_Element], None],
    ) -> None:
        self._styles = styles
        self._regions = regions
        self._draw = draw
        self._note = note
        self._changing: dict[str, int] = {}
        self.turned = 0

    def read(self, paragraph: _Element, line: Line, look: Look) -> None:
        """Add the paragraph's content to the line."""
        self._changing = dict.fromkeys(self._changing, line.length)
        self._inside(paragraph, line, look)
        for name, start in self._changing.items():
            self._changed(name, start, line)

    def _inside(self, element: _Element, line: Line, look: Look) -> None:
        self._add(element.text, line, look)
        for child in element:
            self._child(child, line, look)
            self._add(child.tail, line, look)

    def _child(self, child: _Element, line: Line, look: Look) -> None:
        tag = child.tag
        if tag in _SILENT or not isinstance(tag, str):
            return
        if tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
            self._space(child, line, look)
        elif tag == TEXT + "soft-page-break":
            self.turned += 1
            if line.page is not None and not line.visible:
                line.page += 1
        elif tag in (TEXT + "change", TEXT + "change-start", TEXT + "change-end"):
            self.mark(child, line)
        elif tag == OFFICE + "annotation":
            _comment(child, line)
        elif tag == TEXT + "note":
            self._note(child)
        elif tag.startswith(DRAW):
            self._draw(child, line)
        elif look.depth < _DEEPEST:
            self._stretch(child, line, look)

    def _stretch(self, child: _Element, line: Line, look: Look) -> None:
        inner = look.under(self._styles.of("text", child.get(TEXT + "style-name")))
        if child.tag in _HIDEABLE and child.get(TEXT + "is-hidden") == "true":
            inner = replace(inner, hidden=True)
        start = line.length
        self._inside(child, line, inner)
        shown = line.since(start).strip()
        if child.tag not in _BLANKS or shown[:1] not in ("<", "[", "«", "{"):
            return
        if child.tag == TEXT + "database-display":
            line.note(NoticeKind.MERGE_FIELD, f"merge field not filled in: {shown}", start)
        else:
            line.blank(start)

    def _space(self, child: _Element, line: Line, look: Look) -> None:
        if child.tag == TEXT + "s":
            text = " " * min(whole(child.get(TEXT + "c"), 1), 200)
        else:
            text = "\t" if child.tag == TEXT + "tab" else "\n"
        if not look.hidden:
            line.add(text, bold=True, lit=look.lit, added=False)

    def _add(self, text: str | None, line: Line, look: Look) -> None:
        text = _SPACE.sub(" ", text or "")
        if look.hidden and text.strip():
            line.hide(text)
        elif text and not look.hidden:
            # White space of the file itself, after white space that is shown, is not shown.
            text = text.lstrip(" ") if line.since(line.length - 1).isspace() or not line.length else text
            line.add(text, bold=look.bold, lit=look.lit, added=False)

    def mark(self, child: _Element, line: Line) -> None:
        """Take note of where a tracked change begins, ends or is."""
        name = child.get(TEXT + "change-id", "")
        if child.tag == TEXT + "change-start":
            self._changing[name] = line.length
        elif child.tag == TEXT + "change-end" and name in self._changing:
            self._changed(name, self._changing.pop(name), line)
        elif child.tag == TEXT + "change":
            self._changed(name, line.length, line)

    def _changed(self, name: str, start: int, line: Line) -> None:
        region = self._regions.get(name)
        if region is None:
            return
        if region.tag == TEXT + "format-change":
            line.note(NoticeKind.TRACKED_CHANGE, "formatting changed", start)
        else:
            line.change(start, words(region) if region.tag == TEXT + "deletion" else "")


def _comment(child: _Element, line: Line) -> None:
    said = words(child) if child.find(f".//{TEXT}p") is not None else ""
    line.note(NoticeKind.COMMENT, shortened(said), line.length)
