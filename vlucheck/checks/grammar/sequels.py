"""The words behind a comma → whether a new sentence begins there, and whether it may stand so all the same."""

from itertools import pairwise
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wholes import (
    ACTING,
    FEWEST,
    FINITE,
    HANGING,
    JOINING,
    RELATIVE,
    SAYING,
    SHORT,
    SUBJECTS,
    SUBORDINATE,
    is_finite,
)
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = list["Token"]

_THINGS = word_set("it that this he she they")
_SOME = word_set("one both each some all another others half most many few any none")
_GROUP = frozenset({"NN", "NNS", "NNP", "JJ", "IN", "DT", "PRP$"})
_BEING = word_set("is are was were has had will would can")
_NOBODY = ("nothing", "nobody", "no-one", "everything", "everybody", "everyone", "someone", "somebody")
_REPORTING = SAYING - word_set("reply write ask fear understand") | word_set(
    "announce argue report confirm warn show suggest find reveal state predict conclude learn hear stammer mutter "
    "shout whisper declare maintain stress complain protest reckon acknowledge estimate assert concede quote"
)
_SAID = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "dative", "prt", "oprd"})
_NEAR = 3
_LONGEST = 8
_LONGEST_SUBJECT = 14


def is_sentence(right: Tokens) -> bool:
    """Whether the words begin with a subject whose finite verb follows, or ask for something."""
    first = right[0]
    if first.lower_ in ("please", "never") or [word.lower_ for word in right[:2]] == ["do", "not"]:
        return any(word.tag_ in ("VB", "VBP") for word in right[1:SHORT]) and right[1].lower_ not in ACTING
    if first.lower_ == "what" and _says_what(right):
        return True
    named = first.lower_ == "that" and first.dep_ in SUBJECTS and first.tag_ == "DT"
    if (first.lower_ in SUBORDINATE and not named) or _is_gloss(right):
        return False
    if first.lower_ in ACTING and any(token.tag_ in FINITE for token in right[1 : 1 + _NEAR]):
        return True
    if any(b.tag_ in RELATIVE and a.tag_ == "IN" for a, b in pairwise(right[: SHORT + 1])):
        return False  # "a copy of which is enclosed"
    if _reads_as_clause(right):
        return True
    owner = next((t for t in right[:_LONGEST_SUBJECT] if t.dep_ in SUBJECTS and t.left_edge.i == first.i), None)
    if owner is None or owner.tag_ in RELATIVE or owner.head.i < owner.i or owner.head.dep_ in HANGING:
        return False
    verb, inside = owner.head, {token.i for token in right}
    if verb.i not in inside or any(child.dep_ == "mark" for child in verb.children):
        return False
    loose = first.lower_ in _SOME or (owner.tag_ == "NN" and owner == first and not owner.lower_.startswith(_NOBODY))
    helped = verb.pos_ == "AUX" or any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    if loose and (not helped or first.lower_ not in _SOME - {"one"}):
        return False  # "one of sixty pairs handed out there"
    return is_finite(verb, inside) and (first.tag_ in ("PRP", "DT", "PRP$") or not _goes_on(right))


def _says_what(right: Tokens) -> bool:
    """ "what we cannot prove is who did it": a clause with "what" and the verb that says what it is."""
    inside = {word.i for word in right}
    clause = next((word for word in right if word.dep_ == "csubj" and word.left_edge == right[0]), None)
    return clause is not None and clause.head.lower_ in ("is", "was") and clause.head.i in inside


def _reads_as_clause(right: Tokens) -> bool:
    """ "her note of the hearing is now with me": told by the words alone, for the parse missed it."""
    if right[0].tag_ not in ("PRP$", "DT") or right[0].lower_ in _SOME | {"no", "either", "neither"}:
        return False
    at = next((n for n, w in enumerate(right[1:], 1) if w.tag_ not in _GROUP and w.lower_ not in ("round", "her")), 0)
    nouns = [word for word in right[1:at] if word.tag_ in ("NN", "NNS")]
    return bool(nouns) and right[at].lower_ in _BEING and right[at - 1].tag_ in ("NN", "NNS", "NNP")


def _goes_on(right: Tokens) -> bool:
    """Whether the clause is the last but one of a list: "deliveries were confirmed and the goods were found"."""
    openers = {word.left_edge.i for word in right if word.dep_ in SUBJECTS and word.head.dep_ == "conj"}
    bare = right[0].tag_ in ("NN", "NNS", "NNP")
    return any(
        a.lower_ == "and" and (b.i in openers or (bare and any(t.tag_ in FINITE for t in right[n + 2 : n + _LONGEST])))
        for n, (a, b) in enumerate(pairwise(right))
    )


def _is_gloss(right: Tokens) -> bool:
    """ "that is by 3 May", "that is to say stopped": it says the same in other words."""
    said = [word.lower_ for word in right[:2]]
    return said in (["that", "is"], ["that", "was"]) and right[2].tag_ in ("IN", "TO", "VBN", "VBD", "VBG", ",", "CD")


def runs_on(right: Tokens) -> bool:
    """Whether more clauses of a list follow, or the clause is no more than "he said"."""
    if any(a.text == "," and b.lower_ in JOINING for a, b in pairwise(right)):
        return True
    if right[0].lower_ == "i" and right[2].lower_ in ("afraid", "sure", "told") and len(right) <= SHORT + 1:
        return True
    verb = next((word.head for word in right if word.dep_ in SUBJECTS), None)
    if verb is None:
        return False
    if verb.lemma_ in _REPORTING and _is_told(verb, right):
        return True
    closed = any(word.text == "," and 0 < word.i - verb.i <= 1 for word in right)  # "in the bath, you write, with"
    return verb.lemma_ in SAYING and (closed or right[-1].i - verb.i < FEWEST)


def _is_told(verb: "Token", right: Tokens) -> bool:
    """Whether the words before the comma are what is said: "He was at home, his sister has told the police", "The door
    was open, it was reported". The verb then has nothing of its own to say behind it."""
    own = [child for child in verb.children if child.i > verb.i and child.dep_ in _SAID]
    telling = verb.lemma_ in ("tell", "warn", "inform", "remind", "assure")
    heard = telling and len(own) == 1 and own[0].dep_ in ("dobj", "dative")
    return verb.i <= right[-1].i and (not own or heard)


def goes_together(left: Tokens, right: Tokens) -> bool:
    """Whether the two halves are meant to stand so: "the sooner …, the better …", "it is not …, it is …"."""
    if any(word.tag_ in ("JJR", "RBR") and n and left[n - 1].lower_ == "the" for n, word in enumerate(left[:3])):
        return right[0].lower_ == "the"
    again = [b.lower_ for a, b in pairwise([*left, *right]) if a.text == "," or a.lower_ == "and"]
    if left[0].lower_ == right[0].lower_ and right[0].lower_ in again:
        return True  # "I left, I gave a statement, I turned up"
    if left[0].lower_ in _SOME and right[0].lower_ in _SOME | {"the"}:
        return True  # "some want to know, others would rather wait"
    if any(a.lower_ in ("so", "such") and b.tag_ in ("JJ", "RB", "DT") for a, b in pairwise(left)):
        return True  # "it was so dark, you could not see", "he is such a figure, it is hard not to ask"
    denied = any(word.lower_ in ("not", "n't", "n’t") for word in left[1:5])
    weighed = any(word.lower_ in ("just", "only", "matter") for word in left[1:6])
    return denied and (
        weighed or (left[0].lower_ in _THINGS and right[0].lower_ == left[0].lower_ and right[1].lemma_ == "be")
    )
