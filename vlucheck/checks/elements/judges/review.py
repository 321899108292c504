"""Judges of what a letter says about asking for a review: that one can, how, and by when."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.limits import limit_of, limits_in, names_last_day
from vlucheck.checks.elements.judges.ways import outdated_only
from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.checks.elements.sections import section_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Paragraph
from vlucheck.letter.workdays import add_working_days
from vlucheck.rulebook.seek import Unit

_OF_TIME = re.compile(
    r"\b(?:days?|dates?|dated|time|letter|today|tomorrow|now|receiv\w+|receipt|get|got|read\w*|reach\w*|arriv\w*|weeks?|months?)\b"
)
_SOON = datetime.timedelta(days=45)
_GRACE = datetime.timedelta(days=5)


def vrr_right(reading: Reading) -> Verdict:
    """An offer that is open to the reader; where a review was asked for together with a complaint, telling of it."""
    said = reading.said["vrr-right"]
    if said.met:
        return Verdict(Status.MET, spans(said.met[:2]))
    told = reading.facts.get("review-under-way", ())
    if reading.letter.type.type == "vrr-and-complaint" and (told or said.partly):
        return Verdict(Status.MET, spans((told or said.partly)[:2]))
    return Verdict(Status.PARTLY, spans(said.partly[:2])) if said.partly else Verdict(Status.MISSING)


def vrr_how_to_ask(reading: Reading) -> Verdict:
    """A way for the request, near the offer of a review; an address that no longer works is half of one."""
    about = about_asking(reading)
    said = reading.said["vrr-how-to-ask"]
    ways = tuple(unit for unit in said.met if unit.span in about)
    working = tuple(unit for unit in ways if not outdated_only(unit, reading.tables))
    if working:
        return Verdict(Status.MET, spans(working))
    half = ways or tuple(unit for unit in said.partly if unit.span in about)
    return Verdict(Status.PARTLY, spans(half)) if half else Verdict(Status.MISSING)


def vrr_time_limit(reading: Reading) -> Verdict:
    """The limit in force with the day from which it runs or the day on which it ends; anything else is half of it."""
    about = about_asking(reading)
    found = tuple(unit for unit in reading.said["vrr-time-limit"].met if unit.span in about)
    if not found:
        return Verdict(Status.MISSING)
    limits = [limit for unit in found for limit in limits_in(unit)]
    wanted = limit_of("vrr-request", reading.tables).get("working-days")
    right = any(limit.unit == "working-days" and limit.number == wanted for limit in limits)
    outer = limit_of("vrr-request", reading.tables).get("latest-months")
    only_outer = all(limit.unit == "months" and limit.number == outer for limit in limits)
    starts = tuple(
        unit for unit in reading.facts.get("limit-starts", ()) if unit.span in about and _OF_TIME.search(unit.folded)
    )
    last_days = tuple(_last_days(reading, found))
    if right and starts:  # a last day that does not follow from it is a clash of dates, and told as one
        status = Status.MET
    elif last_days and isinstance(wanted, int) and (right or only_outer):
        status = Status.MET if _fits(last_days, wanted, starts, reading) else Status.PARTLY
    else:
        status = Status.PARTLY
    return Verdict(status, spans(found))


def about_asking(reading: Reading) -> frozenset[Span]:
    """The sentences about asking for a review: each offer, what follows it in its paragraph, and the paragraphs under
    the same heading that go on about it. Sentences about help, or about questions of any kind, are left out."""
    said = reading.said["vrr-right"]
    offers = {unit.span for unit in (*said.met, *said.partly)}
    if not offers:
        return frozenset()
    goes_on = {unit.span for unit in reading.facts.get("request-goes-on", ())}
    found: set[Span] = set()
    offered_in: int | None = None
    for paragraph in reading.letter.paragraphs:
        first = _first_offer(paragraph, offers)
        section = section_of(paragraph.span, reading.letter)
        if first is None and section == offered_in and _opens_with(paragraph, goes_on):
            first = 0
        if first is not None:
            offered_in = section
            found |= {sentence.span for sentence in paragraph.sentences[first:]}
    return frozenset(found - (_about_other_things(reading) - offers))


def _first_offer(paragraph: Paragraph, offers: set[Span]) -> int | None:
    return next((number for number, sentence in enumerate(paragraph.sentences) if sentence.span in offers), None)


def _opens_with(paragraph: Paragraph, goes_on: set[Span]) -> bool:
    return any(sentence.span in goes_on for sentence in paragraph.sentences[:2])


def _about_other_things(reading: Reading) -> set[Span]:
    """Invitations to ask questions, and services that help."""
    questions = {unit.span for unit in reading.facts.get("asks-for-questions", ())}
    support = reading.said.get("support")
    return questions | ({unit.span for unit in support.met} if support else set())


def _last_days(reading: Reading, found: tuple[Unit, ...]) -> Iterator[datetime.date]:
    """The days that the sentences name as the last, if they come soon after the letter's date."""
    for mention in reading.letter.dates:
        unit = next((unit for unit in found if unit.span.covers(mention.span)), None)
        if (
            unit is None
            or mention.date is None
            or not names_last_day(unit.folded, mention.span.start - unit.span.start)
        ):
            continue
        if reading.letter.date is None or mention.date <= reading.letter.date + _SOON:
            yield mention.date


def _fits(last_days: tuple[datetime.date, ...], wanted: int, starts: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether each last day follows from the letter's date.

    Where the limit runs from the letter's arrival, or only a day is named, it may be a few days later."""
    if reading.letter.date is None:
        return True
    due = add_working_days(reading.letter.date, wanted)
    from_letter = any(("date" in unit.folded or "today" in unit.folded) for unit in starts)
    latest = due if from_letter else due + _GRACE
    return all(due <= day <= latest for day in last_days)


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {"vrr-right": vrr_right, "vrr-how-to-ask": vrr_how_to_ask, "vrr-time-limit": vrr_time_limit}
)
