"""Judges of complaint letters: the order of review and complaint; the outcome, the answers and the next stage have
their own modules."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges import apology, correspondence, further, issues, outcomes
from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.checks.elements.sections import heading_of
from vlucheck.document import Span
from vlucheck.findings import Status

_REVIEW_TYPES = ("vrr-acknowledgement", "vrr-local-resolution", "vrr-independent-review", "vrr-and-complaint")
_AFTER_REVIEW = re.compile(
    r"\b(?:until|till|once|when|after|as soon as|behind)\b (?:\w+ ){0,4}?"
    r"(?:review|reviewer|prosecutor|(?:mr|mrs|ms|miss|dr) [\w'-]+) (?:has |have |is |was |had )?(?:been )?"
    r"(?:finished|finishes|done|over|ended|ends|complete[sd]?|decided|reported|answered|concluded|through)\b"
)
_TO_COME = re.compile(r"\b(?:will|'ll|must|has to|have to|going to|waits?|shall|should|cannot|can only|keep|hold)\b")
_COMPLAINT = re.compile(r"\b(?:complain\w*|treated|unhappy|service|concerns?)\b")


def vrr_before_complaint(reading: Reading) -> Verdict:
    """A sentence that gives the order meets it; a letter that speaks of both without one half does."""
    told = reading.said["vrr-before-complaint"]
    waiting = tuple(_waiting_for_review(reading))
    if told.met or waiting:
        return Verdict(Status.MET, tuple(sorted({*spans(told.met), *waiting})), sure=bool(waiting))
    complaint, review = reading.facts["complaint-made"], reading.facts["review-asked-for"]
    if complaint and (review or reading.letter.type.type in _REVIEW_TYPES):
        return Verdict(Status.PARTLY, tuple(sorted({unit.span for unit in (*review[:1], *complaint[:1])})))
    return Verdict(Status.MISSING)


def _waiting_for_review(reading: Reading) -> Iterator[Span]:
    """The sentences by which what a paragraph or a section about the complaint is about waits for the reviewer or the
    review: "They will be answered when the review has finished"."""
    letter = reading.letter
    complained = {unit.span for unit in reading.facts["complaint-made"]}
    for paragraph in letter.paragraphs:
        about = False
        for sentence in paragraph.sentences:
            folded = letter.folded[sentence.span.start : sentence.span.end]
            about = about or sentence.span in complained or bool(_COMPLAINT.search(heading_of(sentence.span, letter)))
            if about and _AFTER_REVIEW.search(folded) and _TO_COME.search(folded):
                yield sentence.span


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {
        **apology.JUDGES,
        **correspondence.JUDGES,
        **further.JUDGES,
        **issues.JUDGES,
        **outcomes.JUDGES,
        "vrr-before-complaint": vrr_before_complaint,
    }
)
