"""The dates in a letter → whether it is late: after a decision, after a promise, or after what it answers came in."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from vlucheck.checks.elements.judges.correspondence import receipt
from vlucheck.checks.elements.reading import Reading
from vlucheck.letter.model import Sentence
from vlucheck.letter.workdays import working_days_between

_ACKNOWLEDGEMENTS = ("complaint-acknowledgement", "vrr-and-complaint")
_REPLIES = ("complaint-holding", "complaint-stage-1", "complaint-stage-2")
_ENHANCED = ("bereaved", "sexual-offence", "child-abuse", "persistently-targeted")
_SAID = r"(?:decid|conclud|decision|told the (?:court|judge|police)|asked the court|"
_DECIDING = {
    "vcl-no-charge": _SAID + r"came to the)",
    "vcl-stopped": _SAID + r"discontinu|stopped|withdrew|withdrawn|offered no evidence|no evidence was offered|ended)",
    "vcl-altered": _SAID + r"replaced|changed|altered|amended|substituted|reduced)",
    "decision-to-charge": _SAID + r"\bcharged|authoris)",
}
_WEEKDAY = r"(?:[a-z]+day,? )?"
_OPENS = re.compile(rf"(?:^\W*|\b(?:that|and|but) )(?:at [\w' ]{{3,50}}, ?)?on {_WEEKDAY}$")
_BETWEEN = (
    r"(?: (?:that|it|this|(?:was|were) (?:made|taken|reached)))?(?: (?:by|at|in) [^.,;?!]{3,50}?)?"
    rf",? (?:on|of) {_WEEKDAY}"
)
_PROMISED_BY = re.compile(rf"\b(?:by|before|until|than) (?:the )?{_WEEKDAY}$")
_ARRIVING = re.compile(r"\b(?:rec(?:ei|ie)ved|reached|arrived|came|got|opened|receipt|was with us|logged)\b")


def is_late(reading: Reading) -> bool:
    """Whether the dates in the letter show that it is late. Without a date of its own a letter shows nothing."""
    written = reading.letter.date
    if written is None:
        return False
    checks = (_after_decision, _after_promise, _after_receipt)
    return any(check(reading, written) for check in checks)


def _after_decision(reading: Reading, written: date) -> bool:
    """More working days after the decision named in the letter than `rules/deadlines.yaml` allows."""
    days = [day for sentence in reading.letter.sentences for day in _decided_on(sentence, reading, written)]
    enhanced = any(reading.tells(fact) for fact in _ENHANCED)
    limit = _working_days(reading, "letter-after-decision-enhanced" if enhanced else "letter-after-decision")
    return bool(days) and limit is not None and working_days_between(max(days), written) > limit


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
        if opens or re.search(rf"{word}\w*{_BETWEEN}$", before):
            yield mention.date


def _after_promise(reading: Reading, written: date) -> bool:
    """A day by which a reply was promised has passed."""
    promised = [unit.span for unit in reading.facts["reply-promised"]]
    dates = [d for span in promised for d in reading.letter.dates if span.covers(d.span)]
    ends = (d.date for d in dates if _PROMISED_BY.search(reading.letter.folded[: d.span.start][-60:]))
    return any(day is not None and day < written for day in ends)


def _after_receipt(reading: Reading, written: date) -> bool:
    """An acknowledgement or a reply comes more working days after the complaint than `rules/deadlines.yaml` allows."""
    kind = reading.letter.type.type
    name = "complaint-acknowledgement" if kind in _ACKNOWLEDGEMENTS else "complaint-reply" if kind in _REPLIES else ""
    limit = _working_days(reading, name)
    if limit is None:
        return False
    spans = [s for s in receipt(reading).evidence if _ARRIVING.search(reading.letter.folded[s.start : s.end])]
    days = [
        d.date for span in spans for d in reading.letter.dates if span.covers(d.span) and d.date and d.date <= written
    ]
    return bool(days) and working_days_between(max(days), written) > limit


def _working_days(reading: Reading, name: str) -> int | None:
    limits = reading.tables.get("deadlines", {}).get("limits", {})
    row = limits.get(name) if isinstance(limits, Mapping) else None
    days = row.get("working-days") if isinstance(row, Mapping) else None
    return days if isinstance(days, int) else None
