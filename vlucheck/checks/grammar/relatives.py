"""The parse of a sentence → clauses with "who" or "which" that say their noun twice, or lack their second comma."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_PRONOUNS = frozenset({"he", "she", "they", "it"})
_GIVING = frozenset(
    ("give", "tell", "show", "send", "offer", "lend", "owe", "say", "think", "believe", "know", "promise", "ask", "pay")
)
_SPENDING = frozenset(("spend", "devote", "waste"))
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def told_twice(parse: "Parse") -> Iterator[Pair]:
    """Yield "who" and the pronoun of "the officer who he took it", and the noun and that of "the officer he took"."""
    for verb in parse:
        if verb.dep_ != "relcl" or verb.lemma_.lower() in _GIVING:
            continue
        who = next((c for c in verb.children if c.lower_ in ("who", "which") and c.dep_ in ("dobj", "attr")), None)
        again = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in _PRONOUNS), None)
        if who is None or again is None or again.i != who.i + 1 or (again.lower_, verb.lemma_) == ("it", "take"):
            continue
        same = again.lower_ in (("it", "they") if who.lower_ == "which" else ("he", "she", "they"))
        spent = verb.lemma_.lower() in _SPENDING  # "which they have spent years developing"
        objects = (c for c in verb.children if c.dep_ in ("dobj", "attr", "acomp") and c != who and c.i > verb.i)
        if same and not spent and any(objects):
            yield who, again
    root = parse.root
    for verb in root.children:
        again = root.nbor() if root.i + 1 < parse.end else root
        own = root.tag_ == "NN" and root.left_edge.i == parse.start and verb.dep_ == "relcl" and again.head == verb
        if own and again.lower_ in ("he", "she") and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
            yield root, again


def half_closed(parse: "Parse") -> Iterator[Pair]:
    """Yield the last word of ", which was on 3 May" and the verb behind it, where no comma stands between."""
    doc = parse.doc
    for verb in parse:
        first, last = verb.left_edge, verb.right_edge
        if verb.dep_ != "relcl" or first.lower_ not in ("which", "who") or last.i + 1 >= parse.end:
            continue
        after = doc[last.i + 1]
        if doc[first.i + 1].lower_ in ("'s", "’s"):
            continue  # "who's team is new" for "whose team"
        if first.i <= parse.start or doc[first.i - 1].text != "," or after.tag_ not in _FINITE:
            continue
        commas = sum(token.text == "," for token in doc[parse.start : after.i])
        subject = verb.head
        if not after.text.islower():
            continue  # a name: "which lost its main backer Paul Sykes amid the row"
        if commas == 1 and subject.dep_ in ("nsubj", "nsubjpass") and after in (subject.head, *subject.head.children):
            yield last, after
