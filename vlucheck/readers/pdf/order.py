"""The stretches of a page in the order of the file → in the order a person reads them."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from vlucheck.readers.pdf.stretches import Stretch

_LONG_COLUMN: Final = 0.4  # of the height of the column before it: a box beside the text is shorter
_LINES_OF_COLUMN: Final = 15  # in type sizes: two addresses side by side are shorter


def in_reading_order(stretches: list[Stretch]) -> list[Stretch]:
    """The same stretches. Programs write a page in reading order, cell by cell and column by column, but for headers
    and text boxes, which come first or last in the file: those are put where they stand on the page."""
    ordered: list[Stretch] = []
    for run in _runs(stretches):
        if column := _column_before(ordered, run):
            ordered = [*ordered[:-column], *_in_column(ordered[-column:]), *_in_column(run)]
            continue
        place = _place(ordered, run)
        cell = _beside(ordered, run) if place == len(ordered) else 0
        if cell:
            lowest = ordered[-1].line - 1
            ordered[-cell:] = [replace(stretch, cell=True) for stretch in ordered[-cell:]]
            run = [replace(stretch, cell=True) if stretch.line >= lowest else stretch for stretch in run]
        ordered[place:place] = run
    return ordered


def _column_before(ordered: list[Stretch], run: list[Stretch]) -> int:
    """How many of the last stretches are the column at the left of the run, when the run is the next column of the
    page: long too, with everything that stands beside it ending at its left."""
    count = _beside(ordered, run)
    if not count:
        return 0
    before = _height(ordered[-count:])
    return count if _LINES_OF_COLUMN * run[0].size < before and _height(run) >= _LONG_COLUMN * before else 0


def _in_column(stretches: list[Stretch]) -> list[Stretch]:
    edge = max(stretch.right for stretch in stretches)
    return [replace(stretch, edge=stretch.edge or edge) for stretch in stretches]


def _height(stretches: list[Stretch]) -> float:
    lines = [stretch.line for stretch in stretches]
    return max(lines) - min(lines)


def _beside(ordered: list[Stretch], run: list[Stretch]) -> int:
    """How many of the last stretches stand at the left of the run, as the cell before it does in a table."""
    count = 0
    for stretch in reversed(ordered):
        if stretch.line > run[0].line + 1:
            break
        count += 1
    return count if count and all(stretch.right < run[0].left for stretch in ordered[-count:]) else 0


def _runs(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Split where the text goes back up the page."""
    runs: list[list[Stretch]] = [stretches[:1]]
    for before, stretch in pairwise(stretches):
        if stretch.line > before.line + before.size:
            runs.append([])
        runs[-1].append(stretch)
    return [run for run in runs if run]


def _place(ordered: list[Stretch], run: list[Stretch]) -> int:
    """Where a run goes: at the end, unless it begins above what is there, or beside text far up the page."""
    if not ordered:
        return 0
    top = run[0].line
    lowest, highest = ordered[-1].line, max(stretch.line for stretch in ordered)
    beside = top <= highest + 1 and top - lowest < 12 * run[0].size
    if top < lowest or beside:
        return len(ordered)
    below = (place for place, stretch in enumerate(ordered) if _begins_below(ordered, place, top - 0.5 * stretch.size))
    return next(below, len(ordered))


def _begins_below(ordered: list[Stretch], place: int, top: float) -> bool:
    """Whether a paragraph begins there, below that height."""
    stretch = ordered[place]
    if stretch.line >= top:
        return False
    gap = ordered[place - 1].line - stretch.line if place else 0.0
    return place == 0 or not 0 <= gap < 1.5 * stretch.size
