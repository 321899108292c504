"""Phrases that wait until a text has their words before they are compiled."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_RUN = re.compile(r"\w+")


class BadPhrase(ValueError):
    """A phrase that cannot be read; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The source of a regular expression for folded text; `anchors`: a text without a word of each set cannot match it.

    A word may be "trial" or, for one that only begins so, "trial*". The set with the rarest words comes first.
    """

    source: str
    anchors: tuple[frozenset[str], ...] = ()

    def near(self, words: frozenset[str]) -> bool:
        """Whether a text of these words could match."""
        return not any(anchor.isdisjoint(words) for anchor in self.anchors)


class Phrases:
    """Several phrases, searched as one. Each is compiled when a text first has one of its words: a letter has few of
    the words that a rulebook knows, and compiling all would take longer than reading the letter."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Raises BadPhrase when there is none, and for one without anchors (a raw pattern) that cannot be compiled."""
        self._phrases = tuple(phrases)
        if not self._phrases:
            raise BadPhrase("no phrase given")
        for phrase in self._phrases:
            if not phrase.anchors:
                compile_source(phrase.source)
        rarest = [phrase.anchors[0] for phrase in self._phrases if phrase.anchors]
        self._anchors = frozenset().union(*rarest) if len(rarest) == len(self._phrases) else None

    def search(self, text: str) -> re.Match[str] | None:
        """Return the leftmost match in the folded text; of those that begin together, that of the first phrase."""
        found = [match for pattern in self._near(text) if (match := pattern.search(text))]
        return min(found, key=lambda match: match.start()) if found else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in the folded text, in order, none overlapping another."""
        found = sorted((m for pattern in self._near(text) for m in pattern.finditer(text)), key=lambda m: m.start())
        end = -1
        for match in found:
            if match.start() >= end:
                yield match
                end = max(match.end(), match.start() + 1)

    def _near(self, text: str) -> list[re.Pattern[str]]:
        words = _words_of(text)
        if self._anchors is not None and self._anchors.isdisjoint(words):
            return []
        return [compile_source(each.source) for each in self._phrases if each.near(words)]


def compile_source(source: str) -> re.Pattern[str]:
    """Return the regular expression, compiled once. Raises BadPhrase."""
    try:
        return _cached(source)
    except re.error as error:
        raise BadPhrase(f"not a pattern: {error}") from error


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    """Every word of the text, and every beginning of one with a star."""
    words = set(_RUN.findall(text))
    return frozenset(words | {f"{word[:size]}*" for word in words for size in range(1, len(word) + 1)})


@lru_cache(maxsize=16384)
def _cached(source: str) -> re.Pattern[str]:
    return re.compile(source)
