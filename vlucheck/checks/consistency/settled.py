"""Two spellings of a name and the case file → which of the two is wrong, or whether both are names of the case."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import bare
from vlucheck.document import Span
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Compare, Rule

_OF_NAMES = frozenset(("name-spelling", "first-name-spelling", "greeting-name"))
_WORD = re.compile(r"[^\W\d_]+")


def settled(clash: Clash, rule: Rule, letter: Letter) -> Clash | None:
    """The clash, its places exchanged where the case file shows that the other one is wrong; None where it has both
    names, which then are those of two people."""
    case = letter.case
    if case is None or clash.also is None or not isinstance(rule.test, Compare) or rule.test.check not in _OF_NAMES:
        return clash
    known = frozenset(_names(case))
    here, there = (_is_known(letter, span, known) for span in (clash.span, clash.also))
    if here and there:
        return None
    if here:
        right = letter.document.quote(clash.span)
        return replace(clash, span=clash.also, also=clash.span, better=(right,))
    return clash


def _names(case: CaseFile) -> Iterator[str]:
    for person in case.people:
        yield from (bare(word) for word in _WORD.findall(f"{person.title} {person.first} {person.last}"))


def _is_known(letter: Letter, span: Span, known: frozenset[str]) -> bool:
    words = [bare(word) for word in _WORD.findall(letter.document.quote(span))]
    return bool(words) and all(word in known for word in words)
