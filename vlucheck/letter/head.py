"""One line of a letter's head → its part: date, reference, private heading, subject, greeting, or None."""

import re
from collections.abc import Iterable

from vlucheck.document import BlockKind
from vlucheck.letter.dates import find_dates
from vlucheck.letter.model import Part, fold
from vlucheck.letter.rawlines import RawLine
from vlucheck.letter.references import LABEL, URN

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_SALUTATION = re.compile(
    r"(?:dear\b|annwyl\b|to whom it may concern|hi\b|hello\b|hallo\b|good (?:morning|afternoon|evening|day)\b"
    r"|(?:sir|madam)[,s]?$)"
)
_PRIVATE = re.compile(
    r"\b(?:private(?:ly)?|confidential|confidence|personal|addressee|recipient only|eyes only)\b"
    r"|\bto be (?:opened|read) (?:only )?by\b|\bfor\b.{1,50}\b(?:only|alone)\b|\bfor\b.{1,50}\bto (?:open|read)\b"
    r"|\b(?:only|alone) to be opened\b|\b(?:open|opened|read) (?:only )?by\b.{0,40}\b(?:only|alone)\b|\bdo not open\b"
    r"|\bnot to be opened\b|\bfor the (?:personal |sole )?attention of\b.{1,50}\b(?:only|alone)\b|^by hand$"
)
# A sentence to the reader ("You can talk in confidence to …"), not a heading.
_SPEAKS = re.compile(r"\b(?:you|we|i|us|me)\b|\?$")
_DATE_WORDS = re.compile(r"\b(?:date(?:d)?|sent|of|letter|written|on|the|this|day|our|today)\b|[^\w]", re.IGNORECASE)
_OTHER_DATE = re.compile(r"(?:your|received|in reply|hearing|trial|decision|reply|respond|review)\b", re.IGNORECASE)
_SUBJECT_LABEL = re.compile(r"re\b\s*[:.;–—-]|subject\b\s*[:–—-]|about:", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:re\s+(?=[A-Z])|regarding\b|concerning\b|in the matter of\b)|.*\b(?:r|rex|regina|crown)\.? ?-?v\.?s?\.? ",
    re.IGNORECASE,
)
_MAIL_LABEL = re.compile(
    r"(?:(from|to|cc|bcc|reply-to|attachments?|importance|sensitivity)|(sent|date)|(subject|re))\s*:", re.IGNORECASE
)


def is_salutation(line: RawLine) -> bool:
    """Whether the line greets the reader."""
    folded = fold(line.text)
    return line.words <= 14 and _SALUTATION.match(folded) is not None and not folded.endswith(("?", ";"))


def head_part(line: RawLine) -> Part | None:
    """The part that a line of the head (or between greeting and body) shows by itself, or None."""
    folded = fold(line.text)
    mail = _mail_part(line)
    if mail is not None:
        return mail
    if line.words <= 14 and _is_date(line.text):
        return Part.DATE
    if line.words <= 30 and _is_subject(line.text):
        return Part.SUBJECT
    if line.words <= 16 and _is_reference(line.text):
        return Part.REFERENCE
    if line.words <= 16 and _PRIVATE.search(folded) and not _SPEAKS.search(folded):
        return Part.PRIVATE
    return None


def _mail_part(line: RawLine) -> Part | None:
    found = _MAIL_LABEL.match(line.text)
    if not found or (found[3] and found[3].casefold() == "re"):
        return None
    if found[1]:
        return Part.ADDRESS if found[1].casefold() == "to" else Part.LETTERHEAD
    if found[2]:
        return Part.DATE if find_dates(line.text, None) else None
    return Part.SUBJECT


def _is_subject(text: str) -> bool:
    """A line with a subject's label, or one that names the matter and is no sentence."""
    return _SUBJECT_LABEL.match(text) is not None or (
        _SUBJECT.match(text) is not None and not text.endswith((".", "?", "!"))
    )


def _is_date(text: str) -> bool:
    """A date, with at most a label and a place before it ("Saltgate, 4 March 2026"); none of another letter."""
    if _OTHER_DATE.match(text):
        return False
    dates = find_dates(text, None)
    if len(dates) != 1:
        return bool(re.match(r"date\s*(?::|$)", text, re.IGNORECASE))
    rest = text[: dates[0].span.start] + " " + text[dates[0].span.end :]
    return dates[0].year_given and len(_DATE_WORDS.sub(" ", rest).split()) <= 2 and not URN.search(text)


def labels_other_date(line: RawLine) -> bool:
    """Whether the line is only the label of a date that is not the letter's ("Your letter of")."""
    return line.words <= 4 and _OTHER_DATE.match(line.text) is not None and not find_dates(line.text, None)


def _is_reference(text: str) -> bool:
    label = LABEL.match(text)
    if label and (label.end() == len(text) or re.search(r"\d|X{3}|[\[<{«]", text[label.end() :])):
        return True
    return URN.search(text) is not None and not text.endswith((".", "?"))


def is_margin(line: RawLine) -> bool:
    """Whether the line stands in a header, footer or note, outside the flow of the text."""
    return line.kind in (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE)


def all_capitals(words: Iterable[str]) -> bool:
    """Whether every word of letters is in capitals."""
    letters = [word for word in words if any(ch.isalpha() for ch in word)]
    return bool(letters) and all(word == word.upper() for word in letters)
