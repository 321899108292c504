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
    r"|lodgers|tenants|calls|emails|e-mails|letters|messages|photographs|photos|pictures|recordings|visits|dogs|cars|vans|hearings|nights|occasions"
)
_KNOWN = re.compile(
    rf"\b(?:the|these|those|all|all the|any of the|each of the|your|his|her|both the) (?P<n>{_NUMBER}) "
    rf"(?P<what>{_COUNTED})\b(?! (?:who|in|from|at|on|that)\b)"
)
_TOLD = re.compile(
    rf"\b(?P<n>{_NUMBER}) (?:of (?:your|the|his|her|our) |elderly |young |other )?(?P<what>{_COUNTED})\b"
)
_GROUP = (
    rf"(?P<what>people|men|women|boys|others|{_COUNTED}) (?P<where>(?:in|at|on|by|outside) (?:the|your|his|her|their)"
    r" [\w'-]+(?: (?:queue|stop|shop|shelter|bar|room|office|car|house|bus|train|yard|park|desk|door|table))?)\b"
)
_SOME = re.compile(rf"(?<!of )(?<!the )\b(?P<n>{_NUMBER}) (?:other |of the |of those )?{_GROUP}")
_ALL = re.compile(
    rf"\b(?:all (?:of )?(?:the )?|the |those |these )(?P<n>{_NUMBER}) (?:of (?:the|those|these) )?{_GROUP}"
    r"(?! (?:who|that|whom|with|behind|beside)\b)"
)
_ALL_CHARGES = re.compile(rf"\ball (?:of )?(?:the )?(?P<n>{_NUMBER}) (?P<what>charges|counts|offences|allegations)\b")
_CHARGES = re.compile(rf"\b(?P<n>{_NUMBER}) (?:[a-z]+ )?(?P<what>charges|counts|offences|allegations)\b")
_MORE = r"another|one more|third|fourth|fifth|further|other|more|also|later|first|second|one of|some of|each|only"


def headcounts_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield "the three neighbours" where the letter spoke of "two neighbours" once before, and of no more, and "all
    three of the people in the queue" where there were four."""
    yield from _known_by_number(letter)
    yield from _more_charges(letter)
    yield from _of_one_group(letter)


def _more_charges(letter: Letter) -> Iterator[Clash]:
    """ "All three charges" where the letter has told of two, once, and of no other charge beside them."""
    told = [found for found in _CHARGES.finditer(letter.folded) if letter.part_at(found.start()) is Part.BODY]
    for found in _ALL_CHARGES.finditer(letter.folded):
        others = [m for m in told if m["what"] == found["what"] and m.start("n") != found.start("n")]
        more = re.search(rf"\b(?:{_MORE}) (?:\w+ )?{found['what'][:-1]}", letter.folded)
        fewer = len(others) == 1 and _NUMBERS.index(others[0]["n"]) < _NUMBERS.index(found["n"])
        single = re.search(rf"\b(?:one|a|an|the|single) (?:[a-z]+ )?{found['what'][:-1]}\b", letter.folded)
        if fewer and single is None and more is None and others[0].start() < found.start():
            fill = {"said": f"{others[0]['n']} {found['what']}"}
            yield Clash(Span(found.start("n"), found.end()), Span(*others[0].span()), fill)
            return


def _of_one_group(letter: Letter) -> Iterator[Clash]:
    told = [found for found in _SOME.finditer(letter.folded) if letter.part_at(found.start()) is Part.BODY]
    for found in _ALL.finditer(letter.folded):
        same = [m for m in told if (m["what"], m["where"]) == (found["what"], found["where"])]
        before = [m for m in same if m.start("n") < found.start("n")]
        more = re.search(rf"\b(?:{_MORE}) (?:\w+ )?(?:{found['what'][:-1]}|person|man|woman)\b", letter.folded)
        if before and more is None and all(m["n"] != found["n"] for m in before):
            fill = {"said": f"{before[0]['n']} {found['what']} {found['where']}"}
            yield Clash(Span(found.start(), found.end()), Span(*before[0].span()), fill)
            return


def _known_by_number(letter: Letter) -> Iterator[Clash]:
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
