"""The lines of all pages → headers, body lines and footers: what pages repeat, and what stands apart at their foot."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vlucheck.readers.pdf.stretches import Stretch

_TOP: Final = 0.86
_BOTTOM: Final = 0.12
# A line that stands alone is a footer only below this; the last line of a page may follow a gap too.
_LOWEST_TEXT: Final = 0.075
_APART: Final = 2.5
_NUMBER: Final = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*[-–]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Margins:
    """Headers and footers, each once, and the pages without them."""

    headers: list[Stretch]
    pages: list[list[Stretch]]
    footers: list[Stretch]


def without_margins(pages: list[list[Stretch]], heights: list[float]) -> Margins:
    """Part the headers and footers from the text."""
    repeated = _repeated(pages, heights)
    found = Margins([], [], [])
    for stretches, height in zip(pages, heights, strict=True):
        apart = _foot(stretches, height)
        body: list[Stretch] = []
        for stretch in stretches:
            zone = _zone(stretch, height)
            lone = bool(zone) and bool(_NUMBER.fullmatch(stretch.text))
            if zone and (lone or _key(stretch, zone) in repeated):
                _keep(found.headers if zone == "top" else found.footers, stretch)
            elif stretch.line <= apart:
                _keep(found.footers, stretch)
            else:
                body.append(stretch)
        found.pages.append(body)
    return found


def _zone(stretch: Stretch, height: float) -> str:
    if stretch.line > _TOP * height:
        return "top"
    return "bottom" if stretch.line < _BOTTOM * height else ""


def _key(stretch: Stretch, zone: str) -> str:
    return zone + re.sub(r"\d+", "#", stretch.text)


def _repeated(pages: list[list[Stretch]], heights: list[float]) -> frozenset[str]:
    """The lines that stand at the same end of at least two pages, whatever numbers are in them."""
    counts: Counter[str] = Counter()
    for stretches, height in zip(pages, heights, strict=True):
        zones = ((stretch, _zone(stretch, height)) for stretch in stretches)
        counts.update({_key(stretch, zone) for stretch, zone in zones if zone})
    return frozenset(key for key, count in counts.items() if count > 1)


def _foot(stretches: list[Stretch], height: float) -> float:
    """The height of the first line of a footer that is parted from the text by a wide gap; -1 when there is none."""
    lines = sorted({stretch.line for stretch in stretches}, reverse=True)
    sizes = {stretch.line: stretch.size for stretch in stretches}
    for above, line in pairwise(lines):
        if line < _LOWEST_TEXT * height and above - line > _APART * sizes[line]:
            return line
    return -1.0


def _keep(kept: list[Stretch], stretch: Stretch) -> None:
    """Keep it unless another page had it; page numbers count as the same."""
    if _key(stretch, "") not in _keys(kept):
        kept.append(stretch)


def _keys(stretches: Iterable[Stretch]) -> set[str]:
    return {_key(stretch, "") for stretch in stretches}
