"""Words about the accused, and a letter → whether they are said of somebody else: a colleague, an expert.

"He has been through a lot" hurts when it is said of the accused. Whom "he" and "Mr Lyle" stand for is read from the
words before: only where they surely name somebody else is the rule silent.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.tone.persons import KIN, OFFICE, Scene, Who, is_among
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Person, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_SOMEBODY = frozenset(
    {"man", "woman", "boy", "girl", "youth", "lad", "driver", "person", "husband", "wife", "owner", "tenant", "lady"}
)
_SENTENCES_BACK = 4
_POST = (
    r"(?:prosecutor|lawyer|barrister|solicitor|colleague|manager|officer|detective|constable|sergeant|inspector|judge"
    r"|pathologist|expert|specialist|engineer|doctor|consultant|nurse|paramedic|interpreter|intermediary|caseworker"
    r"|paralegal|adviser|advisor|administrator|supervisor|director|head|advocate|scientist|examiner|investigator)"
)
_POST_BEFORE = re.compile(rf"\b{_POST}(?: (?:here|at|in|of|for|on|from) (?:[\w'-]+ ){{0,4}}[\w'-]+)?,? (?:is |was )?$")
_POST_AFTER = re.compile(
    r",? (?:(?:who )?(?:is|was|works as|acts as) )?(?:the|a|an|our|my|one of (?:our|the|my)|another)"
    rf"(?: [\w'-]+){{0,4}} {_POST}\b"
    r"|,? (?:who )?(?:has |have |will |then |also )*(?:reviewed|review|looked (?:at|into)|look (?:at|into)|read|manages"
    r"|works (?:here|in|with|at)|ring you|call you|write to you|rang you|wrote to you|answer(?:ed)? your)\b"
)


def is_of_another(letter: Letter, span: Span) -> bool:
    """Whether the person in the words of the span is known not to be the accused."""
    named = [person for person in letter.people if any(m.span.overlaps(span) for m in person.mentions)]
    if named:
        return all(_has_a_post(letter, person) for person in named)
    index = next((n for n, each in enumerate(letter.sentences) if each.span.covers(span)), None)
    if index is None:
        return False
    pronoun = _first_pronoun(letter, Scene(letter, index), span)
    return pronoun is not None and _stands_for_another(letter, index, pronoun)


def _has_a_post(letter: Letter, person: Person) -> bool:
    """Whether it is somebody of whom the letter tells the post: "the reviewing prosecutor, Mr Lyle"."""
    if person.role is not Role.OTHER:
        return person.role is not Role.DEFENDANT
    return any(
        _POST_BEFORE.search(letter.folded[max(0, m.span.start - 60) : m.span.start])
        or _POST_AFTER.match(letter.folded, m.span.end)
        for m in person.mentions
    )


def _first_pronoun(letter: Letter, scene: Scene, span: Span) -> "Token | None":
    """The "he" or "she" of the span, or the first one like it in its sentence."""
    inside = next((t for t in scene.tokens if span.covers(scene.span(t, t)) and t.lower_ in _HE | _SHE), None)
    if inside is None:
        return None
    alike = _HE if inside.lower_ in _HE else _SHE
    return next(token for token in scene.tokens if token.lower_ in alike)


def _stands_for_another(letter: Letter, index: int, pronoun: "Token") -> bool:
    """Whether the sentence that last speaks of people before the pronoun speaks of nobody who may be accused."""
    alike = _HE if pronoun.lower_ in _HE else _SHE
    paragraph = letter.sentences[index].paragraph
    for number in range(index, max(-1, index - _SENTENCES_BACK - 1), -1):
        if letter.sentences[number].paragraph != paragraph:
            return False
        scene = Scene(letter, number)
        end = next((n for n, token in enumerate(scene.tokens) if token.lower_ in alike), len(scene.tokens))
        known = list(_people_in(letter, scene, scene.tokens[:end]))
        if known:
            return all(known)
    return False


def _people_in(letter: Letter, scene: Scene, tokens: "tuple[Token, ...]") -> Iterator[bool]:
    """For each person that the words speak of, whether it is surely not the accused."""
    for token in tokens:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        at = scene.span(token, token)
        person = next((p for p in letter.people if any(m.span.overlaps(at) for m in p.mentions)), None)
        if person is not None:
            yield _has_a_post(letter, person)
        elif scene.who(token) is Who.ACCUSED:
            yield False
        elif scene.who(token) is Who.KIN or is_among(token, OFFICE):
            yield True
        elif is_among(token, KIN) or token.ent_type_ == "PERSON" or is_among(token, _SOMEBODY):
            yield False
