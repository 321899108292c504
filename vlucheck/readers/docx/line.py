"""A paragraph while it is being read: its text so far and what was noticed on the way; then the Piece it becomes."""

import re
from dataclasses import dataclass, field
from typing import Final

from vlucheck.document import BlockKind, Notice, NoticeKind, Piece, Span
from vlucheck.readers.characters import plain

_LONGEST: Final = 80
_WORD_BEFORE: Final = re.compile(r"\S+(?=\s*\Z)")
_WORD: Final = re.compile(r"\S+")


@dataclass(slots=True)
class Change:
    """A tracked change: the characters that were added (from `start` to `end`) and the text that was taken out."""

    start: int
    end: int
    old: str


@dataclass(slots=True)
class Line:
    """A paragraph being read. Positions count from its own start; `page` is that of its first visible character, and
    `seen` is where the last one ends."""

    chunks: list[str] = field(default_factory=list)
    length: int = 0
    page: int | None = None
    bold: bool = True
    visible: bool = False
    seen: int = 0
    source: str | None = None
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    notes: list[Notice] = field(default_factory=list)
    lit: list[Span] = field(default_factory=list)
    hidden: list[tuple[int, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    reformatted: bool = False
    kind: BlockKind = BlockKind.PARAGRAPH
    style: str | None = None
    label: str = ""

    def add(self, text: str, *, bold: bool, lit: bool, added: bool) -> None:
        """Put the text at the end; `lit` is highlighted, `added` is a tracked insertion."""
        text = plain(text)
        start, self.length = self.length, self.length + len(text)
        self.chunks.append(text)
        if lit and self.lit and self.lit[-1].end >= self.seen:
            self.lit[-1] = Span(self.lit[-1].start, self.length)
        elif lit:
            self.lit.append(Span(start, self.length))
        if text.strip():
            self.visible, self.seen = True, self.length
            self.bold = self.bold and bold
        if added:
            self.change(start, "")

    def since(self, start: int) -> str:
        """The text from that position to the end."""
        missing = self.length - start
        last: list[str] = []
        for chunk in reversed(self.chunks):
            if missing <= 0:
                break
            last.append(chunk[-missing:])
            missing -= len(chunk)
        return "".join(reversed(last))

    def note(self, kind: NoticeKind, detail: str, start: int) -> None:
        """Notice something from that position to the end so far."""
        self.notes.append(Notice(kind, detail, Span(min(start, self.length), self.length)))

    def blank(self, start: int) -> None:
        """Notice that a prompt is still there, from that position on; nothing when it shows no words."""
        prompt = self.since(start)
        if prompt.strip():
            self.note(NoticeKind.MERGE_FIELD, f"blank left in: {shortened(prompt)}", start)

    def hide(self, text: str) -> None:
        """Notice hidden text here."""
        if self.hidden and self.hidden[-1][0] == self.length:
            text = self.hidden.pop()[1] + text
        self.hidden.append((self.length, text))

    def change(self, start: int, old: str) -> None:
        """Notice a tracked change from that position to the end so far, in which the old text was taken out."""
        last = self.changes[-1] if self.changes else None
        if last is not None and last.end == start:
            last.end, last.old = self.length, last.old + old
        else:
            self.changes.append(Change(start, self.length, old))


def piece_of(line: Line) -> Piece:
    """The finished paragraph, white space around it taken off and the list label put in front."""
    raw = "".join(line.chunks)
    text = raw.strip()
    label = f"{line.label} " if line.label and text else ""
    shift = len(label) - (len(raw) - len(raw.lstrip()))
    whole = label + text
    bold = line.bold and line.visible
    marks = tuple(_placed(notice, shift, len(label), whole) for notice in _notices(line, raw))
    return Piece(whole, line.kind, line.page, line.style, line.source, bold, marks)


def shortened(text: str) -> str:
    """The text on one line, cut to a length that a message can hold."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def word_span(text: str, start: int, end: int) -> Span:
    """The span without space around it; for nothing visible, the word before it (or else after), so it can be shown."""
    inside = text[start:end]
    if inside.strip():
        start += len(inside) - len(inside.lstrip())
        return Span(start, start + len(inside.strip()))
    found = _WORD_BEFORE.search(text, 0, start) or _WORD.search(text, start)
    return Span(*found.span()) if found else Span(start, start)


def _notices(line: Line, raw: str) -> list[Notice]:
    lit = [Notice(NoticeKind.HIGHLIGHT, shortened(raw[span.start : span.end]), span) for span in line.lit]
    hidden = [Notice(NoticeKind.HIDDEN_TEXT, shortened(text), Span(at, at)) for at, text in line.hidden if text.strip()]
    changes = [
        Notice(NoticeKind.TRACKED_CHANGE, _told(change, raw), Span(change.start, change.end)) for change in line.changes
    ]
    if line.reformatted:
        changes.append(Notice(NoticeKind.TRACKED_CHANGE, "formatting changed", Span(0, len(raw))))
    return [*line.notes, *(notice for notice in lit if notice.detail), *hidden, *changes]


def _told(change: Change, raw: str) -> str:
    old, new = shortened(change.old), shortened(raw[change.start : change.end])
    if old and new:
        return f'"{old}" changed to "{new}"'
    if old or new:
        return f'"{old}" taken out' if old else f'"{new}" added'
    return "spaces, a line or a picture changed"


def _placed(notice: Notice, shift: int, label: int, text: str) -> Notice:
    if notice.span is None:
        return notice
    start, end = (min(max(at + shift, label), len(text)) for at in (notice.span.start, notice.span.end))
    return Notice(notice.kind, notice.detail, word_span(text, start, max(start, end)))
