"""A file as every check sees it: one text, the blocks it is made of, and what the reader noticed.

Positions are made here, once: a span counts Unicode code points in `Document.text`, and every block knows
where it stood in the source file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from vlucheck.accents import joined


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


# A file pasted as text has one endless word, or line after line of them; a list of web addresses is none.
_LINE = r"(?<!\S)(?!\S*(?:://|www\.))\S{50,}"
_PILE = 4
_ENDLESS = re.compile(rf"\S{{1001,}}|(?:{_LINE}\s+){{{_PILE - 1},}}{_LINE}(?:\s+(?:\S{{20,}}|[\w+/]*={{1,2}})(?!\S))?")
_ONLY_A_LINE = re.compile(rf"\s*{_LINE}\s*")
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
    for given in _without_piles(pieces):
        piece = without_endless_runs(_with_joined_accents(given))
        if not piece.text.strip():
            continue
        text += "\n\n" if text else ""
        start = len(text)
        text += piece.text
        span = Span(start, len(text))
        blocks.append(Block(piece.kind, span, piece.page, piece.style, piece.source, piece.bold))
        found.extend(_moved(mark, start, span) for mark in piece.marks)
    return Document(path, form, text, tuple(blocks), tuple(found), tuple(attachments))


def _with_joined_accents(piece: Piece) -> Piece:
    """The piece with every letter and its accents as one character, and its marks where they were."""
    whole = joined(piece.text)
    if whole.places is None:
        return piece
    marks = tuple(
        mark if mark.span is None else replace(mark, span=Span(whole.now(mark.span.start), whole.now(mark.span.end)))
        for mark in piece.marks
    )
    return replace(piece, text=whole.text, marks=marks)


def without_endless_runs(piece: Piece) -> Piece:
    """The piece with each run of more than a thousand characters without a space, and of line after line without one,
    cut short, and a notice of it.

    No word or web address is so long: it is a picture or a file pasted as text, and searching it for words takes hours.
    """
    text = _ENDLESS.sub(lambda run: _beginning(run[0]), piece.text)
    if text == piece.text:
        return piece
    note = _pasted(max(len(run[0]) for run in _ENDLESS.finditer(piece.text)))
    kept = [mark for mark in piece.marks if mark.span is None or mark.span.end <= len(text)]
    beyond = [Notice(mark.kind, mark.detail) for mark in piece.marks if mark not in kept]
    return replace(piece, text=text, marks=(*kept, *beyond, note))


def _without_piles(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, of several in a row that are each one endless word only the beginning."""
    for is_line, group in groupby(pieces, key=lambda piece: _ONLY_A_LINE.fullmatch(piece.text) is not None):
        run = list(group)
        if is_line and len(run) >= _PILE:
            marks = tuple(Notice(mark.kind, mark.detail) for piece in run for mark in piece.marks)
            note = _pasted(sum(len(piece.text) for piece in run))
            yield replace(run[0], text=_beginning(run[0].text), marks=(*marks, note))
        else:
            yield from run


def _beginning(run: str) -> str:
    return run[:_SHOWN].split()[0] + "…"


def _pasted(length: int) -> Notice:
    return Notice(NoticeKind.UNREAD_PART, f"{length} characters with hardly a space, perhaps a picture pasted as text")


def _moved(mark: Notice, by: int, whole: Span) -> Notice:
    span = whole if mark.span is None else Span(mark.span.start + by, mark.span.end + by)
    return Notice(mark.kind, mark.detail, span)
