"""Judges of complaint letters: the order of review and complaint, the outcome, the next stage and its time limit."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges import apology, correspondence, further
from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.findings import Status

_REVIEW_TYPES = ("vrr-acknowledgement", "vrr-local-resolution", "vrr-independent-review", "vrr-and-complaint")
_BOTH_LEFT_IN = re.compile(
    r"\b(?:uph(?:e|o)ld|justified)\s*/\s*(?:(?:do|does|is|are|am|was|were|cannot)\s+)?(?:not\b|partly|un)"
)


def vrr_before_complaint(reading: Reading) -> Verdict:
    """A sentence that gives the order meets it; a letter that speaks of both without one half does."""
    told = reading.said["vrr-before-complaint"]
    if told.met:
        return Verdict(Status.MET, spans(told.met))
    complaint, review = reading.facts["complaint-made"], reading.facts["review-asked-for"]
    if complaint and (review or reading.letter.type.type in _REVIEW_TYPES):
        return Verdict(Status.PARTLY, tuple(sorted({unit.span for unit in (*review[:1], *complaint[:1])})))
    return Verdict(Status.MISSING)


def complaint_outcome(reading: Reading) -> Verdict:
    """An outcome in so many words meets it, unless both alternatives were left in; one that is implied half does."""
    told = reading.said["complaint-outcome"]
    undecided = tuple(unit for unit in (*told.met, *told.partly) if _BOTH_LEFT_IN.search(unit.folded))
    if undecided:
        return Verdict(Status.PARTLY, spans((*undecided, *(unit for unit in told.met if unit not in undecided))))
    if told.met:
        return Verdict(Status.MET, spans(told.met))
    return Verdict(Status.PARTLY, spans(told.partly)) if told.partly else Verdict(Status.MISSING)


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {
        **apology.JUDGES,
        **correspondence.JUDGES,
        **further.JUDGES,
        "vrr-before-complaint": vrr_before_complaint,
        "complaint-outcome": complaint_outcome,
    }
)
