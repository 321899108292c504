"""Judge of the words about what the person went through: a stock phrase at the very end is only half of them."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

_STOCK = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:i|we) (?:do |can |fully |quite |of course )*(?:appreciate|understand|recognise|realise|know"
    r"|acknowledge)\b(?![^.;]*\byour\b)[^.;]*\b(?:this|that|it|how)\b[^.;]*"
    r"\b(?:disappoint\w*|frustrat\w*|difficult|upset\w*|hard|distress\w*|unwelcome)(?: (?:this|it) must be)?"
    r"(?: news| time| to (?:read|hear|take in)| (?:for|to) you(?: (?:all|both|and your family))?"
    r"| (?:by|with|about|at) (?:this|the|our|my) (?:decision|news|outcome|result|letter|answer|reply))*"
    r"|(?:may i |i |we )?(?:offer|extend|accept|send|give)?[^.;]{0,20}\bcondolences(?: at this [^.;]{3,20})?)\W*$"
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
    return _STOCK.match(unit.folded) is not None


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"empathy": judge_empathy})
