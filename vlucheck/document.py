"""A file as every check sees it: one text, the blocks it is made of, and what the reader noticed.

Positions are made here, once: a span counts Unicode code points in `Document.text`, and every block knows
where it stood in the source file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block is in the source file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text box"
    FOOTNOTE = "footnote"


class NoticeKind(StrEnum):
    """What a reader can notice in a file beside its text."""

    TRACKED_CHANGE = "tracked change"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden text"
    HIGHLIGHT = "highlight"
    MERGE_FIELD = "merge field"
    WATERMARK = "watermark"
    UNREAD_PART = "unread part"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader noticed: its kind, its words in short, and where it is (None: nowhere in the text)."""

    kind: NoticeKind
    detail: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source file: `span` leaves out the separator after it.

    `page` counts from 1 where the format has pages. `style` is the style's name in the source. `source` says where
    the block sits there ("word/document.xml p[12]"), for tools that write into a copy. `bold` means all of it is.
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    style: str | None = None
    source: str | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A letter inside another file that could not be read: its path, and a sentence that says why and what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file: `text` is exactly what the checks see, blocks are in its order.

    `attachments` are letters inside an e-mail, checked as files of their own; `unread` those that cannot be.
    """

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    attachments: tuple["Document", ...] = field(default=())
    unread: tuple[Unread, ...] = ()

    def block_at(self, offset: int) -> int:
        """The index of the block that holds the code point, or of the last one before it (-1: before all blocks)."""
        return bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1

    def quote(self, span: Span) -> str:
        """The characters of the span."""
        return self.text[span.start : span.end]


_ENDLESS = re.compile(r"\S{1001,}")
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a position: what readers hand to `assemble`.

    `marks` are notices whose spans count from the start of this piece's text.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    style: str | None = None
    source: str | None = None
    bold: bool = False
    marks: tuple[Notice, ...] = ()


def assemble(
    path: str, form: str, pieces: Iterable[Piece], notices: Iterable[Notice] = (), attachments: Iterable[Document] = ()
) -> Document:
    """Join the pieces, a blank line between two, and return the document; pieces with nothing to see are left out."""
    text, blocks, found = "", [], list(notices)
    for given in pieces:
        piece = without_endless_runs(given)
        if not piece.text.strip():
            continue
        text += "\n\n" if text else ""
        start = len(text)
        text += piece.text
        span = Span(start, len(text))
        blocks.append(Block(piece.kind, span, piece.page, piece.style, piece.source, piece.bold))
        found.extend(_moved(mark, start, span) for mark in piece.marks)
    return Document(path, form, text, tuple(blocks), tuple(found), tuple(attachments))


def without_endless_runs(piece: Piece) -> Piece:
    """The piece with each run of more than a thousand characters without a space cut short, and a notice of it.

    No word or web address is so long: it is a picture or a file pasted as text, and searching it for words takes hours.
    """
    text = _ENDLESS.sub(lambda run: run[0][:_SHOWN] + "…", piece.text)
    if text == piece.text:
        return piece
    longest = max(len(run) for run in _ENDLESS.findall(piece.text))
    note = Notice(NoticeKind.UNREAD_PART, f"{longest} characters without a space, perhaps a picture pasted as text")
    kept = [mark for mark in piece.marks if mark.span is None or mark.span.end <= len(text)]
    beyond = [Notice(mark.kind, mark.detail) for mark in piece.marks if mark not in kept]
    return replace(piece, text=text, marks=(*kept, *beyond, note))


def _moved(mark: Notice, by: int, whole: Span) -> Notice:
    span = whole if mark.span is None else Span(mark.span.start + by, mark.span.end + by)
    return Notice(mark.kind, mark.detail, span)
