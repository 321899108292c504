"""Judges of complaint letters: the order of review and complaint, the outcome, the next stage and its time limit."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges import apology, correspondence, further
from vlucheck.checks.elements.judges.points import announced, outcomes_in, own_words
from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.checks.elements.sections import heading_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

_REVIEW_TYPES = ("vrr-acknowledgement", "vrr-local-resolution", "vrr-independent-review", "vrr-and-complaint")
_BOTH_LEFT_IN = re.compile(
    r"\b(?:uph(?:e|o)ld|justified)\s*/\s*(?:(?:do|does|is|are|am|was|were|cannot)\s+)?(?:not\b|partly|un)"
)

_AFTER_REVIEW = re.compile(
    r"\b(?:until|till|once|when|after|as soon as|behind)\b (?:\w+ ){0,4}?"
    r"(?:review|reviewer|prosecutor|(?:mr|mrs|ms|miss|dr) [\w'-]+) (?:has |have |is |was |had )?(?:been )?"
    r"(?:finished|finishes|done|over|ended|ends|complete[sd]?|decided|reported|answered|concluded|through)\b"
)
_TO_COME = re.compile(r"\b(?:will|'ll|must|has to|have to|going to|waits?|shall|should|cannot|can only|keep|hold)\b")
_COMPLAINT = re.compile(r"\b(?:complain\w*|treated|unhappy|service|concerns?)\b")
_ABOUT_ALL = re.compile(
    r"\b(?:agree with|accept|reject|dismiss) (?:your|the) complaints?\b"
    r"|\b(?:all|both|neither|none|each|either|entire\w*|whole|(?:one|two|three|four|some|most) of|two parts|other|rest"
    r"|every|any part|in (?:full|part) and)\b"
    r"|(?<!of )\b(?:your|the|this) complaints?(?:(?: \w+){0,3} (?:is|are|was|were|has been)\b|\W*$)"
)
_ABOUT_A_PART = re.compile(r"\b(?:this|that|it|part|point|first|second|third|fourth|one)\b|^\W*(?:not |partly )?upheld")
_YOU = re.compile(r"(?:\W|\d)*(?:you\b|your (?:complaint|point|letter))")


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


def complaint_outcome(reading: Reading) -> Verdict:
    """An outcome in so many words for every part meets it, unless both alternatives were left in; one that is implied,
    or given for some parts only, half does."""
    told = reading.said["complaint-outcome"]
    undecided = tuple(unit for unit in (*told.met, *told.partly) if _BOTH_LEFT_IN.search(unit.folded))
    if undecided:
        return Verdict(Status.PARTLY, spans((*undecided, *(unit for unit in told.met if unit not in undecided))))
    if told.met:
        return Verdict(Status.PARTLY if _some_only(told.met, reading) else Status.MET, spans(told.met))
    return Verdict(Status.PARTLY, spans(told.partly)) if told.partly else Verdict(Status.MISSING)


def _some_only(outcomes: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether there are fewer outcomes than points, each outcome is about one point, and nothing sums them up."""
    if any(_ABOUT_ALL.search(unit.folded) or not _ABOUT_A_PART.search(unit.folded) for unit in outcomes):
        return False
    given = sum(outcomes_in(unit.folded) for unit in outcomes)
    here = all(re.search(r"\b(?:this|that|it)\b", unit.folded) for unit in outcomes)
    return given < max(announced(reading), len(own_words(reading))) or (here and _silent_section(outcomes, reading))


def _silent_section(outcomes: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether a section that opens with a point of the reader's gives no outcome, where another section does."""
    letter = reading.letter
    points = {unit.span for unit in reading.facts.get("points-raised", ())}
    starts = [heading.span.end for heading in letter.headings]
    ends = [*(heading.span.start for heading in letter.headings[1:]), len(letter.text)]
    for start, end in zip(starts, ends, strict=False):
        inside = [sentence for sentence in letter.sentences if start <= sentence.span.start < end]
        opens = inside and inside[0].span in points and _YOU.match(letter.folded[inside[0].span.start :])
        if opens and not any(start <= unit.span.start < end for unit in outcomes):
            return True
    return False


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {
        **apology.JUDGES,
        **correspondence.JUDGES,
        **further.JUDGES,
        "vrr-before-complaint": vrr_before_complaint,
        "complaint-outcome": complaint_outcome,
    }
)
