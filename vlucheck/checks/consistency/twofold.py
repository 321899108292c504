"""One thing that has one day, hour or length → the place that gives it another one.

The year of a day, the weekday of "that Friday night", the hour of a hearing, the weeks in hospital: each is typed by
hand, and a slip in it reads like a fact.
"""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import DateMention, Letter, Part

_TEXT = (Part.BODY, Part.SUBJECT, Part.HEADING)
_YEARS = re.compile(
    r"\b(?:anniversar\w+|birthdays?|born|christmas|new year|a year (?:later|before|earlier|ago|on|after|to the day)"
    r"|(?:two|three) years"
    r"|(?:following|previous|next|last|same day (?:the|of the)) year|(?:each|every|one) year|year before)\b"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_THAT_DAY = re.compile(
    rf"\b(?:that|the same) (?P<day>{'|'.join(_WEEKDAYS)})"
    r",?(?: (?:night|evening|morning|afternoon))?\b(?!,? (?:the )?\d)"
)
_BACK = 600  # characters within which "that Friday" can point back to a date
_HOUR = r"(?P<hour>\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)|\d{1,2}[.:]\d\d)"
_HAS_HOUR = re.compile(rf"\bat (?:about )?{_HOUR}(?![\d.])")
_SITTING = re.compile(r"\b(?P<what>hearing|trial|meeting|appointment|sentencing hearing)\b")
_OTHER_HOUR = re.compile(
    r"\b(?:arrive|early|earlier|before|after|from|until|till|between|lunch|instead|moved|changed|put back|put off"
    r"|brought|new time|first|second|another|other|both|meetings|hearings|appointments|rather than|not at|called on"
    r"|began|begun|started|start|finished?|ended|lasted|adjourned|resumed?)\b"
)

_NUMBER = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_LASTED = re.compile(
    rf"\b(?P<long>(?:{_NUMBER})(?:-\w+)? (?:hours?|days?|nights?|weeks?|months?))(?:'s?)?"
    r" (?P<where>in (?:the )?hospital|in intensive care|off work|away from work|in a coma|on crutches|in plaster"
    r"|in a cast|in bed|unconscious|off school)\b(?! (?:after|before|when|while|during|at|that|which|with|for|on|until"
    r"|because|under|from|in)\b)"  # "the three days in hospital after the second operation" are a stay of their own
)
_PART_OF_IT = re.compile(
    r"\b(?:first|second|third|last|other|each|another|more|further|again|later|also|then"
    r"|of (?:them|these|those|it)|at least|up to|or|about|over|nearly|almost|than|less|son"
    r"|daughter|husband|wife|he|she|his|her|they|next)\b"
)


def days_of_another_year(letter: Letter) -> Iterator[Clash]:
    """Yield the second year of one day and month ("4 October 2025", "4 October 2024") in a letter without birthdays."""
    if _YEARS.search(letter.folded):
        return
    seen: dict[tuple[int, int], DateMention] = {}
    for mention in letter.dates:
        if mention.date is None or not mention.year_given or letter.part_at(mention.span.start) not in _TEXT:
            continue
        known = seen.setdefault((mention.date.month, mention.date.day), mention)
        gone = letter.date is None or known.date is None or (known.date < letter.date) == (mention.date < letter.date)
        if gone and known.date and known.date.year != mention.date.year:
            yield Clash(mention.span, known.span, {"event": "one day"})
            return


def weekdays_pointing_nowhere(letter: Letter) -> Iterator[Clash]:
    """Yield "that Friday night" where every day the letter has given before it is another day of the week."""
    for found in _THAT_DAY.finditer(letter.folded):
        if letter.part_at(found.start()) is not Part.BODY:
            continue
        days = [m for m in letter.dates if m.date and letter.part_at(m.span.start) in _TEXT]
        before = [m for m in days if found.start() - _BACK <= m.span.start < found.start() and m.date != letter.date]
        if not before or any(f"{m.date:%A}".casefold() == found["day"] for m in days):
            continue
        named = [each for each in re.finditer(rf"\b{found['day']}\b", letter.folded[: found.start()])]
        if not named:
            near = before[-1]
            right = f"{near.date:%A}"
            yield Clash(Span(*found.span("day")), near.span, {"right": right}, (right,))


def hours_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield the second hour of the one hearing or meeting of a letter that does not speak of a change."""
    told: dict[str, list[tuple[Span, str]]] = {}
    for sentence in letter.sentences:
        words = letter.folded[sentence.span.start : sentence.span.end]
        sitting, hours = _SITTING.search(words), list(_HAS_HOUR.finditer(words))
        if sitting is None or len(hours) != 1 or _OTHER_HOUR.search(words) or '"' in words:
            continue
        at = Span(sentence.span.start + hours[0].start("hour"), sentence.span.start + hours[0].end("hour"))
        told.setdefault(sitting["what"], []).append((at, _minutes(hours[0]["hour"])))
    for what, places in told.items():
        first, first_hour = places[0]
        other = next((at for at, hour in places if hour != first_hour), None)
        days = {m.date for m in letter.dates if m.date and letter.date and m.date >= letter.date} - {letter.date}
        if other is not None and len(days) <= 2 and not re.search(rf"\b{what}s\b", letter.folded):
            yield Clash(other, first, {"event": f"the {what}"})


def _minutes(hour: str) -> str:
    """The hour of the day in one form: "2.00 pm", "2pm" and "14:00" are one."""
    figures = re.match(r"(\d+)(?:[.:](\d\d))?", hour)
    if figures is None:
        return hour
    number = int(figures[1]) % 12 + 12 * ("pm" in hour) if hour.endswith("m") else int(figures[1])
    return f"{number}:{figures[2] or '00'}"


def lengths_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield another length for the reader's one stay: "three weeks in hospital", "those three days in hospital"."""
    seen: dict[str, re.Match[str]] = {}
    for found in _LASTED.finditer(letter.folded):
        sentence = letter.sentence_at(found.start())
        if sentence is None or _PART_OF_IT.search(letter.folded, sentence.span.start, sentence.span.end):
            return
        where = found["where"].replace("the ", "")
        known = seen.setdefault(where, found)
        if known["long"] != found["long"]:
            yield Clash(Span(*found.span("long")), Span(*known.span("long")), {"event": f"the time {where}"})
            return
