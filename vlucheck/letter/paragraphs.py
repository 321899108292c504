"""The lines between greeting and sign-off → paragraphs, list items, headings and the subject."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vlucheck.document import BlockKind, Span
from vlucheck.letter.head import all_capitals, head_part, is_margin
from vlucheck.letter.model import Line, Part
from vlucheck.letter.rawlines import RawLine
from vlucheck.letter.references import LABEL, URN

HEADING_WORDS = 10
SUBJECT_WORDS = 16
_WRAP_LIMIT = 125
_WRAP_LEAST = 40
_FULL_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|have|has|had|can|may|should|must|am|do|does|did)\b", re.IGNORECASE)


def body_lines(raw: Sequence[RawLine], text: str) -> list[Line]:
    """Return the lines of the flow: wrapped rows joined to paragraphs, headings and subject told from them."""
    flow = _joined([line for line in raw if not is_margin(line)], text)
    lines, in_front = [], True
    for number, line in enumerate(flow):
        following = flow[number + 1] if number + 1 < len(flow) else None
        previous = flow[number - 1] if number else None
        part = _part(line, previous, following, in_front)
        in_front = in_front and part in (Part.SUBJECT, Part.REFERENCE, Part.PRIVATE, Part.DATE)
        lines.append(Line(line.span, line.text, part, line.block))
    return _one_subject(lines)


def _joined(raw: Sequence[RawLine], text: str) -> list[RawLine]:
    width = _width(raw)
    flow: list[RawLine] = []
    for line in raw:
        if flow and _continues(flow[-1], line, width):
            span = Span(flow[-1].span.start, line.span.end)
            last = flow[-1]
            flow[-1] = RawLine(span, text[span.start : span.end], last.block, last.kind, last.bold, last.after_gap)
        else:
            flow.append(line)
    return flow


def _width(raw: Sequence[RawLine]) -> int:
    """How long the rows of a hard-wrapped text are at most; 0 where every row is a paragraph of its own."""
    wrapped = any(
        len(before.text) > _WRAP_LEAST and not _FULL_STOP.search(before.text) and _goes_on(line) and not line.after_gap
        for before, line in pairwise(raw)
    )
    longest = max((len(line.text) for line in raw), default=0)
    return longest if wrapped and longest <= _WRAP_LIMIT else 0


def _goes_on(line: RawLine) -> bool:
    return line.text[0].islower() and not line.is_item


def _continues(before: RawLine, line: RawLine, width: int) -> bool:
    """Whether a row goes on in the next: never into an item; over a gap only from mid-sentence over a page's end."""
    row = before.text.rpartition("\n")[2]
    lower = _goes_on(line)
    if line.after_gap:
        return lower and before.block + 1 < line.block and not _FULL_STOP.search(row) and before.words > HEADING_WORDS
    if line.is_item:
        return False
    if not width:
        return lower and not _FULL_STOP.search(row)
    if _FULL_STOP.search(row):
        return len(row) > 0.7 * width and not row.endswith(":")
    return lower or len(row) > 0.6 * width


def _part(line: RawLine, previous: RawLine | None, following: RawLine | None, in_front: bool) -> Part:
    if in_front:
        part = head_part(line)
        if part is Part.REFERENCE and not LABEL.match(line.text) and not URN.match(line.text):
            return Part.SUBJECT
        if part in (Part.SUBJECT, Part.REFERENCE, Part.PRIVATE, Part.DATE):
            return part
        if line.words <= SUBJECT_WORDS and not line.is_item and not line.ends and following is not None:
            return Part.SUBJECT
    if not _announces(line, previous, following):
        return Part.BODY
    return Part.SUBJECT if in_front and not line.text.endswith("?") else Part.HEADING


def _announces(line: RawLine, previous: RawLine | None, following: RawLine | None) -> bool:
    """Whether a line is a heading: marked as one, or short, without an end, and followed by a paragraph."""
    if line.kind is BlockKind.HEADING:
        return True
    if line.kind is BlockKind.TABLE_CELL or following is None or line.words > 2 * HEADING_WORDS:
        return False
    if line.is_item and (
        following.is_item or (previous is not None and previous.is_item) or line.kind is BlockKind.LIST_ITEM
    ):
        return False
    open_end = not _FULL_STOP.search(line.text) and not line.text.endswith(",")
    if line.bold or all_capitals(line.text.split()):
        return open_end or line.text.endswith(("?", ":"))
    if (
        line.words > HEADING_WORDS + (4 if line.marker else 0)
        or not line.text.lstrip("\"'‘“0123456789.() ")[:1].isupper()
    ):
        return False
    if line.text.endswith(":"):
        return not following.is_item and line.words <= 5 and not _FINITE.search(line.text)
    return open_end or line.text.endswith("?")


def _one_subject(lines: list[Line]) -> list[Line]:
    """Of two open lines in front the first is the subject; the second is a heading unless a label says otherwise."""
    seen, result = False, []
    for line in lines:
        labelled = line.part is Part.SUBJECT and re.match(r"(?i)re\b|subject\b|.*(?:\bv\b|\bref)", line.text)
        if line.part is Part.SUBJECT and seen and not labelled:
            line = Line(line.span, line.text, Part.HEADING, line.block)
        seen = seen or line.part is Part.SUBJECT
        result.append(line)
    return result
