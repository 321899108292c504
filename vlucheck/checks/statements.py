"""A letter's statements about reviews, starting again and the assessor → those that its own case makes wrong."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.judges.review import vrr_right
from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.outdated import Place
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

_FINISHED = "vrr-independent-review"
_NOT_BY_ITS_TYPE = ("vcl-altered", _FINISHED)
_CAN = re.compile(r"\b(?:can|could|may|might|will|would|able to|free to|possible|entitled to|open to)\b")
_CANNOT = re.compile(
    r"\b(?:cannot|can not|can't|could not|may not|must not|will not|won't|never|no longer|not|nor|no|neither|unable"
    r"|impossible|bars?|barred|prevents?|over for good|asked|ask)\b|\bwhether\b|\?|n't\b"
)
_ANOTHER = re.compile(
    r"\b(?:other|another|different) (?:charge|case|defendant|man|woman|person)|\bif (?:we|the prosecution) had\b"
)
_NEAR = 40  # characters after "can" in which a "not" still belongs to it
_TO_READER = re.compile(r"\byou(?:r)?\b")
_NOT_OPEN = re.compile(
    r"\b(?:not|no|cannot|never|nor|already|asked for|judicial|court of appeal|sentence|complaint|n't)\b|n't\b"
    r"|\b(?:have|had) (?:\w+ )?(?:asked|used|requested)\b"
)
_ENTERED = re.compile(
    r"\b(?:enter(?:ed|ing)?|record(?:ed|ing)?) (?:a |the )?(?:formal )?(?:verdicts?|findings?) of not guilty\b"
    r"|\bnot guilty (?:verdicts? )?(?:was|were|has been) (?:formally |therefore |then )*(?:entered|recorded)\b"
)
_OF_SERVICE = re.compile(
    r"\btreated you\b|\byou were treated\b|\bspoke to you\b|\brude|\b(?:our|poor|quality of) service\b"
    r"(?! of| decided)|\bservice (?:complaint|matter|point|issue|side|element)|\bmatters? of service\b"
    r"|\bapologi[sz]e\b|\bi uphold\b|\bis upheld\b|\bpartly upheld\b|\bkept (?:you )?waiting\b"
)


def review_not_open(reading: Reading) -> Iterator[Place]:
    """An offer of a review after the reader withdrew, for an altered charge, or after the last review."""
    kind = reading.letter.type.type
    withdrew = reading.facts.get("victim-withdrew", ())
    if kind not in _NOT_BY_ITS_TYPE and not (kind == "vcl-stopped" and withdrew):
        return
    if kind == "vcl-altered" and reading.tells("no-evidence-offered"):
        return
    verdict = vrr_right(reading)
    if verdict.status is not Status.MET:
        return
    also = withdrew[0].span if withdrew and kind == "vcl-stopped" else None
    for span in verdict.evidence[:1]:
        folded = reading.letter.folded[span.start : span.end]
        if _TO_READER.search(folded) and not _NOT_OPEN.search(folded):
            yield Place(span, also=also)


def false_restart(reading: Reading) -> Iterator[Place]:
    """A promise that the case can be started again in a letter that says that no evidence was offered."""
    offered = reading.facts.get("no-evidence-offered", ()) or tuple(_acquitted(reading))
    if not offered:
        return
    impossible = {unit.span for unit in reading.facts.get("says-restart-impossible", ())}
    said = (*reading.facts.get("speaks-of-restart", ()), *reading.said["restart-honesty"].met)
    for unit in {unit.span: unit for unit in said}.values():
        if unit.span not in impossible and _promises(unit):
            yield Place(unit.span, also=_other(offered, unit.span))


def _acquitted(reading: Reading) -> Iterator[Unit]:
    """The sentences that tell of a verdict of not guilty that the judge entered."""
    for sentence in reading.letter.sentences:
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        if _ENTERED.search(folded):
            yield Unit(sentence.span, folded, sentence)


def _promises(unit: Unit) -> bool:
    can = _CAN.search(unit.folded)
    if can is None or _ANOTHER.search(unit.folded):
        return False
    return _CANNOT.search(unit.folded[: can.end() + _NEAR]) is None


def _other(units: tuple[Unit, ...], span: Span) -> Span | None:
    return next((unit.span for unit in units if unit.span != span), None)


def assessor_for_legal(reading: Reading) -> Iterator[Place]:
    """The Independent Assessor offered where the letter says that the complaint is about legal decisions only."""
    legal = reading.facts.get("purely-legal-complaint", ())
    for unit in reading.facts.get("assessor-named", ()):
        offer = _TO_READER.search(unit.folded) and _CAN.search(unit.folded) and not _CANNOT.search(unit.folded)
        others = tuple(each for each in legal if each.span != unit.span)
        if offer and others and not _speaks_of_service(reading):
            yield Place(unit.span, also=others[0].span)


def _speaks_of_service(reading: Reading) -> bool:
    """Whether the letter tells of a matter of service besides the decisions."""
    sentences = (reading.letter.folded[s.span.start : s.span.end] for s in reading.letter.sentences)
    return any(
        _OF_SERVICE.search(each) and not re.search(r"outside (?:of )?(?:the|our) service", each) for each in sentences
    )
