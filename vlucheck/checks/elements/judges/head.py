"""Judges of the head of a letter: the reference, and who writes."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.reading import Reading, Verdict
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Part, Reference, Role
from vlucheck.rulebook.seek import Unit

_URN = re.compile(r"\d{2} ?[a-z0-9]{2} ?\d{5} ?\d{2}(?: ?/ ?\d{1,2})?")
_NUMBERED = re.compile(
    r"(?:(?:our|your|cps|the) )?(?:complaint|case|file|matter|crime|request)\b"
    r"(?: (?:number|no|ref|reference)\b)?[^A-Za-z\d]{0,4}(?:[A-Z]{1,5}[/-]?){0,3}[\d/-]*\d{3}",
    re.IGNORECASE,
)
ROLE_ENOUGH = (
    "complaint-acknowledgement",
    "complaint-holding",
    "complaint-stage-1",
    "complaint-stage-2",
    "vrr-acknowledgement",
    "vrr-and-complaint",
)
"""Letter types in which the writer's role is enough; the others also say what the prosecution service does."""


def reference(reading: Reading) -> Verdict:
    """A Unique Reference Number anywhere meets it; a reference of another shape in the head or subject half does."""
    letter = reading.letter
    urns = [found for found in letter.references if _is_urn(found)]
    if urns:
        return Verdict(Status.MET, (_around(urns[0].span, reading),))
    parts = (Part.REFERENCE, Part.SUBJECT, Part.LETTERHEAD, Part.HEADING)
    others = [found for found in letter.references if letter.part_at(found.span.start) in parts]
    spans = [found.span for found in others] + [line.span for line in letter.part_lines(*parts) if _numbered(line.text)]
    return Verdict(Status.PARTLY, (_around(spans[0], reading),)) if spans else Verdict(Status.MISSING)


def writer_role(reading: Reading) -> Verdict:
    """Both the writer's role and what the prosecution service does, where the letter is about a decision or a review;
    in other letters the role. One of the two, or only a name, is half of it."""
    told = reading.said["writer-role"]
    roles = _first_of(told.partly)
    part = told.met[:1]
    enough = reading.letter.type.type in ROLE_ENOUGH
    if (roles or _names_role(part)) and (part or enough):
        return Verdict(Status.MET, _spans(roles, part))
    if roles or part:
        return Verdict(Status.PARTLY, _spans(roles, part))
    name = _writer_name(reading)
    return Verdict(Status.PARTLY, (name,)) if name else Verdict(Status.MISSING)


def _is_urn(found: Reference) -> bool:
    """A URN in small letters is one as well."""
    return found.is_urn or _URN.fullmatch(found.text.casefold()) is not None


def _numbered(text: str) -> bool:
    """A line such as "Complaint 2026/0148", without the word reference."""
    return _NUMBERED.match(text) is not None


def _around(span: Span, reading: Reading) -> Span:
    """The line of the head, or the sentence, that holds the span."""
    sentence = reading.letter.sentence_at(span.start)
    line = next((line for line in reading.letter.lines if line.span.covers(span)), None)
    return sentence.span if sentence else line.span if line else span


def _first_of(roles: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The sentence of the body that tells the role; without one, the lines of the signature that do."""
    body = tuple(unit for unit in roles if unit.sentence is not None)
    return body[:1] or roles


def _names_role(part: tuple[Unit, ...]) -> bool:
    """A sentence on what prosecutors do can tell the writer's role as well ("people like me decide …")."""
    return any(
        re.search(r"\b(?:like me|in my post|my staff|our lawyers? i|i am|i'm|my (?:job|role))\b", unit.folded)
        for unit in part
    )


def _spans(*some: tuple[Unit, ...]) -> tuple[Span, ...]:
    return tuple(sorted({unit.span for units in some for unit in units}))


def _writer_name(reading: Reading) -> Span | None:
    writer = next((person for person in reading.letter.people if person.role is Role.WRITER), None)
    if writer:
        return writer.mentions[0].span
    lines = reading.letter.part_lines(Part.SIGNATURE)
    return lines[0].span if lines else None


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {"reference": reference, "writer-role": writer_role}
)
