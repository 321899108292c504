"""One run of paragraphs and tables (body, header, text box, footnote) → Pieces, in the order Word shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.document import BlockKind, Notice, NoticeKind, Piece
from vlucheck.readers.docx.drawing import drawn
from vlucheck.readers.docx.inline import Inline
from vlucheck.readers.docx.line import Line, piece_of
from vlucheck.readers.docx.names import MC, W, chosen, elements, switch
from vlucheck.readers.docx.numbering import Numbering
from vlucheck.readers.docx.package import Part
from vlucheck.readers.docx.pages import Pages, ends_page
from vlucheck.readers.docx.styles import Style, Styles, is_heading_level, level_of_outline, list_place
from vlucheck.readers.docx.table import is_deleted, is_prompt, rows, shown_cells
from vlucheck.readers.marks import as_item

_WRAPPERS: Final = frozenset({W + "customXml", W + "sdtContent", W + "ins", W + "moveTo", W + "smartTag"})
_MARGIN_KINDS: Final = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_KEPT_KINDS: Final = _MARGIN_KINDS | {BlockKind.FOOTNOTE, BlockKind.TEXT_BOX}


@dataclass(frozen=True, slots=True)
class Setting:
    """What all parts of a file are read with: styles, lists, comments, and what was noticed outside the text."""

    styles: Styles
    numbering: Numbering
    comments: dict[str, str]
    notices: dict[Notice, None]


class Story:
    """Reads one story, once."""

    def __init__(self, setting: Setting, part: Part, kind: BlockKind, pages: Pages) -> None:
        self._setting = setting
        self._part = part
        self._kind = kind
        self._pages = pages
        self._inline = Inline(setting.styles, setting.comments, part.field_marks, self._draw, pages)
        self._lines: list[Line] = []
        self._open: Line | None = None
        self._cells = 0

    @property
    def notes(self) -> list[tuple[str, str]]:
        """The footnotes and endnotes that were referred to, in order, as (kind, id)."""
        return self._inline.notes

    def read(self, container: _Element) -> list[Piece]:
        """The pieces of everything in the container."""
        self._blocks(elements(container))
        self._finish()
        return [piece for line in self._lines for piece in (*line.before, as_item(piece_of(line)), *line.after)]

    def _blocks(self, children: Iterator[_Element]) -> None:
        for child in children:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == W + "sdt":
                self._control(child)
            elif child.tag in _WRAPPERS:
                self._blocks(elements(child))
            elif child.tag == MC + "AlternateContent":
                self._blocks(chosen(child))
            elif child.tag == W + "commentRangeStart":
                self._inline.opening.append(child.get(W + "id", ""))
            elif child.tag == W + "altChunk":
                self._notice(NoticeKind.UNREAD_PART, "a document inserted from another file")

    def _control(self, control: _Element) -> None:
        before = len(self._lines)
        content = control.find(W + "sdtContent")
        if content is not None:
            self._blocks(elements(content))
        if switch(control.find(W + "sdtPr"), "showingPlcHdr"):
            self._blanks(before)

    def _blanks(self, before: int) -> None:
        for line in self._lines[before:]:
            line.blank(0)

    def _table(self, table: _Element) -> None:
        self._finish()
        merged: set[int] = set()
        self._cells += 1
        for row in rows(table):
            if is_deleted(row):
                self._lines.append(Line())
                self._lines[-1].note(NoticeKind.TRACKED_CHANGE, "a row of a table taken out", 0)
                continue
            for cell in shown_cells(row, merged):
                before = len(self._lines)
                self._blocks(elements(cell))
                self._finish()
                if is_prompt(cell):
                    self._blanks(before)
        self._cells -= 1

    def _paragraph(self, paragraph: _Element) -> None:
        properties = paragraph.find(W + "pPr")
        style = self._setting.styles.of(properties, "pStyle")
        if switch(properties, "pageBreakBefore"):
            self._pages.turn(rendered=False)
        line = self._open if self._open is not None else Line()
        self._open = line
        if not line.visible:
            line.source = f"{self._part.name} p[{self._part.paragraphs[paragraph]}]"
        self._inline.read(paragraph, line, style)
        self._note_changes(line, properties)
        if self._joins_next(properties, style):
            return
        self._describe(line, properties, style)
        self._finish()
        if ends_page(properties):
            self._pages.turn(rendered=False)

    def _note_changes(self, line: Line, properties: _Element | None) -> None:
        mark = None if properties is None else properties.find(W + "rPr")
        if properties is not None and properties.find(W + "pPrChange") is not None:
            line.reformatted = True
        if mark is None or line.changes:
            return
        if mark.find(W + "ins") is not None or mark.find(W + "moveTo") is not None:
            line.note(NoticeKind.TRACKED_CHANGE, "paragraph break added", line.length)
        elif _is_taken_out(mark):
            line.note(NoticeKind.TRACKED_CHANGE, "paragraph break taken out", line.length)

    def _joins_next(self, properties: _Element | None, style: Style) -> bool:
        """Whether the paragraph's end is not shown: deleted, hidden, in the instruction of a field, or after a large
        first letter."""
        frame = None if properties is None else properties.find(W + "framePr")
        if frame is not None and frame.get(W + "dropCap", "none") != "none":
            return True
        mark = None if properties is None else properties.find(W + "rPr")
        if not self._inline.is_shown or (mark is not None and _is_taken_out(mark)):
            return True
        return bool(switch(mark, "specVanish")) or self._setting.styles.is_on("vanish", mark, style)

    def _describe(self, line: Line, properties: _Element | None, style: Style) -> None:
        line.style = style.name
        place = list_place(properties)
        inherited = style.place
        list_id = (place.list_id if place is not None else None) or (inherited.list_id if inherited else None)
        line.label = self._setting.numbering.label(list_id, place.level if place else None, style) or ""
        outline = level_of_outline(properties)
        if self._kind in _KEPT_KINDS:
            line.kind = self._kind
        elif is_heading_level(outline) if outline is not None else style.heading:
            line.kind = BlockKind.HEADING
        elif line.label:
            line.kind = BlockKind.LIST_ITEM
        else:
            line.kind = BlockKind.TABLE_CELL if self._cells else self._kind

    def _finish(self) -> None:
        if self._open is not None:
            self._lines.append(self._open)
            self._open = None

    def _draw(self, element: _Element, line: Line) -> None:
        found = drawn(element, behind_text=self._kind in _MARGIN_KINDS)
        for words in found.watermarks:
            self._notice(NoticeKind.WATERMARK, words)
        for what in found.unread:
            self._notice(NoticeKind.UNREAD_PART, what)
        kind = self._kind if self._kind in _MARGIN_KINDS else BlockKind.TEXT_BOX
        pieces = [Piece(words, kind, self._pages.now, source=line.source) for words in found.words]
        for box in found.boxes:
            pieces += Story(self._setting, self._part, kind, Pages(self._pages.now)).read(box)
        (line.after if line.visible else line.before).extend(pieces)

    def _notice(self, kind: NoticeKind, detail: str) -> None:
        self._setting.notices[Notice(kind, detail)] = None


def _is_taken_out(mark: _Element) -> bool:
    return mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
