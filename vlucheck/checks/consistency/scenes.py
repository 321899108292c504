"""The day of what happened → a second day for its night, its film or its weather; and what was done too early."""

import re
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import DateMention, Letter, Part

_INCIDENT = re.compile(
    r"\b(?:ill-treat\w+|assault|attack|burglary|robbery|collision|theft|stabbing|fire|crash|accident|break-in|incident|happened"
    r"|attacked|assaulted|robbed|burgled|stabbed|hit|punched|death|died|killed|broken into|broke into|stolen|damage"
    r"|damaged|criminal damage|marks? (?:was|were) found|found)\b[^.;\n]{0,60}? on (?:the )?"
    r"(?:(?:night|evening|morning|afternoon|day) of (?:the )?)?$"
)
_SAME_TIME = re.compile(
    r"\b(?:on|of|from|for|about|during) that (?:same )?(?:night|evening|morning|afternoon|day),? (?:\()?$"
    r"|\b(?:on|from|for|of) the (?:night|evening|morning|afternoon) of (?:the )?$"
)
_SCENE = re.compile(
    r"\b(?:black ice|ice on|fog|raining|rain|wet road|it was (?:dark|wet|foggy)|street ?lights?|cctv|camera"
    r"|film|footage"
    r"|was (?:at )?home by|got home|at home (?:all|that)|on shift|finished work|left (?:the )?(?:pub|work|house))\b"
)
_LATER_DEED = re.compile(
    r"\b(?:told|statement|arrested|interview\w*|said on|gave|doctor|hospital|report\w*|wrote|asked|letter|hearing|court"
    r"|decid\w+|receiv\w+|sent|collected|handed|seized|found|bought|watched|looked|seen by|came|reached|request\w*"
    r"|meeting|visit\w*|photograph\w*|examin\w+|trial|charged|again|later|next|before|after|earlier|since|until|also)\b"
)
_SEVERAL = re.compile(
    r"\b(?:incidents|occasions|attacks|assaults|burglaries|robberies|two nights|both nights|second (?:night"
    r"|attack|time)"
    r"|first (?:night|attack|time)|between \d|stalk\w+|harass\w+|months of|weeks of|years of)\b"
)
_WITHIN = 31  # days
_ASKED = re.compile(
    r"\b(?:request|complaint|letter|e-?mail)\b[^.;\n]{0,60}? (?:reached (?:us|me|this office)|arrived|came"
    r"|was received)"
    r"[^.;\n]{0,25}? on (?:\w+day,? )?(?:the )?$"
)
_AT_REQUEST = re.compile(
    r"\b(?:on (?:the )?(?P<day>\d{1,2}) |in |last )?(?P<month>january|february|march|april|may|june|july"
    r"|august|september"
    r"|october|november|december)(?: \d{4})?,? (?:at (?:my|our) (?:request|asking)|because (?:i|we) asked"
    r"|when (?:i|we) asked)\b"
)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_REVIEWS = ("vrr-local-resolution", "vrr-independent-review")


def scenes_on_another_day(letter: Letter) -> Iterator[Clash]:
    """Yield a second day for the night, the film or the weather of the one thing that happened."""
    if _SEVERAL.search(letter.folded) or letter.date is None:
        return
    known = [m for m in letter.dates if m.date and m.date < letter.date and _INCIDENT.search(_before(letter, m))]
    if len({m.date for m in known}) != 1:
        return
    first = known[0]
    for mention in letter.dates:
        if first.date is None or letter.part_at(mention.span.start) is not Part.BODY:
            continue
        apart = abs((_day_near(mention, first.date) - first.date).days)
        if 0 < apart <= _WITHIN and _is_scene(letter, mention):
            yield Clash(mention.span, first.span)
            return


def _day_near(mention: DateMention, other: date) -> date:
    """The day; where no year stands beside it, that of the year of the other."""
    if mention.date is None:
        return other
    is_leap_day = (mention.date.month, mention.date.day) == (2, 29)
    return mention.date if mention.year_given or is_leap_day else mention.date.replace(year=other.year)


def _is_scene(letter: Letter, mention: DateMention) -> bool:
    sentence = letter.sentence_at(mention.span.start)
    if sentence is None or '"' in letter.folded[sentence.span.start : sentence.span.end]:
        return False
    before = letter.folded[sentence.span.start : mention.span.start]
    if re.search(r"\b(?:of|on|from) that (?:same )?(?:night|evening|morning|afternoon|day),? \(?$", before):
        return True
    if _LATER_DEED.search(before):
        return False
    on = re.search(r"\b(?:on|of) (?:the )?$|\b(?:half past|quarter|at|by) [\w .:]{2,20} on $", before[-40:])
    return bool(_SAME_TIME.search(before)) or bool(on and _SCENE.search(before))


def done_before_it_was_asked(letter: Letter) -> Iterator[Clash]:
    """Yield what was done at the reviewer's request before the reader's request for a review came."""
    if letter.type.type not in _REVIEWS or letter.date is None:
        return
    came = [m for m in letter.dates if m.date and _ASKED.search(_before(letter, m))]
    if len({m.date for m in came}) != 1 or came[0].date is None:
        return
    for found in _AT_REQUEST.finditer(letter.folded):
        month = _MONTHS.index(found["month"]) + 1
        year = letter.date.year - (month > letter.date.month)
        asked = came[0].date
        before = (year, month) < (asked.year, asked.month)
        if found["day"] and (year, month) == (asked.year, asked.month):
            before = int(found["day"]) < asked.day
        if before:
            start = found.start("day") if found["day"] else found.start("month")
            yield Clash(Span(start, found.end()), came[0].span)
            return


def _before(letter: Letter, mention: DateMention) -> str:
    return letter.folded[max(0, mention.span.start - 100) : mention.span.start]
