"""Judges of what came in and what will go out: the receipt, the day of the full reply, the reason for a late one."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.checks.elements.sections import heading_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import DateMention, fold
from vlucheck.rulebook.seek import Unit, units

_BACK = 4  # "It came on Monday" may stand so many sentences after the letter it is about
_OPENING = 6  # paragraphs in which a letter says what came in
_NEXT_YEAR = 60  # days back from which a date without its year is taken for one of next year
_ACKNOWLEDGEMENTS = ("vrr-acknowledgement", "complaint-acknowledgement", "vrr-and-complaint")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY_WORD = re.compile(
    r"\b(?:yesterday|(?<!from )(?<!until )(?<!by )today|this (?:morning|afternoon|week)"
    r"|(?:the )?(?:next|following|same) day|last night"
    rf"|the day before yesterday|{_WEEKDAY}|on the \d{{1,2}}(?:st|nd|rd|th))\b"
)
_OTHER_EVENT = re.compile(
    r"\b(?:trial|hearing|sentenc\w+|decision|court|incident|offence|letter to you|reply|answer)"
    r"(?: of| on| dated)?(?: [a-z]+day)?,?\s*$"
    r"|\b(?:our|my|this office's) (?:first |last |earlier )?(?:letter|e-?mail|message|decision)"
    r"(?: of| on| dated)?(?: [a-z]+day)?,?\s*$"
    r"|\b(?:reached|sent to|came to|written to|told) you(?: on| by)?(?: [a-z]+day)?,?\s*$"
)
_PROMISED = re.compile(r"\b(?:by|before|until|no later than)(?: tomorrow| today| [a-z]+day)?,?\s*$")
_ONLY_ITS_OWN_DATE = re.compile(
    r"^\W*(?:i|we) have (?:now |carefully |also )*(?:considered|looked at|read|reviewed) your \w+ (?:of|dated) "
    r"(?![^.]*\b(?:received|reached|came|arrived)\b)"
)
_NUMBER = r"(?:\d+|[a-z]+(?:-[a-z]+)?)"
_STRETCH = re.compile(
    rf"\b(?:within|in|inside|than|up to|of|takes?|after)(?: \w+){{0,3}}? {_NUMBER}"
    r"(?: (?:working|business|clear|full|more|further|calendar))* (?:day|week)s?\b"
    rf"|\b{_NUMBER} working days (?:from|of|after|later)\b"
    rf"|\b(?:by|before)(?: the)? (?:end|close|start|beginning|middle) of (?:\w+ )?"
    rf"(?:{_MONTHS}|(?:this|next|the) (?:week|month))\b"
    rf"|\b(?:by|before|until|on|than) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|(?:next |this |coming )*{_WEEKDAY})\b"
    r"|\b(?:next|this) (?:mon|tues|wednes|thurs|fri)day\b"
)
_ASKS_WHEN = re.compile(
    r"\b(?:when|how soon|by what day)\b.{0,40}"
    r"\b(?:hear|have|know|expect|get|answer|reply|result|be (?:done|finished|ready))\b.{0,60}\?\W*$"
    r"|\bhow (?:long|much time)\b.{0,30}\b(?:got|take|need|be|have)\b.{0,30}\?\W*$"
)
_BY = re.compile(
    r"\W*(?:(?:it|this|he|she|we|they|i) )?(?:(?:has|have|should take) )?"
    r"(?:by|on|before|until|till|within|no later than|up to)\b"
)
_CAUSE = re.compile(
    r"\b(?:because|due to|down to|owing to|on account of|thanks to|reasons?|result of|since|explains?|that is why"
    r"|held (?:it |us |me |this )?up|still (?:waiting|need|to come)|cannot (?:\w+ ){0,3}(?:until|before))\b"
)
_WHY = re.compile(r"\b(?:why|reasons?|causes?|held up|hold-?up|delay|what is keeping)\b")
_OURS = re.compile(
    r"\W*(?:it|they|both|the (?:letter|e-?mail|form|request|complaint|message))\b"
    r".*\b(?:us|me|here|this (?:office|unit))\b"
)


def receipt(reading: Reading) -> Verdict:
    """What came in and when, in one sentence or two near each other, meets it; one of the two half does."""
    what = [unit for unit in reading.said["receipt"].met if _opens(unit)]
    both = [unit for unit in what if has_day(unit, reading)]
    if both:
        return Verdict(Status.MET, spans(tuple(both[:1])))
    when = [unit for unit in reading.facts["it-arrived"] if _opens(unit) and has_day(unit, reading)]
    pairs = [(one, other) for one in what for other in when if 0 < _distance(one, other, reading) <= _BACK]
    if pairs:
        return Verdict(Status.MET, spans(pairs[0]))
    some = tuple((*what, *(unit for unit in when if _is_ours(unit))))
    return Verdict(Status.PARTLY, spans(some[:1])) if some else Verdict(Status.MISSING)


def reply_by(reading: Reading) -> Verdict:
    """An answer to come with its day meets it; a letter that owes two answers and dates one of them half does."""
    told = reading.said["reply-by"]
    kind = reading.letter.type.type
    usual = told.partly if kind in _ACKNOWLEDGEMENTS else ()
    dated = [
        unit
        for unit in sorted({*told.met, *usual, *_answers_when(reading)}, key=lambda unit: unit.span)
        if has_day_to_come(unit, reading)
    ]
    if not dated:
        return Verdict(Status.MISSING)
    if kind == "vrr-and-complaint" and len(dated) == 1 and not re.search(r"\bboth\b", dated[0].folded):
        return Verdict(Status.PARTLY, spans(tuple(dated)))
    return Verdict(Status.MET, spans(tuple(dated)))


def _answers_when(reading: Reading) -> Iterator[Unit]:
    """The sentences that answer a question of the letter's own: "When will you hear, then? By Monday 12 October."."""
    for before, unit in pairwise(units(reading.letter, "body")):
        if _ASKS_WHEN.search(before.folded) and _BY.match(unit.folded):
            yield unit


