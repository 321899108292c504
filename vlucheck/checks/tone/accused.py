"""What a sentence says of the accused → words that put the accused's comfort or merits before the reader."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vlucheck.checks.tone.persons import Scene, Who, helpers, is_among, subject
from vlucheck.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Mapping[str, frozenset[str]]


def made_anxious(scene: Scene, words: Words) -> Iterator[Span]:
    """ "Mr Marsh was greatly relieved", "the suspect found it distressing": how the accused feels."""
    for token in scene.tokens:
        if not is_among(token, words["feelings"]):
            continue
        verb = _verb_of(token)
        doer = subject(verb) if verb is not None else None
        if verb is None or doer is None or _denied(verb) or _told(verb, words):
            continue
        if scene.who(doer) is Who.ACCUSED or scene.owner(doer) is Who.ACCUSED:
            yield scene.span(doer, token)


def judged_kindly(scene: Scene, words: Words) -> Iterator[Span]:
    """ "He is a man of good character": the merits of the accused."""
    for token in scene.tokens:
        if not is_among(token, words["merits"]) or token.dep_ == "poss":
            continue
        verb = _verb_of(token)
        doer = subject(verb) if verb is not None else None
        if (
            verb is None
            or doer is None
            or verb.lemma_ not in ("be", "have", "become", "remain", "show", "deserve", "work")
        ):
            continue
        if scene.who(doer) is Who.ACCUSED and not _denied(verb) and not _told(verb, words):
            yield scene.span(doer, token)


def weighed_for_them(scene: Scene, words: Words) -> Iterator[Span]:
    """ "The effect on his career", "fair to Mr Marsh", "the strain on the defendant": what it costs the accused."""
    for token in scene.tokens:
        if not is_among(token, words["costs"]) or _told(_climb(token), words):
            continue
        if token.pos_ == "NOUN" and _denied(_climb(token)):
            continue
        for target in _targets(token):
            if Who.ACCUSED in (scene.who(target), scene.owner(target)):
                yield scene.span(token, target)
                break


def _targets(token: "Token") -> "Iterator[Token]":
    """Whom a cost falls on: "the effect on him", "it was hard for him", "the effect that it had on him"."""
    holders = [token, *(child for child in token.children if child.dep_ == "relcl")]
    if token.dep_ in ("acomp", "attr", "dobj"):
        holders.append(token.head)
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ in ("prep", "dative") and prep.lower_ in ("on", "to", "for", "upon") and prep.i > token.i:
                yield from (child for child in prep.children if child.dep_ == "pobj")


def _verb_of(token: "Token") -> "Token | None":
    """The verb that says it of its subject: the word itself, or the verb whose complement it stands in."""
    if token.pos_ in ("VERB", "AUX") and subject(token) is not None:
        return token
    up = token
    while up.dep_ in (
        "acomp",
        "attr",
        "dobj",
        "oprd",
        "amod",
        "pobj",
        "prep",
        "conj",
        "ccomp",
        "xcomp",
        "compound",
        "advmod",
        "nmod",
    ):
        up = up.head
        if up.pos_ in ("VERB", "AUX"):
            return up
    return None


def _climb(token: "Token") -> "Token":
    up = token
    while up.pos_ not in ("VERB", "AUX") and up.head != up:
        up = up.head
    return up


def _denied(verb: "Token") -> bool:
    return bool(helpers(verb) & {"not", "never", "must"}) or any(
        c.lower_ in ("no", "nothing", "neither") for c in verb.subtree
    )


def _told(verb: "Token", words: Words) -> bool:
    """Whether somebody else is the one who says it."""
    up = verb
    while up.head != up:
        if up.dep_ in ("ccomp", "parataxis") and up.head.lemma_ in words["told"]:
            return True
        up = up.head
    return (up.lemma_ in words["told"] and up != verb) or any(
        c.dep_ == "parataxis" and c.lemma_ in words["told"] for c in verb.children
    )
