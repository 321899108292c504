"""The day of the letter and that of the decision against the case file."""

import re
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.elements.lateness import decision_days
from vlucheck.checks.elements.reading import Reading
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import DateMention, Letter, Part

_DECIDED = re.compile(
    r"\b(?:decid\w+|decision|conclu\w+|discontinu\w+|stopped|withdrew|withdrawn|no evidence|ended|charged|authoris\w+"
    r"|replaced|changed|settled|answer|end|prosecuted|altered|amended|substituted|reduced)\b"
)

_OF_ONE_DECISION = frozenset(
    ("vcl-no-charge", "vcl-stopped", "vcl-altered", "decision-to-charge", "vrr-acknowledgement", "vrr-and-complaint")
)
_MADE_ON = re.compile(
    r"\b(?:decision (?:of|dated|from|made on|taken on)|decided (?:by\b[^.;]{2,60})?(?:on)?|decision [^.;]{0,60}\bmade"
    r" (?:by\b[^.;]{2,60})?,? ?on|settled the matter on|gave (?:her|his|their) answer on) (?:the )?(?:[a-z]+day,? )?$"
)
_WEEKDAY = r"(?:the )?(?:[a-z]+day,? )?"
_ON = re.compile(rf"(?:^\W*(?:\w\W+)?|[.:;]\W+|\b(?:and|that|but) )on {_WEEKDAY}$")
_WE = r",? (?:we|i|our|the|a|my|mr|mrs|ms|miss)\b"
_DONE = {
    "vcl-no-charge": r"(?:decided|concluded)",
    "vcl-stopped": r"(?:decided|stopped|ended|discontinued|withdrew|offered no evidence)",
    "vcl-altered": r"(?:decided|replaced|changed|altered|amended|substituted|reduced)",
    "decision-to-charge": r"(?:decided|charged)",
    "vrr-acknowledgement": r"(?:decided|stopped|discontinued)",
    "vrr-and-complaint": r"(?:decided|stopped|discontinued)",
}
_YESTERDAY = re.compile(r"\b(?:yesterday|today|this morning),? (?:[a-z]+day,? )?$")


def wrong_letter_date(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield the letter's own date where the case file has another day."""
    if case.letter_date is None or letter.date in (None, case.letter_date):
        return
    for mention in letter.dates:
        if mention.date == letter.date and letter.part_at(mention.span.start) is not Part.BODY:
            yield Clash(mention.span, None, _fill(case, case.letter_date, "letter_date"), (in_words(case.letter_date),))
            return


def wrong_decision_date(reading: Reading, case: CaseFile) -> Iterator[Clash]:
    """Yield the day of the decision where the letter names one, and not that of the case file. A letter about a review
    speaks of two decisions and is left alone."""
    letter, right = reading.letter, case.decision_date
    if right is None or letter.type.type not in _OF_ONE_DECISION:
        return
    days = {*decision_days(reading, letter.date or date.max), *_told(letter)}
    if not days or right in days:
        return
    for mention in letter.dates:
        if mention.date in days and _decides(letter, mention):
            yield Clash(mention.span, None, _fill(case, right, "decision_date"), (in_words(right),))
            return


def _told(letter: Letter) -> Iterator[date]:
    """The days beside which the letter itself says that the decision was made: "Decided by Ms Hale on 3 March"."""
    for mention in letter.dates:
        start = max(letter.folded.rfind("\n", 0, mention.span.start) + 1, mention.span.start - 120)
        before = letter.folded[start : mention.span.start]
        told = _MADE_ON.search(before) or (_YESTERDAY.search(before) and _decides(letter, mention))
        done = _DONE.get(letter.type.type)
        after = letter.folded[mention.span.end : mention.span.end + 110]
        if done and not told:
            told = re.search(rf"\b{done}[^.;]{{0,25}} on {_WEEKDAY}$", before)
            told = told or (_ON.search(before) and re.match(rf"{_WE}[^.;]{{0,50}}?\b{done}", after))
        if mention.date and told:
            yield mention.date


def _decides(letter: Letter, mention: DateMention) -> bool:
    """Whether the sentence of the day tells of a decision."""
    sentence = letter.sentence_at(mention.span.start)
    return bool(sentence and _DECIDED.search(letter.folded, sentence.span.start, sentence.span.end))


def in_words(day: date) -> str:
    """The day as a letter writes it: 5 March 2026."""
    return f"{day.day} {day:%B %Y}"


def _fill(case: CaseFile, day: date, key: str) -> dict[str, str]:
    return {"case": in_words(day), "place": case.place_of(key)}
