"""The lines of a letter → how it is set: type size, distance of lines, margins, and whether its lines are justified."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vlucheck.readers.pdf.stretches import Stretch

_AT_EDGE: Final = 2.0  # in points, as the next: letters stand further in or out of their place by this much
_AT_MARGIN: Final = 3.0
_OFTEN: Final = 0.15  # of the text: a margin of it, not one of a letterhead or a list
_MOSTLY: Final = 0.7
_FEW_LINES: Final = 4
_LINES_AT_EDGE: Final = 3
_STRETCHED: Final = 0.15  # in type sizes: spaces are wider by this much than those of lines that are not justified
_VERY_STRETCHED: Final = 0.4
_LEAST_STRETCHED: Final = 0.1  # of the lines: so many at the most have spaces of another type


@dataclass(frozen=True, slots=True)
class Setting:
    """How the letter is set: the type size of its text, the distance of two lines, and the right edge, in points;
    `margins` are where lines of running text begin, `justified` whether they end at the edge; `space` is the usual
    width of a space in type sizes, `rights` are where the lines end."""

    size: float
    leading: float
    edge: float
    margins: tuple[float, ...] = ()
    justified: bool = False
    space: float = 0.0
    rights: tuple[float, ...] = ()

    def is_at_margin(self, line: Stretch) -> bool:
        """Whether the line begins where lines of running text do."""
        return any(abs(line.left - margin) <= _AT_MARGIN for margin in self.margins)

    def edge_of(self, line: Stretch) -> float:
        """The right edge of the column that the line stands in."""
        return line.edge or self.edge

    def is_stretched(self, line: Stretch) -> bool:
        """Whether the line was spaced to end at an edge, as only a line is that goes on. The edge of a cell may have
        no other line."""
        if line.space <= self.space + _STRETCHED:
            return False
        ends = sum(abs(line.right - right) <= _AT_EDGE for right in self.rights)
        return ends >= _LINES_AT_EDGE or line.space > self.space + _VERY_STRETCHED


def setting_of(lines: list[Stretch]) -> Setting:
    """The setting of a letter with these lines."""
    if not lines:
        return Setting(1.0, 1.0, 0.0)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    leading = _leading(lines, size)
    ends = [above for above, below in pairwise(lines) if _is_inner(above, below, leading)]
    edge = _edge(lines)
    common = Counter(round(line.right) for line in ends).most_common(1)
    justified = len(ends) >= _FEW_LINES and _share_at(ends, common[0][0]) >= _MOSTLY
    return Setting(
        size,
        leading,
        float(common[0][0]) if justified else edge,
        _margins(lines),
        justified,
        _space(lines),
        tuple(line.right for line in lines),
    )


def _leading(lines: list[Stretch], size: float) -> int:
    gaps = Counter(
        round(above.line - below.line)
        for above, below in pairwise(lines)
        if above.page == below.page and 0.9 * size < above.line - below.line < 2.6 * size and len(above.text) > 40
    )
    return min((gap for gap, count in gaps.items() if 3 * count >= max(gaps.values())), default=round(1.3 * size))


def _edge(lines: list[Stretch]) -> float:
    if any(not line.cell for line in lines):
        lines = [line for line in lines if not line.cell or len(line.text) > 40]
    return max(line.right for line in lines)


def _is_inner(above: Stretch, below: Stretch, leading: float) -> bool:
    """Whether the upper line may be one that goes on; a line of one word cannot be justified."""
    near = above.page == below.page and 0 < above.line - below.line <= 1.25 * leading
    return (
        near and not above.cell and not above.edge and abs(above.left - below.left) <= _AT_MARGIN and " " in above.text
    )


def _share_at(lines: list[Stretch], edge: float) -> float:
    return sum(abs(line.right - edge) <= _AT_EDGE for line in lines) / len(lines)


def _space(lines: list[Stretch]) -> float:
    spaces = sorted(line.space for line in lines if line.space)
    return spaces[int(_LEAST_STRETCHED * len(spaces))] if spaces else 0.0


def _margins(lines: list[Stretch]) -> tuple[float, ...]:
    lefts: Counter[int] = Counter()
    for line in lines:
        lefts[round(line.left)] += len(line.text)
    least = _OFTEN * sum(lefts.values())
    return tuple(float(left) for left, count in lefts.items() if count >= least)
