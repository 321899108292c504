"""A sentence that reads like an element → whether the letter also gives what no likeness makes up for: a day, or a way
to reach somebody, or the charge and the person that were decided about."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.correspondence import has_day, has_day_to_come
from vlucheck.checks.elements.judges.decision import names_case
from vlucheck.checks.elements.judges.head import ROLE_ENOUGH
from vlucheck.checks.elements.judges.limits import limit_of, limits_in, names_last_day
from vlucheck.checks.elements.judges.ways import has_way, head_ways
from vlucheck.checks.elements.reading import Reading
from vlucheck.document import Span
from vlucheck.letter.model import Role
from vlucheck.rulebook.seek import Unit, units


def is_proved(element: str, span: Span, reading: Reading) -> bool:
    """Return whether the sentence, with those about it, gives the day, the way or the names that it asks for."""
    asked = _ASKED.get(element)
    if asked is None:
        return True
    sentences = units(reading.letter, "body")
    at = next((number for number, unit in enumerate(sentences) if unit.span == span), None)
    return at is None or asked(at, sentences, reading)


def gives_way(element: str, spans: tuple[Span, ...], reading: Reading) -> bool:
    """Return whether the element is about a way to reach somebody, and one of the sentences holds one; or about the
    right to a review, where the reader has asked for it already, or about a time limit that ends on a named day."""
    if element == "vrr-right" and reading.letter.type.type == "vrr-and-complaint":
        return True  # such a letter tells that the review that was asked for is under way
    if element == "next-stage-time-limit":
        return any(_ends_on_day(span, reading) for span in spans)
    if _ASKED.get(element) not in (_way, _own_way):
        return False
    return any(has_way(reading.letter.folded[span.start : span.end]) for span in spans)


def _ends_on_day(span: Span, reading: Reading) -> bool:
    """Whether the sentence names a day as the last: "up to and including 21 November 2026"."""
    letter = reading.letter
    return any(span.covers(m.span) and m.date and names_last_day(letter.folded, m.span.start) for m in letter.dates)


def _day_came(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    return any(has_day(unit, reading) for unit in _paragraph(at, sentences))


def _day_comes(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    return has_day_to_come(sentences[at], reading)


def _no_other_limit(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether the working days that the sentence allows, if it names any, are those of `rules/deadlines.yaml`."""
    wanted = limit_of("vrr-request", reading.tables).get("working-days")
    days = [limit.number for limit in limits_in(sentences[at]) if limit.unit == "working-days"]
    return all(number == wanted for number in days)


def _no_business(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether the sentence is free of office business: a time limit, a way to write, what the CPS does or records."""
    unit = sentences[at]
    limited = limits_in(unit) and _ALLOWS.search(unit.folded)
    return not (has_way(unit.folded) or limited or _BUSINESS.search(unit.folded))


def _cps_work(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether the sentence speaks of the CPS or its people, where the letter has to say what the CPS does."""
    return reading.letter.type.type in ROLE_ENOUGH or _CPS_WORK.search(sentences[at].folded) is not None


def _case(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    return names_case(sentences[at], reading)


def _way(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """A way in the paragraph or in the sentence after it, one that is said to stand elsewhere, or that of a person."""
    near = _paragraph(at, sentences) + sentences[at + 1 : at + 2]
    elsewhere = {told.span for told in reading.facts.get("way-elsewhere", ())}
    if any(has_way(unit.folded) for unit in near):
        return True
    if any(unit.span in elsewhere for unit in near) and head_ways(reading.letter):
        return True
    return _way_of_person(sentences[at], sentences, reading)


def _own_way(at: int, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """A way that is not that of a service: no service is named in its paragraph, or the writer is meant."""
    paragraph = _paragraph(at, sentences)
    service = {unit.span for unit in reading.said["support"].met} & {unit.span for unit in paragraph}
    return (not service or _MEANS_WRITER.search(sentences[at].folded) is not None) and _way(at, sentences, reading)


def _way_of_person(unit: Unit, sentences: tuple[Unit, ...], reading: Reading) -> bool:
    """Whether somebody of the office who is named here has a way beside their name in another sentence."""
    people = [person for person in reading.letter.people if person.role in (Role.OTHER, Role.WRITER)]
    here = [p for p in people if any(unit.span.covers(mention.span) for mention in p.mentions)]
    spans = [mention.span for person in here for mention in person.mentions]
    return any(has_way(other.folded) and any(other.span.covers(span) for span in spans) for other in sentences)


def _paragraph(at: int, sentences: tuple[Unit, ...]) -> tuple[Unit, ...]:
    here = sentences[at].sentence
    if here is None:
        return (sentences[at],)
    return tuple(unit for unit in sentences if unit.sentence and unit.sentence.paragraph == here.paragraph)


_ALLOWS = re.compile(
    r"\b(?:within|no later than|you (?:will )?have|time limit|allow(?:ed|s)?|days? (?:of|from) (?:the|this|today))\b"
)
_BUSINESS = re.compile(
    r"\b(?:(?:role|job|task|work|duty) (?:of|is) |(?:the cps|service|prosecutors?) (?:decides?|is|are|does) "
    r"|our records?|no record|you chose|you decided|your request|your complaint (?:is|was|has|that)|working days?)"
    r"|£[\d,]+\.\d\d"  # a sum to the penny is a bill
)
_CPS_WORK = re.compile(
    r"\b(?:crown prosecution service|cps|we|our|us|prosecutors?|prosecution|lawyers?"
    r"|my (?:office|team|unit|colleagues|service)"
    r"|this (?:office|service|unit|team)|(?:the|our|its|their) (?:service|unit|office))\b"
)
_MEANS_WRITER = re.compile(r"\b(?:me|us|my|our|mine|i|we)\b")
_ASKED: Mapping[str, Callable[[int, tuple[Unit, ...], Reading], bool]] = MappingProxyType(
    {
        "decision": _case,
        "empathy": _no_business,
        "receipt": _day_came,
        "reply-by": _day_comes,
        "contact": _own_way,
        "support": _way,
        "vrr-how-to-ask": _way,
        "vrr-time-limit": _no_other_limit,
        "next-stage": _way,
        "writer-role": _cps_work,
    }
)
