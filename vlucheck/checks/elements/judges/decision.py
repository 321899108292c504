"""Judges of what was decided: the decision itself, the outcome of a review, and whether a case can begin again."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.checks.elements.sections import heading_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Role
from vlucheck.rulebook.seek import Unit

# Two outcomes with a stroke between them, or a blank: the writer has not said which.
_LEFT_OPEN = re.compile(
    r"\b(?:as (?:appropriate|applicable|required))\b|\[[^\]]*\]|<<|\{\{|\bx{3,}\b|"
    r"\b(?:upheld|uphold|overturned|right|wrong|correct|charged?|prosecuted?|stopped|discontinued?|withdrawn?|withdrew|stands?)"
    r"(?: [a-z]+){0,3} ?/ ?[a-z]"
)
_SHORT_ANSWER = re.compile(
    r"\W*(?:(?P<no>no\b|(?:i am |i'm )?(?:sorry|afraid),? (?:it|not|no)\b"
    r"|(?:it|they|this|he|she|the case|we) (?:cannot|can't|can not|could not|will not|won't|may not))"
    r"|yes\b|(?:it|they|this|the case|we) (?:can|could|may|might)\b)"
)
_ASKS_ABOUT_RESTART = re.compile(
    r"\b(?:(?:begin|start|begun|started|open|opened|brought|bring|tried|charged|prosecuted|return|come back|go back)\b"
    r".{0,25}\b(?:again|afresh|anew|back|another time|later)|re-?(?:start|open)\w*|reviv\w+|second trial|for good"
    r"|final)\b"
)
_AFTER_A_REVIEW = ("vrr-local-resolution", "vrr-independent-review")
_TELLS_WHAT = re.compile(r"\bdecision\b[^.;]*\b(?:charge|prosecute)\b")
_REACH = 6  # sentences: a review names the charge where it tells what was asked
_NEAR = 3  # sentences before and after the outcome in which the charge and the person may be named
_LONG = 30  # words; the standard calls 31 words long


def judge_decision(reading: Reading) -> Verdict:
    """Whether the letter says what was decided, about which charge and about whom, near each other.

    After a review "the decision stands" is the decision, where the charge and the person are named beside it."""
    said = reading.said["decision"]
    outcomes = reading.said["review-outcome"].met if reading.letter.type.type in _AFTER_A_REVIEW else ()
    if not said.met and not outcomes:
        return Verdict(Status.PARTLY, spans(said.partly[:1])) if said.partly else Verdict(Status.MISSING)
    if any(_leaves_both(unit) for unit in said.met):
        return Verdict(Status.PARTLY, spans(said.met))
    whole = tuple(unit for unit in {*said.met, *outcomes} if names_case(unit, reading))
    whole = tuple(sorted(whole, key=lambda unit: unit.span))
    plain = tuple(unit for unit in whole if not _is_buried(unit, reading))
    if plain:
        return Verdict(Status.MET, spans(plain))
    return Verdict(Status.PARTLY, spans(whole or said.met or outcomes))


def judge_review_outcome(reading: Reading) -> Verdict:
    """Whether the letter says what the review found; a sentence that leaves both answers in only half says it."""
    said = reading.said["review-outcome"]
    clear = tuple(unit for unit in said.met if not _LEFT_OPEN.search(unit.folded))
    if clear:
        return Verdict(Status.MET, spans(clear))
    half = (*said.met, *said.partly)
    return Verdict(Status.PARTLY, tuple(sorted(spans(half)))) if half else Verdict(Status.MISSING)


def judge_restart(reading: Reading) -> Verdict:
    """Whether the letter says truthfully if the case can begin again: not after no evidence was offered, else it can.

    What is said wrongly counts as not said (letter standard; Code for Crown Prosecutors, section 10).
    """
    said = reading.said["restart-honesty"]
    impossible = _told("says-restart-impossible", reading)
    over = reading.tells("no-evidence-offered")
    answers = tuple(_answered_headings(reading))
    true = tuple(unit for unit in said.met if (unit.span in impossible) == over)
    if true or any(impossible_ == over for impossible_, _ in answers):
        right = [span for says_no, span in answers if says_no == over]
        return Verdict(Status.MET, tuple(sorted({*spans(true), *right})), sure=bool(right))
    hedged = _told("restart-hedged", reading)
    if (said.partly and not said.met) or (hedged and all(unit.span in hedged for unit in said.met)):
        return Verdict(Status.PARTLY, spans((*said.partly, *said.met)))
    return Verdict(Status.MISSING)


def _answered_headings(reading: Reading) -> Iterator[tuple[bool, Span]]:
    """Under a heading that asks whether the case can begin again: whether the answer is no, and its sentence."""
    for sentence in reading.letter.sentences:
        text = reading.letter.folded[sentence.span.start : sentence.span.end]
        answer = _SHORT_ANSWER.match(text)
        if answer and _ASKS_ABOUT_RESTART.search(heading_of(sentence.span, reading.letter)):
            yield answer["no"] is not None, sentence.span


def _told(fact: str, reading: Reading) -> set[Span]:
    return {unit.span for unit in reading.facts.get(fact, ())}


def _leaves_both(unit: Unit) -> bool:
    """Both outcomes were left in, so that the sentence says neither."""
    return "/" in unit.folded and _LEFT_OPEN.search(unit.folded) is not None


def names_case(unit: Unit, reading: Reading) -> bool:
    """Whether the charge and the person are named around the outcome, in the first sentences, or in a heading."""
    letter = reading.letter
    place = next((n for n, sentence in enumerate(letter.sentences) if sentence.span == unit.span), None)
    back = _REACH if letter.type.type in _AFTER_A_REVIEW and _TELLS_WHAT.search(unit.folded) else _NEAR
    near = letter.sentences[max(0, place - back) : place + _NEAR + 1] if place is not None else ()
    around = {sentence.span for sentence in (*letter.sentences[:_NEAR], *near, *letter.headings)}
    return names_charges(reading) and bool(around & _told("names-offence", reading)) and _names_person(around, reading)


def names_charges(reading: Reading) -> bool:
    """Whether the letter names a charge as one, which it has to where one took the place of another."""
    return reading.letter.type.type != "vcl-altered" or reading.tells("names-charge")


def _names_person(around: set[Span], reading: Reading) -> bool:
    """Somebody else is named or described; "he" and "the suspect" do when the letter has the name elsewhere."""
    others = [person for person in reading.letter.people if person.role not in (Role.RECIPIENT, Role.WRITER)]
    named = [mention.span for person in others for mention in person.mentions]
    if any(span.start <= name.start < span.end for span in around for name in named):
        return True
    if around & _told("describes-person", reading):
        return True
    return bool(named) and bool(around & _told("refers-to-person", reading))


def _is_buried(unit: Unit, reading: Reading) -> bool:
    """Whether officialese hides the outcome: two such turns or more, in a passive or a long sentence."""
    if unit.sentence is None or unit.span not in _told("said-in-officialese", reading):
        return False
    passive = any(token.dep_ in ("nsubjpass", "auxpass") for token in unit.sentence.parse)
    return passive or unit.sentence.words >= _LONG


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {
        "decision": judge_decision,
        "restart-honesty": judge_restart,
        "review-outcome": judge_review_outcome,
    }
)
