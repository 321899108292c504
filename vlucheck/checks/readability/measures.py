"""A letter → the values that limit rules look at, each with its place and a hint how to get below the limit."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from vlucheck.checks.readability.splits import where_to_split
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Sentence, fold

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_SENTENCES = 5
"""An average over fewer sentences says nothing."""

_ACT = r"(?:[A-Z][\w'’-]*|of|and|the|for|in|to|\(|\))"
_TITLES = re.compile(rf"\b[A-Z][\w'’-]*(?:[ ,]+{_ACT})* (?:Act|Order|Regulations|Rules)(?: (?:19|20)\d\d)?\b")
_CONTACT = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.uk\b\S*|\+?\d[\d ]{8,}\d")
_ITEM = re.compile(r"^\s*(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[.)]|[-–•*·])\s+")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_ADDRESS_WORD = r"(?:\d+\w?|[A-Z][\w'’.-]*|of|the|and|on|upon)"
_ADDRESS_PIECE = re.compile(rf"(?:,\s*|\bat ){_ADDRESS_WORD}(?: {_ADDRESS_WORD})*$")
_QUOTATION = re.compile(r'"[^"]+"')
LEAST_QUOTED = 8
"""Shorter quotations are part of the writer's own sentence."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A value, the place it was measured at (None: the whole body), and what could be done, as a sentence."""

    value: float
    span: Span | None = None
    hint: str = ""


def count_words(text: str) -> int:
    """The number of words as a word processor counts them: "don't", "e-mail" and "10am" are one each."""
    return sum(1 for piece in text.split() if any(ch.isalnum() for ch in piece))


def own_words(sentence: Sentence) -> int:
    """The words of the sentence that the writer chose: a title of an Act counts as one word; the mark of a list item,
    telephone numbers, e-mail, web and postal addresses and long quotations do not count."""
    text = _ITEM.sub("", _CONTACT.sub("", _TITLES.sub("Act", _without_address(sentence.text))))
    quoted = [match[0] for match in _QUOTATION.finditer(fold(text))]
    others = sum(count_words(each) for each in quoted if count_words(each) >= LEAST_QUOTED)
    return count_words(text) - others


def _without_address(text: str) -> str:
    postcode = _POSTCODE.search(text)
    if postcode is None:
        return text
    before = text[: postcode.start()].rstrip(" ,")
    while piece := _ADDRESS_PIECE.search(before):
        before = before[: piece.start()]
    return before + text[postcode.end() :]


def sentence_words(letter: Letter) -> Iterator[Measured]:
    """The length of each sentence of the body in words."""
    for sentence in letter.sentences:
        yield Measured(own_words(sentence), sentence.span, where_to_split(sentence))


def average_words(letter: Letter) -> Iterator[Measured]:
    """The average length of a sentence of the body, if there are enough of them."""
    if len(letter.sentences) >= LEAST_SENTENCES:
        yield Measured(round(sum(map(own_words, letter.sentences)) / len(letter.sentences), 1))


def paragraph_words(letter: Letter) -> Iterator[Measured]:
    """The length of each paragraph in words."""
    for paragraph in letter.paragraphs:
        yield Measured(sum(map(own_words, paragraph.sentences)), paragraph.span)


def sentence_passives(letter: Letter) -> Iterator[Measured]:
    """The number of passive verbs in each sentence that do not say who did it, leaving out "if" and "because" clauses."""
    for sentence in letter.sentences:
        yield Measured(sum(1 for token in sentence.parse if _is_bare_passive(token)), sentence.span)


def _is_bare_passive(token: "Token") -> bool:
    deps = {child.dep_ for child in token.children}
    return "auxpass" in deps and "agent" not in deps and token.dep_ != "advcl"


def sentence_whiches(letter: Letter) -> Iterator[Measured]:
    """How often "which" hangs a clause on each sentence ("in which", "of which" and a question's "which" do not)."""
    for sentence in letter.sentences:
        words = [token for token in sentence.parse if token.lower_ == "which"]
        hanging = [token for token in words if token.head.dep_ == "relcl" or token.head.head.dep_ == "relcl"]
        yield Measured(len(hanging), sentence.span)


MEASURES: Mapping[str, Callable[[Letter], Iterator[Measured]]] = MappingProxyType(
    {
        "sentence-words": sentence_words,
        "average-words": average_words,
        "paragraph-words": paragraph_words,
        "sentence-passives": sentence_passives,
        "sentence-which": sentence_whiches,
    }
)
