"""A "who", "which" or "that" → the noun that it tells of, and whether that stands for one or for several."""

from typing import TYPE_CHECKING

from vlucheck.checks.grammar.plurals import number_of
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

SINGULAR_FORMS = frozenset({"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"})
PLURAL_FORMS = frozenset({"are", "were", "have", "do"})
ANYTHING = word_set("anything something nothing everything anybody somebody nobody everybody anyone someone everyone")
_EVENTS = word_set("mean include suggest show lead cause result help make allow enable explain give take")
_ALIKE = word_set("of like")
_GUESTS = word_set("for to by with against from")


def verb_form(verb: "Token") -> bool | None:
    """True for a plural form, False for a singular one, None for a form that is both."""
    word = verb.lower_
    if word in SINGULAR_FORMS:
        return False
    if word in PLURAL_FORMS:
        return True
    if not word.isalpha() or word in ("am", "need", "dare", "let"):
        return None
    if verb.tag_ == "VBZ" and word.endswith("s"):
        return False
    return True if verb.tag_ == "VBP" else None


def antecedent(pronoun: "Token") -> tuple["Token | None", bool | None]:
    """The noun right before "who" or "which"; None where another noun in front of it might be meant."""
    noun = pronoun.doc[pronoun.i - 1] if pronoun.i else None
    if noun is not None and noun.tag_ == "PRP" and noun.head.lower_ in _ALIKE and noun.i > 1:
        return _one_of_us(pronoun, noun)
    if noun is not None and noun.text == "," and noun.i and pronoun.lower_ != "that":
        said_of = noun.nbor(-1)
        closed = said_of.dep_ in ("nsubj", "nsubjpass") and said_of.head.i > pronoun.head.right_edge.i
        if not closed and (pronoun.head.lemma_ in _EVENTS or verb_form(pronoun.head) is False):
            return None, None  # "which is" may speak of the whole clause
        noun = noun.doc[noun.i - 1]
    if noun is not None and noun.lower_ in ANYTHING and pronoun.head.head == noun:
        return pronoun, False
    if noun is not None and noun.lower_ == "those" and pronoun.lower_ == "who" and pronoun.head.head == noun:
        return pronoun, True
    if noun is None or noun.pos_ != "NOUN" or _is_in_group(noun) or _may_be_verb(noun):
        return None, None
    if any(child.dep_ in ("conj", "cc") for child in noun.children) or pronoun.head.head != noun:
        return None, None
    return pronoun, number_of(noun)


def _may_be_verb(noun: "Token") -> bool:
    """Whether a subject stands right in front of it: "the letter that names who is to ring", "he records who was"."""
    before = noun.doc[noun.i - 1] if noun.i else None
    return noun.tag_ == "NNS" and before is not None and before.tag_ in ("WDT", "WP", "PRP", "EX")


def _is_in_group(noun: "Token") -> bool:
    """Whether another noun in front may be the one that is told of: "the mother of the children who has"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _GUESTS and noun.nbor().lower_ == "who":
        done_by = noun.head.lower_ == "by" and noun.head.head.dep_ == "acl"  # "an MP chosen by colleagues who gives up"
        return noun.tag_ != "NNS" or done_by  # "a service for children who has been hurt"
    return noun.dep_ in ("pobj", "conj", "appos")


def _one_of_us(pronoun: "Token", person: "Token") -> tuple["Token | None", bool | None]:
    """ "people like me who", "the two of us who": the noun in front of "of us" or "like me" counts."""
    noun = person.head.head
    if pronoun.head.head != noun or noun.i != person.i - 2:
        return None, None
    if noun.lower_ == "those" or (noun.tag_ == "CD" and noun.lower_ != "one"):
        return pronoun, True
    return pronoun, number_of(noun) if person.head.lower_ == "like" else None
