"""The age of a child in a letter → the place that gives it another one ("a nine-year-old", "a boy of ten")."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_AGES = tuple(
    re.compile(rf"(?<![\w-]){source}")
    for source in (
        rf"{_NUMBER}[- ]years?[- ]old\b(?! (?:case|system|law))",
        rf"(?:boy|girl|child|son|daughter|pupil) of {_NUMBER}\b(?! (?:days|weeks|months|years' imp|them|the))",
        rf"aged {_NUMBER}\b",
    )
)
_SEVERAL = re.compile(
    r"\b(?:children|boys|girls|sons|daughters|twins|brothers|sisters|siblings|both|at the time|was then|now aged"
    r"|birthday|turned|years later|under|over|mother|father|grand\w+)\b"
)


def ages_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield the second age of a child where the letter speaks of one child only."""
    found = sorted((m for pattern in _AGES for m in pattern.finditer(letter.folded)), key=lambda m: m.start())
    ages = [(int(m["n"]) if m["n"].isdigit() else _NUMBERS[m["n"]], Span(*m.span())) for m in found]
    children = [(age, span) for age, span in ages if age < 18]
    if len({age for age, _ in children}) != 2 or any(_SEVERAL.search(_around(letter, span)) for _, span in children):
        return
    if all(re.search(rf"\b{sex}\b", letter.folded) for sex in ("boy", "girl")):
        return  # the one may be the child who was hurt, the other the child who did it
    first = children[0]
    other = next(each for each in children if each[0] != first[0])
    yield Clash(other[1], first[1])


def _around(letter: Letter, span: Span) -> str:
    sentence = letter.sentence_at(span.start)
    return letter.folded[sentence.span.start : sentence.span.end] if sentence else ""
