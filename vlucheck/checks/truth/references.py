"""The references of a letter against the case's own."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.references import is_wrong_on_purpose
from vlucheck.checks.consistency.spelling import distance
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, Part, Reference

_SLIP = 2  # signs that differ, at most, in a reference that is meant to be the case's
_HEAD = (Part.REFERENCE, Part.SUBJECT, Part.LETTERHEAD, Part.HEADING)


def wrong_references(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield each reference that looks like a slip for the case's, or stands in its place at the head of the letter.

    Another reference in the text may be that of a complaint, of the police, or of another case.
    """
    if not case.urn:
        return
    in_head = [each for each in letter.references if each.is_urn and letter.part_at(each.span.start) in _HEAD]
    right = any(_plain(each.text) == _plain(case.urn) for each in letter.references)
    for each in letter.references:
        if _plain(each.text) == _plain(case.urn) or is_wrong_on_purpose(letter, each):
            continue
        if _is_slip(each, case.urn) or (each in in_head and not right):
            yield Clash(each.span, None, {"case": case.urn, "place": case.place_of("urn")}, (case.urn,))


def _is_slip(reference: Reference, urn: str) -> bool:
    one, other = _plain(reference.text), _plain(urn)
    return abs(len(one) - len(other)) <= 1 and distance(one, other) <= _SLIP


def _plain(reference: str) -> str:
    """In capitals, without blanks, hyphens and the number of a defendant at the end."""
    return re.sub(r"/\d{1,2}$", "", re.sub(r"[\s-]", "", reference.upper()))
