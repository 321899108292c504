"""The parse of a sentence → a comma between subject and verb, and clauses that are no sentence of their own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

_STARTERS = word_set("he she it they we you i this there these those that nobody everyone everybody")
_FRAGMENTS = frozenset({"because", "although", "whereas"})
_CONDITIONS = frozenset({"when", "if", "unless", "until", "while"})
_TIMED = word_set("last next then now yesterday today recently about early late nearly after lately very")
_FEWEST = 3
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def parted(parse: "Parse") -> Iterator[tuple["Token", "Token"]]:
    """Yield a subject and its verb with a single comma between them ("The lawyer, looked at the file")."""
    tokens = list(parse)
    if sum(token.text == "," for token in tokens) != 1:
        return
    for before, comma in pairwise(tokens):
        if comma.text != "," or before.dep_ not in ("nsubj", "nsubjpass") or before.pos_ not in ("NOUN", "PRON"):
            continue
        after = parse.doc[comma.i + 1] if comma.i + 1 < parse.end else None
        short = comma.i - parse.start <= _FEWEST + 1
        if after is not None and after.tag_ in ("VBD", "VBZ") and before.head == after and short:
            yield before, after


def fragment(parse: "Parse", follows_question: bool) -> bool:
    """Whether the sentence is a clause that belongs to the one before ("Because nobody had told him.")."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < _FEWEST + 1 or tokens[-1].text != "." or follows_question:
        return False
    first = tokens[0]
    if first.lower_ == "which":
        return tokens[1].tag_ in FINITE and tokens[1].lower_ in ("is", "was", "means", "meant", "has", "had")
    if first.lower_ == "who":
        return tokens[1].tag_ in FINITE and tokens[1].tag_ != "MD"
    if first.lower_ in _CONDITIONS and not _is_bare(tokens):
        return False
    if first.lower_ not in _FRAGMENTS | _CONDITIONS or any(token.text in (",", ";", "–", "—") for token in tokens):
        return False
    return not (len(tokens) > 1 and tokens[1].lower_ == "of") and _one_clause(tokens)


def _is_bare(tokens: list["Token"]) -> bool:
    """Whether a single verb with a single subject is all there is: "If you need help call us" has two verbs, and
    "Until your call I knew nothing" opens with no clause."""
    timed = tokens[1].lower_ in _TIMED or (tokens[0].lower_ == "until" and tokens[1].tag_ in ("CD", "NNP", "RB", "NN"))
    if (tokens[1].tag_ in ("PRP$", "DT") or timed) and any(
        token.lower_ in _STARTERS and token.i > tokens[1].i for token in tokens
    ):
        return False
    subjects = sum(token.dep_ in _SUBJECTS for token in tokens)
    return subjects == 1 and sum(token.pos_ == "VERB" for token in tokens) == 1 and tokens[1].dep_ != "ROOT"


def _one_clause(tokens: list["Token"]) -> bool:
    root = tokens[0].sent.root
    return any(child.i == tokens[0].i for child in root.children) or tokens[0].head == root
