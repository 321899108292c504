"""The need table and the case → whether a letter needs an element (conditions C1 to C10 of the standard). What the
case file does not settle is taken from what the letter tells."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.apology import apology, remedy
from vlucheck.checks.elements.lateness import is_late
from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.vague import victim_withdrew
from vlucheck.findings import Need, Status
from vlucheck.letter.casefile import Decision
from vlucheck.rulebook.model import NeedRow

_OF_DECISION = re.compile(r"\b(?:review\w*|vrr|decision|decided|charg\w+|stopp\w+|prosecut\w+)\b")
_ANSWERING_LATER = ("complaint-acknowledgement", "complaint-holding", "vrr-and-complaint")


def need_of(row: NeedRow, reading: Reading) -> Need:
    """Required, conditional where the condition is judged to hold, or none.

    Of a letter whose type is doubtful only that is needed which both of its likely types need.
    """
    needs = [_need(row.needs.get(kind, "-"), reading) for kind in reading.letter.type.candidates]
    return next((need for need in (Need.NONE, Need.CONDITIONAL) if need in needs), Need.REQUIRED)


def _need(entry: str, reading: Reading) -> Need:
    if entry == "R":
        return Need.REQUIRED
    holds = CONDITIONS.get(entry)
    return Need.CONDITIONAL if holds is not None and holds(reading) else Need.NONE


def _rests_on_test(reading: Reading) -> bool:
    """C1: most decisions rest on one of the two stages; few letters say that theirs does not."""
    return not reading.tells("decision-outside-test")


def _proceedings_end(reading: Reading) -> bool:
    """C2: everything about this victim ends, and not because the victim withdrew."""
    return not victim_withdrew(reading) and not reading.holds("case-goes-on")


def _further_review_open(reading: Reading) -> bool:
    """C3: the decision stands and can be reviewed once more."""
    case = reading.letter.case
    if case and case.decision in (Decision.UPHELD, Decision.OVERTURNED):
        return case.decision is Decision.UPHELD
    overturned = {unit.span for unit in reading.facts["decision-overturned"]}
    return not overturned or any(unit.span not in overturned for unit in reading.facts["decision-upheld"])


def _restart_in_question(reading: Reading) -> bool:
    """C4: no evidence was offered, or the letter speaks of starting again."""
    return reading.holds("no-evidence-offered") or reading.tells("speaks-of-restart")


def _complained_too(reading: Reading) -> bool:
    """C5: a complaint beside a request for a review; in a letter about a complaint, a review asked for and open."""
    if reading.letter.type.type.startswith("complaint"):
        return _asked_for_review(reading) and not reading.tells("review-finished")
    return reading.holds("complaint-made")


def _asked_for_review(reading: Reading) -> bool:
    """Whether a review of a decision was asked for. At the second stage a "second look" may be one at the complaint."""
    asked = reading.holds("review-asked-for")
    if reading.letter.type.type != "complaint-stage-2" or "review-asked-for" in reading.known:
        return asked
    return any(_OF_DECISION.search(unit.folded) for unit in reading.facts["review-asked-for"])


def _meeting_group(reading: Reading) -> bool:
    """C6: a bereaved relative, a sexual offence, child abuse, a hate crime."""
    return any(reading.holds(fact) for fact in ("bereaved", "sexual-offence", "child-abuse", "hate-crime"))


def _reasons_given_for_asking(reading: Reading) -> bool:
    """C7: the person said why they asked for a review."""
    return reading.holds("points-raised")


def _apology_due(reading: Reading) -> bool:
    """C8: something is late, by what the letter says or by its dates, or a mistake is admitted."""
    at_fault = _admits_mistake(reading) or _upholds(reading) or _half_admits(reading)
    return reading.tells("late") or at_fault or is_late(reading)


def _remedy_due(reading: Reading) -> bool:
    """C9: a mistake is admitted, or a part of the complaint upheld."""
    return _admits_mistake(reading) or _upholds(reading) or _half_admits(reading)


def _service_complaint(reading: Reading) -> bool:
    """C10: not a complaint about a legal decision alone."""
    return reading.tells("service-complaint") or not reading.tells("purely-legal-complaint")


def _upholds(reading: Reading) -> bool:
    """Whether a reply to a complaint upholds a part of it; "none of it is upheld" outweighs one such sentence."""
    parts = len(reading.facts["part-upheld"])
    return reading.letter.type.type.startswith("complaint") and parts > int(reading.tells("none-upheld"))


def _half_admits(reading: Reading) -> bool:
    """Whether a reply is sorry on a condition and also says vaguely that something will be learned: that admits a fault
    without a word of it."""
    if reading.letter.type.type not in ("complaint-stage-1", "complaint-stage-2"):
        return False
    return apology(reading).status is Status.PARTLY and remedy(reading).status is Status.PARTLY


def _admits_mistake(reading: Reading) -> bool:
    """Whether a mistake is admitted. In a letter that answers nothing yet, a listed point is what the reader says."""
    repeats = reading.letter.type.type in _ANSWERING_LATER
    units = [unit for unit in reading.facts["mistake-admitted"] if not unit.folded.rstrip().endswith("?")]
    return any(not (repeats and unit.sentence and unit.sentence.is_item) for unit in units)


CONDITIONS: Mapping[str, Callable[[Reading], bool]] = MappingProxyType(
    {
        "C1": _rests_on_test,
        "C2": _proceedings_end,
        "C3": _further_review_open,
        "C4": _restart_in_question,
        "C5": _complained_too,
        "C6": _meeting_group,
        "C7": _reasons_given_for_asking,
        "C8": _apology_due,
        "C9": _remedy_due,
        "C10": _service_complaint,
    }
)
