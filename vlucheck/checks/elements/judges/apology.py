"""Judges what a letter says about its own mistakes: whether it apologises for them, and what it will do about them."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Sentence
from vlucheck.rulebook.seek import Unit

_REPLIES = ("complaint-stage-1", "complaint-stage-2")
_NOT_PAST = frozenset(("will", "'ll", "’ll", "shall", "must", "can", "has", "have", "'ve", "’ve", "is", "are", "am"))
_TALK = frozenset(
    ("hope", "know", "understand", "reply", "think", "feel", "realise", "write", "want", "believe", "strive")
)
_BEFORE, _AFTER = 4, 1


def apology(reading: Reading) -> Verdict:
    """An apology without a condition meets it, also "I am sorry" beside the mistake; a conditional one half does."""
    told = reading.said["apology"]
    without = {unit.span for unit in reading.facts["apology-all-the-same"]}
    conditional = {unit.span for unit in reading.facts["conditional-apology"]} - without
    bare = [unit for unit in reading.facts["bare-sorry"] if _beside_a_fault(unit, reading)]
    close = [unit for unit in reading.facts["writers-sorry"] if _close_to_a_fault(unit, reading)]
    plain = sorted({unit.span for unit in (*told.met, *bare, *close)} - conditional)
    if plain:
        return Verdict(Status.MET, tuple(plain), sure=any(unit.span in plain for unit in close))
    half = (*told.met, *told.partly)
    spans_of_half = tuple(sorted({unit.span for unit in half}))
    return Verdict(Status.PARTLY, spans_of_half) if half else Verdict(Status.MISSING)


def _beside_a_fault(unit: Unit, reading: Reading) -> bool:
    """Where a reply admits a mistake, "I am sorry" is about that; elsewhere the mistake has to stand beside it."""
    if reading.letter.type.type in _REPLIES and (reading.tells("part-upheld") or reading.tells("mistake-admitted")):
        return True
    order = {sentence.span: number for number, sentence in enumerate(reading.letter.sentences)}
    at = order.get(unit.span)
    if at is None:
        return False
    faults = (order.get(fault.span) for fault in _faults(reading))
    return any(fault is not None and at - _BEFORE <= fault <= at + _AFTER for fault in faults)


def _close_to_a_fault(unit: Unit, reading: Reading) -> bool:
    """Whether a mistake is admitted in the same sentence or the one before, in the same paragraph."""
    here = unit.sentence
    if here is None:
        return False
    faults = (fault.sentence for fault in _faults(reading))
    return any(f is not None and f.paragraph == here.paragraph and 0 <= here.index - f.index <= 1 for f in faults)


def _faults(reading: Reading) -> Iterable[Unit]:
    return (unit for fact in ("mistake-admitted", "late", "own-fault") for unit in reading.facts[fact])


def remedy(reading: Reading) -> Verdict:
    """A concrete change or action meets it, also one under a heading that announces it; a general promise half does."""
    told = reading.said["remedy"]
    concrete = {*spans(told.met), *_under_heading(reading, {unit.span for unit in told.partly})}
    if concrete:
        return Verdict(Status.MET, tuple(sorted(concrete)))
    return Verdict(Status.PARTLY, spans(told.partly)) if told.partly else Verdict(Status.MISSING)


def _under_heading(reading: Reading, general: set[Span]) -> Iterable[Span]:
    """The sentences under "What will change" that tell of something done or to be done by others than the reader."""
    ends = sorted(heading.span.start for heading in reading.letter.headings)
    for heading in reading.facts["repair-heading"]:
        end = next((start for start in ends if start > heading.span.start), len(reading.letter.text))
        for sentence in reading.letter.sentences:
            if heading.span.end <= sentence.span.start < end and sentence.span not in general and _is_action(sentence):
                yield sentence.span


def _is_action(sentence: Sentence) -> bool:
    """Whether its main verb is in the future, the present or the perfect, and its subject is not "you"."""
    root = sentence.parse.root
    helpers = {child.lower_ for child in root.children if child.dep_ in ("aux", "auxpass")}
    subjects = {child.lower_ for child in root.children if child.dep_ in ("nsubj", "nsubjpass")}
    timely = root.tag_ in ("VBZ", "VBP", "VBG") or bool(helpers & _NOT_PAST)
    return bool(subjects) and timely and root.pos_ == "VERB" and "you" not in subjects and root.lemma_ not in _TALK


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"apology": apology, "remedy": remedy})
