"""Judges how a letter says that a complaint can be taken further: the way, where to write, and by when."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from vlucheck.checks.elements.judges.ways import has_mail, has_post, has_way, is_writers_mail, outdated_only
from vlucheck.checks.elements.reading import Reading, Verdict
from vlucheck.checks.elements.sections import section_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Sentence
from vlucheck.rulebook.seek import Unit

_BEFORE, _AFTER = 1, 5
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_STRETCH = re.compile(
    r"\b(?P<number>\d+|[a-z]+(?:-[a-z]+)?)(?: (?:calendar|working|full|clear))* (?P<unit>day|week|month)s?\b"
    r"|\b(?P<calendar>calendar month|the month (?:that follows|after|following|from))\b"
)
_OUR_TIME = re.compile(
    r"\b(?:we|i|they|it|takes|reply|answer)\b[^.]{0,25}\b(?:will|aim|takes|within)\b"
    r"|\bwill (?:pay|send|write|reply|check)"
)
_THEIR_ADDRESS = re.compile(
    r"\b(?:her|his|its|their|assessor's|the) (?:postal |office )?address(?:es)? (?:is|are)\b|\bc/o\b|\bcare of\b"
)
_ASKS_FOR_REVIEW = re.compile(r"\b(?:review|stage (?:2|two)|second stage|look(?:ed)? at|consider(?:ed)?|complain\w*)\b")
_REPLIES = ("complaint-stage-1", "complaint-stage-2")
_SENIOR = re.compile(
    r"\b(?:(?:chief|deputy|senior|district)(?: \w+)? prosecutor|heads? of|head of unit"
    r"|(?:area|business|senior|unit|my|complaints)(?: \w+)? manager|more senior|senior to me"
    r"|higher (?:rank|up)|superior|(?:stage|step) (?:two|2)|(?:second|next) stage|senior colleagues?"
    r"|somebody senior|someone senior|independent assessor|grades? above|a level)\b"
)
_ENDS = re.compile(
    r"\b(?:one|a|the|next|this|that|inside|calendar) (?:\w+ )?month\b|\b(?:by|before|until|till|no later than"
    r"|last date:?|closing date is|and) (?:\w+,? ){0,4}\d{1,2}(?:st|nd|rd|th)?"
    r" (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_BEHIND = re.compile(
    r"\b(?:from|since) (?:now|today|\d|next|this)|\b(?:i|we|she|he) (?:have|has) (?:asked|told|instructed|arranged)"
)  # what is being put right
_MINE = re.compile(
    r"(?:i am|i'm|my (?:own |direct )?(?:number|line|telephone|e-?mail)|the number"
    r"|you (?:can|will|may) (?:reach|find)) "
)
_DAYS_OFF = 3  # a date one month on may be moved over a weekend


def next_stage(reading: Reading) -> Verdict:
    """The way on with somebody or somewhere to send the request to meets it; the way alone half does.

    The Independent Assessor is outside the office, so the office's own address is not enough there; nor is a line for
    questions about this letter the place to send a complaint.
    """
    ways = stage_ways(reading)
    if not ways:
        return Verdict(Status.MISSING)
    outside = any(unit.span == way.span for way in ways for unit in reading.facts["assessor-named"])
    where = _where_to(ways, outside, reading)
    if where and not any(outdated_only(way, reading.tables) for way in ways):
        return Verdict(Status.MET, _spans(ways, where[:1]))
    return Verdict(Status.PARTLY, _spans(ways, ()))


def stage_ways(reading: Reading) -> tuple[Unit, ...]:
    """The sentences that say that the complaint can be taken further: by their wording; or, in a reply, by naming
    somebody senior or another stage, in a paragraph that also holds a way to write and a time limit."""
    told = reading.said["next-stage"].met
    if reading.letter.type.type not in _REPLIES:
        return told
    limits = {unit.span for unit in reading.said["next-stage-time-limit"].met}
    named = {unit.span for unit in reading.facts["where-to-send"]}
    found: list[Unit] = []
    for paragraph in reading.letter.paragraphs:
        units = [Unit(s.span, _folded(s, reading), s) for s in paragraph.sentences]
        limited = any(unit.span in limits or _ENDS.search(unit.folded) for unit in units)
        reached = any(has_way(unit.folded) or unit.span in named for unit in units)
        if limited and reached and not any(_BEHIND.search(unit.folded) for unit in units):
            found += [unit for unit in units if _SENIOR.search(unit.folded)]
    known = {unit.span for unit in told}
    return (*told, *(unit for unit in found if unit.span not in known))


def _where_to(ways: tuple[Unit, ...], outside: bool, reading: Reading) -> list[Span]:
    """The sentences near the way on that say where to send the request, at an address that works."""
    named = {unit.span for unit in reading.facts["where-to-send"]}
    own = {unit.span for unit in reading.facts["own-way"]}
    asking = {unit.span for unit in reading.facts.get("asks-for-questions", ())} - {way.span for way in ways}
    asking -= {span for span in asking if _ASKS_FOR_REVIEW.search(_text(span, reading))}
    units = (Unit(sentence.span, _folded(sentence, reading), sentence) for sentence in _around(ways, reading))
    if outside:
        told = (unit for unit in units if _reaches_assessor(unit, unit.span in own, reading))
    else:
        answering = set(_behind(asking, reading))
        told = (
            unit
            for unit in units
            if (has_way(unit.folded) or unit.span in named) and unit.span not in asking | answering
        )
    return [unit.span for unit in told if not outdated_only(unit, reading.tables)]


def _behind(asking: set[Span], reading: Reading) -> Iterator[Span]:
    """The number that follows an invitation to ask questions is for them: "Ring me if this is unclear. I am on …"."""
    for before, after in pairwise(reading.letter.sentences):
        if before.span in asking and before.paragraph == after.paragraph and _MINE.match(_folded(after, reading)):
            yield after.span


def _reaches_assessor(unit: Unit, own: bool, reading: Reading) -> bool:
    """An address, or a number, that is not the writer's own."""
    if is_writers_mail(unit.folded, reading.letter):
        return False
    if _THEIR_ADDRESS.search(unit.folded) or has_mail(unit.folded) or has_post(unit.folded):
        return True
    return has_way(unit.folded) and not own


