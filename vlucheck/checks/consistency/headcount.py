"""The number of people or calls that a letter speaks of ("two neighbours") → the place that makes it another number."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = "|".join(_NUMBERS)
_COUNTED = (
    r"neighbours|witnesses|girls|children|friends|colleagues|doctors|experts|customers"
    r"|passengers"
    r"|lodgers|tenants|calls|emails|e-mails|letters|messages|visits|dogs|cars|vans|hearings|nights|occasions"
)
_KNOWN = re.compile(
    rf"\b(?:the|these|those|all|all the|any of the|each of the|your|his|her|both the) (?P<n>{_NUMBER}) "
    rf"(?P<what>{_COUNTED})\b(?! (?:who|in|from|at|on|that)\b)"
)
_TOLD = re.compile(
    rf"\b(?P<n>{_NUMBER}) (?:of (?:your|the|his|her|our) |elderly |young |other )?(?P<what>{_COUNTED})\b"
)
_MORE = r"another|one more|third|fourth|fifth|further|other|more|also|later|first|second|one of|some of|each|only"


def headcounts_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield "the three neighbours" where the letter spoke of "two neighbours" once before, and of no more."""
    for line in letter.part_lines(Part.BODY):
        for found in _KNOWN.finditer(letter.folded, line.span.start, line.span.end):
            what = found["what"]
            others = [
                m for m in _TOLD.finditer(letter.folded) if m["what"] == what and m.start("n") != found.start("n")
            ]
            more = re.search(rf"\b(?:{_MORE}) (?:\w+ )?{what[:-1]}|\b{what} (?:and|or) ", letter.folded)
            if others and more is None and all(m["n"] != found["n"] and m.start() < found.start() for m in others):
                fill = {"said": f"{others[0]['n']} {what}"}
                yield Clash(Span(found.start("n"), found.end()), Span(*others[0].span()), fill)
                return
