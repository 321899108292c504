"""One run of OpenDocument paragraphs, lists and tables → Pieces, in the order they are shown."""

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.document import BlockKind, Notice, NoticeKind, Piece
from vlucheck.readers.docx.line import Line, piece_of, shortened
from vlucheck.readers.odt.inline import Inline, Look
from vlucheck.readers.odt.lists import Lists
from vlucheck.readers.odt.names import DRAW, OFFICE, TABLE, TEXT, words
from vlucheck.readers.odt.styles import Styles

_KEPT_KINDS: Final = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX})
_SILENT: Final = frozenset(
    {
        TEXT + "tracked-changes",
        TEXT + "sequence-decls",
        TEXT + "variable-decls",
        TEXT + "user-field-decls",
        OFFICE + "forms",
        TABLE + "covered-table-cell",
        TABLE + "table-column",
    }
)
_DEEPEST: Final = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """What all stories of a file are read with; `places` numbers its paragraphs from 1."""

    part: str
    styles: Styles
    regions: dict[str, _Element]
    places: dict[_Element, int]
    notices: list[Notice]


class Story:
    """Reads one story, once; `footnotes` are the bodies of the notes it refers to."""

    def __init__(self, setting: Setting, kind: BlockKind, page: int | None = None) -> None:
        self.footnotes: list[_Element] = []
        self._setting = setting
        self._kind = kind
        self._page = page
        self._inline = Inline(setting.styles, setting.regions, self._draw, self._note)
        self._lists = Lists(setting.styles.lists)
        self._lines: list[Line] = []
        self._label = ""
        self._cells = 0
        self._depth = 0

    def read(self, container: _Element) -> list[Piece]:
        """The pieces of everything in the container."""
        self._blocks(container)
        return [piece for line in self._lines for piece in (*line.before, piece_of(line), *line.after)]

    def _blocks(self, container: _Element) -> None:
        self._depth += 1
        for child in container if self._depth < _DEEPEST else ():
            self._block(child)
        self._depth -= 1

    def _block(self, child: _Element) -> None:
        tag = child.tag
        if tag in _SILENT or not isinstance(tag, str):
            return
        if tag in (TEXT + "p", TEXT + "h"):
            self._paragraph(child)
        elif tag == TEXT + "list":
            self._list(child)
        elif tag == TEXT + "soft-page-break":
            self._turn()
        elif tag in (TEXT + "change", TEXT + "change-start", TEXT + "change-end"):
            self._between(child)
        elif child.get(TEXT + "display") == "none" and tag == TEXT + "section":
            self._setting.notices.append(Notice(NoticeKind.HIDDEN_TEXT, shortened(words(child))))
        elif tag.startswith(DRAW):
            self._lines.append(Line())
            self._draw(child, self._lines[-1])
        else:
            self._cells += tag == TABLE + "table-cell"
            self._blocks(child)
            self._cells -= tag == TABLE + "table-cell"

    def _list(self, element: _Element) -> None:
        first = next(element.iter(TEXT + "p", TEXT + "h"), None)
        style = self._setting.styles.of("paragraph", None if first is None else first.get(TEXT + "style-name"))
        self._lists.begin(element, style.lists)
        for item in element:
            if item.tag == TEXT + "list-item":
                # An item that only holds a deeper list shows no mark of its own.
                bare = len(item) > 0 and item[0].tag == TEXT + "list"
                self._label = "" if bare else self._lists.next_label(item)
            self._blocks(item)
            self._label = ""
        self._lists.end()

    def _paragraph(self, paragraph: _Element) -> None:
        style = self._setting.styles.of("paragraph", paragraph.get(TEXT + "style-name"))
        if (style.breaks or style.page) and self._lines:
            self._turn()
        line = Line(page=self._page, source=self._source(paragraph), style=style.name)
        self._inline.read(paragraph, line, Look().under(style))
        self._turn(self._inline.turned)
        self._inline.turned = 0
        line.label, self._label = self._label, ""
        line.kind = self._kind_of(paragraph, line)
        self._lines.append(line)

    def _kind_of(self, paragraph: _Element, line: Line) -> BlockKind:
        if self._kind in _KEPT_KINDS:
            return self._kind
        if paragraph.tag == TEXT + "h" or (line.style or "").lower() in ("title", "subtitle"):
            return BlockKind.HEADING
        if line.label:
            return BlockKind.LIST_ITEM
        return BlockKind.TABLE_CELL if self._cells else self._kind

    def _source(self, paragraph: _Element) -> str | None:
        place = self._setting.places.get(paragraph)
        return None if place is None else f"{self._setting.part} p[{place}]"

    def _turn(self, pages: int = 1) -> None:
        if self._page is not None:
            self._page += pages

    def _between(self, child: _Element) -> None:
        """A change of whole paragraphs: told at the paragraph before it."""
        if not self._lines:
            self._lines.append(Line())
        self._inline.mark(child, self._lines[-1])

    def _draw(self, element: _Element, line: Line) -> None:
        if "watermark" in element.get(DRAW + "name", "").lower():
            self._setting.notices.append(Notice(NoticeKind.WATERMARK, shortened(words(element))))
            return
        for box in element.iter(DRAW + "text-box") if element.tag != DRAW + "text-box" else (element,):
            self._box(box, line)
        if element.find(f".//{DRAW}text-box") is None and next(element.iter(TEXT + "p"), None) is not None:
            self._box(element, line)

    def _box(self, box: _Element, line: Line) -> None:
        kind = self._kind if self._kind in _KEPT_KINDS else BlockKind.TEXT_BOX
        story = Story(self._setting, kind, self._page)
        (line.after if line.visible else line.before).extend(story.read(box))
        self.footnotes += story.footnotes

    def _note(self, note: _Element) -> None:
        self.footnotes += note.iterchildren(TEXT + "note-body")
