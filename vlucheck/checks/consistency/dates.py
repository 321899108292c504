"""Dates that cannot be: a weekday that is not the one of the date, and days the calendar does not have."""

import re
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import distance
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter

_RANGE = re.compile(r"\s*(?:to|and|or|-|–|until|till)\s+(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)


def one_figure_apart(one: date, other: date) -> bool:
    """Whether the two are days of one month whose numbers differ in one figure: 3 and 8 March, 12 and 21 May."""
    return one.month == other.month and distance(str(one.day), str(other.day)) == 1


def wrong_weekdays(letter: Letter) -> Iterator[Clash]:
    """Yield each date that falls on another day of the week than the one written beside it."""
    for mention in letter.dates:
        if mention.date is None or mention.weekday is None or _is_exempt(letter, mention):
            continue
        right = f"{mention.date:%A}"
        if right != mention.weekday:
            when = f"{mention.date.day} {mention.date:%B %Y}"
            fill = {"date": when, "right": right, "written": mention.weekday}
            yield Clash(mention.span, fill=fill, better=(_put_right(letter, mention, right),), unsure=_doubt(mention))


def _is_exempt(letter: Letter, mention: DateMention) -> bool:
    """Opening hours after a date are no weekday of it, and what stands in quotation marks is somebody else's."""
    before = letter.text[max(0, mention.span.start - 1) : mention.span.start]
    return before in tuple("‘“'\"") or _RANGE.match(letter.text, mention.span.end) is not None


def impossible_dates(letter: Letter) -> Iterator[Clash]:
    """Yield each date that the calendar does not have, such as 31 June."""
    for mention in letter.dates:
        if mention.date is None and (mention.year_given or letter.date is not None):
            yield Clash(mention.span)


def _put_right(letter: Letter, mention: DateMention, right: str) -> str:
    return re.sub(r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", right, letter.document.quote(mention.span), count=1)


def _doubt(mention: DateMention) -> Confidence | None:
    return None if mention.year_given else Confidence.MEDIUM
