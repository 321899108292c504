"""Judge of the help a letter names: a service, and a way for the reader to reach it."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.ways import has_mail, has_number, has_way, is_writers_mail
from vlucheck.checks.elements.reading import Reading, Verdict
from vlucheck.checks.elements.sections import section_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Role, fold
from vlucheck.rulebook.seek import Unit, units

_WORD = r"[A-Z][\w’'-]*"
_JOIN = r"(?:(?:of|for|and|the|in|on|by|at|to|with|me|from|&|y) ){0,2}"
_NAME = re.compile(rf"{_WORD}(?: {_JOIN}{_WORD})*")
_BEFORE = re.compile(
    r"(?:^|[:;(–-] ?|\b(?:from|with|by|at|to|of|is|are|ring|call|contact|phone|telephone|try|called|named|through|via"
    r"|use|visit|and|or|that|as|both|either|e-mail|see|join|about|mention|know|meet"
    r"|recommend|suggest|heard of|visiting|for)(?: the| a| our| your| both)?) ?$",
    re.IGNORECASE,
)
_SMALL = frozenset({"ADV", "AUX", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "NUM", "INTJ", "PART", "PUNCT"})
_NOT_A_NAME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|i|please|ring|call|contact|telephone|e-mail|visit|try|talking|speaking|anyone|somebody|someone"
    r"|nobody|everyone)$",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(
    r"(?:help|support|advice|people|victims|friends|families|counselling|english|welsh|interpreters?|volunteers?|parents|free"
    r"|many|other)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:your|my|his|her|their|our) $", re.IGNORECASE)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Professor)\b")
_WITHIN = re.compile(r" (?:of|at|from|with) (?:the )?")
_NOT_A_SERVICE = re.compile(
    r"\b(?:cps|crown|prosecut\w+|police|constabulary|courts?|magistrates|witness care|liaison|council|code|scheme|act"
    r"|compensation|parliament|review|assessor|statement|pc|dc|ds|di|sergeant|inspector|constable|officer|judge|complaints"
    r"|attorney|general)\b"
)
_SOUNDS_OF_HELP = re.compile(
    r"\b(?:Victims?|Support|Refuge|Advocates|Helpline|Counselling|Crisis|Survivors|Safer?|Haven|Aid|Relief|Recovery|Care|Trust"
    r"|Project|Charity|Fund|Society|League|Mission|Alliance|Forum|Collective|Shelter|Sanctuary|Hospice|Benevolent"
    r"|Hub|Centre|Partnership|Together|Network|Friends|Foundation|Association|Befrienders|Listeners|Circle)\b"
)
_GOES_ON = re.compile(r"\W*(?:she|he|they|it|its|their|her|his)\b")
_NUMBERING = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z])[.)])?\W*", re.IGNORECASE)
_NEAR, _NEAR_IN_PARAGRAPH = 2, 4


def support(reading: Reading) -> Verdict:
    """A service named, with a way to reach it in the same sentence or the ones that follow."""
    named = named_services(reading)
    reachable = next(((service, way) for service, way in named if way is not None), None)
    if reachable:
        return Verdict(Status.MET, tuple(sorted({span for span in reachable if span is not None})))
    surest = {unit.span for unit in reading.said["support"].met}
    shown = next((service for service, _ in named if service in surest), named[0][0] if named else None)
    return Verdict(Status.PARTLY, (shown,)) if shown else Verdict(Status.MISSING)


def named_services(reading: Reading) -> tuple[tuple[Span, Span | None], ...]:
    """The sentences that name a service, each with the sentence that says how to reach it, if one does.

    A name that only sounds of help counts where a number or an e-mail address goes with it; one that is closed, full or
    there for the accused does not."""
    sentences = units(reading.letter, "body")
    found: list[tuple[Span, Span | None]] = []
    for number, unit in enumerate(sentences):
        if _tells("no-help-here", unit, reading):
            continue
        way = _way_after(number, sentences, reading)
        if _names_service(unit, reading):
            found.append((unit.span, way.span if way else None))
        elif way and (has_number(way.folded) or has_mail(way.folded)) and _sounds_like_one(unit, way, reading):
            found.append((unit.span, way.span))
    return tuple(found)


def _names_service(unit: Unit, reading: Reading) -> bool:
    """Words that can only mean a service; or a name beside words of help, or under a heading that announces help."""
    said = reading.said["support"]
    if any(unit.span == told.span for told in said.met):
        return True
    helps = any(span == told.span for told in said.partly for span in (unit.span, _carried_on(unit, reading)))
    headed = _headed_help(unit, reading) and not _tells("own-way", unit, reading)
    return (helps or headed) and _names_somebody(unit, reading)


def _carried_on(unit: Unit, reading: Reading) -> Span | None:
    """The next sentence of the paragraph, where it goes on about the same service or person ("She sits with …")."""
    if unit.sentence is None:
        return None
    here = unit.sentence.paragraph
    after = next((s for s in reading.letter.sentences if s.paragraph == here and s.span.start > unit.span.start), None)
    return after.span if after and _GOES_ON.match(reading.letter.folded, after.span.start) else None


def _headed_help(unit: Unit, reading: Reading) -> bool:
    """Whether the last heading before the sentence announces help."""
    before = [heading.span for heading in reading.letter.headings if heading.span.start < unit.span.start]
    helping = {heading.span for heading in reading.facts.get("help-heading", ())}
    return bool(before) and max(before) in helping


def _sounds_like_one(unit: Unit, way: Unit, reading: Reading) -> bool:
    """Without a word of help: a name that sounds of it ("Safe Homes"), or one whose number is called theirs or its."""
    people = [mention.span for person in reading.letter.people for mention in person.mentions]
    if _tells("own-way", unit, reading):
        return False
    names = [name for name in _service_names(unit, reading, people) if " " in name]
    return any(_SOUNDS_OF_HELP.search(name) for name in names) or (bool(names) and _tells("their-way", way, reading))


def _names_somebody(unit: Unit, reading: Reading) -> bool:
    parties = [p for p in reading.letter.people if p.role is not Role.OTHER]
    return any(_service_names(unit, reading, [mention.span for person in parties for mention in person.mentions]))


def _service_names(unit: Unit, reading: Reading, people: list[Span]) -> Iterator[str]:
    """The capitalised names in places where a helper is named: no office of the case, none of the people."""
    text = reading.letter.document.quote(unit.span)
    small = {token.idx for token in unit.sentence.parse if token.pos_ in _SMALL} if unit.sentence else set()
    for found in _NAME.finditer(text):
        start = _name_start(found, text, small)
        name = text[start : found.end()] if start is not None else ""
        if start is None or not name or _NOT_A_SERVICE.search(fold(name)):
            continue
        span = Span(unit.span.start + start, unit.span.start + found.end())
        placed = _BEFORE.search(text[:start]) or not _NUMBERING.sub("", text[: found.start()]).strip()
        own = " " not in name and _POSSESSIVE.search(text[:start])
        if placed and not own and not any(span.overlaps(person) for person in people):
            yield name


def _name_start(found: re.Match[str], text: str, small: set[int]) -> int | None:
    """Where the name begins behind small words of the sentence ("The", "If").

    None for a person ("Mr Lowe"), except where the person is somewhere ("Ms Temple of the Willow Project")."""
    start = found.start()
    for word in re.finditer(r"\S+", found[0]):
        start = found.start() + word.start()
        if _TITLE.match(word[0]):
            inner = _WITHIN.search(text, start, found.end())
            return inner.end() if inner else None
        if start not in small and not _NOT_A_NAME.match(word[0]):
            return None if _NOT_ALONE.match(text[start : found.end()]) else start
    return None


def _way_after(number: int, sentences: tuple[Unit, ...], reading: Reading) -> Unit | None:
    """The first of the sentence itself and the next ones that says how to reach the service."""
    ways = {unit.span for unit in reading.facts.get("way-to-help", ())}
    for at, unit in enumerate(sentences[number : number + _NEAR_IN_PARAGRAPH + 1], number):
        if at > number and (_is_own(unit, reading) or not _near(number, at, sentences, reading)):
            continue
        if has_way(unit.folded) or unit.span in ways:
            return unit
    return None


def _tells(fact: str, unit: Unit, reading: Reading) -> bool:
    return any(unit.span == told.span for told in reading.facts.get(fact, ()))


def _is_own(unit: Unit, reading: Reading) -> bool:
    """Whether the way is the writer's, not the service's."""
    return _tells("own-way", unit, reading) or is_writers_mail(unit.folded, reading.letter)


def _near(number: int, at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """Within two sentences, or a few more in the same paragraph; and under the same heading."""
    first, then = sentences[number].sentence, sentences[at].sentence
    if section_of(sentences[number].span, reading.letter) != section_of(sentences[at].span, reading.letter):
        return False
    same = first is not None and then is not None and first.paragraph == then.paragraph
    return same or at - number <= _NEAR


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"support": support})
