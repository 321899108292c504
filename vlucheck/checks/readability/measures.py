"""A letter → the values that limit rules look at, each with its place and a hint how to get below the limit."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from vlucheck.checks.readability.splits import where_to_split
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Sentence
from vlucheck.rulebook.seek import quoted_spans

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_SENTENCES = 5
"""An average over fewer sentences says nothing."""

_ACT = r"(?:[A-Z][\w'’-]*|of|and|the|for|in|to|\(|\))"
_TITLES = re.compile(rf"\b[A-Z][\w'’-]*(?:[ ,]+{_ACT}){{0,10}} (?:Act|Order|Regulations|Rules)(?: (?:19|20)\d\d)?\b")
_PHONE = re.compile(r"\+?\d[\d ]{8,14}\d")
_ONLINE = ("@", "://", "www.", ".uk")
_ITEM = re.compile(r"^\s*(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[.)]|[-–•*·])\s+")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_ADDRESS_WORD = r"(?:\d+\w?|[A-Z][\w'’.-]*|of|the|and|on|upon)"
_ADDRESS_PIECE = re.compile(rf"(?:,\s*|\bat ){_ADDRESS_WORD}(?: {_ADDRESS_WORD}){{0,8}}$")
_PEOPLE = frozenset({"i", "you", "we", "he", "she", "they", "who"})
_NESTED = frozenset({"relcl", "advcl", "acl", "csubj"})
MOST_ADDRESS_PIECES = 6
LONGEST_ADDRESS_PIECE = 80
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


def lengths(letter: Letter) -> tuple[int, ...]:
    """The number of the writer's own words in each sentence of the body, in order."""
    quotations = [span for span in quoted_spans(letter) if count_words(letter.document.quote(span)) >= LEAST_QUOTED]
    return tuple(own_words(sentence) - _quoted_words(sentence, letter, quotations) for sentence in letter.sentences)


def own_words(sentence: Sentence) -> int:
    """The words of the sentence as far as the writer chose them: a title of an Act counts as one word; the mark of a
    list item, telephone numbers, e-mail, web and postal addresses do not count."""
    text = _ITEM.sub("", _PHONE.sub("", _TITLES.sub("Act", _without_address(sentence.text))))
    return count_words(" ".join(each for each in text.split() if not any(mark in each for mark in _ONLINE)))


def _quoted_words(sentence: Sentence, letter: Letter, quotations: Iterable[Span]) -> int:
    return sum(count_words(letter.document.quote(span)) for span in quotations if sentence.span.covers(span))


def _without_address(text: str) -> str:
    postcode = _POSTCODE.search(text)
    if postcode is None:
        return text
    before = text[: postcode.start()].rstrip(" ,")
    for _ in range(MOST_ADDRESS_PIECES):
        piece = _ADDRESS_PIECE.search(before[-LONGEST_ADDRESS_PIECE:])
        if piece is None:
            break
        before = before[: len(before) - len(piece[0])]
    return before + text[postcode.end() :]


def sentence_words(letter: Letter) -> Iterator[Measured]:
    """The length of each sentence of the body in words."""
    for sentence, words in zip(letter.sentences, lengths(letter), strict=True):
        yield Measured(words, sentence.span, where_to_split(sentence))


def average_words(letter: Letter) -> Iterator[Measured]:
    """The average length of a sentence of the body, if there are enough of them."""
    if len(letter.sentences) >= LEAST_SENTENCES:
        yield Measured(round(sum(lengths(letter)) / len(letter.sentences), 1))


def paragraph_words(letter: Letter) -> Iterator[Measured]:
    """The length of each paragraph in words."""
    for paragraph in letter.paragraphs:
        yield Measured(sum(map(own_words, paragraph.sentences)), paragraph.span)


def sentence_passives(letter: Letter) -> Iterator[Measured]:
    """The number of passive verbs in each sentence that do not say who did it; what was done to a person ("you
    were told") and "if" and "because" clauses are left out."""
    for sentence in letter.sentences:
        yield Measured(sum(1 for token in sentence.parse if _is_bare_passive(token)), sentence.span)


def _is_bare_passive(token: "Token") -> bool:
    deps = {child.dep_ for child in token.children}
    personal = any(child.dep_ == "nsubjpass" and child.lower_ in _PEOPLE for child in token.children)
    return "auxpass" in deps and "agent" not in deps and token.dep_ != "advcl" and not personal


def sentence_whiches(letter: Letter) -> Iterator[Measured]:
    """How often "which" hangs a clause on each sentence ("in which", "of which" and a question's "which" do not)."""
    for sentence in letter.sentences:
        words = [token for token in sentence.parse if token.lower_ == "which"]
        hanging = [token for token in words if token.head.dep_ == "relcl" or token.head.head.dep_ == "relcl"]
        yield Measured(len(hanging), sentence.span)


def sentence_nesting(letter: Letter) -> Iterator[Measured]:
    """How many clauses stand one inside the other at the deepest place of each sentence; the main clause is the first,
    and what somebody says or thinks ("I know that …") does not count."""
    for sentence in letter.sentences:
        yield Measured(max((_depth(token) for token in sentence.parse), default=0), sentence.span)


def _depth(token: "Token") -> int:
    depth = 1
    while token.head != token:
        depth += token.dep_ in _NESTED
        token = token.head
    return depth


MEASURES: Mapping[str, Callable[[Letter], Iterator[Measured]]] = MappingProxyType(
    {
        "sentence-words": sentence_words,
        "average-words": average_words,
        "paragraph-words": paragraph_words,
        "sentence-passives": sentence_passives,
        "sentence-which": sentence_whiches,
        "sentence-nesting": sentence_nesting,
    }
)
