"""The references of a letter → one that is given two ways."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import distance
from vlucheck.letter.model import Letter, Reference

_SHORTEST = 6
_FIGURES = 7  # after the two figures of the force and the two letters of the unit: five, and two of the year
_NEARLY_URN = re.compile(rf"\d\d[A-Z]{{2}}(?P<figures>\d{{5,9}}(?<!\d\d[A-Z]{{2}}\d{{{_FIGURES}}}))")
_WRONG_ON_PURPOSE = re.compile(r"\b(?:wrong|wrongly|incorrect|incorrectly|mistake|misprint\w*|instead of|in error)\b")


def references_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield a reference that differs in one or two signs from the first one of the letter."""
    seen: list[Reference] = []
    for reference in letter.references:
        if is_wrong_on_purpose(letter, reference):
            continue
        known = next((other for other in seen if _is_slip(reference, other)), None)
        if known is not None:
            yield Clash(reference.span, known.span, better=(known.text,))
        else:
            seen.append(reference)


def impossible_references(letter: Letter) -> Iterator[Clash]:
    """Yield a reference that begins like a Unique Reference Number and has a figure too few or too many."""
    for reference in letter.references:
        signs = re.sub(r"/\d{1,2}$|[\s-]", "", reference.text.upper())
        found = _NEARLY_URN.fullmatch(signs)
        if found and not reference.is_urn and not is_wrong_on_purpose(letter, reference):
            many = "few" if len(found["figures"]) < _FIGURES else "many"
            yield Clash(reference.span, fill={"many": many})


def is_wrong_on_purpose(letter: Letter, reference: Reference) -> bool:
    """Whether the line itself says that the reference was wrong: it is quoted from an earlier letter."""
    return _WRONG_ON_PURPOSE.search(_line(letter, reference)) is not None


def _is_slip(one: Reference, other: Reference) -> bool:
    """One or two signs differ, or two neighbours changed places; a case of another person differs in more."""
    a, b = (re.sub(r"/\d{1,2}$|[\s-]", "", reference.text.upper()) for reference in (one, other))
    return a != b and min(len(a), len(b)) >= _SHORTEST and abs(len(a) - len(b)) <= 1 and distance(a, b) <= 2


def _line(letter: Letter, reference: Reference) -> str:
    start = letter.folded.rfind("\n", 0, reference.span.start) + 1
    end = letter.folded.find("\n", reference.span.end)
    return letter.folded[start : end if end >= 0 else len(letter.folded)]
