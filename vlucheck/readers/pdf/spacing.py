"""A row of a justified text that few words have to fill → from where on its wide gaps are only spaces."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low
from typing import Final

from vlucheck.readers.marks import ITEM
from vlucheck.readers.pdf.glyphs import Glyph, Row

_WIDE: Final = 1.0  # in type sizes, as the next four
_ALIKE: Final = 0.35  # letters stand further in or out of their place on the line by this much
_FIXED_SPACE: Final = 0.6  # a space that may not be stretched, as in "5 March", is narrower
_SPACE: Final = 0.25
_TOO_LITTLE: Final = 0.35  # the space of a type may be wider
_EDGE: Final = 2.0  # in points, as the next
_COLUMN: Final = 1.0
_ROWS_AT_EDGE: Final = 3
_SENTENCE_ENDS: Final = (".", "?", "!", ".”", ".’")


@dataclass(frozen=True, slots=True)
class Place:
    """A row among the rows of its page, and the right ends of all rows of the letter, in order."""

    rows: list[Row]
    index: int
    edges: list[float]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a row; `start` is which character of the row is its first one."""

    text: str
    start: int
    left: float
    right: float


def letter_edges(rows: Iterable[Row]) -> list[float]:
    """Where the rows end at their right, in order."""
    return sorted(max(glyph.right for glyph in row if glyph.text.strip()) for row in rows)


def first_of_loose(place: Place) -> int:
    """Which character of the row begins its loosely spaced part, the number of its characters when it has none. That
    is a whole line, or what the last cell has of a row: its spaces are alike and it fills its column."""
    row = place.rows[place.index]
    words = _words(row)
    size = max(glyph.size for glyph in row)
    gaps = _gaps(words, size)
    if max(gaps, default=0.0) <= _WIDE:
        return len(row)
    begins = [0, *(place for place, gap in enumerate(gaps, 1) if gap > _WIDE)]
    return next((words[begin].start for begin in begins if _is_loose(words[begin:], size, place)), len(row))


def _is_loose(words: list[_Word], size: float, place: Place) -> bool:
    gaps = _gaps(words, size)
    if len(gaps) > 1 and ITEM.match(f"{words[0].text} {words[1].text}"):
        gaps = gaps[1:]
    wide = _stretched(gaps)
    if not wide:
        return False
    below = _below(words[0], size, place)
    full = below is not None and _had_no_room(words, below, size)
    rows = _rows_at_edge(words[-1].right, place.edges)
    if rows >= _ROWS_AT_EDGE:
        return full or ((wide > 1 or _follows_loose(words, size, place)) and not _is_tabular(words, size, place))
    # A cell has few lines: its sentence has to go on below.
    goes_on = full and below is not None and not below.text[0].isupper()
    return goes_on and (rows > 1 or wide > 1) and not _is_tabular(words, size, place)


def _stretched(gaps: list[float]) -> int:
    """How many spaces are stretched, 0 when they are not all stretched alike. A few may have kept their width, and
    two spaces after a sentence are twice as wide."""
    if not gaps or max(gaps) <= _WIDE:
        return 0
    usual = median(gap for gap in gaps if gap > _FIXED_SPACE)
    wide = [gap for gap in gaps if gap > _FIXED_SPACE]
    if any(abs(gap - usual) > _ALIKE for gap in wide) or 2 * (len(gaps) - len(wide)) > len(wide):
        return 0
    return len(wide)


def _had_no_room(words: list[_Word], below: _Word, size: float) -> bool:
    """Whether the row had to be stretched: with spaces of the usual width, the next word would not have fitted."""
    filled = sum(word.right - word.left + _SPACE * size for word in words)
    return filled + below.right - below.left > words[-1].right - words[0].left - _TOO_LITTLE * size


def _follows_loose(words: list[_Word], size: float, place: Place) -> bool:
    """Whether the row above it is loose: no paragraph ends with such a row, so this one goes on with it."""
    if not place.index:
        return False
    row = place.rows[place.index - 1]
    above = _words(row)
    near = 0 < row[0].line - place.rows[place.index][0].line < 2 * size and abs(above[0].left - words[0].left) < size
    at_edge = abs(above[-1].right - words[-1].right) <= _EDGE
    return near and at_edge and first_of_loose(Place(place.rows, place.index - 1, place.edges)) == above[0].start


def _below(first: _Word, size: float, place: Place) -> _Word | None:
    """The first word of the line that follows in the same column."""
    line = place.rows[place.index][0].line
    for row in place.rows[place.index + 1 : place.index + 3]:
        word = _words(row)[0]
        if abs(word.left - first.left) < size and 0 < line - row[0].line < 2 * size:
            return word
    return None


def _is_tabular(words: list[_Word], size: float, place: Place) -> bool:
    """Whether a row next to it has its gaps at the same places, as the rows of a table have."""
    starts, ends = _gap_sides(words, size)
    for index in (place.index - 1, place.index + 1):
        if 0 <= index < len(place.rows):
            near = _gap_sides(_words(place.rows[index]), size)
            # Two words may end below each other by chance; several do in columns set to the right.
            if _are_among(starts, near[0]) or (len(ends) > 1 and _are_among(ends, near[1])):
                return True
    return False


def _gap_sides(words: list[_Word], size: float) -> tuple[list[float], list[float]]:
    wide = [(after.left, word.right) for word, after in pairwise(words) if after.left - word.right > _WIDE * size]
    return [left for left, _ in wide], [right for _, right in wide]


def _are_among(places: list[float], others: list[float]) -> bool:
    return all(any(abs(place - other) <= _COLUMN for other in others) for place in places)


def _rows_at_edge(right: float, edges: list[float]) -> int:
    return bisect_right(edges, right + _EDGE) - bisect_left(edges, right - _EDGE)


def usual_space(row: Row) -> float:
    """How wide the spaces of the row are in type sizes, 0 when it has fewer than two. Of spaces that differ it is one
    of the narrower: the wide one may be a tab."""
    gaps = _gaps(_words(row), max(glyph.size for glyph in row))
    return max(0.0, median_low(gaps)) if len(gaps) > 1 else 0.0


def _gaps(words: list[_Word], size: float) -> list[float]:
    """The spaces between the words in type sizes; one of two widths after a sentence counts half."""
    gaps = [(after.left - word.right) / size for word, after in pairwise(words)]
    usual = median(gaps) if gaps else 0.0
    ends = [word.text.endswith(_SENTENCE_ENDS) for word in words[:-1]]
    return [
        gap / 2 if end and abs(gap / 2 - usual) < min(_ALIKE, abs(gap - usual)) else gap
        for gap, end in zip(gaps, ends, strict=True)
    ]


def _words(row: Row) -> list[_Word]:
    """The words of a row, parted by spaces or by a wide gap."""
    words: list[list[tuple[int, Glyph]]] = [[]]
    for index, glyph in enumerate(row):
        last = words[-1][-1][1] if words[-1] else None
        if glyph.text.isspace() or (last is not None and glyph.left - last.right > _WIDE * glyph.size):
            words.append([])
        if not glyph.text.isspace():
            words[-1].append((index, glyph))
    return [
        _Word("".join(glyph.text for _, glyph in word), word[0][0], word[0][1].left, word[-1][1].right)
        for word in words
        if word
    ]