def next_stage_time_limit(reading: Reading) -> Verdict:
    """The limit of `rules/deadlines.yaml`, or its date, near the way to the next stage meets it; another half does."""
    ways = stage_ways(reading)
    near = {sentence.span for sentence in _around(ways, reading)}
    limits = [unit for unit in reading.said["next-stage-time-limit"].met if unit.span in near]
    right = tuple(unit.span for unit in limits if _is_right(unit, reading))
    if right:
        return Verdict(Status.MET, right)
    wrong = tuple(unit.span for unit in limits if _speaks_to_the_reader(unit))
    return Verdict(Status.PARTLY, wrong) if wrong else Verdict(Status.MISSING)


def _around(ways: tuple[Unit, ...], reading: Reading) -> list[Sentence]:
    """The sentences of the ways, one before and some after each, under the same heading."""
    sentences = reading.letter.sentences
    spans = {way.span for way in ways}
    at = [(number, section_of(s.span, reading.letter)) for number, s in enumerate(sentences) if s.span in spans]
    placed = ((number, s, section_of(s.span, reading.letter)) for number, s in enumerate(sentences))
    return [s for n, s, section in placed if any(-_BEFORE <= n - way <= _AFTER and section == at_ for way, at_ in at)]


def _is_right(unit: Unit, reading: Reading) -> bool:
    months = _months(reading)
    stretches = [(_number(found), found["unit"] or "month") for found in _STRETCH.finditer(unit.folded)]
    if any(kind == "month" and number in months for number, kind in stretches):
        return True
    ends = [end for number in months if (end := _months_on(reading.letter.date, number))]
    dates = (mention.date for mention in reading.letter.dates if unit.span.covers(mention.span))
    return any(day and abs((day - end).days) <= _DAYS_OFF for day in dates for end in ends)


def _number(found: re.Match[str]) -> int | None:
    text = "one" if found["calendar"] else found["number"]
    if text.isdigit():
        return int(text)
    return max(1, _NUMBERS.index(text)) if text in _NUMBERS else None


def _months(reading: Reading) -> set[int]:
    limits = reading.tables.get("deadlines", {}).get("limits", {})
    rows = (
        [limits.get(name) for name in ("complaint-stage-2", "independent-assessor")]
        if isinstance(limits, Mapping)
        else []
    )
    return {months for row in rows if isinstance(row, Mapping) and isinstance(months := row.get("months"), int)}


def _months_on(day: date | None, months: int) -> date | None:
    """The same day so many months later, or the last day of that month."""
    if day is None:
        return None
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for last in range(day.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, day.day)


def _speaks_to_the_reader(unit: Unit) -> bool:
    """A wrong limit is one for the reader, not the time in which the office answers."""
    return _OUR_TIME.search(unit.folded) is None


def _folded(sentence: Sentence, reading: Reading) -> str:
    return _text(sentence.span, reading)


def _text(span: Span, reading: Reading) -> str:
    return reading.letter.folded[span.start : span.end]


def _spans(ways: tuple[Unit, ...], more: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted({*(way.span for way in ways), *more}))


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {"next-stage": next_stage, "next-stage-time-limit": next_stage_time_limit}
)
