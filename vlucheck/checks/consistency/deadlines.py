"""A period beside the day it is said to end on ("within 10 working days of this letter, by 9 June") → does it?"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter, Sentence
from vlucheck.letter.workdays import add_months, add_working_days

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20,
    "twenty-eight": 28, "thirty": 30,
}  # fmt: skip
_PERIOD = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?: \(\d+\)| \([a-z]+\))? "
    r"(?P<unit>(?:working|business) days?|(?:calendar )?days?|weeks?|(?:calendar )?months?)\b(?!['\w])"
)
_SINCE_LETTER = re.compile(
    r"(?:of|from|after|following|beginning|starting|starts|counting|since) (?:on |with |from )?"
    r"(?:the day (?:of|after) |the )?(?:date (?:of|on|at the top of) )?"
    r"(?:(?:this|the present|my) (?:letter|e-?mail|one)|today|now|this date)\b"
    r"|\bdate (?:above|at the (?:top|head)|shown|given)\b"
)
_ON_ARRIVAL = re.compile(
    r"\b(?:receiv|receipt|get|got|arriv|reach)\w*\b(?: \w+){0,2} (?:this letter|you)\b|this letter (?:reach|arriv)"
)
_SINCE_OTHER = re.compile(r"\s*,?\s*(?:of|from|after|following|since|starting|beginning|to run from)\b")
_BY = re.compile(
    r"\b(?:by|until|before|than|on or before|that is|that's|which is|which means|ie|i\.e\.|means|up to and including"
    r"|takes (?:you|us|me|it) to|gives (?:you|us|me)|(?:ends?|ending|expires?|expiring|up|runs out|closes|finishes) on"
    r"|falls on|namely)(?: (?:the end of|close of business on|5 ?pm on|noon on|by|on|until|midnight on))?[\s:,]*$"
)
_BRACKET = re.compile(r"[(–-]\s*$")
_EXPLAINS = re.compile(
    r"\b(?:this|that|it) (?:is|means|takes|makes|gives|falls|will be|would be|runs|ends)\b"
    r"|\byou (?:will|should) (?:therefore|so|then|thus|accordingly)? ?(?:have|receive|hear)\b[^.;]{0,30} by\b"
    r"|\b(?:this|that) makes [^.;]{5,40} the (?:last|final) (?:day|date)\b"
    r"|\b(?:last|final|latest|closing) (?:day|date)\b|\b(?:time limit|deadline|period|time)\b[^.]{0,15}"
    r"\b(?:is|ends|expires|runs out|falls)\b"
)
_LAST_DAY = re.compile(
    r"\b(?:last|final|latest|closing) (?:day|date)[^.]{0,25}? (?:is|will be|falls on|would be)(?: on)? $"
)
_MAKES_LAST = re.compile(r" (?:is |will be |would be |as |the )*(?:the )?(?:last|final|closing|latest) (?:day|date)\b")
_AFTER_OTHER = re.compile(
    r"\s*,?\s*(?:after|from|of|following) (?:his|hers|theirs|it|that|them|which|the (?!date|day)\w+)\b"
)
_FOLLOWS_OTHER = re.compile(
    r"\b(?:follows?|after|behind|from) (?:his|hers|theirs|that one|that of|the review|mr|mrs|ms|miss|dr)\b"
)
_RECENT = timedelta(days=45)


def wrong_deadlines(letter: Letter) -> Iterator[Clash]:
    """Yield each last day that does not follow from the period named with it."""
    sentences = letter.sentences
    for number, sentence in enumerate(sentences):
        periods = list(_PERIOD.finditer(letter.folded, sentence.span.start, sentence.span.end))
        if len(periods) != 1 or letter.date is None:
            continue
        days = _last_days(letter, sentence)
        if not days and number + 1 < len(sentences):
            days = _explained(letter, sentences[number + 1])
        if len(days) == 1:
            yield from _compare(letter, sentence, periods[0], days[0])


def _compare(letter: Letter, sentence: Sentence, period: re.Match[str], day: DateMention) -> Iterator[Clash]:
    count = int(period["n"]) if period["n"].isdigit() else _NUMBERS[period["n"]]
    add = _adder(period["unit"])
    starts, sure = _starts(letter, sentence, period, day)
    ends = [add(start, count) for start in starts]
    slack = timedelta(days=0 if "working" in period["unit"] or "business" in period["unit"] else 1)
    if day.date is None or not ends or any(abs(end - day.date) <= slack for end in ends):
        return
    near = min(range(len(ends)), key=lambda i: abs(ends[i] - day.date) if day.date else timedelta())
    right, start = (f"{each:%A} {each.day} {each:%B %Y}" for each in (ends[near], starts[near]))
    fill = {"period": letter.text[period.start() : period.end()], "right": right, "start": start}
    span = Span(period.start(), period.end())
    yield Clash(day.span, span, fill, better=(right,), unsure=None if sure else Confidence.MEDIUM)


def _starts(letter: Letter, sentence: Sentence, period: re.Match[str], day: DateMention) -> tuple[list[date], bool]:
    """The days the period may count from, and whether the sentence names the day."""
    assert letter.date is not None
    if _ON_ARRIVAL.search(letter.folded, sentence.span.start, sentence.span.end):
        return [], False
    if _SINCE_LETTER.search(letter.folded, sentence.span.start, sentence.span.end):
        return [letter.date], True
    before = letter.folded[sentence.span.start : period.start()]
    if _AFTER_OTHER.match(letter.folded, period.end()) or _FOLLOWS_OTHER.search(before):
        return [], False
    others = [each.date for each in _within(letter, sentence) if each != day and each.date and each.date <= letter.date]
    earlier = [each.date for each in letter.dates if each.date and letter.date - _RECENT < each.date < letter.date]
    if _SINCE_OTHER.match(letter.folded, period.end()):
        return (others, True) if len(others) == 1 else ([*earlier, letter.date], False)
    return [letter.date, *earlier], False


def _explained(letter: Letter, after: Sentence) -> list[DateMention]:
    """The last day in the next sentence, where that one explains the period ("That is by …")."""
    spoken = _EXPLAINS.search(letter.folded, after.span.start, min(after.span.end, after.span.start + 50))
    return _last_days(letter, after) if spoken else []


def _last_days(letter: Letter, sentence: Sentence) -> list[DateMention]:
    """The days to come in the sentence that something is to be done by."""
    found = []
    for mention in _within(letter, sentence):
        before = letter.folded[max(sentence.span.start, mention.span.start - 40) : mention.span.start]
        if (
            mention.date
            and letter.date
            and mention.date > letter.date
            and (
                _BY.search(before)
                or _BRACKET.search(before)
                or _LAST_DAY.search(before)
                or _MAKES_LAST.match(letter.folded, mention.span.end)
            )
        ):
            found.append(mention)
    return found


def _within(letter: Letter, sentence: Sentence) -> list[DateMention]:
    return [mention for mention in letter.dates if sentence.span.covers(mention.span)]


def _adder(unit: str) -> Callable[[date, int], date]:
    if "working" in unit or "business" in unit:
        return add_working_days
    if "month" in unit:
        return add_months
    return lambda day, n: day + timedelta(days=n * (7 if "week" in unit else 1))
