"""What to write where an element is lacking: the rule's wording with the letter's own last days and numbers in it.

    {limit vrr-request}   the length of a time limit of `rules/deadlines.yaml`: "10 working days"
    {day vrr-request}     the day it ends, counted from the date of the letter: "Thursday 19 March 2026"
    {telephone}, {e-mail} how to reach the writer, as its head, its foot or "ring me on ..." has it

What the letter does not tell becomes a blank in square brackets, which no letter can go out with unseen.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from vlucheck.checks.elements.judges.limits import limit_of
from vlucheck.checks.elements.judges.ways import mails_in, numbers_in
from vlucheck.errors import BadRule
from vlucheck.letter.model import Letter, Part
from vlucheck.letter.workdays import add_months, add_working_days
from vlucheck.rulebook.model import Require, Rule

Tables = Mapping[str, Mapping[str, object]]

_PLACE = re.compile(r"\{([a-z][a-z-]*)(?: ([a-z0-9-]+))?\}")
_WRITERS_LINES = (Part.LETTERHEAD, Part.REFERENCE, Part.SIGNATURE, Part.FOOTNOTE, Part.FOOTER)
_TO_WRITER = re.compile(r"\b(?:me|us)\b")
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def instead(rule: Rule, tables: Tables, letter: Letter | None = None) -> tuple[str, ...]:
    """Return what the rule says to write, for an element with its places filled. Raises BadRule for an unknown one."""
    if not isinstance(rule.test, Require):
        return rule.instead
    try:
        return tuple(
            _PLACE.sub(lambda place: _words(place[1], place[2] or "", tables, letter), text) for text in rule.instead
        )
    except LookupError as error:
        raise BadRule(f"{rule.path}: instead: {error.args[0]}") from error


def _words(kind: str, name: str, tables: Tables, letter: Letter | None) -> str:
    if kind == "telephone":
        return next(_of_writer(letter, numbers_in), "[your number]")
    if kind == "e-mail":
        return next(_of_writer(letter, mails_in), "[your e-mail address]")
    unit, count = _limit(name, tables)
    if kind == "limit":
        return f"{_COUNTS[count] if count < len(_COUNTS) else count} {unit if count > 1 else unit.removesuffix('s')}"
    if kind == "day":
        return _last_day(letter.date, unit, count) if letter and letter.date else "[the last day]"
    raise LookupError(f'"{{{kind}}}" is not something that can be filled in')


def _limit(name: str, tables: Tables) -> tuple[str, int]:
    entry = limit_of(name, tables)
    for key, unit in (("working-days", "working days"), ("months", "months")):
        count = entry.get(key)
        if isinstance(count, int):
            return unit, count
    raise LookupError(f'there is no time limit "{name}" in deadlines.yaml')


def _last_day(start: date, unit: str, count: int) -> str:
    end = add_months(start, count) if unit == "months" else add_working_days(start, count)
    return f"{end:%A} {end.day} {end:%B %Y}"


def _of_writer(letter: Letter | None, find: Callable[[str], list[str]]) -> Iterator[str]:
    if letter is not None:
        lines = (line.span for line in letter.part_lines(*_WRITERS_LINES))
        for span in (*lines, *(each.span for each in letter.sentences if _TO_WRITER.search(each.text))):
            yield from find(letter.document.quote(span))
