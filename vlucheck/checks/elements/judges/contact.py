"""Judge of whom the reader can ask for more information, and how."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.review import about_asking
from vlucheck.checks.elements.judges.support import named_services
from vlucheck.checks.elements.judges.ways import has_mail, has_number, has_way, head_ways
from vlucheck.checks.elements.reading import Reading, Verdict, spans
from vlucheck.checks.elements.sections import heading_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Part, Role
from vlucheck.rulebook.seek import Unit, units

_BLANK = re.compile(r"\[[^\]]{2,40}\]|<<|«|\{\{|x{4,}|_{3,}|\.{5,}")
_THEIR_NUMBER = re.compile(r"\b(?:ring|call|reach|text|telephone|phone|e-?mail|contact) them\b")
_ME_OR_US = re.compile(r"\b(?:me|us|my|our|i|we|this office)\b")
_PERSON = re.compile(r"\b(?:i|me|my|mine|us|our|we|he|she|him|her|his|they|them|colleagues?|officer|manager|clerk)\b")
_OURS = re.compile(
    r"\b(?:i|me|my|i'm|us|our|we|he|she|him|her|his|they|their|this office|the (?:unit|office|team|number)"
    r"|undersigned)\b"
)


_UNDER = re.compile(
    r"^\W*(?:\d+\W+)?(?:(?:any|more|other|further|got|your|have you|do you have)(?: any| a| other| more| further)* )?"
    r"(?:questions?|queries)(?: for (?:me|us))?\W*$"
    r"|\b(?:(?:find|reach|ring|call|phone|telephone|e-?mail|contact(?:ing)?|reaching|ringing|calling"
    r"|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|writ(?:e|ing) to|ask(?:ing)?"
    r"|(?:get(?:ting)?|be|keep(?:ing)?|stay(?:ing)?) in touch with|hold of) (?:me|us)"
    r"|(?:get(?:ting)?|keep(?:ing)?|stay(?:ing)?) in touch|contact (?:details|me|us)|how to contact"
    r"|(?:your|the) (?:point of )?contact)\b(?! (?:if|about|to) (?:you )?(?:disagree|ask for|complain))"
)


def contact(reading: Reading) -> Verdict:
    """An invitation with a way to follow it, in one sentence or two, or a way under a heading that invites.

    Without a way, or with one in the letterhead alone, it is half of it; where the letter asks not to be contacted, a
    letterhead is nothing."""
    sentences = units(reading.letter, "body")
    told = {unit.span for unit in reading.said["contact"].met}
    taken = _taken(reading)
    inviting = [
        n for n, u in enumerate(sentences) if u.span in told and u.span not in taken and not _is_theirs(u.folded)
    ]
    for number in inviting:
        way = _way(number, sentences, taken, reading)
        if way:
            return Verdict(Status.MET, tuple(sorted({sentences[number].span, *way})))
    under = [u for u in sentences if u.span not in taken and has_way(u.folded) and _is_invited(u, reading)]
    if under:
        return Verdict(Status.MET, spans(tuple(under)), sure=True)
    return _half(tuple(sentences[number] for number in inviting), reading)


def _is_invited(unit: Unit, reading: Reading) -> bool:
    """Whether the heading above invites to ring or write ("Questions", "Where to find me")."""
    return not _is_theirs(unit.folded) and _UNDER.search(heading_of(unit.span, reading.letter)) is not None


def _is_theirs(folded: str) -> bool:
    """Whether the number is that of others ("Ring them on …"): a service that helps, the police, a court."""
    return _THEIR_NUMBER.search(folded) is not None and _ME_OR_US.search(folded) is None


def _half(inviting: tuple[Unit, ...], reading: Reading) -> Verdict:
    head = head_ways(reading.letter)
    asked = tuple(
        unit for unit in inviting if unit.span in _clear(reading) and (head or not _BLANK.search(unit.folded))
    )
    if asked:
        return Verdict(Status.PARTLY, tuple(sorted({asked[-1].span, *(unit.span for unit in head[:1])})))
    if reading.tells("contact-refused"):
        return Verdict(Status.MISSING)
    ways = _ways_for_requests(reading)
    if head or ways:
        return Verdict(Status.PARTLY, (head[0].span,) if head else ways)
    return Verdict(Status.MISSING)


def _clear(reading: Reading) -> frozenset[Span]:
    """The sentences that ask for questions or name the office: "if anything changes" alone does not."""
    facts = ("asks-for-questions", "asks-to-contact")
    return frozenset(unit.span for fact in facts for unit in reading.facts.get(fact, ()))


def _ways_for_requests(reading: Reading) -> tuple[Span, ...]:
    about = about_asking(reading)
    return tuple(u.span for u in units(reading.letter, "body") if u.span in about and has_way(u.folded))[:1]


def _taken(reading: Reading) -> frozenset[Span]:
    """Sentences whose number is for something else: a service that helps, a request for a review, a complaint."""
    services = named_services(reading) if "support" in reading.said else ()
    helping = {span for pair in services for span in pair if span is not None}
    clear = {unit.span for unit in reading.facts.get("asks-for-questions", ())}
    clear -= {unit.span for unit in reading.said["support"].met} if "support" in reading.said else set()
    elsewhere = {unit.span for unit in reading.facts.get("complaint-route", ())}
    return frozenset({*(helping - clear), *(elsewhere - clear), *(about_asking(reading) - clear)})


def _way(number: int, sentences: tuple[Unit, ...], taken: frozenset[Span], reading: Reading) -> tuple[Span, ...]:
    """The sentence that holds the way: the invitation, the next one, or one that gave it for the same person."""
    unit = sentences[number]
    if _gives_way(unit, reading):
        return (unit.span,)
    after = sentences[number + 1] if number + 1 < len(sentences) else None
    shown = after is not None and any(after.span == told.span for told in reading.facts.get("way-elsewhere", ()))
    ours = after is not None and (shown or _OURS.search(after.folded))
    if after and after.span not in taken and ours and _gives_way(after, reading):
        return (after.span,)
    return _way_of_person(unit, sentences, reading)


def _gives_way(unit: Unit, reading: Reading) -> bool:
    if has_way(unit.folded):
        return True
    pointing = any(unit.span == told.span for told in reading.facts.get("way-elsewhere", ()))
    if not pointing:
        return False
    return _numbers_before(unit, reading) or _leads_to_somebody(unit, reading)


def _leads_to_somebody(unit: Unit, reading: Reading) -> bool:
    """Whether a person is at the end of the line in the head: one named here, or the writer, who gives it under the
    signature. "The number above" alone is half of it."""
    head = head_ways(reading.letter)
    if not head or any(reading.letter.part_at(way.span.start) is Part.SIGNATURE for way in head):
        return bool(head)
    named = (mention.span for person in reading.letter.people for mention in person.mentions)
    return _PERSON.search(unit.folded) is not None or any(unit.span.covers(span) for span in named)


def _numbers_before(unit: Unit, reading: Reading) -> bool:
    body = reading.letter.sentences[0].span.start if reading.letter.sentences else 0
    text = reading.letter.folded[body : unit.span.start]
    return has_number(text) or has_mail(text)


def _way_of_person(unit: Unit, sentences: tuple[Unit, ...], reading: Reading) -> tuple[Span, ...]:
    """A sentence with a way that names a person of this sentence, or follows one that does with "she" or "he"."""
    people = [
        person
        for person in reading.letter.people
        if person.role in (Role.OTHER, Role.WRITER)
        and any(unit.span.covers(mention.span) for mention in person.mentions)
    ]
    spans = {mention.span for person in people for mention in person.mentions}
    for number, other in enumerate(sentences):
        before = sentences[number - 1] if number else other
        named = any(other.span.covers(span) for span in spans)
        meant = re.match(r"(?:she|he|they|her|his)\b", other.folded) and any(before.span.covers(span) for span in spans)
        if has_way(other.folded) and (named or meant):
            return (other.span,)
    return ()


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"contact": contact})
