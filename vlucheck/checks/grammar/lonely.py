"""The parse of a sentence → a single comma between a long subject and its verb, and a question without its mark.

"Inspector Rawle who is based here, will come", "The people who can help, are the advisers", "The question is this: why
did nobody ring."
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = word_set("who which that whose")
_PARTS = frozenset({"(", ")", ";", ":", "–", "—", '"', "“", "”", "‘"})
_ASKING = word_set("why how when where")
_DOING = word_set("did does do has have had can could will would should was were")
_SUBJECTS = word_set(
    "you i we they he she it nobody anybody anyone somebody someone everybody the your my his her our no"
)
_BARE = word_set("you i we they he she it nobody")
_TAGS = word_set("is are was were do does did has have had ca can could wo will would should")


def lone_commas(parse: "Parse") -> Iterator[Pair]:
    """Yield the words on both sides of a comma that parts a subject with a clause of its own from its verb."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(4, len(tokens) - 2):
        before, comma, after = tokens[n - 1 : n + 2]
        if comma.text != "," or after.tag_ not in _FINITE or any(t.text in _PARTS for t in tokens[:n]):
            continue
        if any(token.text == "," for token in tokens[:n]) or any(t.tag_ == "CC" for t in tokens[n + 1 : n + 2]):
            continue
        if any(a.text == "," and b.tag_ in _FINITE for a, b in pairwise(tokens[n + 1 :])):
            continue  # "The man whose car was used, said to be his friend, lives in Leeds."
        verb = after.head if after.dep_ in ("aux", "auxpass") else after
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < comma.i), None)
        if subject is None or subject.left_edge.i != tokens[0].i or subject.tag_ not in ("NN", "NNS", "NNP", "DT"):
            continue
        told = next((c for c in subject.children if _tells_more(c)), None)
        if told is None or told.right_edge.i != before.i or told.left_edge.i > subject.i + 1:
            continue
        if not any(t.dep_ in ("conj", "appos") for t in subject.children):
            yield (subject, told.left_edge) if subject.tag_ == "NNP" else (before, after)


def _tells_more(clause: "Token") -> bool:
    """ "who can help", "standing by the gate", "taken that day"."""
    if clause.dep_ == "acl":
        return clause.tag_ in ("VBG", "VBN") and clause.i == clause.head.i + 1
    return clause.dep_ == "relcl" and clause.left_edge.lower_ in _RELATIVE


def unasked(parse: "Parse") -> Iterator[Pair]:
    """Yield the last two words of a question that ends in a full stop."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < 6 or tokens[-1].text != "." or any(token.is_quote for token in tokens):
        return
    if _is_tagged(tokens):
        yield tokens[-2], tokens[-1]
        return
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    for start in (0, *([] if colon is None else [colon + 1])):
        words = tokens[start : start + 3]
        if len(words) < 3 or (start == 0 and any(token.text in ":;" for token in tokens)):
            continue
        asking, doing, subject = (token.lower_ for token in words)
        asked = asking in _ASKING and doing in _DOING and subject in _SUBJECTS
        plain = doing in _BARE or not any(t.tag_ in _FINITE and t.dep_ == "ROOT" for t in tokens[start + 3 :])
        if asked and (start or plain) and not any(token.text == "," for token in tokens[start:]):
            yield tokens[-2], tokens[-1]


def _is_tagged(tokens: list["Token"]) -> bool:
    """ "You know him, don't you.", "That was not right, was it.", not "He did not come, nor did she."."""
    words = [token.lower_ for token in tokens[:-1]]
    if words[-1] not in _BARE | {"there"} or any(word in ("nor", "neither", "so") for word in words):
        return False
    if words[-2] in ("n't", "n’t") and words[-4] == ",":
        return words[-3] in _TAGS
    denied = any(token.dep_ == "neg" for token in tokens[:-4])
    return denied and words[-3] == "," and words[-2] in _TAGS
