"""A thing that happened once and is called by its noun ("your journey") → the place that gives it another day."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.dates import one_figure_apart
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter, Part

# What there is usually one of; of the others there may be several, so that only a month put wrong is a slip.
_ONCE = "journey|trip|wedding|funeral|operation|sale|purchase|outing|birthday|christening"
_OFTEN = (
    "visit|call|telephone call|phone call|conversation|meeting|message|messages|texts|text|interview|statement|payment"
    "|delivery|search|recording|photograph|photographs|film|footage|voicemail|transfer|report"
)
_OWNERS = frozenset({"your", "his", "her", "their"})
_WHOSE = r"(?:your|the|his|her|their|that|this|\d{2,})"
_COMES = r"was|were|is|took place|happened|came|(?:was |were )?(?:sent|made|taken|held|fixed|arranged)"
_ADJECTIVES = r"(?:(?!of\b|and\b|or\b|to\b|next\b|first\b|second\b|other\b|last\b|later\b)[a-z0-9-]+ ){0,2}?"
_NOUN = re.compile(
    rf"\b(?P<whose>{_WHOSE}) {_ADJECTIVES}(?P<noun>{_ONCE}|{_OFTEN})"
    r"(?P<between>(?: (?:to|with|from|at|in|by) [^.,;:]{2,50}?)?"
    rf"(?:,? (?:which |that )?(?:{_COMES}))?"
    r"(?: to you| to him| to her| to us| by you| by him)?) (?:of|on|dated|from) (?:the )?(?:\w+day,? (?:the )?)?$"
)
_SEVERAL = (
    r"two|both|three|four|several|another|second|other|later|further|next|first|last|each|every|third|new|earlier"
)
_SAME_TIME = re.compile(
    r"\b(?:that|the) (?:same|very) (?:night|day|evening|morning|afternoon|weekend),?(?: on| of)?(?: the)?"
    r"(?: \w+day,?(?: the)?)? ?[(-]? ?$"
)
_MOVED = re.compile(r"\b(?:put off|put back|moved to|postponed|rearranged|re-arranged|cancelled|brought forward)\b")
_NEAR = 3  # days
_LEAD = 140


def occasions_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day of such a thing: near the first one, or the same day of another month."""
    told: defaultdict[str, list[DateMention]] = defaultdict(list)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for mention in letter.dates:
        found = _named_before(letter, mention)
        if found and mention.date and letter.part_at(mention.span.start) is Part.BODY:
            told[found["noun"]].append(mention)
            owners[found["noun"]] |= {found["whose"]} & _OWNERS
    for noun, mentions in told.items():
        dated = all(mention.year_given for mention in mentions)
        days = [mention.date if dated else _day(mention) for mention in mentions]
        if len(set(days)) != 2 or len(owners[noun]) > 1 or _are_several(letter, noun):
            continue
        first = mentions[0]
        other = next(mention for mention, day in zip(mentions, days, strict=True) if day != days[0])
        if first.date and other.date and _is_slip(noun, first.date, other.date, dated):
            yield Clash(other.span, first.span, {"event": f"the {noun}"}, unsure=Confidence.MEDIUM)


def same_times_on_another_day(letter: Letter) -> Iterator[Clash]:
    """Yield the date of "that same night, 24 March" where the letter has told of no such day, but of 14 March."""
    body = [m for m in letter.dates if m.date and letter.part_at(m.span.start) is Part.BODY]
    for number, mention in enumerate(body):
        lead = letter.folded[max(0, mention.span.start - 40) : mention.span.start]
        before = [each for each in body[:number] if each.date]
        if not _SAME_TIME.search(lead) or not before or any(_day(each) == _day(mention) for each in before):
            continue
        near = before[-1]
        if _is_typed_wrong(near, mention):
            yield Clash(mention.span, near.span, {"event": "the same day"}, unsure=Confidence.MEDIUM)


def _day(mention: DateMention) -> tuple[int, int] | None:
    """Month and day: a year that the letter leaves out is a guess."""
    return (mention.date.month, mention.date.day) if mention.date else None


def _is_typed_wrong(one: DateMention, other: DateMention) -> bool:
    """Whether one figure, or the month alone, makes them two days."""
    if one.date is None or other.date is None:
        return False
    if one.date.month != other.date.month:
        return one.date.day == other.date.day
    return one_figure_apart(one.date, other.date)


def _named_before(letter: Letter, mention: DateMention) -> re.Match[str] | None:
    """The thing that the date is given to, and whose it is."""
    sentence = letter.sentence_at(mention.span.start)
    if sentence is None:
        return None
    start = max(sentence.span.start, mention.span.start - _LEAD)
    return _NOUN.search(letter.folded, start, mention.span.start)


def _is_slip(noun: str, one: date, other: date, dated: bool) -> bool:
    """Whether the month alone differs, or what there is one of is near; `dated`: no year is a guess."""
    if one.day == other.day:
        return True
    if not dated:  # a leap year holds every day
        one, other = one.replace(year=2000), other.replace(year=2000)
    return re.fullmatch(_ONCE, noun) is not None and abs((one - other).days) <= _NEAR


def _are_several(letter: Letter, noun: str) -> bool:
    """Whether the letter counts more than one of them, or tells that the day was moved."""
    single = noun.removesuffix("s")
    several = rf"\b(?:{_SEVERAL}) (?:of (?:the|your|his|her|these) )?(?:\w+ )?{single}s?\b"
    return _MOVED.search(letter.folded) is not None or re.search(several, letter.folded) is not None
