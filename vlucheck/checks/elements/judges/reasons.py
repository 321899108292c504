"""Judges of what the letter gives the reader: reasons and sympathy."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENOUGH_FACTS = 2
_FEW_PARAGRAPHS = 3
_PARTICULAR = frozenset({"PERSON", "DATE", "TIME", "CARDINAL", "MONEY", "GPE", "QUANTITY", "FAC", "ORG"})
_THIRD_PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "both"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "your"})


def judge_reasons(reading: Reading) -> Verdict:
    """Whether the letter gives facts of this case as reasons; a formula or a single fact is half of it."""
    units = reading.said["reasons"].met
    if _is_complaint(reading):
        units = tuple(sorted({*units, *reading.facts.get("tells-of-handling", ())}, key=lambda unit: unit.span))
    facts = _with_conclusion(tuple(unit for unit in units if _tells_event(unit)), reading)
    if len(facts) >= _ENOUGH_FACTS:
        return Verdict(Status.MET, spans(facts))
    half = facts or reading.facts.get("reason-formula", ())
    return Verdict(Status.PARTLY, spans(half)) if half else Verdict(Status.MISSING)


def judge_empathy(reading: Reading) -> Verdict:
    """Whether the letter acknowledges what happened or how the news feels; a late stock phrase is half of it."""
    said = reading.said["empathy"]
    stock = {unit.span for unit in reading.facts.get("stock-sympathy", ())}
    real = tuple(unit for unit in said.met if unit.span not in stock or not _stands_late(unit, reading))
    if real:
        return Verdict(Status.MET, spans(real))
    half = tuple(sorted((*said.met, *said.partly), key=lambda unit: unit.span))
    return Verdict(Status.PARTLY, spans(half)) if half else Verdict(Status.MISSING)


def _is_complaint(reading: Reading) -> bool:
    return reading.letter.type.type.startswith("complaint")


def _with_conclusion(facts: tuple[Unit, ...], reading: Reading) -> tuple[Unit, ...]:
    """A single fact, with the sentence behind it that draws the conclusion ("So …", "Without her nobody …")."""
    if len(facts) != 1 or facts[0].sentence is None:
        return facts
    fact = facts[0].sentence
    for told in reading.facts.get("reason-link", ()):
        after = told.sentence
        if after and after.paragraph == fact.paragraph and after.index == fact.index + 1:
            return (*facts, told)
    return facts


def _tells_event(unit: Unit) -> bool:
    """Whether the sentence tells of something particular: somebody or something did, saw, showed or lacked it."""
    if unit.sentence is None:
        return False
    tokens = list(unit.sentence.parse)
    happens = any(token.tag_ in ("VBD", "VBN", "VBZ", "VBP") or token.lower_ == "could" for token in tokens)
    return happens and any(_is_particular(token) for token in tokens)


def _is_particular(token: "Token") -> bool:
    """A name, a number, a third person, "nobody", "the" thing: what a general rule does not have."""
    if token.pos_ == "PROPN" or token.like_num or token.ent_type_ in _PARTICULAR:
        return True
    if token.lower_ in _THIRD_PERSONS or token.lower_ in _NOBODY:
        return True
    return token.lower_ == "the" and token.head.pos_ in ("NOUN", "PROPN")


def _stands_late(unit: Unit, reading: Reading) -> bool:
    """In the last two paragraphs of a letter that has more than a few."""
    paragraphs = reading.letter.paragraphs
    late = unit.sentence is not None and unit.sentence.paragraph >= len(paragraphs) - 1
    return late and len(paragraphs) > _FEW_PARAGRAPHS


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {
        "empathy": judge_empathy,
        "reasons": judge_reasons,
    }
)
