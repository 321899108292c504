"""A document → the letter that every check reads: parts, sentences, people, dates, references, type."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vlucheck.document import Document
from vlucheck.letter.dates import find_dates
from vlucheck.letter.detect import detect_type
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Letter, Line, Part, Role, Sentence, TypeGuess, fold
from vlucheck.letter.parts import find_parts
from vlucheck.letter.people import find_people
from vlucheck.letter.protected import find_names
from vlucheck.letter.references import find_references
from vlucheck.letter.sentences import read_paragraphs

if TYPE_CHECKING:
    from spacy.language import Language


def understand(document: Document, parser: "Language", knowledge: Knowledge, given_type: str | None = None) -> Letter:
    """Return the letter in the document. `given_type`, the id of a letter type, is taken as it is; else it is detected.

    A document without a body gives a letter without paragraphs.
    """
    lines = find_parts(document, knowledge.every_title)
    paragraphs, headings = read_paragraphs(lines, document, parser)
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    written = _letter_date(lines)
    people = find_people(lines, [*headings, *sentences], knowledge)
    return Letter(
        document=document,
        folded=fold(document.text),
        lines=lines,
        paragraphs=paragraphs,
        headings=headings,
        type=_type(lines, [*headings, *sentences], knowledge, given_type),
        date=written,
        recipient=next((person for person in people if person.role is Role.RECIPIENT), None),
        salutation=next((line for line in lines if line.part is Part.SALUTATION), None),
        references=find_references(document.text, lines),
        people=people,
        dates=find_dates(document.text, written),
        names=find_names(lines, sentences, people),
    )


def _type(lines: Sequence[Line], sentences: Sequence[Sentence], knowledge: Knowledge, given: str | None) -> TypeGuess:
    return TypeGuess(given, "given", 1.0) if given else detect_type(lines, sentences, knowledge)


def _letter_date(lines: Sequence[Line]) -> date | None:
    """The date on the date line, or the only full date of the letterhead."""
    for part in (Part.DATE, Part.REFERENCE, Part.LETTERHEAD, Part.SIGNATURE):
        for line in lines:
            dates = (
                [found.date for found in find_dates(line.text, None) if found.year_given] if line.part is part else []
            )
            if dates and dates[0] is not None:
                return dates[0]
    return None
