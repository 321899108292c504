"""A letter and its findings → what the report says of the letter, and each finding with a place and a fingerprint."""

import hashlib
from collections import Counter

from vlucheck.document import Span
from vlucheck.findings import Category, Finding
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Letter, Part, Sentence, fold
from vlucheck.report import LetterFacts, Place, PlacedFinding

FINGERPRINT_LENGTH = 16
WHOLE_LETTER = "letter"

_LABELS = {
    Part.LETTERHEAD: "Letterhead",
    Part.ADDRESS: "Address",
    Part.DATE: "Date",
    Part.REFERENCE: "Reference",
    Part.PRIVATE: "Top of letter",
    Part.SALUTATION: "Greeting",
    Part.SUBJECT: "Subject",
    Part.HEADING: "Heading",
    Part.BODY: "Text",
    Part.SIGN_OFF: "Sign-off",
    Part.SIGNATURE: "Signature",
    Part.ENCLOSURES: "Enclosures",
    Part.FOOTNOTE: "Footnote",
    Part.FOOTER: "Footer",
}


def place(findings: tuple[Finding, ...], letter: Letter) -> tuple[PlacedFinding, ...]:
    """Return the findings in their order, each with its place, the sentence or line around it, and its fingerprint."""
    seen: Counter[tuple[str, str]] = Counter()
    placed = []
    for finding in findings:
        context = _context(finding.span, letter) if finding.span else None
        key = (finding.rule, _normal(letter.document.quote(context)) if context else "")
        seen[key] += 1
        where = _place(finding.span, letter) if finding.span else _nowhere(finding)
        placed.append(PlacedFinding(finding, where, context, _fingerprint(*key, seen[key])))
    return tuple(placed)


def _nowhere(finding: Finding) -> Place:
    label = "Missing" if finding.category is Category.CONTENT else "Whole letter"
    return Place(part=WHOLE_LETTER, paragraph=None, sentence=None, page=None, label=label)


def _place(span: Span, letter: Letter) -> Place:
    part = letter.part_at(span.start) or Part.BODY
    sentence = letter.sentence_at(span.start)
    paragraph = _paragraph_number(span, sentence, letter) if part is Part.BODY else None
    block = letter.document.block_at(span.start)
    return Place(
        part=part.value,
        paragraph=paragraph,
        sentence=sentence.index if sentence and paragraph else None,
        page=letter.document.blocks[block].page if block >= 0 else None,
        label=f"Paragraph {paragraph}" if paragraph else _LABELS[part],
    )


def _paragraph_number(span: Span, sentence: Sentence | None, letter: Letter) -> int | None:
    """The paragraph of the sentence, or of the blank between two sentences."""
    if sentence and sentence.paragraph:
        return sentence.paragraph
    return next((each.number for each in letter.paragraphs if each.span.overlaps(span)), None)


def _context(span: Span, letter: Letter) -> Span:
    """From the start of the sentence (or line) in which the span begins to the end of that in which it ends."""
    first, last = _around(span.start, letter), _around(max(span.start, span.end - 1), letter)
    return Span(min(span.start, first.start if first else span.start), max(span.end, last.end if last else span.end))


def _around(offset: int, letter: Letter) -> Span | None:
    sentence = letter.sentence_at(offset)
    if sentence:
        return sentence.span
    return next((line.span for line in letter.lines if line.span.start <= offset < line.span.end), None)


def _normal(text: str) -> str:
    return " ".join(fold(text).split())


def _fingerprint(rule: str, sentence: str, occurrence: int) -> str:
    """Made of nothing that changes when other paragraphs come or go."""
    return hashlib.sha256(f"{rule}\0{sentence}\0{occurrence}".encode()).hexdigest()[:FINGERPRINT_LENGTH]


def facts_of(letter: Letter, knowledge: Knowledge) -> LetterFacts:
    """Return what the report says of the letter itself; `knowledge` has the title of its type."""
    reference = letter.references[0].text if letter.references else None
    return LetterFacts(
        type=letter.type.type,
        type_title=knowledge.title_of(letter.type.type),
        type_source=letter.type.source,
        type_confidence=round(letter.type.confidence, 2),
        runner_up=letter.type.runner_up,
        type_evidence=letter.type.evidence,
        date=letter.date.isoformat() if letter.date else None,
        reference=reference,
        recipient=letter.recipient.name if letter.recipient else None,
        salutation=letter.salutation.text if letter.salutation else None,
        words=letter.words,
    )
