"""The helplines of a letter → a number that is nearly, but not quite, the one the service is known by.

Names and numbers are the rule's settings: facts that change.
"""

import re
from collections.abc import Iterator, Mapping

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import distance
from vlucheck.document import Span
from vlucheck.letter.model import Letter

NUMBER = re.compile(r"(?<![\d+])(?:0|1)\d(?:[ \u00a0-]?\d){3,10}(?![\d])")
_FIGURES = 11  # of nearly all numbers in Britain; the few with ten stand in areas of their own
_BESIDE = 90  # characters between the name of a service and its number
_NEAR = 2  # figures that may differ: more is another line of the same service


def numbers_of_odd_length(letter: Letter) -> Iterator[Clash]:
    """Yield a telephone number with a figure more or fewer than another one of the same area."""
    found = [(m, re.sub(r"\D", "", m[0])) for m in NUMBER.finditer(letter.folded)]
    right = {digits[:5]: m for m, digits in found if len(digits) == _FIGURES}
    for match, digits in found:
        other = right.get(digits[:5])
        if other is not None and len(digits) in (_FIGURES - 1, _FIGURES + 1):
            fill = {"count": str(len(digits)), "wanted": str(_FIGURES)}
            yield Clash(Span(*match.span()), Span(*other.span()), fill)


def numbers_of_helplines(letter: Letter, settings: Mapping[str, object]) -> Iterator[Clash]:
    """Yield a number that differs in one or two figures from that of the service named beside it."""
    table = settings.get("services")
    services = {str(name): str(number) for name, number in table.items()} if isinstance(table, Mapping) else {}
    known = {re.sub(r"\D", "", number) for number in services.values()}
    for found in NUMBER.finditer(letter.folded):
        digits = re.sub(r"\D", "", found[0])
        before = letter.folded[max(0, found.start() - _BESIDE) : found.start()].rsplit("\n\n", 1)[-1]
        for name, number in services.items():
            right = re.sub(r"\D", "", number)
            at = before.rfind(name)
            if at >= 0 and digits not in known and 0 < distance(digits, right) <= _NEAR:
                start = found.start() - len(before) + at
                yield Clash(Span(*found.span()), Span(start, start + len(name)), {"right": number}, (number,))
                break
