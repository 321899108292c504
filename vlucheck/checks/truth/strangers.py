"""People whom the letter names as accused, or speaks of as if the reader knew them, and who are nobody of the case."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.cast import in_body, place_as_accused
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import is_introduced, speaks_of_two_people
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.checks.truth.cast import characters
from vlucheck.checks.truth.naming import last_agrees, pieces
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, Mention, Person, Role

_OTHERS = re.compile(
    r"\b(?:another|other|others|second|co-(?:defendant|accused)|previous\w*|earlier|separate\w*|different|witness"
    r"|son|daughter|brother|sister|mother|father|wife|husband|partner|cousin|friend|neighbour)\b"
)


def strangers_accused(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield a name that stands where only a defendant can, of somebody who is no defendant of the case."""
    if not case.defendants or speaks_of_two_people(letter):
        return
    names = ", ".join(each.name for each in case.defendants)
    named = any(last_agrees(m.last, d) for p in letter.people for m in p.mentions for d in case.defendants)
    for person in letter.people:
        place = _as_accused(letter, person)
        if place is None or _is_of_the_case(person, case) or _is_explained(letter, person):
            continue
        fill = {"case": names, "place": case.place_of("defendants")}
        better = (names,) if len(case.defendants) == 1 else ()
        yield Clash(place.span, None, fill, better, Confidence.MEDIUM if named else None)


def _as_accused(letter: Letter, person: Person) -> Mention | None:
    if person.role in (Role.WRITER, Role.RECIPIENT):
        return None
    accused = (m for m in in_body(person) if place_as_accused(letter, m) is not None)
    first = next(accused, None)
    return first or (next(in_body(person), None) if person.role is Role.DEFENDANT else None)


def _is_of_the_case(person: Person, case: CaseFile) -> bool:
    """Whether it is somebody of the case, rightly spelt or not: slips are told by another rule."""
    return any(
        last_agrees(m.last, each.person)
        or any(x == y or nearly_same(x, y) for x in pieces(m.text) for y in pieces(each.person.name))
        for m in person.mentions
        for each in characters(case)
    )


def _is_explained(letter: Letter, person: Person) -> bool:
    """Whether the letter tells who it is, or that somebody else is accused besides."""
    sentences = (letter.sentence_at(mention.span.start) for mention in person.mentions)
    told = any(s and _OTHERS.search(letter.folded, s.span.start, s.span.end) for s in sentences)
    return told or any(is_introduced(letter, mention) for mention in person.mentions)
