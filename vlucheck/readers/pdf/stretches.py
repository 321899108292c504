"""The rows of the letter's pages → stretches of text: a row is cut where a gap parts two columns or cells."""

from dataclasses import dataclass, replace
from typing import Final

from vlucheck.readers.pdf.glyphs import Glyph, Row
from vlucheck.readers.pdf.spacing import Place, first_of_loose, letter_edges, usual_space

# A gap this many times the type size parts two columns or cells; a smaller one is a space.
_COLUMN_GAP: Final = 2.2
_NARROW_GAP: Final = 1.0
_TAB_GAP: Final = 8.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text on one line of a page without a wide gap; `first_word` is how wide its first word is, in points; `edge` is
    the right edge of its column, 0 on a page that is not set in columns; `space` is how wide its spaces are in type
    sizes, 0 when it has fewer than two."""

    text: str
    left: float
    right: float
    line: float
    size: float
    bold: bool
    first_word: float
    page: int
    cell: bool = False
    edge: float = 0.0
    space: float = 0.0


def stretches_of(pages: list[list[Row]]) -> list[list[Stretch]]:
    """The stretches of each page, in the order of the file."""
    edges = letter_edges(row for rows in pages for row in rows)
    ends = [[first_of_loose(Place(rows, index, edges)) for index in range(len(rows))] for rows in pages]
    spaced = [list(zip(*each, strict=True)) for each in zip(pages, ends, strict=True)]
    # A table may go on over the page.
    columns = [part[0].left for rows in spaced for row, end in rows for part in _parts(row, end, [])[1:]]
    return [
        [stretch for row, end in rows for stretch in _of_row(_parts(row, end, columns), number)]
        for number, rows in enumerate(spaced, 1)
    ]


def _of_row(parts: list[Row], number: int) -> list[Stretch]:
    return [_stretch(part, number, cell=len(parts) > 1) for part in parts]


def _parts(row: Row, loose: int, columns: list[float]) -> list[Row]:
    """The parts of a line that wide gaps leave; where another line's part begins, a narrower gap will do. From the
    character `loose` on, the line is spaced to fill its width, and no gap parts it."""
    parts: list[Row] = [[]]
    last: Glyph | None = None
    for index, glyph in enumerate(row):
        if glyph.text.isspace():
            parts[-1].append(glyph)
            continue
        gap = (glyph.left - last.right) / glyph.size if last is not None else 0.0
        wide = gap > _COLUMN_GAP or (gap > _NARROW_GAP and any(abs(glyph.left - left) < 2 for left in columns))
        if wide and index <= loose and not _goes_on(parts[-1], gap):
            parts.append([])
        elif wide and not parts[-1][-1].text.isspace():
            parts[-1].append(replace(parts[-1][-1], text=" "))
        parts[-1].append(glyph)
        last = glyph
    return parts


def _goes_on(part: Row, gap: float) -> bool:
    """Whether what follows the gap belongs to what is before it: a list mark, or a label with a colon."""
    text = "".join(glyph.text for glyph in part).strip()
    return gap < _TAB_GAP and (len(text) <= 4 or text.endswith(":")) and not text.isalpha()


def _stretch(part: Row, number: int, *, cell: bool) -> Stretch:
    visible = [glyph for glyph in part if glyph.text.strip()]
    word: Row = []
    for glyph in part:
        if glyph.text.isspace() and word:
            break
        if not glyph.text.isspace():
            word.append(glyph)
    return Stretch(
        "".join(glyph.text for glyph in part).strip(),
        min(glyph.left for glyph in visible),
        max(glyph.right for glyph in visible),
        visible[0].line,
        max(glyph.size for glyph in visible),
        all(glyph.bold for glyph in visible),
        word[-1].right - word[0].left,
        number,
        cell,
        space=usual_space(part),
    )