def delay_reason(reading: Reading) -> Verdict:
    """A reason of this case meets it, also one that follows "there are two reasons"; a general one half does. Where a
    general one is given as the cause, what else the letter tells counts only where it is called a cause as well."""
    told = reading.said["delay-reason"]
    after = _after_announcement(reading)
    general = any(_CAUSE.search(unit.folded) or _asked_above(unit, reading) for unit in told.partly)
    own = tuple(unit for unit in told.met if not general or _CAUSE.search(unit.folded))
    if own or after:
        return Verdict(Status.MET, tuple(sorted({*spans(own), *after})))
    return Verdict(Status.PARTLY, spans(told.partly)) if told.partly else Verdict(Status.MISSING)


def _asked_above(unit: Unit, reading: Reading) -> bool:
    """Whether it stands under a heading that asks for the cause ("Why you are still waiting"), or behind a sentence of
    its paragraph that speaks of it ("I will not dress the reason up")."""
    if _WHY.search(heading_of(unit.span, reading.letter)):
        return True
    here = unit.sentence
    before = (
        s for s in reading.letter.sentences if here and (s.paragraph, s.index) == (here.paragraph, here.index - 1)
    )
    return any(re.search(r"\breasons?\b", fold(sentence.text)) for sentence in before)


def _after_announcement(reading: Reading) -> tuple[Span, ...]:
    """The sentence after "the reason is this", unless it is a general one or none."""
    general = {unit.span for unit in (*reading.said["delay-reason"].partly, *reading.facts["no-reason"])}
    announced = {unit.span for unit in reading.facts["reason-announced"]}
    sentences = reading.letter.sentences
    following = (after for before, after in pairwise(sentences) if before.span in announced)
    return tuple(sentence.span for sentence in following if sentence.span not in general)


def _opens(unit: Unit) -> bool:
    """Letters say at the start what came in; a heading or a line of the head counts as well."""
    return unit.sentence is None or unit.sentence.paragraph <= _OPENING


def _is_ours(unit: Unit) -> bool:
    return _OURS.match(unit.folded) is not None


def _distance(one: Unit, other: Unit, reading: Reading) -> int:
    order = [sentence.span for sentence in reading.letter.sentences]
    return order.index(other.span) - order.index(one.span) if {one.span, other.span} <= set(order) else 0


def has_day(unit: Unit, reading: Reading) -> bool:
    """Whether the sentence has a day, and not only that of the hearing or decision which the reader wrote about."""
    dates = _dates(unit, reading)
    if _ONLY_ITS_OWN_DATE.search(unit.folded):
        return False
    if dates:
        came = (mention for mention in dates if mention.date and not _is_promised(mention, unit))
        return any(not _of_another_event(mention, unit) for mention in came)
    return _DAY_WORD.search(unit.folded) is not None


def _is_promised(mention: DateMention, unit: Unit) -> bool:
    """A day by which something was to be done is not the day on which something came."""
    return _PROMISED.search(unit.folded[: mention.span.start - unit.span.start]) is not None


def _of_another_event(mention: DateMention, unit: Unit) -> bool:
    return _OTHER_EVENT.search(unit.folded[: mention.span.start - unit.span.start].rstrip(" (")) is not None


def has_day_to_come(unit: Unit, reading: Reading) -> bool:
    """Whether the sentence names a day, or a number of days, that has not gone by."""
    return any(_is_to_come(d, reading.letter.date) for d in _dates(unit, reading)) or bool(_STRETCH.search(unit.folded))


def _is_to_come(mention: DateMention, written: date | None) -> bool:
    """A date before the letter's own is no promise unless its year was left out; an impossible one is another fault."""
    if mention.date is None or written is None or mention.date >= written:
        return True
    return not mention.year_given and (written - mention.date).days > _NEXT_YEAR


def _dates(unit: Unit, reading: Reading) -> list[DateMention]:
    return [mention for mention in reading.letter.dates if unit.span.covers(mention.span)]


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {"receipt": receipt, "reply-by": reply_by, "delay-reason": delay_reason}
)
