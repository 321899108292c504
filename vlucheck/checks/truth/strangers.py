"""People whom the letter names as accused, or speaks of as if the reader knew them, and who are nobody of the case."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.cast import in_body, place_as_accused
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import speaks_of_two_people
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.checks.firstnames import pieces
from vlucheck.checks.truth.cast import characters
from vlucheck.checks.truth.naming import last_agrees
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, Mention, Person, Role

_BLANK = re.compile(r"[Xx]{2,}|[A-Z]*(?:NAME|DEFENDANT|SURNAME)[A-Z]*")  # left for another rule
_OTHERS = re.compile(
    r"\b(?:another|the other|an?other|a second|a third|a different|a separate) (?:[\w-]+ ){0,2}?(?:man|woman|boy|girl"
    r"|person|defendant|suspect|accused|case|charge|driver|youth),? (?:against |of )?$|\bco-(?:defendant|accused),? $"
)
_OFFICE = (
    r"(?:prosecutor|lawyer|barrister|advocate|solicitor|officer|inspector|sergeant|constable|manager|clerk|judge"
    r"|colleague|witness|expert|doctor|adviser|caseworker|paralegal|secretary|assistant|teacher|nurse)"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}s?,?(?: named| called| is| was)? $")
_OFFICE_AFTER = re.compile(rf",? \(?(?:the|our|a|an|my|who is|who was|is|was) (?:[\w-]+ ){{0,4}}{_OFFICE}\b")
_SPOKEN_OF = re.compile(
    r"(?:(?<!complaint )(?<!complaints )(?<!complained )\bagainst"
    r"|\b(?:decisions?|think again|look again|looked at again|(?:another|fresh|second) look)[^.;]{0,30} about"
    r"|\b(?:charge|prosecute|try|acquit|convict)|\b(?:case|trial|prosecution|arrest) of) $"
)
_ACCUSED_AFTER = re.compile(
    r",? (?:\w+ ){0,3}?(?:(?:is|was|has been|will be|should be|to be|not be|been)"
    r" (?:\w+ )?(?:charged|prosecuted|tried|accused|acquitted|convicted|sentenced|remanded|found (?:not )?guilty)"
    r"|will not face|stands? trial|is due (?:in|at|before)|pleaded|denied the)\b"
)


def strangers_accused(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield a name that stands where only a defendant can, of somebody who is no defendant of the case."""
    if not case.defendants or speaks_of_two_people(letter):
        return
    names = ", ".join(each.name for each in case.defendants)
    named = any(last_agrees(m.last, d) for p in letter.people for m in p.mentions for d in case.defendants)
    for person in letter.people:
        place = _as_accused(letter, person, by_role=not named)
        if place is None or _is_of_the_case(person, case) or _is_explained(letter, place):
            continue
        fill = {"case": names, "place": case.place_of("defendants")}
        better = (names,) if len(case.defendants) == 1 else ()
        yield Clash(place.span, None, fill, better, Confidence.MEDIUM if named else None)


def _as_accused(letter: Letter, person: Person, by_role: bool) -> Mention | None:
    """The first place of the text where the name stands as only that of a defendant does; `by_role`: or any place of
    somebody whom the words around another place make a defendant."""
    if person.role in (Role.WRITER, Role.RECIPIENT):
        return None
    own = [mention for mention in in_body(person) if not _BLANK.fullmatch(mention.last)]
    first = next((mention for mention in own if _stands_as_accused(letter, mention)), None)
    return first or (own[0] if own and by_role and person.role is Role.DEFENDANT else None)


def _stands_as_accused(letter: Letter, mention: Mention) -> bool:
    before = letter.folded[max(0, mention.span.start - 70) : mention.span.start]
    spoken_of = _SPOKEN_OF.search(before) or _ACCUSED_AFTER.match(letter.folded, mention.span.end)
    return bool(spoken_of) or place_as_accused(letter, mention) is not None


def _is_of_the_case(person: Person, case: CaseFile) -> bool:
    """Whether it is somebody of the case, rightly spelt or not: slips are told by another rule."""
    for each in characters(case):
        own = pieces(f"{each.person.first} {each.person.last}")
        for mention in person.mentions:
            names = pieces(f"{mention.first or ''} {mention.last}")
            if last_agrees(mention.last, each.person) or any(x == y or nearly_same(x, y) for x in names for y in own):
                return True
    return False


def _is_explained(letter: Letter, mention: Mention) -> bool:
    """Whether the words beside the name tell whose office it is, or that somebody else is accused besides."""
    sentence = letter.sentence_at(mention.span.start)
    start = max(sentence.span.start if sentence else 0, mention.span.start - 70)
    before = letter.folded[start : mention.span.start]
    if _OTHERS.search(before) or _OFFICE_BEFORE.search(before):
        return True
    return _OFFICE_AFTER.match(letter.folded, mention.span.end) is not None
