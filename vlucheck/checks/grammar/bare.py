"""The words of a sentence → plain verbs where "to" or "-ing" is missing ("sorry for have", "want you think")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_PREPOSITIONS = word_set("for of by without about from after before in despite towards against")
_READY = word_set(
    "right sorry free glad happy ready likely willing welcome wrong brave pleased able unable unlikely entitled "
    "keen afraid reluctant bound due eager determined prepared allowed supposed expected"
)
_ASKING = word_set("want wants wanted like ask asked expect expected allow allowed advise advised invite invited "
                 "encourage encouraged order ordered require required urge urged")  # fmt: skip
_PERSONS = word_set("you him her them us me")
_OBJECTS = word_set(
    "the a an your my our his her its their this that these those it you him them us me what how why who somebody "
    "someone anybody anyone nobody everything anything something kept been told sent to about with"
)
_BEING = word_set("is are was were am be been 'm 're ’m ’re feel felt")
_HELPERS = word_set("be have do")


def bare_verbs(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield the word in front and the plain verb that should be "to …" or "…ing"."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(1, len(tokens) - 1):
        verb, before, after = tokens[n], tokens[n - 1], tokens[n + 1]
        if after.lower_ not in _OBJECTS:
            continue
        if _is_asked(tokens, n, forms):
            yield tokens[n - 2], verb
        able = before.lower_ in ("able", "unable") and verb.text.islower() and verb.lower_ in forms.base
        if not _is_plain(verb, forms) and not able:
            continue
        governed = before.lower_ in _PREPOSITIONS and before.tag_ == "IN" and _is_after_content(tokens, n - 1)
        if governed or (before.lower_ in _READY and n > 1 and _is_said(tokens, n - 2)):
            yield before, verb


def _is_asked(tokens: list["Token"], n: int, forms: Forms) -> bool:
    """ "want you think", "asked him wait", not "what would you like him do": a person is wanted or asked to do it."""
    if n < 2 or tokens[n - 1].lower_ not in _PERSONS or tokens[n - 2].lower_ not in _ASKING:
        return False
    if tokens[n - 2].lower_ in ("order", "ask", "request") and n > 2 and tokens[n - 3].tag_ in ("DT", "PRP$", "JJ"):
        return False  # "in the order you put them"
    if tokens[n - 2].lower_ == "like" and (n < 3 or tokens[n - 3].lower_ not in ("would", "'d", "’d", "not")):
        return False
    return tokens[n].tag_ in ("VB", "VBP") and tokens[n].lower_ in forms.base - {"help", "read", "let", "name"}


def _is_plain(verb: "Token", forms: Forms) -> bool:
    word = verb.lower_
    if verb.text[:1].isupper() or word in forms.nouns or word in forms.participle or word in forms.past:
        return False
    return word in forms.base or word in _HELPERS


def _is_after_content(tokens: list["Token"], n: int) -> bool:
    """Whether the preposition governs the verb: not "the man I asked for have left", "what we speak of become"."""
    if n == 0 or tokens[n].dep_ == "prt":
        return n == 0 and tokens[n].lower_ in ("without", "by", "after", "before")
    before = tokens[n - 1]
    if tokens[n].lower_ in ("before", "after") or before.lower_ in ("what", "who", "whom", "which"):
        return False
    done = before.tag_ in ("VBN", "VBD") and tokens[n].lower_ in ("for", "without", "about")
    return before.pos_ in ("ADJ", "NOUN", "PRON") or done


def _is_said(tokens: list["Token"], n: int) -> bool:
    """Whether "is", "are" or the like stands in front of "ready", perhaps with "not" or "very"."""
    while n > 0 and tokens[n].lower_ in ("not", "n't", "very", "so", "also", "really", "quite", "always", "more"):
        n -= 1
    return tokens[n].lower_ in _BEING
