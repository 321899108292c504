"""A document → the lines of the letter, each with its part.

Greeting and sign-off are found first; what stands before, between and after them is read by rules of its own. What
nothing explains is letterhead before the greeting and signature after the sign-off.
"""

import re
from collections.abc import Sequence

from vlucheck.document import BlockKind, Document
from vlucheck.letter.address import address_lines
from vlucheck.letter.foot import foot_parts, is_sign_off
from vlucheck.letter.head import head_part, is_margin, is_salutation, labels_other_date
from vlucheck.letter.model import Line, Part
from vlucheck.letter.paragraphs import body_lines
from vlucheck.letter.rawlines import RawLine, columns, part_of, raw_lines

_HEAD_LINES = 45
_MARGINS = {BlockKind.FOOTER: Part.FOOTER, BlockKind.FOOTNOTE: Part.FOOTNOTE}
_GREETING_END = re.compile(
    r"^((?:Dear|Hi|Hello)\b[^,.:;]{2,60}?[,:]|(?:Dear)\s+\S+(?:\s+\S+){0,3}[,:])\s+(?=\S+\s+\S+\s+\S+\s+\S+)"
)


def find_parts(document: Document, titles: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of the letter in order, each with its part. Footers, headers and notes keep out of the body."""
    raw = raw_lines(document)
    margins = [line for line in raw if is_margin(line)]
    flow = [line for line in raw if not is_margin(line)]
    greeting = next(
        (number for number, line in enumerate(flow[:_HEAD_LINES]) if is_salutation(_greeting(line)[0])), None
    )
    if greeting is None:
        body_start = _first_prose(flow)
        head, rest, salutation = flow[:body_start], flow[body_start:], None
    else:
        salutation, behind = _greeting(flow[greeting])
        head, rest = flow[:greeting], behind + flow[greeting + 1 :]
    close = _sign_off(rest)
    lines = [
        *_head_lines([*_headers(margins), *head], salutation, titles),
        *([_line(salutation, Part.SALUTATION)] if salutation else []),
        *body_lines(rest[:close], document.text),
        *_foot_lines(rest[close:]),
        *(_line(line, _MARGINS[line.kind]) for line in margins if line.kind is not BlockKind.HEADER),
    ]
    return tuple(sorted(lines, key=lambda line: line.span))


def _greeting(line: RawLine) -> tuple[RawLine, list[RawLine]]:
    """The line, cut behind the greeting where the letter begins on the same line."""
    found = _GREETING_END.match(line.text)
    if not found:
        return line, []
    return part_of(line, 0, found.end()), [part_of(line, found.end(), len(line.text))]


def _headers(margins: Sequence[RawLine]) -> list[RawLine]:
    return [line for line in margins if line.kind is BlockKind.HEADER]


def _first_prose(flow: Sequence[RawLine]) -> int:
    """Where a letter without a greeting begins: its first line that reads like a sentence."""
    for number, line in enumerate(flow):
        if line.words >= 7 and line.text.endswith((".", "?", "!", ":", "…")) and head_part(line) is None:
            return number
        if line.words >= 12 and head_part(line) is None:
            return number
    return len(flow)


def _sign_off(rest: Sequence[RawLine]) -> int:
    """The position of the sign-off; without one, of the short lines after the last paragraph."""
    for number, line in enumerate(rest):
        if is_sign_off(line):
            return number
    end = len(rest)
    while end > 0 and rest[end - 1].words <= 7 and not rest[end - 1].ends and not rest[end - 1].is_item:
        end -= 1
    return end if end > 0 else len(rest)


def _head_lines(head: Sequence[RawLine], salutation: RawLine | None, titles: Sequence[str]) -> list[Line]:
    pieces = [piece for line in head for piece in columns(line)]
    parts = [_beside(head_part(piece), before) for before, piece in zip([None, *pieces], pieces, strict=False)]
    unplaced = [piece for piece, part in zip(pieces, parts, strict=True) if part is None]
    address = address_lines(unplaced, salutation, titles)
    spans = {unplaced[number].span for number in address}
    return [
        _line(piece, part or (Part.ADDRESS if piece.span in spans else Part.LETTERHEAD))
        for piece, part in zip(pieces, parts, strict=True)
    ]


def _beside(part: Part | None, before: RawLine | None) -> Part | None:
    """A date in the cell beside "Your letter of" is not that of this letter."""
    return Part.REFERENCE if part is Part.DATE and before is not None and labels_other_date(before) else part


def _foot_lines(rest: Sequence[RawLine]) -> list[Line]:
    return [_line(line, part) for line, part in zip(rest, foot_parts(rest), strict=True)]


def _line(line: RawLine, part: Part) -> Line:
    return Line(line.span, line.text, part, line.block)
