"""Sentences → the time limits that they name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vlucheck.rulebook.seek import Unit

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_NUMBERS = {word: number for number, word in enumerate(re.findall(r"\w+", _WORDS), 1)}
_NUMBERS |= {"a": 1, "an": 1, "couple of": 2, "twenty": 20, "twenty-eight": 28, "thirty": 30}
_LIMIT = re.compile(
    rf"(?<![\w/])(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:\s*\(\w+\))?[\s-]*"
    r"(?:full |clear |calendar )?(?P<unit>(?:working|business|week)[\s-]*days?|days?|weeks?|months?)(?:'s?)?"
    r"(?P<working>\s*\(?working\b)?\b|\b(?P<fortnight>fortnight)\b"
)
_AGE = re.compile(r"\s+(?:ago|earlier|before|old|later than|after i|away from)\b")
_LAST_DAY = re.compile(
    r"\b(?:by|until|till|til|before|latest|last day|means?|takes you|that is|which is|is|up to|end of|deadline"
    r"|gives you|later than|closes|ends|expires|to)\b[^.;]{0,25}$"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time as the letter names it; `unit` is working-days, days, weeks or months."""

    number: int
    unit: str


def limits_in(unit: Unit) -> tuple[Limit, ...]:
    """The lengths of time in a sentence, in order; "two months ago" is none."""
    found = (match for match in _LIMIT.finditer(unit.folded) if not _AGE.match(unit.folded, match.end()))
    return tuple(_limit(match) for match in found)


def _limit(match: re.Match[str]) -> Limit:
    if match["fortnight"]:
        return Limit(2, "weeks")
    number = int(match["number"]) if match["number"].isdigit() else _NUMBERS[match["number"]]
    working = match["unit"].startswith(("working", "business", "week")) and "day" in match["unit"]
    if working or (match["working"] and match["unit"].startswith("day")):
        return Limit(number, "working-days")
    return Limit(number, match["unit"].rstrip("s") + "s")


def names_last_day(folded: str, offset: int) -> bool:
    """Whether the date at the offset is given as the last day ("by Friday 6 March", "that is, until 6 March")."""
    return _LAST_DAY.search(folded[max(0, offset - 60) : offset]) is not None


def limit_of(name: str, tables: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    """The entry of a time limit in `rules/deadlines.yaml`; empty when there is none."""
    limits = tables.get("deadlines", {}).get("limits")
    entry = limits.get(name) if isinstance(limits, Mapping) else None
    return entry if isinstance(entry, Mapping) else {}
