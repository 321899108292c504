"""What the letter says was decided, and what kind of letter it is, against the case file."""

from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.elements.reading import Reading
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import ENDINGS, CaseFile, Decision
from vlucheck.letter.model import Letter

_SURE = 0.8
_OF_DECISION = {
    Decision.NO_CHARGE: ("vcl-no-charge",),
    Decision.CHARGED: ("decision-to-charge",),
    Decision.ALTERED: ("vcl-altered",),
    **{ending: ("vcl-stopped",) for ending in ENDINGS},
}
_FIRST_LETTERS = frozenset(kind for kinds in _OF_DECISION.values() for kind in kinds)
_AGAINST = {
    Decision.UPHELD: ("decision-overturned", "decision-upheld"),
    Decision.OVERTURNED: ("decision-upheld", "decision-overturned"),
    Decision.ALTERED: ("no-evidence-offered", "case-goes-on"),
    **{ending: ("case-goes-on", "no-evidence-offered") for ending in ENDINGS},
    **{ending: ("no-evidence-offered", "") for ending in (Decision.DISCONTINUED, Decision.WITHDRAWN)},
}
"""For each decision the fact whose sentences say something else, and the one whose sentences say the same."""


def other_decisions(reading: Reading, case: CaseFile) -> Iterator[Clash]:
    """Yield the sentence by which the case ended, went on or was decided otherwise than the case file says."""
    letter, decision = reading.letter, case.decision
    if decision is None:
        return
    fill = {"case": str(decision), "place": case.place_of("decision")}
    reads_like = _reads_like(letter)
    first = letter.type.type in _FIRST_LETTERS or reads_like in _FIRST_LETTERS
    if first and decision in _OF_DECISION and reads_like and reads_like not in _OF_DECISION[decision]:
        if reads_like in _FIRST_LETTERS and letter.reads_like and letter.reads_like.evidence:
            yield Clash(letter.reads_like.evidence[0], None, fill)
        return
    wrong, right = _AGAINST.get(decision, ("", ""))
    if wrong and reading.tells(wrong) and not (right and reading.tells(right)):
        yield Clash(reading.facts[wrong][0].span, None, fill, unsure=Confidence.MEDIUM)


def other_types(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield the sentence that makes the letter one of another type than the case file names."""
    reads_like = _reads_like(letter)
    if not case.letter_type or not reads_like or reads_like == case.letter_type or not letter.reads_like:
        return
    if letter.reads_like.evidence:
        fill = {"case": case.letter_type, "place": case.place_of("type"), "type": reads_like}
        yield Clash(letter.reads_like.evidence[0], None, fill)


def _reads_like(letter: Letter) -> str:
    """The type that the letter's own words show, where they leave little doubt."""
    guess = letter.reads_like
    return guess.type if guess and guess.confidence >= _SURE else ""


def withdrawals_that_were_none(reading: Reading, case: CaseFile) -> Iterator[Clash]:
    """Yield where the letter says that the reader withdrew, and the case file that they did not."""
    if case.withdrew is False:
        for unit in reading.facts.get("victim-withdrew", ()):
            yield Clash(unit.span, None, {"case": "no", "place": case.place_of("withdrew")})
