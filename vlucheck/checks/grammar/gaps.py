"""The parse of a sentence → places where a small word was left out.

"Although the evidence strong in places, it", "one the clearest", "every message was sent from it was read", "two men
the end of the alley".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]
Tokens = list["Token"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = _FINITE | {"VBN", "VBG", "VB", "TO"}
_OPENERS = word_set("although though because while since when if unless")
_OWNERS = word_set("the your his her their our my this that these those")
_AFTER_NOUN = word_set(
    "present available responsible able involved concerned alone likely possible due next last past other such "
    "free enough worth proper left more short long away ready open"
)
_PICKED = word_set("one some many most none several")
_GIVING = word_set("give show send hand tell offer lend call make pay ask")
_ENDS = word_set("end corner top bottom foot rear edge entrance side back front")
_TIMES = word_set("day night time moment week month year morning evening afternoon minute hour second way")
_GOVERNING = word_set("at to through into with about")
_EACH = word_set("every each all any the both those")
_BE = word_set("was were is are")


def gaps(parse: "Parse") -> Iterator[Pair]:
    """Yield the words on both sides of the gap."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < 6 or any(token.is_quote for token in tokens):
        return
    for n in range(1, len(tokens) - 3):
        if _is_share(tokens, n):
            yield tokens[n], tokens[n + 2]
        if _is_bare_place(tokens, n):
            yield tokens[n], tokens[n + 2]
        if _is_second_verb(tokens, n):
            yield tokens[n], tokens[n + 2]
    for n in range(len(tokens) - 5):
        if tokens[n].lower_ in _OPENERS and (n == 0 or tokens[n - 1].text == ","):
            yield from _without_be(tokens, n)


def _is_share(tokens: Tokens, n: int) -> bool:
    """ "one the clearest", "one the officers", "some the messages": "of" is missing."""
    share, the, thing = tokens[n : n + 3]
    if share.lower_ not in _PICKED or the.lower_ not in _OWNERS - {"this", "that"} or share.text[:1].isupper():
        return False
    before = tokens[n - 1]
    if before.tag_ in ("DT", "JJ", "JJS", "WDT", "PRP$", "NN", "CD") or before.lemma_ in _GIVING:
        return False
    if any(token.lemma_ in _GIVING for token in tokens[max(0, n - 3) : n]):
        return False
    several = thing.tag_ == "NNS" and thing.dep_ != "compound"
    best = thing.tag_ in ("JJS", "RBS") and share.lower_ == "one" and before.lemma_ in ("be", "as", "become", "remain")
    return best or (several and share.lower_ in ("one", "some", "none", "several") and before.tag_ != "VBG")


def _is_bare_place(tokens: Tokens, n: int) -> bool:
    """ "two men the end of the alley", not "that night the end of the road was shut"."""
    noun, the, end = tokens[n : n + 3]
    of = tokens[n + 3].lower_ == "of"
    if the.lower_ != "the" or end.lower_ not in _ENDS or not of or noun.tag_ not in ("NN", "NNS"):
        return False
    if (
        noun.lower_ in _TIMES
        or noun.dep_ not in ("dobj", "pobj", "attr")
        or n < 2
        or noun.ent_type_ in ("DATE", "TIME")
    ):
        return False
    later = [token for token in tokens[n + 4 :] if token.dep_ in ("nsubj", "nsubjpass") or token.tag_ in _FINITE]
    return end.dep_ in ("appos", "npadvmod", "dobj", "pobj") and (not later or later[0].tag_ not in _FINITE)


def _is_second_verb(tokens: Tokens, n: int) -> bool:
    """ "looked at every message was sent": the object of one verb runs on into another that has no subject."""
    noun, be, done = tokens[n : n + 3]
    if _is_lost_object(tokens, n):
        return True
    if be.lower_ not in _BE or done.tag_ != "VBN" or be.dep_ != "auxpass" or be.head != done:
        return False
    if noun.tag_ not in ("NN", "NNS") or noun.dep_ not in ("dobj", "pobj") or done.dep_ != "conj":
        return False
    first = done.head
    owned = {token.i for token in first.subtree if token.i < be.i}
    bound = any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "cc", "expl", "csubjpass") for c in done.children)
    joined = any(token.tag_ == "CC" or token.text in ",;:" for token in tokens if first.i < token.i < be.i)
    acts = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < first.i for c in first.children)
    return first.i < noun.i and noun.i in owned and not bound and not joined and acts and first.tag_ in _VERBS


def _is_lost_object(tokens: Tokens, n: int) -> bool:
    """ "listened to every call was made": the noun is all that the small word in front of it can govern."""
    noun, be, done = tokens[n : n + 3]
    if be.lower_ not in _BE or done.tag_ != "VBN" or noun.dep_ != "nsubjpass" or noun.head != done:
        return False
    small = noun.left_edge.nbor(-1) if noun.left_edge.i > tokens[0].i else noun
    governed = small.dep_ == "prep" and small.lower_ in _GOVERNING and not list(small.children)
    verb = small.head
    acts = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return governed and verb.dep_ == "ROOT" and verb.i == small.i - 1 and acts and noun.left_edge.lower_ in _EACH


def _without_be(tokens: Tokens, n: int) -> Iterator[Pair]:
    """ "Although the evidence strong in places, it does not": no verb up to the comma."""
    comma = next((at for at in range(n + 1, len(tokens)) if tokens[at].text == ","), 0)
    inside = tokens[n + 1 : comma]
    if not 3 <= len(inside) <= 12 or inside[0].lower_ not in _OWNERS or comma + 2 >= len(tokens):
        return
    if any(token.tag_ in _VERBS or token.pos_ in ("VERB", "AUX") for token in inside):
        return
    if tokens[comma + 1].tag_ not in ("PRP", "DT", "PRP$", "NN", "NNS", "NNP", "EX"):
        return
    at = next((i for i, token in enumerate(inside) if token.tag_ in ("NN", "NNS")), len(inside))
    if any(token.tag_ not in ("DT", "PRP$", "JJ", "CD") for token in inside[:at]):
        return
    rest = inside[at + 1 :]
    while rest and rest[0].tag_ in ("RB", "NN"):
        rest = rest[1:]
    if rest and rest[0].tag_ == "JJ" and rest[0].lower_ not in _AFTER_NOUN and inside[at].lower_ not in _TIMES:
        yield inside[at], rest[0]
