"""The parse of a sentence → a sentence whose verb was left out ("The suspect going to be told today.")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

_HELPING = word_set(
    "is are was were am has have had do does did will would can could should must may might shall 's ’s"
)
_OPENERS = word_set("the my your his her our their this that these those he she they we i you it")
_WISHING = word_set("wishes regards thanks congratulations greetings respects condolences sympathy apologies welcome")
_FEWEST = 6


def verbless(parse: "Parse", forms: Forms) -> Iterator[tuple["Token", "Token"]]:
    """Yield the subject with the word behind it, where the sentence has a subject but no verb of its own."""
    tokens = [token for token in parse if not token.is_space]
    words = [token for token in tokens if token.is_alpha]
    if len(words) < _FEWEST or len(words) < len(tokens) - 2 or tokens[-1].text != ".":
        return
    if tokens[0].lower_ not in _OPENERS or any(token.tag_ in _FINITE or token.lower_ in _HELPING for token in tokens):
        return
    if tokens[0].lower_ in ("their", "your", "its") and tokens[1].tag_ in ("JJ", "VBG", "RB"):
        return  # "their happy to": they're
    for token in tokens[:-2]:
        after = token.nbor()
        if token.dep_ in ("nsubj", "nsubjpass", "ROOT") and token.pos_ in ("NOUN", "PRON"):
            stands_whole = token.lower_ in _WISHING or any(
                _may_be_verb(each, forms) for each in tokens if each != token
            )
            acts = (
                token.dep_ == "ROOT"
                and token != tokens[0]
                and token.nbor(-1).pos_ in ("NOUN", "PROPN")
                and token.lower_ in forms.base
            )
            if _is_said_of(after) and not stands_whole and not acts:
                yield token, after
            return


def _is_said_of(after: "Token") -> bool:
    """Whether something is said of the noun in front: "going", "able", "not sure"."""
    return after.tag_ in ("VBG", "JJ") or after.lower_ in ("not", "very", "also", "still", "maybe", "to")


def _may_be_verb(word: "Token", forms: Forms) -> bool:
    """Whether it may be the verb that the parse did not see: not "to meet" nor "met by"."""
    if word.i and word.nbor(-1).lower_ in ("to", "a", "the"):
        return False
    return word.lower_ in forms.base or word.lower_ in forms.third or (word.lower_ in forms.past and word.tag_ != "VBN")
