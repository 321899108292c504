"""What a sentence says was done, to a case or by this office → a charge "dropped", a mistake that nobody made."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vlucheck.checks.tone.persons import Scene, is_among, is_passive, subject
from vlucheck.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Mapping[str, frozenset[str]]

_NEAR = 6  # words
_NOBODY = frozenset({"mistake", "error", "accident", "oversight"})


def thrown_away(scene: Scene, words: Words) -> Iterator[Span]:
    """ "We dropped it", "the count was abandoned": a case or a charge that is spoken of as something thrown away."""
    for verb in scene.tokens:
        if not is_among(verb, words["ended"]) or verb.pos_ not in ("VERB", "AUX"):
            continue
        for thing in _things_done(verb):
            if is_among(thing, words["cases"]):
                near = verb.i - thing.i <= _NEAR
                yield scene.span(thing if near else _first_word(verb), verb)
                break


def _first_word(verb: "Token") -> "Token":
    """The first word of "has been dropped", for a charge that stands far in front of it."""
    return next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), verb)


def nobody_did(scene: Scene, words: Words) -> Iterator[Span]:
    """ "Your letter was mislaid", "the call was not returned": our mistake without one of us in it or beside it."""
    if _owned_beside(scene, words["owned"]):
        return
    for verb in scene.tokens:
        thing = subject(verb)
        if thing is None or not is_passive(verb) or _has_doer(verb):
            continue
        if verb.dep_ not in ("ROOT", "conj", "ccomp") or not is_among(thing, words["ours"]):
            continue
        undone = any(child.dep_ == "neg" for child in verb.children)
        if undone and _is_a_practice(verb):
            continue
        if is_among(verb, words["undone"] if undone else words["spoilt"]):
            yield scene.span(thing, verb)


def _is_a_practice(verb: "Token") -> bool:
    """ "Messages are never returned without your leave" tells how it is done, not what went wrong."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return bool(auxiliaries & {"is", "are"}) or any(child.lower_ == "without" for child in verb.children)


def _owned_beside(scene: Scene, owned: frozenset[str]) -> bool:
    """Whether the sentence before or after takes it on."""
    beside = scene.letter.sentences[max(0, scene.index - 1) : scene.index + 2]
    return any(token.lower_ in owned for sentence in beside for token in sentence.parse)


def _things_done(verb: "Token") -> "Iterator[Token]":
    """What the verb is done to: its object, or the subject of a passive verb, with what is joined to it by "and"."""
    done_to = [child for child in verb.children if child.dep_ == "dobj"]
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head)
    passive = subject(verb) if joined or any(child.dep_ == "auxpass" for child in verb.children) else None
    for child in (*done_to, *((passive,) if passive is not None else ())):
        yield child
        yield from child.conjuncts
        for prep in (each for each in child.children if each.dep_ == "prep" and each.lower_ == "of"):
            yield from (each for each in prep.children if each.dep_ == "pobj")


def _has_doer(verb: "Token") -> bool:
    """Whether it says by whom; "by mistake" says nothing."""
    agents = [child for child in verb.children if child.dep_ == "agent"]
    return any(each.lower_ not in _NOBODY for agent in agents for each in agent.children)
