"""A document → the letter that every check reads: parts, sentences, people, dates, references, type."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vlucheck.document import Document
from vlucheck.letter.casefile import CaseFile
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


def understand(
    document: Document,
    parser: "Language",
    knowledge: Knowledge,
    given_type: str | None = None,
    case: CaseFile | None = None,
) -> Letter:
    """Return the letter in the document. `given_type`, the id of a letter type, is taken as it is, then the type in the
    case file; else it is detected. The names of the case count as names.

    A document without a body gives a letter without paragraphs.
    """
    lines = find_parts(document, knowledge.every_title)
    paragraphs, headings = read_paragraphs(lines, document, parser)
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    written = _letter_date(lines)
    words: list[Sentence] = [*headings, *sentences]
    people = find_people(lines, words, knowledge)
    reads_like = detect_type(lines, words, knowledge, written) if case or not given_type else None
    return Letter(
        document=document,
        folded=fold(document.text),
        lines=lines,
        paragraphs=paragraphs,
        headings=headings,
        type=_type(given_type, case) or reads_like or detect_type(lines, words, knowledge, written),
        date=written,
        recipient=next((person for person in people if person.role is Role.RECIPIENT), None),
        salutation=next((line for line in lines if line.part is Part.SALUTATION), None),
        references=find_references(document.text, lines),
        people=people,
        dates=find_dates(document.text, written),
        names=find_names(lines, sentences, people) | _case_names(case),
        case=case,
        reads_like=reads_like,
    )


def _type(given: str | None, case: CaseFile | None) -> TypeGuess | None:
    """The type that somebody named: on the command line, or else in the case file."""
    if given:
        return TypeGuess(given, "given", 1.0)
    return TypeGuess(case.letter_type, "case file", 1.0) if case and case.letter_type else None


def _case_names(case: CaseFile | None) -> frozenset[str]:
    """The words of the names in the case file, and the halves of double-barrelled ones."""
    words = {word for person in (case.people if case else ()) for word in f"{person.first} {person.last}".split()}
    return frozenset(words | {piece for word in words for piece in word.split("-") if piece})


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
