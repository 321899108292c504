"""A document's blocks → its visible lines, each without surrounding space and with what the layout says about it."""

import re
from dataclasses import dataclass

from vlucheck.document import Block, BlockKind, Document, Span

_COLUMN_GAP = re.compile(r"\t+| {4,}| +\| +")
MARKER = re.compile(r"(?:[-–—•*·▪◦●‣►»§]|\(?\d{1,2}[.)]|\(\d{1,2}\)|\(?(?:[a-hA-H]|[ivx]{1,4})\))(?=\s)|o(?=\t)")
_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class RawLine:
    """One visible line. `after_gap`: white space or a new block stands before it. `bold` and `kind` are its block's."""

    span: Span
    text: str
    block: int
    kind: BlockKind
    bold: bool
    after_gap: bool

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @property
    def marker(self) -> str | None:
        """The bullet or number at its start, if it is an item of a list."""
        found = MARKER.match(self.text)
        return found[0] if found else None

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind is BlockKind.LIST_ITEM or self.marker is not None

    @property
    def ends(self) -> bool:
        """Whether a punctuation mark closes it."""
        return _END.search(self.text) is not None


def raw_lines(document: Document) -> list[RawLine]:
    """Return the visible lines of the document in order."""
    return [line for index, block in enumerate(document.blocks) for line in _block_lines(document, index, block)]


def columns(line: RawLine) -> list[RawLine]:
    """Return the line cut where tabs or wide gaps set it in columns."""
    pieces, start = [], 0
    for gap in (*_COLUMN_GAP.finditer(line.text), None):
        end = gap.start() if gap else len(line.text)
        if line.text[start:end].strip():
            pieces.append(part_of(line, start, end))
        start = gap.end() if gap else end
    return pieces


def part_of(line: RawLine, start: int, end: int) -> RawLine:
    """Return the piece of the line between two positions in its text, without surrounding space."""
    text = line.text[start:end]
    begin = start + len(text) - len(text.lstrip())
    text = text.strip()
    first = line.span.start + begin
    return RawLine(
        Span(first, first + len(text)), text, line.block, line.kind, line.bold, line.after_gap and begin == 0
    )


def _block_lines(document: Document, index: int, block: Block) -> list[RawLine]:
    found, position, gap = [], block.span.start, True
    for row in document.text[block.span.start : block.span.end].splitlines(keepends=True):
        text = row.strip()
        if text:
            start = position + len(row) - len(row.lstrip())
            found.append(RawLine(Span(start, start + len(text)), text, index, block.kind, block.bold, gap))
        gap = not text
        position += len(row)
    return found
