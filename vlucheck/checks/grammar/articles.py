"""The parse of a sentence → nouns that lack "a" or "the" ("She is victim of a crime", "about decision we made").

Only nouns of the rule's own list are looked at: persons and things that cannot stand alone in the singular.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FULL = ("det", "poss", "nummod", "predet", "quantmod", "preconj", "nmod", "appos", "conj", "cc", "compound")
_HEADS = ("dobj", "pobj", "attr", "nsubj", "nsubjpass")
_COUNTING = _words(
    "no such another which what whose any every each enough more most much many some all both either neither other "
    "further same next last first judicial several"
)
_VERBS = ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "IN", "TO", "PRP", "RB", "RP")
_NAMING = ("NN", "NNP", "CD", "POS", "HYPH", "NNS", "CC", "SYM", "$", "JJ", "VBN", "PDT", "WDT", "WP$", "LS", "FW")
_PARTED = ("-", "/", '"', "“", "‘", "–", ":", "(", "&", "'", ",", "|")
_URGING = _words("pray kindly please do just simply always not n't n’t then and or either")
_PERSONS = _words("me us him her them")
_DONE_TO = _words("you it the a an your my our this that")
_TAILS = ("-", "/", "'", "’", "'s", "’s", "(", ":", "–", "&", '"', "“")


def bare_nouns(parse: "Parse", nouns: Mapping[str, frozenset[str]]) -> Iterator[Pair]:
    """Yield a noun in the singular without an article, twice.

    `nouns` gives for each noun the prepositions after which it may stand bare ("by letter", "in person").
    """
    for token in parse:
        bare = nouns.get(token.lower_)
        if bare is None or token.tag_ != "NN" or token.dep_ not in _HEADS or not token.text.islower():
            continue
        if any(child.dep_ in _FULL or child.lower_ in _COUNTING for child in token.children):
            continue
        if _has_company(parse, token) or _may_be_bare(parse, token, bare) or _is_bidden(parse, token):
            continue
        yield token.left_edge if token.left_edge.dep_ == "amod" else token, token


def _has_company(parse: "Parse", noun: "Token") -> bool:
    """Whether a word next to it makes another thing of it: a name, a figure, a hyphen, a capital."""
    doc = parse.doc
    before = doc[noun.left_edge.i - 1] if noun.left_edge.i > parse.start else None
    after = doc[noun.i + 1] if noun.i + 1 < parse.end else None
    if after is not None and (
        after.text in _TAILS
        or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "VBG")
        or after.lower_ in ("and", "or", "by")
        or (after.i + 1 < parse.end and doc[after.i + 1].lower_ == noun.lower_)  # "letter after letter"
    ):
        return True
    if before is not None and before.i > parse.start and doc[before.i - 1].lower_ == noun.lower_:
        return True
    if before is None:
        return after is None or after.tag_ not in ("VBZ", "VBD", "MD")
    return before.text in (*_PARTED, "'s", "’s") or before.tag_ in _NAMING


def _may_be_bare(parse: "Parse", noun: "Token", bare: frozenset[str]) -> bool:
    """Whether the words in front go with a bare noun: "by letter", "kind of man", "take part", a list of words."""
    before = parse.doc[noun.left_edge.i - 1] if noun.left_edge.i > parse.start else None
    if before is None:
        return False
    word = before.lower_
    if word in bare or before.lemma_ in bare:
        return True
    if word == "of" and before.i > parse.start and parse.doc[before.i - 1].tag_ in ("NN", "NNS", "JJ"):
        return True
    if word in _COUNTING or word in ("that", "this") or before.tag_ in ("DT", "PRP$", "PDT", "WDT"):
        return True
    if before.tag_ not in _VERBS or (before.tag_ == "VBG" and before.dep_ in ("amod", "compound")):
        return True
    return before.tag_ == "VBN" and noun.head != before


def _is_bidden(parse: "Parse", noun: "Token") -> bool:
    """Whether the noun is a verb in a request: "pray telephone me", "kindly question him", "do phone us"."""
    after = parse.doc[noun.i + 1].lower_ if noun.i + 1 < parse.end else ""
    before = parse.doc[noun.i - 1].lower_ if noun.i > parse.start else ""
    return after in _PERSONS or (after in _DONE_TO and before in _URGING)
