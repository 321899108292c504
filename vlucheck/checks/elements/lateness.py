"""The dates in a letter → whether it is late: after a decision, after a promise, or after what it answers came in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from vlucheck.checks.elements.judges.correspondence import receipt
from vlucheck.checks.elements.reading import Reading
from vlucheck.letter.model import Sentence, fold
from vlucheck.letter.workdays import working_days_between

_ACKNOWLEDGEMENTS = ("complaint-acknowledgement", "vrr-and-complaint")
_REPLIES = ("complaint-holding", "complaint-stage-1", "complaint-stage-2")
_ENHANCED = ("bereaved", "sexual-offence", "child-abuse", "hate-crime", "persistently-targeted")
_SAID = r"(?:decid|conclud|decision|told the (?:court|judge|police)|asked the court|"
_DECIDING = {
    "vcl-no-charge": _SAID + r"came to the)",
    "vcl-stopped": _SAID + r"discontinu|stopped|withdrew|withdrawn|offered no evidence|no evidence was offered|ended)",
    "vcl-altered": _SAID + r"replaced|changed|altered|amended|substituted|reduced)",
    "decision-to-charge": _SAID + r"\bcharged|authoris)",
}
_WEEKDAY = r"(?:[a-z]+day,? )?"
_OPENS = re.compile(rf"(?:^\W*|\b(?:that|and|but) )(?:at [\w' ]{{3,50}}, ?)?on {_WEEKDAY}$")
_NO_CLAUSE = r"(?:(?!\b(?:you|he|she|who|that|which|they)\b)[^.,;?!])"  # not "in the case you reported on 3 May"
_BETWEEN = (
    rf"(?: (?:that|it|this|(?:was|were) (?:made|taken|reached)))?(?: (?:by|at|in) {_NO_CLAUSE}{{3,50}}?)?"
    rf",? (?:on|of) {_WEEKDAY}"
)
_DATED = re.compile(
    rf"\b(?:letter|e-?mail|complaint|compliant|form|request|message|card|note),? (?:of|dated) {_WEEKDAY}$"
)
_PROMISE_RECALLED = re.compile(
    r"\b(?:promised|said|told you|was due|were due|was to|were to|should have|would have|hoped|expected|aimed)\b"
    r"[^.;]{0,80}\b(?:reply|answer\w*|response|write|hear)\b|\b(?:reply|answer\w*|response)\b[^.;]{0,60}"
    r"\b(?:was promised|was due|was to|should have)\b"
)
_PROMISED_BY = re.compile(rf"\b(?:by|before|until|than) (?:the )?{_WEEKDAY}$")
_YOU_DID = re.compile(r"\byou (?:have |had |also |then )?$")
_ARRIVING = re.compile(
    r"\b(?:rec(?:ei|ie)ved|reached|arrived|came|got|opened|receipt|was with us|logged|delivered|handed|landed"
    r"|(?:in|into) (?:my|our) hands)\b"
)
_GOES_ON = re.compile(
    r"^\W*(?:there|then|he|she|we|they|our (?:prosecutor|barrister|lawyer)|the prosecutor)\b|\b(?:on )?that day\b"
)
_ADDS_DAY = re.compile(
    rf"\W*(?:that|this|it|she did so|he did so|i did so|the decision) (?:was|is)?\b ?(?:(?:decided|made|done|taken)"
    rf"(?: by [\w ]{{3,30}})? )?on {_WEEKDAY}\d"
)
_ENDING = re.compile(
    r"\b(?:offered no evidence|(?:no evidence was|offering no evidence)|(?:we|he|she|they|prosecutor) (?:\w+ )?"
    r"(?:stopped|ended|withdrew|discontinued))\b"
)


class LateAfter(StrEnum):
    """What a late letter comes too long after."""

    DECISION = "decision"
    PROMISE = "promise"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Lateness:
    """Why a letter is late: too many working days after a day (`limit` of them were allowed; 0 for a promised day)."""

    after: LateAfter
    day: date
    limit: int = 0


def is_late(reading: Reading) -> bool:
    """Whether the dates in the letter show that it is late. Without a date of its own a letter shows nothing."""
    return lateness(reading) is not None


def lateness(reading: Reading) -> Lateness | None:
    """The first thing that shows the letter to be late, or None."""
    written = reading.letter.date
    if written is None:
        return None
    checks = (_after_decision, _after_promise, _after_receipt)
    return next((found for check in checks if (found := check(reading, written))), None)


def _after_decision(reading: Reading, written: date) -> Lateness | None:
    """More working days after the decision, by the case file or else the letter, than `rules/deadlines.yaml` allows."""
    days = decision_days(reading, written)
    case = reading.letter.case
    if case and case.decision_date and case.decision_date <= written and reading.letter.type.type in _DECIDING:
        days = [case.decision_date]
    enhanced = any(reading.holds(fact) for fact in _ENHANCED)
    if case and case.enhanced is not None:
        enhanced = case.enhanced
    limit = _working_days(reading, "letter-after-decision-enhanced" if enhanced else "letter-after-decision")
    if not days or limit is None or working_days_between(max(days), written) <= limit:
        return None
    return Lateness(LateAfter.DECISION, max(days), limit)


def decision_days(reading: Reading, written: date) -> list[date]:
    """The days on which, by the letter, the decision was made."""
    days = [day for sentence in reading.letter.sentences for day in _decided_on(sentence, reading, written)]
    return days or list(_ended_on_that_day(reading, written)) or list(_dated_behind(reading, written))


def _decided_on(sentence: Sentence, reading: Reading, written: date) -> Iterator[date]:
    """The days that belong to a deciding word: "On 3 March we decided", "stopped on 3 March", "decision of 3 March"."""
    word = _DECIDING.get(reading.letter.type.type)
    if word is None:
        return
    folded = reading.letter.folded[sentence.span.start : sentence.span.end]
    for mention in reading.letter.dates:
        if mention.date is None or mention.date > written or not sentence.span.covers(mention.span):
            continue
        before = folded[: mention.span.start - sentence.span.start]
        after = folded[mention.span.end - sentence.span.start :]
        opens = _OPENS.search(before) and re.match(rf"[^.?!]{{0,90}}?\b{word}", after)
        told = re.search(rf"{word}\w*{_BETWEEN}$", before)
        if opens or (told and not _YOU_DID.search(before[: told.start()])):
            yield mention.date
    just = re.match(rf"\W*(?P<day>yesterday|today|this morning)\b[^.?!]{{0,90}}?\b{word}", folded)
    if just or re.search(rf"\b{word}\w*(?: this)? (?P<day>yesterday|today|this morning)\b", folded):
        yield written - timedelta(days=1) if "yesterday" in folded else written


def _ended_on_that_day(reading: Reading, written: date) -> Iterator[date]:
    """The day of the sentence before, where one goes on from it: "On 3 March … at court. He offered no evidence"."""
    if reading.letter.type.type != "vcl-stopped":
        return
    for before, sentence in pairwise(reading.letter.sentences):
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        dated = any(sentence.span.covers(mention.span) for mention in reading.letter.dates)
        if dated or not (_GOES_ON.search(folded) and _ENDING.search(folded)):
            continue
        if before.text.lower().startswith("you "):
            continue  # the day of what the reader did: "You told the police on 1 September that …"
        mentions = (mention for mention in reading.letter.dates if before.span.covers(mention.span))
        yield from (mention.date for mention in mentions if mention.date and mention.date <= written)


def _dated_behind(reading: Reading, written: date) -> Iterator[date]:
    """The day that the next sentence adds to the decision: "I have decided against a charge. That was on 5 October"."""
    word = _DECIDING.get(reading.letter.type.type)
    for before, sentence in pairwise(reading.letter.sentences):
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        if word and _ADDS_DAY.match(folded) and re.search(rf"\b{word}", fold(before.text)):
            mentions = (mention for mention in reading.letter.dates if sentence.span.covers(mention.span))
            yield from (mention.date for mention in mentions if mention.date and mention.date <= written)


def _after_promise(reading: Reading, written: date) -> Lateness | None:
    """A day by which a reply was promised has passed."""
    promised = [unit.span for unit in reading.facts["reply-promised"]]
    dates = [d for span in promised for d in reading.letter.dates if span.covers(d.span)]
    ends = (d.date for d in dates if _PROMISED_BY.search(reading.letter.folded[: d.span.start][-60:]))
    passed = [day for day in ends if day is not None and day < written]
    return Lateness(LateAfter.PROMISE, max(passed)) if passed else None


def _after_receipt(reading: Reading, written: date) -> Lateness | None:
    """An acknowledgement or a reply comes more working days after the complaint than `rules/deadlines.yaml` allows."""
    kind = reading.letter.type.type
    name = "complaint-acknowledgement" if kind in _ACKNOWLEDGEMENTS else "complaint-reply" if kind in _REPLIES else ""
    limit = _working_days(reading, name)
    if limit is None or (kind == "complaint-holding" and _promise_runs(reading, written)):
        return None
    spans = [s for s in receipt(reading).evidence if _ARRIVING.search(reading.letter.folded[s.start : s.end])]
    days = [
        d.date
        for span in spans
        for d in reading.letter.dates
        if span.covers(d.span) and d.date and d.date <= written
        if not _DATED.search(reading.letter.folded[: d.span.start][-60:])
    ]
    if not days or working_days_between(max(days), written) <= limit:
        return None
    return Lateness(LateAfter.RECEIPT, max(days), limit)


def _promise_runs(reading: Reading, written: date) -> bool:
    """Whether the letter recalls a promise of a reply for its own date or later: it is then sent in good time."""
    for sentence in reading.letter.sentences:
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        if _PROMISE_RECALLED.search(folded):
            days = [d.date for d in reading.letter.dates if sentence.span.covers(d.span) and d.date]
            if re.search(r"\b(?:today|tomorrow|this week)\b", folded) or any(day >= written for day in days):
                return True
    return False


def _working_days(reading: Reading, name: str) -> int | None:
    limits = reading.tables.get("deadlines", {}).get("limits", {})
    row = limits.get(name) if isinstance(limits, Mapping) else None
    days = row.get("working-days") if isinstance(row, Mapping) else None
    return days if isinstance(days, int) else None
