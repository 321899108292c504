"""One run of text (body, header, footnote, text box) being read: the paragraph that is open and those that are done."""

from typing import Final

from vlucheck.document import BlockKind, Piece
from vlucheck.readers.docx.line import Line, piece_of
from vlucheck.readers.marks import as_item
from vlucheck.readers.rtf.state import State

_KEPT_KINDS: Final = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX})


class Story:
    """Takes text as it comes and breaks it into lines; `depth` is that of the group it was opened in."""

    def __init__(self, kind: BlockKind, depth: int, count: int = 0) -> None:
        self.kind = kind
        self.depth = depth
        self.line = Line()
        self._lines: list[Line] = []
        self._count = count

    def add(self, text: str, state: State) -> None:
        """Put text at the end, or take note of it when it is hidden or was taken out."""
        if state.hidden:
            self.line.hide(text)
        elif state.deleted:
            self.line.change(self.line.length, text)
        else:
            self.line.add(text, bold=state.bold, lit=state.marked, added=state.added)

    def finish(self, state: State, style: str | None, *, cell: bool = False) -> None:
        """End the paragraph."""
        line, self.line = self.line, Line()
        self._count += 1
        line.source, line.style = f"p[{self._count}]", style
        line.kind = self._kind_of(line, state, cell=cell or state.in_table)
        self._lines.append(line)

    def pieces(self) -> list[Piece]:
        """The finished paragraphs, text boxes at their places."""
        return [piece for line in self._lines for piece in (*line.before, as_item(piece_of(line)), *line.after)]

    def take(self, box: "Story") -> None:
        """Put a text box where it is anchored."""
        (self.line.after if self.line.visible else self.line.before).extend(box.pieces())

    def _kind_of(self, line: Line, state: State, *, cell: bool) -> BlockKind:
        if self.kind in _KEPT_KINDS:
            return self.kind
        if state.heading or (line.style or "").lower().startswith(("heading", "title", "subtitle")):
            return BlockKind.HEADING
        if line.label:
            return BlockKind.LIST_ITEM
        return BlockKind.TABLE_CELL if cell else self.kind
