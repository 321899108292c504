"""The parse of a sentence → verbs joined to another in an uneven form, clauses with the number of several, "that".

"to keep it under review and considering", "what happened to you are set out", "weaker that the other evidence".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_OBJECTS = ("dobj", "dative", "ccomp")
_OPENERS = word_set("what how why whether where")
_SEVERAL = word_set("are were have")
_GOVERNING = word_set("avoid stop enjoy start begin mind risk involve mean include consider prevent without by")
_PARTED = frozenset("-–—:;,(")
_SAID = frozenset({"attr", "dobj", "nsubj", "nsubjpass"})


def uneven(parse: "Parse") -> Iterator[Pair]:
    """Yield "and" with the "-ing" form that is joined to the plain form of a verb ("can answer you and telling")."""
    for verb in parse:
        head = verb.head
        if verb.dep_ != "conj" or verb.tag_ != "VBG" or head.tag_ != "VB" or verb.i - 2 <= head.i:
            continue
        joining = verb.nbor(-1)
        if joining.lower_ not in ("and", "or") or joining.head != head or head.lemma_.lower() in _GOVERNING:
            continue
        helped = any(child.tag_ in ("TO", "MD") for each in (head, head.head) for child in each.children)
        own = any(child.dep_ in _OBJECTS and child.i > verb.i for child in verb.children)
        if helped and own and not _may_pair(parse.doc[head.i + 1 : joining.i], verb):
            yield joining, verb


def _may_pair(between: "Parse", verb: "Token") -> bool:
    """Whether the form may be joined to something nearer: another "-ing", or a bare noun ("avoid delay and losing")."""
    if any(token.tag_ == "CC" or token.lower_.endswith("ing") or token.text in _PARTED for token in between) or any(
        c.dep_ == "nsubj" for c in verb.children
    ):
        return True
    if any(token.tag_ == "VBG" or token.is_quote for token in verb.doc[verb.sent.start : verb.i]):
        return True
    thing = next((token for token in between if token.dep_ == "dobj"), None)
    return thing is None or not any(child.dep_ in ("det", "poss") for child in thing.children)


def told_as_several(parse: "Parse") -> Iterator[Pair]:
    """Yield the word that opens a clause with the verb for several of which the clause is the subject."""
    first = parse[0]
    if first.lower_ not in _OPENERS:
        return
    for clause in parse:
        verb = clause.head
        if clause.dep_ not in ("csubj", "csubjpass") or clause.left_edge != first or verb.i < clause.i:
            continue
        chain = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i > clause.i]
        finite = min([*chain, verb], key=lambda token: token.i)
        if finite.lower_ not in _SEVERAL or finite.i <= clause.right_edge.i:
            continue
        joined = any(token.text in _PARTED or token.dep_ == "conj" for token in parse.doc[first.i : finite.i])
        if (
            not joined
            and not any(child.dep_ in _SAID and child.i > finite.i for child in verb.children)
            and verb.tag_ in ("VBN", "VBD", "VBP")
        ):
            yield first, finite
