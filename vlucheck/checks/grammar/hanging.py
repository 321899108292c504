"""The parse of a sentence → whether it hangs on the sentence before it ("Such as a visit.", "Carrying a holdall.").

Asked only of a sentence that follows another in its paragraph: a heading may be put so.
"""

from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Tokens = list["Token"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_STOCK = word_set("including hoping trusting thanking looking wishing assuring regarding concerning following speaking")
_HANGING = ("relcl", "acl", "advcl", "ccomp", "pcomp", "acl:relcl")
_PARTED = word_set(', ; : – — - ( " ‘ “')
_BEGINS = frozenset({"DT", "PRP", "PRP$", "EX", "NNP"})
_NOBODY = word_set("none nobody nothing")
_FEWEST, _LONG = 5, 8


def hanging(parse: "Parse") -> bool:
    """Whether it has no verb of its own, or is only what another sentence says."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < _FEWEST or tokens[-1].text != ".":
        return False
    first, words = tokens[0], [token.lower_ for token in tokens]
    if words[:2] == ["such", "as"]:
        return "," not in words and not any(token.dep_ in _SUBJECTS and _is_free(token.head) for token in tokens)
    if first.lower_ == "that":
        return _is_that_clause(tokens)
    if any(token.text in _PARTED or token.is_quote for token in tokens):
        return False
    return first.tag_ == "VBG" and first.lower_ not in _STOCK and _is_only_doing(tokens)


def headless(parse: "Parse") -> bool:
    """Whether it names somebody with a clause about him and says no more, or lacks the "is" in front of "being"."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < _LONG or tokens[-1].text != "." or any(t.text in _PARTED or t.is_quote for t in tokens):
        return False
    return _is_only_named(tokens) or _is_being_done(tokens)


def _is_free(verb: "Token") -> bool:
    return verb.dep_ not in _HANGING


def _is_that_clause(tokens: Tokens) -> bool:
    """ "That none of this was your fault.": "that" joins, and nothing is said of the clause."""
    that, verb = tokens[0], tokens[0].head
    if that.dep_ != "mark" or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    root, after = that.sent.root, tokens[1]
    if after.tag_ not in _BEGINS and after.lower_ not in _NOBODY:
        return False  # "That somebody was me."
    if root != verb and root.tag_ in _FINITE | {"VB"}:
        return False
    return not any(c.dep_ in ("csubj", "conj", "parataxis", "csubjpass") for c in verb.children)


def _is_only_doing(tokens: Tokens) -> bool:
    """ "Carrying a holdall that looked like yours.", not "Asking him was hard." or "Driving home he saw it."."""
    first, after = tokens[0], tokens[1]
    if after.tag_ in ("NN", "NNS", "IN") and after.lower_ != "that":
        return False
    if first.dep_ != "ROOT" or any(c.dep_ in _SUBJECTS for c in first.children):
        return False
    openers = sum(token.tag_ in ("WDT", "WP", "WRB", "PRP") or token.dep_ == "mark" for token in tokens)
    if sum(token.tag_ in _FINITE and token.dep_ != "conj" for token in tokens) > openers:
        return False  # "Shutting down sites that listed trackers crippled the network."
    if any(token.dep_ == "relcl" and any(c.dep_ == "mark" for c in token.children) for token in tokens):
        return False
    for token in tokens:
        if token.tag_ in _FINITE and token.dep_ not in ("aux", "auxpass") and token.dep_ not in _HANGING:
            return False
        if token.dep_ == "ccomp" and not any(c.dep_ == "mark" or c.tag_ in ("WP", "WRB") for c in token.children):
            return False
    return True


def _is_only_named(tokens: Tokens) -> bool:
    """ "The officer who came to your house and took a statement.": a person or thing with a clause, and no more."""
    root = tokens[0].sent.root
    if root.tag_ not in ("NN", "NNS", "NNP") or root.left_edge.i != tokens[0].i or tokens[0].tag_ not in ("DT", "PRP$"):
        return False
    told = next((c for c in root.children if c.dep_ == "relcl" and c.left_edge.i == root.i + 1), None)
    if told is None or told.left_edge.tag_ not in ("WP", "WDT") or told.right_edge.i != tokens[-2].i:
        return False
    if any(_may_be_verb(token) or token.tag_ == "MD" for token in tokens if told.i < token.i):
        return False
    return all(_is_owned(token, told) for token in tokens if token.tag_ in _FINITE)


def _may_be_verb(noun: "Token") -> bool:
    """Whether the noun may be the verb of the sentence: "The man who is charged lives in Hull."."""
    return noun.tag_ == "NNS" and noun.nbor(-1).tag_ in (
        "NN",
        "NNP",
        "VBN",
        "VBD",
        "RB",
        "CD",
        "PRP",
        "RP",
        "NNS",
        "IN",
    )


def _is_owned(verb: "Token", told: "Token") -> bool:
    """Whether the finite verb belongs to the clause: it helps, is joined by "and", or has its own subject."""
    if verb == told or verb.dep_ in ("aux", "auxpass"):
        return True
    before = verb.nbor(-1)
    joined = verb.dep_ == "conj" and (before.tag_ == "CC" or before.tag_ == "RB")
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    return joined or (subject is not None and verb.head.i < verb.i)


def _is_being_done(tokens: Tokens) -> bool:
    """ "The review being done by another prosecutor.": "is" was left out."""
    root = tokens[0].sent.root
    helpers = [c for c in root.children if c.dep_ in ("aux", "auxpass")]
    if root.tag_ != "VBN" or [c.lower_ for c in helpers] != ["being"] or tokens[0].tag_ not in ("DT", "PRP$", "PRP"):
        return False
    subject = next((c for c in root.children if c.dep_ == "nsubjpass"), None)
    own = [t for t in tokens if t.tag_ in _FINITE and t.dep_ not in ("aux", "auxpass")]
    return subject is not None and subject.left_edge.i == tokens[0].i and all(t.dep_ in _HANGING for t in own)
