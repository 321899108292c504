"""The table of words and their places → words that stand where only another can ("the alter", "we belief that").

A place is told by the words beside it, never by what the parser makes of the word itself.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set
from vlucheck.errors import BadRule
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Tokens = list["Token"]

TABLE = "words/parts"
_KEYS = frozenset({"word", "meant", "place", "after", "unless", "wrong", "right"})
_STOPS = frozenset({".", "!", "?", ",", ";", ":", ")", "–"})
_OWNERS = word_set("a an the your his her our their my no every any its this that")
_CLOSING = frozenset({"IN", "CC", "MD", "VBD", "VBZ", "WDT", "WP", "TO", "WRB", "PRP"})
_HELPING = word_set("will would can could should must may might shall 'll ’ll cannot do does did")
_BETWEEN = word_set("not n't n’t never also always only just still even ever")
_ACTING = word_set("i we they")
_URGES = word_set(
    "want need try like wish hope go have help begin start continue decide plan ready willing happy right able unable "
    "allow order way chance how what not hard easy difficult possible impossible time free glad ask tell agree "
    "refuse choose manage afraid going"
)
_LINKING = word_set("be seem look feel become stay keep remain get go sound grow")
_GRADING = word_set("very so too really rather usually always still also more not quite how")
_ENDING = word_set("and but to that when because for now again then since until so or")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A word that has no business in the place: `after` are the words in front of which it counts, any when empty."""

    word: str
    meant: str
    place: str
    after: frozenset[str]
    unless: frozenset[str]
    wrong: tuple[str, ...]
    right: tuple[str, ...]


def misfits_of(rulebook: Rulebook) -> dict[str, tuple[Misfit, ...]]:
    """The entries of the table by their word; none for a rulebook without it. Raises BadRule."""
    entries = rulebook.tables.get(TABLE, {}).get("parts", [])
    place = f"{rulebook.folder / TABLE}.yaml"
    if not isinstance(entries, list):
        raise BadRule(f'{place}: "parts" must be a list')
    found: dict[str, tuple[Misfit, ...]] = {}
    for entry in entries:
        misfit = _misfit(place, entry)
        found[misfit.word] = (*found.get(misfit.word, ()), misfit)
    return found


def _misfit(place: str, entry: object) -> Misfit:
    wanted = {"word", "meant", "place"}
    if not isinstance(entry, Mapping) or not wanted <= entry.keys() or entry.keys() - _KEYS:
        raise BadRule(f'{place}: "word", "meant" and "place" are wanted, with after, unless, wrong, right: {entry}')
    if str(entry["place"]) not in _PLACES:
        raise BadRule(f"{place}: {entry['word']}: the place is one of {', '.join(_PLACES)}")
    after, unless = (frozenset(map(str, entry.get(key, ()))) for key in ("after", "unless"))
    wrong, right = (tuple(map(str, entry.get(key, ()))) for key in ("wrong", "right"))
    return Misfit(str(entry["word"]), str(entry["meant"]), str(entry["place"]), after, unless, wrong, right)


def out_of_part(parse: "Parse", misfits: Mapping[str, tuple[Misfit, ...]]) -> Iterator[tuple["Token", str]]:
    """Yield each word that stands in a place where it has no business, and the word that was meant."""
    tokens = [token for token in parse if not token.is_space]
    words = {token.lower_ for token in tokens}
    for n in range(1, len(tokens) - 1):
        for misfit in misfits.get(tokens[n].lower_, ()):
            if not misfit.unless & words and _is_before(tokens[n + 1], misfit) and _PLACES[misfit.place](tokens, n):
                yield tokens[n], misfit.meant
                break


def _is_before(after: "Token", misfit: Misfit) -> bool:
    if after.text in ("-", "/", "'", "’", "'s", "’s"):
        return False
    return not misfit.after or after.lower_ in misfit.after or (after.text in _STOPS and "." in misfit.after)


def _is_noun_place(tokens: Tokens, n: int) -> bool:
    """ "the alter was", "a deep breathe.": behind an article, perhaps with an adjective, and before no noun."""
    at = n - 1
    while at > 0 and tokens[at].tag_ == "JJ":
        at -= 1
    after = tokens[n + 1]
    if tokens[at].lower_ not in _OWNERS or tokens[at].tag_ not in ("DT", "PRP$"):
        return False
    pointing = tokens[at].lower_ in ("this", "that", "her") and after.tag_ in ("PRP", "IN", "TO", "WP", "WRB")
    return not pointing and (after.text in _STOPS or after.tag_ in _CLOSING)


def _is_verb_place(tokens: Tokens, n: int) -> bool:
    """ "will advice you", "did not belief", "want to loss", "we belief": behind a helper, "to" or a subject."""
    before, at = tokens[n - 1], n - 1
    while at > 0 and tokens[at].lower_ in _BETWEEN:
        at -= 1
    if tokens[at].lower_ in _HELPING or (tokens[at].tag_ == "MD" and at > 0):
        return tokens[at].tag_ == "MD" or at < n - 1
    if before.lower_ in _ACTING:
        return n == 1 or tokens[n - 2].tag_ in ("IN", "CC", "WRB", ",", "WDT", "WP", "RB", "VBD", "VBP")
    if before.lower_ != "to" or n < 2:
        return False
    asks = tokens[n - 2]
    told = (
        n > 2 and asks.tag_ in ("PRP", "NN", "NNS", "NNP") and tokens[n - 3].lemma_ in ("ask", "tell", "want", "allow")
    )
    return asks.lemma_.lower() in _URGES or asks.lower_ in _URGES or told


def _is_adjective_place(tokens: Tokens, n: int) -> bool:
    """ "was lose.", "is usually quite here": behind a linking verb, at the end of what is said of the subject."""
    after, at = tokens[n + 1], n - 1
    if not (after.text in _STOPS or after.lower_ in _ENDING or after.tag_ == "RB"):
        return False
    while at > 0 and tokens[at].lower_ in _GRADING:
        at -= 1
    return tokens[at].lemma_.lower() in _LINKING and tokens[at].pos_ in ("AUX", "VERB")


def _is_describing(tokens: Tokens, n: int) -> bool:
    """ "a quite street", "the pour man": between an article and the noun itself."""
    noun = tokens[n + 1]
    after = tokens[n + 2] if n + 2 < len(tokens) else noun
    owned = tokens[n - 1].lower_ in _OWNERS - {"that", "no", "any"} and tokens[n - 1].tag_ in ("DT", "PRP$")
    return owned and noun.tag_ in ("NN", "NNS") and after.tag_ not in ("NN", "NNS", "JJ", "HYPH")


_PLACES: Mapping[str, Callable[[Tokens, int], bool]] = {
    "noun": _is_noun_place,
    "verb": _is_verb_place,
    "adjective": _is_adjective_place,
    "describing": _is_describing,
}
