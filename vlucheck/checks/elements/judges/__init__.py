"""What a letter says of an element → met, partly or missing; what takes more than a sentence has its own judge."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges import complaint, contact, decision, empathy, head, reasons, review, support
from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.findings import Status

Judge = Callable[[Reading], Verdict]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        **head.JUDGES,
        **decision.JUDGES,
        **reasons.JUDGES,
        **empathy.JUDGES,
        **review.JUDGES,
        **support.JUDGES,
        **contact.JUDGES,
        **complaint.JUDGES,
    }
)


def judge(element: str, reading: Reading) -> Verdict:
    """Return the verdict on one element, with the sentences that carry it."""
    return JUDGES[element](reading) if element in JUDGES else by_wording(element, reading)


def by_wording(element: str, reading: Reading) -> Verdict:
    """The plain judgement: one sentence that says it meets the element, one that half says it half does."""
    said = reading.said[element]
    if said.met:
        return Verdict(Status.MET, spans(said.met))
    if said.partly:
        return Verdict(Status.PARTLY, spans(said.partly))
    return Verdict(Status.MISSING)
