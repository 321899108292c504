"""The parse of a sentence → a clause whose tense does not go with that of the clause beside it.

"When the officers reached it, he has already left", "You told the police that he grab you", "While you are waiting, he
walked up".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_SAYING = word_set("tell say state explain report describe claim add think believe know find see hear show confirm")
_WHEN = word_set("when before after until")
_WHILE = word_set("while as when")
_DEEDS = word_set(
    "walk come go run pull push grab take hit kick throw break drive reach shout start stop leave arrive fall turn "
    "open close punch steal climb enter follow snatch spit swing drop pick jump ring knock call speak"
)
_PERSONS = word_set("he she they somebody someone it")
_ONE = word_set("he she it")


def apart(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield the first and the last word of the verb that is in the wrong tense."""
    for token in parse:
        if token.dep_ == "advcl" and token.head.pos_ == "VERB":
            yield from _not_yet_past(token)
            yield from _going_on(token)
        elif token.dep_ == "ccomp" and token.head.pos_ == "VERB":
            yield from _reported(token, forms)


def _not_yet_past(clause: "Token") -> Iterator[Pair]:
    """ "When the officers reached it, he has already climbed out"."""
    opener, main = _opener(clause), clause.head
    if opener is None or opener.lower_ not in _WHEN or not _is_past(clause) or clause.lemma_ == "be":
        return
    helpers = [c for c in main.children if c.dep_ in ("aux", "auxpass")]
    has = next((c for c in helpers if c.lower_ in ("has", "have")), None)
    subject = next((c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    before = clause.i < main.i and subject is not None and clause.i < subject.i
    if has is None or main.tag_ != "VBN" or any(c.tag_ == "MD" for c in helpers) or not before:
        return
    already = any(c.lower_ in ("already", "just") for c in main.children)
    if already or opener.lower_ == "before":
        yield has, main


def _going_on(clause: "Token") -> Iterator[Pair]:
    """ "While you are waiting for the lift, he walked up behind you"."""
    opener, main = _opener(clause), clause.head
    helper = next((c for c in clause.children if c.dep_ == "aux" and c.lower_ in ("is", "are", "am")), None)
    if opener is None or opener.lower_ not in _WHILE or helper is None or clause.tag_ != "VBG":
        return
    subject = next((c for c in main.children if c.dep_ == "nsubj"), None)
    if subject is None or main.tag_ != "VBD" or main.lemma_ not in _DEEDS or subject.lower_ not in _PERSONS:
        return
    if not any(c.dep_ in ("aux", "auxpass") for c in main.children):
        yield helper, clause


def _reported(clause: "Token", forms: Forms) -> Iterator[Pair]:
    """ "You told the police that he grab your sleeve", not "She asked that he stop"."""
    main = clause.head
    if main.lemma_ not in _SAYING or clause.tag_ not in ("VB", "VBP") or clause.lower_ not in forms.base:
        return
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    helped = any(c.dep_ in ("aux", "auxpass") for c in clause.children)
    if subject is None or helped or subject.lower_ not in _ONE or clause.i != subject.i + 1:
        return
    that = subject.i and subject.nbor(-1).lower_ == "that"
    if that and clause.lower_ not in forms.past and clause.lower_ not in ("be", "need"):
        yield subject, clause


def _opener(clause: "Token") -> "Token | None":
    """The word that opens the clause: "when", "while"."""
    return next((c for c in clause.children if c.i == clause.left_edge.i and c.dep_ in ("mark", "advmod")), None)


def _is_past(verb: "Token") -> bool:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (verb.tag_ == "VBD" and not helpers) or [helper.lower_ for helper in helpers] == ["could"]
