"""A letter's body → the passages that stand in it a second time, word for word or nearly so."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

from vlucheck.document import Span
from vlucheck.letter.model import Letter

Words = tuple[str, ...]


def repeats(letter: Letter, settings: Mapping[str, object]) -> Iterator[Span]:
    """The second of two equal paragraphs or long sentences; neighbours in one paragraph are told as one passage.

    `settings` give the least numbers of words and how like each other two passages have to be (0 to 1).
    """
    paragraphs = [(p.span, _words(letter, p.span)) for p in letter.paragraphs]
    doubled = list(_seconds(paragraphs, settings, _number(settings, "paragraph-words")))
    yield from doubled
    sentences = [(s.span, _words(letter, s.span)) for s in letter.sentences]
    again = [*_seconds(sentences, settings, _number(settings, "sentence-words")), *_twice_in_a_row(sentences, settings)]
    for span in dict.fromkeys(again):
        if not any(whole.covers(span) for whole in doubled):
            yield span


def _twice_in_a_row(sentences: list[tuple[Span, Words]], settings: Mapping[str, object]) -> Iterator[Span]:
    """The second of two equal sentences that follow each other, however short: nobody says a thing twice at once."""
    least = _number(settings, "next-words")
    for (_, before), (span, words) in pairwise(sentences):
        if before == words and len(words) >= least:
            yield span


def _seconds(passages: list[tuple[Span, Words]], settings: Mapping[str, object], least: float) -> Iterator[Span]:
    long_enough = [(span, words) for span, words in passages if len(words) >= least]
    for index, (span, words) in enumerate(long_enough):
        if any(_alike(words, other, settings) for _, other in long_enough[:index]):
            yield span


def _alike(one: Words, other: Words, settings: Mapping[str, object]) -> bool:
    """The same words; or nearly, in a long passage, with only small words changed: a new name or figure is news."""
    if one == other:
        return True
    if min(len(one), len(other)) < _number(settings, "near-words") or abs(len(one) - len(other)) > len(one) // 8:
        return False
    changed = set(one) ^ set(other)
    if any(len(word) > _SMALL or word[0].isdigit() for word in changed):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _number(settings, "alike")


_SMALL = 4


_NUMBERING = re.compile(r"\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+")


def _words(letter: Letter, span: Span) -> Words:
    """The words of the passage; the number of a paragraph is none of them."""
    folded = letter.folded[span.start : span.end]
    number = _NUMBERING.match(folded)
    return tuple(re.findall(r"\w+", folded[number.end() if number else 0 :]))


def _number(settings: Mapping[str, object], name: str) -> float:
    value = settings.get(name)
    if not isinstance(value, int | float):
        raise ValueError(f"the setting {name} must be a number")
    return float(value)
