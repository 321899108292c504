"""A subject and its verb → whether what stands between them makes it unsure that they belong together."""

from typing import TYPE_CHECKING

from vlucheck.checks.grammar.antecedents import verb_form

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = frozenset({"might", "could", "would", "should"})
_MORE = frozenset({"more", "fewer", "less"})


def is_unsure(subject: "Token", verb: "Token", between: list["Token"]) -> bool:
    """Whether another subject may stand between, or the subject may be one of two."""
    if subject.tag_ == "MD" or subject.lower_ in _MODALS:
        return True  # "That might, he suggests, lead"
    before = [token.lower_ for token in subject.doc[max(subject.sent.start, subject.i - 4) : subject.i]]
    if "one" in before and "in" in before and verb_form(verb) is False:
        return True  # "one in six cars was"
    if verb.lemma_ == "mean" and subject.left_edge.lower_ in _MORE:
        return True  # "more people with a phone means fewer calls"
    return _is_set_before(between) or _is_half_told(subject, verb)


def _is_set_before(between: list["Token"]) -> bool:
    """Whether one comma stands between, and behind it what looks like a subject of its own ("ever since its early days,
    the club has"), or a verb that needs none ("That might, he suggests, lead")."""
    if any(token.tag_ == "MD" for token in between):
        return True
    at = next((n for n, token in enumerate(between) if token.text == ","), -1)
    if at < 0 or sum(token.text == "," for token in between) > 1 or at + 1 == len(between):
        return False
    return between[at + 1].tag_ in ("NNP", "NNPS", "PRP", "PRP$", "DT", "EX")


def _is_half_told(subject: "Token", verb: "Token") -> bool:
    """Whether "and" joins words that only describe the subject, or people do what the verb says: "the screen and voice
    recognition are", "the amount of data people are storing"."""
    doc = subject.doc
    if verb_form(verb) is not True:
        return False
    described = any(token.tag_ == "CC" for token in doc[subject.left_edge.i : subject.i])
    actors = doc[verb.i - 1]
    return described or (actors.i > subject.i and actors.lower_ == "people" and doc[actors.i - 1].pos_ == "NOUN")
