"""The day of the letter and that of the decision against the case file."""

import re
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.elements.lateness import decision_days
from vlucheck.checks.elements.reading import Reading
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, Part

_DECIDED = re.compile(
    r"\b(?:decid\w+|decision|conclu\w+|discontinu\w+|stopped|withdrew|withdrawn|no evidence|ended|charged|authoris\w+"
    r"|replaced|changed|altered|amended|substituted|reduced)\b"
)


def wrong_letter_date(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield the letter's own date where the case file has another day."""
    if case.letter_date is None or letter.date in (None, case.letter_date):
        return
    for mention in letter.dates:
        if mention.date == letter.date and letter.part_at(mention.span.start) is not Part.BODY:
            yield Clash(mention.span, None, _fill(case, case.letter_date, "letter_date"), (in_words(case.letter_date),))
            return


def wrong_decision_date(reading: Reading, case: CaseFile) -> Iterator[Clash]:
    """Yield the day of the decision where the letter names one, and not that of the case file."""
    letter, right = reading.letter, case.decision_date
    if right is None:
        return
    days = decision_days(reading, letter.date or date.max)
    if not days or right in days:
        return
    for mention in letter.dates:
        sentence = letter.sentence_at(mention.span.start)
        if mention.date in days and sentence and _DECIDED.search(letter.folded, sentence.span.start, sentence.span.end):
            yield Clash(mention.span, None, _fill(case, right, "decision_date"), (in_words(right),))
            return


def in_words(day: date) -> str:
    """The day as a letter writes it: 5 March 2026."""
    return f"{day.day} {day:%B %Y}"


def _fill(case: CaseFile, day: date, key: str) -> dict[str, str]:
    return {"case": in_words(day), "place": case.place_of(key)}
