"""What a letter is, once read: its parts, its sentences, its people, its dates, its type.

Everything here is a value with spans into the document's text. `Letter.folded` has one character for each of the
text, in lower case and with plain quotes, dashes and spaces: wording is matched there and pointed at in the text.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from vlucheck.document import Block, Document, Span
from vlucheck.letter.casefile import CaseFile

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse


class Part(StrEnum):
    """A part of a letter. Headings are lines of the body that announce what follows; the rest speaks for itself."""

    LETTERHEAD = "letterhead"
    ADDRESS = "address"
    DATE = "date"
    REFERENCE = "reference"
    PRIVATE = "private heading"
    SALUTATION = "greeting"
    SUBJECT = "subject"
    HEADING = "heading"
    BODY = "body"
    SIGN_OFF = "sign-off"
    SIGNATURE = "signature"
    ENCLOSURES = "enclosures"
    FOOTNOTE = "footnote"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the letter (a paragraph, or one line of an address), its part, and the index of its block."""

    span: Span
    text: str
    part: Part
    block: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or heading. `paragraph` counts the body's paragraphs from 1 (0: not in the body),
    `index` the sentences in it from 1. `parse` is spaCy's span; `offset` turns its offsets into the document's."""

    span: Span
    text: str
    part: Part
    paragraph: int
    index: int
    parse: "Parse"
    offset: int
    is_item: bool = False

    @property
    def words(self) -> int:
        """The number of words, figures and the like; punctuation does not count."""
        return sum(1 for token in self.parse if any(ch.isalnum() for ch in token.text) and token.text not in _CLITICS)


_CLITICS = frozenset({"'s", "’s", "n't", "n’t", "'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body with its sentences; `number` counts from 1. `is_item`: it is an item of a list."""

    number: int
    span: Span
    sentences: tuple[Sentence, ...]
    is_item: bool = False


class Role(StrEnum):
    """What somebody is in the letter."""

    RECIPIENT = "recipient"
    WRITER = "writer"
    DEFENDANT = "defendant"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named, with the name as it stands there ("Mrs Kowalska")."""

    span: Span
    text: str
    part: Part
    title: str | None
    first: str | None
    last: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person and every place that names them. `title`, `first`, `last` as first written."""

    role: Role
    title: str | None
    first: str | None
    last: str
    mentions: tuple[Mention, ...] = ()

    @property
    def name(self) -> str:
        """Title, first and last name as far as known, with single spaces."""
        return " ".join(part for part in (self.title, self.first, self.last) if part)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date in the letter; `weekday` stands beside it ("Monday"), `date` is None for an impossible day.

    `year_given` is False where the year was taken from the letter's date.
    """

    span: Span
    date: datetime.date | None
    weekday: str | None = None
    year_given: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """A case reference; `is_urn` tells whether it has the shape of a Unique Reference Number."""

    span: Span
    text: str
    is_urn: bool


UNSURE_BELOW = 0.6
"""A detected type with a smaller share than this is said to be doubtful."""


@dataclass(frozen=True, slots=True)
class TypeGuess:
    """The letter type: where it comes from ("given", "case file" or "detected"), how sure (0 to 1), the next likely
    type, and the sentences that decided it."""

    type: str
    source: str
    confidence: float
    runner_up: str | None = None
    evidence: tuple[Span, ...] = ()

    @property
    def candidates(self) -> tuple[str, ...]:
        """The type; and while the program is unsure of it, the runner-up as well."""
        unsure = self.source == "detected" and self.confidence < UNSURE_BELOW and self.runner_up is not None
        return (self.type, self.runner_up) if unsure and self.runner_up else (self.type,)


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """A document understood as a letter, equal to itself alone. Built once; checks only read it.

    `case` is the truth of its case, where somebody gave it; `reads_like` what the words alone say of the type.
    """

    document: Document
    folded: str
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Sentence, ...]
    type: TypeGuess
    date: datetime.date | None = None
    recipient: Person | None = None
    salutation: Line | None = None
    references: tuple[Reference, ...] = ()
    people: tuple[Person, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: frozenset[str] = field(default=frozenset())
    case: CaseFile | None = None
    reads_like: TypeGuess | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body in order, without headings."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @property
    def words(self) -> int:
        """The number of words in the body."""
        return sum(sentence.words for sentence in self.sentences)

    def part_lines(self, *parts: Part) -> tuple[Line, ...]:
        """The lines of the given parts, in order."""
        return tuple(line for line in self.lines if line.part in parts)

    def part_at(self, offset: int) -> Part | None:
        """The part that holds the code point."""
        return next(
            (line.part for line in self.lines if line.span.start <= offset < max(line.span.end, line.span.start + 1)),
            None,
        )

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence or heading that holds the code point."""
        return next((s for s in (*self.sentences, *self.headings) if s.span.start <= offset < s.span.end), None)

    def block_of(self, line: Line) -> Block:
        """The block a line stands in."""
        return self.document.blocks[line.block]


def fold(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and spaces, one character for one."""
    return text.translate(_PLAIN).translate(_LOWER) if text.isascii() else "".join(_fold_one(ch) for ch in text)


_PLAIN = {
    ord(k): v
    for k, v in {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2007": " ", "\u202f": " "}.items()
}
_PLAIN |= {ord(k): "-" for k in "‐‑–—−"}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _fold_one(ch: str) -> str:
    plain = ch.translate(_PLAIN)
    lower = plain.lower()
    return lower if len(lower) == 1 else plain
