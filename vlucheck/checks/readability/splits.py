"""A long sentence → the words at which a new one could start."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.letter.model import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_WORDS = 6
"""Neither half should be shorter than this."""
SHOWN = 4

_JOINING = frozenset({"and", "but", "so", "yet"})
_OPENING = frozenset({"because", "although", "though", "while", "whereas"})
_NEVER_NEXT = frozenset(
    {"that", "who", "whom", "whose", "which", "what", "how", "when", "where", "if", "whether", "to"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def where_to_split(sentence: Sentence) -> str:
    """A sentence that names the words a new sentence could start with; "" where no good place is found."""
    place = _best_joint(sentence)
    if place is None:
        return ""
    words = sentence.text[place:].split()[:SHOWN]
    return f'A new one could start at "{" ".join(words).rstrip(".,;:")}".'


def _best_joint(sentence: Sentence) -> int | None:
    """The offset in the sentence of the joint nearest to its middle, with enough words on both sides."""
    total = len(sentence.text.split())
    before = {place: len(sentence.text[:place].split()) for place in _joints(sentence)}
    good = [place for place, words in before.items() if LEAST_WORDS <= words <= total - LEAST_WORDS]
    return min(good, key=lambda place: abs(2 * before[place] - total), default=None)


def _joints(sentence: Sentence) -> Iterator[int]:
    """Where a clause with a subject of its own is joined on."""
    start = sentence.parse.start_char
    for token in sentence.parse[:-1]:
        if token.text == ";":
            yield token.nbor().idx - start
        elif _joins_clause(token):
            yield token.idx - start


def _joins_clause(token: "Token") -> bool:
    word = token.lower_
    if word in _JOINING and token.dep_ == "cc" and token.nbor().lower_ not in _NEVER_NEXT:
        joined = [each for each in token.head.children if each.dep_ == "conj" and each.i > token.i]
        return _is_main(token.head) and any(_is_clause(each) for each in joined)
    if word in _OPENING:
        return token.head.dep_ == "advcl" and token.head.i > token.i > token.head.head.i
    after_comma = token.i > 0 and token.nbor(-1).text == ","
    return word in ("which", "who") and token.head.dep_ == "relcl" and after_comma


def _is_main(verb: "Token") -> bool:
    """Whether the verb is that of the sentence, or joined to it by "and"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _is_clause(verb: "Token") -> bool:
    return verb.pos_ in ("VERB", "AUX") and any(child.dep_ in _SUBJECTS for child in verb.children)
