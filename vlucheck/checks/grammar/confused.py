"""A letter, the words typed for one another, and counts of word pairs → words that fit in worse than a like one.

For what no wording foresees: "a pervious visit", "have red what". The word and the one it may stand for are weighed by
how often each is written behind the word on the left and before the word on the right.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import log

from vlucheck.checks.grammar.wordset import word_set
from vlucheck.document import Span
from vlucheck.engines.counts import PACKAGE, Counts, open_counts
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome, Skipped
from vlucheck.letter.model import Letter, Sentence
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans

TABLE = "words/confused"
CHECK = "word-pairs"
_JOINED = word_set("- / ' ’ 's ’s n't n’t 're ’re 'll ’ll 've ’ve 'd ’d 'm ’m")
_FLOOR = 1_900_000  # what a pair that was not counted may have come to: well below the rarest that was
_CHANCE = 0.5  # the share of the pairs that chance alone would make, for two words that were never counted together
_RARE = 300_000  # for a word that is not among the common ones
_ONE_SIDED = 1.5  # what is taken off where only one neighbour speaks for the other word


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a sentence in small letters, with its neighbours: "" where there is a stop, a figure or a name."""

    left: str
    word: str
    right: str
    span: Span


@dataclass(frozen=True, slots=True)
class WordPairs:
    """Looks at every word of the table; `least` has for each the words it may stand for and the least score wanted."""

    rule: Rule | None
    least: Mapping[str, Mapping[str, float]]
    counts: Callable[[], Counts | None] = open_counts
    name: str = "words that seldom stand together"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "WordPairs":
        """Read the table of words. Raises BadRule for an entry that cannot be read."""
        return cls(rulebook.compare(CHECK), least_of(rulebook))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each word that another fits far better; the counts are read with the first letter."""
        if self.rule is None or not self.least:
            return Outcome()
        counts = self.counts()
        if counts is None:
            return Outcome(skipped=(Skipped(self.name, f"{PACKAGE} is not there", "install vlucheck again"),))
        found = ((place, self._meant(place, counts)) for place in self._places(letter))
        return Outcome(findings=tuple(_finding(self.rule, letter, place, word) for place, word in found if word))

    def _places(self, letter: Letter) -> Iterator[Place]:
        """The places to look at. What a letter says twice in the same words is meant, so it is left out."""
        quoted = quoted_spans(letter)
        places = [place for sentence in letter.sentences for place in places_in(sentence, letter.names)]
        often = Counter((place.left, place.word, place.right) for place in places)
        for place in places:
            known = place.word in self.least and often[place.left, place.word, place.right] == 1
            if known and not any(each.covers(place.span) for each in quoted):
                yield place

    def _meant(self, place: Place, counts: Counts) -> str:
        """The word that fits best, if it fits well enough; else nothing."""
        scored = ((score(place, word, counts) - least, word) for word, least in self.least[place.word].items())
        best, word = max(scored)
        return word if best >= 0 else ""


def least_of(rulebook: Rulebook) -> dict[str, dict[str, float]]:
    """For each word the words it may stand for, with the least score at which that is said. Raises BadRule."""
    place = f"{rulebook.folder / TABLE}.yaml"
    table = rulebook.tables.get(TABLE, {}).get("pairs", {})
    if not isinstance(table, Mapping):
        raise BadRule(f'{place}: "pairs" must hold pairs of words by the least score')
    found: dict[str, dict[str, float]] = {}
    for least, pairs in table.items():
        for pair in str(pairs).split():
            word, slash, meant = pair.partition("/")
            if not str(least).isdecimal() or not slash or not word or not meant:
                raise BadRule(f"{place}: {least}: two words with a stroke between them are wanted: {pair}")
            found.setdefault(word, {})[meant] = float(least)
    return found


def places_in(sentence: Sentence, names: frozenset[str]) -> Iterator[Place]:
    """The words in small letters of a whole sentence; none of a line without a verb, as in a table or a heading."""
    tokens = [token for token in sentence.parse if not token.is_space]
    if "|" in sentence.text or "\t" in sentence.text or not any(token.pos_ in ("VERB", "AUX") for token in tokens):
        return
    words = ["" if token.text in names or not token.lower_.isalpha() else token.lower_ for token in tokens]
    for n, token in enumerate(tokens):
        beside = {tokens[n - 1].text if n else "", tokens[n + 1].text if n + 1 < len(tokens) else ""}
        if words[n] and token.text.islower() and not beside & _JOINED:
            start = token.idx + sentence.offset
            span = Span(start, start + len(token.text))
            yield Place(words[n - 1] if n else "", words[n], words[n + 1] if n + 1 < len(words) else "", span)


def score(place: Place, meant: str, counts: Counts) -> float:
    """How much likelier `meant` is at the place than the word that stands there, as a natural logarithm.

    0 when no neighbour was ever counted beside `meant`: then there is nothing to go by.
    """
    sides = [bool(place.left and counts.pair(place.left, meant)), bool(place.right and counts.pair(meant, place.right))]
    if not any(sides):
        return 0.0
    gain = _likelihood(place, meant, counts) - _likelihood(place, place.word, counts)
    return gain if all(sides) else gain - _ONE_SIDED


def _likelihood(place: Place, word: str, counts: Counts) -> float:
    """The logarithm of how often the word is written, times the share of it beside each of the neighbours."""
    often = counts.word(word) or _RARE
    left = log(_together(place.left, word, counts) / often) if place.left else 0.0
    right = log(_together(word, place.right, counts) / often) if place.right else 0.0
    return left + log(often) + right


def _together(one: str, other: str, counts: Counts) -> float:
    """The count of the pair; of one that was not counted what chance would make of it, but no more than the floor."""
    if counted := counts.pair(one, other):
        return counted
    chance = (counts.word(one) or _RARE) * (counts.word(other) or _RARE) / counts.total
    return min(_FLOOR, chance * _CHANCE + 1)


def _finding(rule: Rule, letter: Letter, place: Place, meant: str) -> Finding:
    return replace(marked(rule, letter, place.span, {"meant": meant}), suggestions=(meant,))
