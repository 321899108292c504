"""Text → the calendar dates in it, each with the weekday written beside it; numbers in British order, day first."""

import re
from datetime import date

from vlucheck.document import Span
from vlucheck.letter.model import DateMention

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_AS_NEAR = 250
_MONTH = "|".join(rf"{month}|{month[:3]}" for month in MONTHS) + "|sept"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_GAP = r"[ \t\n\u00a0\u202f]"
_BEFORE = rf"(?:(?P<before>{_WEEKDAY})\.?,?{_GAP}+(?:the{_GAP}+)?)?"
_AFTER = rf"(?:{_GAP}*[,(]{_GAP}*(?:a{_GAP}+)?(?P<after>{_WEEKDAY})\b)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|'\d\d)\b"
_PATTERNS = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        rf"\b{_BEFORE}(?P<day>[0-3]?\d){_GAP}*(?:st|nd|rd|th)?{_GAP}*(?:day{_GAP}+)?(?:of{_GAP}+)?"
        rf"(?P<month>{_MONTH})\b\.?(?:,?{_GAP}*{_YEAR})?{_AFTER}",
        rf"\b{_BEFORE}(?P<month>{_MONTH})\b\.?{_GAP}+(?:the{_GAP}+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:|\.\d)"
        rf"(?:,?{_GAP}+{_YEAR})?{_AFTER}",
        rf"\b{_BEFORE}(?<![\d./-])(?P<day>[0-3]?\d)(?P<mark>[./-])(?P<month>[01]?\d)(?P=mark)(?P<year>(?:19|20)?\d\d)\b"
        rf"(?![./-]?\d){_AFTER}",
        rf"\b{_BEFORE}(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
    )
)
_RELATIVE = re.compile(r",?\s+(?:of\s+)?(last|this) year\b", re.IGNORECASE)
_FAR_AHEAD, _LEAD = 60, 90  # days; characters
_BEEN = re.compile(r"\b(?:was|were|came|went|told|saw|met|rang|wrote|took|happened|gave|said|heard)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|to be|until|till|by|before|fixed|listed|set|adjourned|put off|due|next)\b", re.IGNORECASE
)
_MAY_VERB = re.compile(r"\d\s+may\s+(?:be|have|not|also|well|still|want|need|ask|find|get|go)\b", re.IGNORECASE)


def find_dates(text: str, written: date | None) -> tuple[DateMention, ...]:
    """Return the dates in the text, in order. A missing year is the one that puts the date nearest to `written`, the
    letter's own date; without that, the nearest year found in the text. A day that cannot exist has the date None."""
    found: dict[int, re.Match[str]] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not _MAY_VERB.match(match[0] + text[match.end() : match.end() + 8]) and not _taken(match, found):
                found[match.start()] = match
    years = [_year(match["year"]) for match in found.values() if match["year"]]
    anchor = written or (date(years[0], 7, 1) if years else None)
    return tuple(_mention(found[start], anchor, text) for start in sorted(found))


def _taken(match: re.Match[str], found: dict[int, re.Match[str]]) -> bool:
    return any(match.start() < other.end() and other.start() < match.end() for other in found.values())


def _mention(match: re.Match[str], anchor: date | None, text: str) -> DateMention:
    told = _RELATIVE.match(text, match.end()) if anchor and match["year"] is None else None
    given = match["year"] is not None or told is not None
    weekday = match.groupdict().get("before") or match.groupdict().get("after")
    day, month = int(match["day"]), _month(match["month"])
    name = next(full for full in WEEKDAYS if full.casefold().startswith(weekday[:3].casefold())) if weekday else None
    if told and anchor:
        when = _exact(anchor.year - (told[1].lower() == "last"), month, day)
    else:
        when = _exact(_year(match["year"]), month, day) if given else _nearest(month, day, anchor, name)
        far = when and anchor and not given and (when - anchor).days > _FAR_AHEAD
        if when and far and when.strftime("%A") != name and _is_past(text, match.start()):
            when = _exact(when.year - 1, month, day)
    end = match.end() - match[0].endswith(".")  # the full stop may belong to the sentence
    return DateMention(Span(match.start(), end), when, name, given)


def _is_past(text: str, start: int) -> bool:
    """Whether the words before the date, in its sentence, tell of something that has been: "the hearing was on"."""
    lead = re.split(r"[.;!?\n]", text[max(0, start - _LEAD) : start])[-1]
    return _BEEN.search(lead) is not None and _TO_COME.search(lead) is None


def _month(text: str) -> int:
    return (
        int(text) if text.isdigit() else next(n for n, name in enumerate(MONTHS, 1) if name[:3] == text[:3].casefold())
    )


def _year(text: str) -> int:
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, anchor: date | None, weekday: str | None) -> date | None:
    """The year nearest to the anchor; where two are about as near, the one in which the weekday is right."""
    if anchor is None:
        return None
    days = [when for year in (-1, 0, 1) if (when := _exact(anchor.year + year, month, day))]
    days.sort(key=lambda when: abs(when - anchor))
    near = [when for when in days if abs(when - anchor).days <= _AS_NEAR and when.strftime("%A") == weekday]
    return next(iter(near or days), None)
