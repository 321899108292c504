""" "16 January, the day after you gave evidence" → does the day follow from the one the letter gives the event?"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from vlucheck.checks.consistency.clash import Clash
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter
from vlucheck.letter.workdays import add_working_days

_NUMBERS = {
    "the": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fourteen": 14,
}  # fmt: skip
_STEP = (
    rf"(?:just |only |exactly |that is |which (?:is|was) )*(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) "
    r"(?P<unit>working days?|days?|weeks?|fortnight) (?P<way>before|after)"
)
_ON_THE_DAY = r"(?:that is |which (?:is|was) )?(?P<same>the (?:very |same )?day(?: (?:of|that|when|on which)))"
_AFTER_DATE = re.compile(rf",? (?:\(|- ?)?(?:{_STEP}|{_ON_THE_DAY}) (?P<event>[^,.;:()]{{3,45}})")
_BEFORE_DATE = re.compile(
    rf"\b(?:{_STEP}|{_ON_THE_DAY}) (?P<event>[^,.;:()]{{3,45}}?)(?:,? (?:that is|namely))?,? (?:on )?$"
)
_EVENTS = {
    "the trial": (
        re.compile(r"\b(?:the|your|his|her|their|this) trial\b(?! (?:ended|was over))"),
        re.compile(
            r"\b(?:trial|it|case) (?:was|is|had been)? ?(?:due |to |first |originally )*(?:start(?:ed)?|begin|began"
            r"|begun"
            r"|take place|took place|held|be held|listed|fixed|set|be|opened?|heard|be heard)(?: (?:at"
            r"|in) [^,.;]{3,40})? "
            r"(?:on|for) (?:the )?$|\btrial (?:was )?(?:on|of) (?:the )?$"
        ),
    ),
    "the hearing": (
        re.compile(r"\b(?:the|your|his|her|that|this) hearing\b"),
        re.compile(r"\b(?:the|your|his|her) hearing (?:was |is )?(?:held |listed |fixed )?(?:on|of|for) (?:the )?$"),
    ),
    "the day of your evidence": (
        re.compile(r"\byou (?:gave (?:your )?evidence|came to (?:court|give evidence)|were (?:at|in) court)\b"),
        re.compile(
            r"\byou (?:gave (?:your )?evidence|came to (?:[\w']+ ){0,3}(?:court|give evidence))(?: (?:at"
            r"|in) [^,.;]{3,40})?"
            r",? on (?:the )?$"
        ),
    ),
    "the verdict": (
        re.compile(r"\b(?:the|this|that) (?:verdict|acquittal)\b"),
        re.compile(r"\b(?:the|this) (?:verdict|acquittal)(?: was (?:given|returned|reached))? (?:on|of) (?:the )?$"),
    ),
    "the sentence": (
        re.compile(r"\b(?:he|she|mr [\w'-]+|ms [\w'-]+) was sentenced\b"),
        re.compile(r"\b(?:he|she|mr [\w'-]+|ms [\w'-]+) was sentenced(?: (?:at|in|to) [^,.;]{3,40})? on (?:the )?$"),
    ),
    "the arrest": (
        re.compile(r"\b(?:his|her|the) arrest\b|\b(?:he|she) was arrested\b"),
        re.compile(
            r"\b(?:he|she|they|mr [\w'-]+|ms [\w'-]+) (?:was|were) arrested(?: (?:at|in) [^,.;]{3,40})?"
            r" on (?:the )?$"
        ),
    ),
}  # fmt: skip
_MOVED = re.compile(
    r"\b(?:trial|hearing|case|it|date|listing) [^.;]{0,30}?\b(?:put (?:off|back)|moved|postponed"
    r"|brought forward|adjourned"
    r"|re-?listed)\b|\b(?:second|new|another|first|both|two|later) (?:trials?|hearings?|verdicts?|dates?)\b|\btrials\b"
    r"|\bhearings\b"
)
_MONTH_APART = timedelta(days=45)


def days_reckoned_wrong(letter: Letter) -> Iterator[Clash]:
    """Yield the day said to lie so many days before or after an event, or on it, where it does not."""
    events = dict(_dated_events(letter))
    for mention in letter.dates:
        found, after = _reckoning(letter, mention)
        if found is None or mention.date is None:
            continue
        other = _meant(letter, mention, found, events, after)
        if other is None or other.date is None or abs(other.date - mention.date) > _MONTH_APART:
            continue
        right = _reckoned(found, other.date)
        if right != mention.date:
            fill = {"reckoned": " ".join(found[0].strip(" ,(-").split()), "right": f"{right.day} {right:%B}"}
            yield Clash(mention.span, other.span, fill, unsure=Confidence.MEDIUM)


def _reckoning(letter: Letter, mention: DateMention) -> tuple[re.Match[str] | None, int]:
    """The words beside a day that reckon it from another one, and where the other day would have to begin."""
    after = _AFTER_DATE.match(letter.folded, mention.span.end)
    if after:
        return after, after.start("event")
    sentence = letter.sentence_at(mention.span.start)
    start = max(sentence.span.start if sentence else 0, mention.span.start - 90)
    return _BEFORE_DATE.search(letter.folded[start : mention.span.start]), -1


def _meant(
    letter: Letter, mention: DateMention, found: re.Match[str], events: dict[str, DateMention], at: int
) -> DateMention | None:
    """The day that is reckoned from: it stands in the words themselves, or the letter gives it to their event."""
    beside = next((m for m in letter.dates if 0 <= at <= m.span.start <= at + 3 and m is not mention), None)
    if beside is not None:
        return beside
    for name, (words, _) in _EVENTS.items():
        spoken = words.match(found["event"])
        if spoken and name in events and events[name] is not mention:
            ended = found.groupdict().get("way") == "after" and name == "the trial" and "beg" not in found["event"]
            return None if ended and "start" not in found["event"] else events[name]
    return None


def _dated_events(letter: Letter) -> Iterator[tuple[str, DateMention]]:
    """Each event to which the letter gives one day, and no other."""
    moved = _MOVED.search(letter.folded) is not None
    for name, (_, told) in _EVENTS.items():
        if moved and name in ("the trial", "the hearing", "the verdict"):
            continue
        dated = [
            m for m in letter.dates if m.date and told.search(letter.folded[max(0, m.span.start - 80) : m.span.start])
        ]
        own = [m for m in dated if _reckoning(letter, m)[0] is None]
        if own and len({m.date for m in own}) == 1:
            yield name, own[0]


def _reckoned(found: re.Match[str], day: date) -> date:
    if found["same"]:
        return day
    count = int(found["n"]) if found["n"].isdigit() else _NUMBERS[found["n"]]
    count = count if found["way"] == "after" else -count
    if "working" in found["unit"]:
        return add_working_days(day, count)
    return day + timedelta(days=count * {"f": 14, "w": 7}.get(found["unit"][0], 1))
