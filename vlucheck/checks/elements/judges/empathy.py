"""Judge of the words about what the person went through: a stock phrase at the very end is only half of them."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

_LONGEST = 14  # words: what says more is about this reader
_STOCK = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:i|we) (?:do |can |fully |quite |of course )*(?:appreciate|understand|recognise|realise|know"
    r"|acknowledge)\b[^.;]*\b(?:this|that|it|how)\b[^.;]*\b(?:disappoint|frustrat|difficult|upset|hard|distress|unwelcome)"
    r"|[^.;]*\bcondolences\b(?![^.;]*\byour\b))"
)


def judge_empathy(reading: Reading) -> Verdict:
    """A sentence that acknowledges it meets the element; a stock phrase in the last paragraph alone half does."""
    said = reading.said["empathy"]
    if said.met and all(_is_stock(unit, reading) for unit in said.met):
        return Verdict(Status.PARTLY, spans(said.met))
    if said.met:
        return Verdict(Status.MET, spans(said.met))
    return Verdict(Status.PARTLY, spans(said.partly)) if said.partly else Verdict(Status.MISSING)


def _is_stock(unit: Unit, reading: Reading) -> bool:
    last = len(reading.letter.paragraphs)
    if unit.sentence is None or unit.sentence.paragraph < max(last, 2):
        return False
    return unit.sentence.words <= _LONGEST and _STOCK.match(unit.folded) is not None


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"empathy": judge_empathy})
