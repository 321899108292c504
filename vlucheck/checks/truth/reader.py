"""The name in the address and the greeting against that of the reader in the case file."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.checks.firstnames import Nicknames, pieces, squashed
from vlucheck.checks.truth.naming import first_agrees, is_joint, last_agrees, title_agrees, with_own_title
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile, CasePerson
from vlucheck.letter.model import Letter, Mention, Part

_SEVERAL = re.compile(r"\band\b|&|\bfamily\b|\bparents? of\b|\bguardians? of\b|\bc/o\b|\bcare of\b", re.IGNORECASE)


def reader_of(case: CaseFile) -> tuple[CasePerson | None, str]:
    """Whom the letter goes to, and where the case file says so."""
    return case.reader, case.place_of("recipient" if case.recipient else "victim")


def names_of_head(letter: Letter, reader: CasePerson) -> tuple[Mention, ...]:
    """The name in the address and those in the greeting; the other words of an address are houses and streets."""
    lines = " ".join(line.text for line in letter.part_lines(Part.ADDRESS))
    there = squashed(reader.last) in squashed(lines)
    address = [m for m in letter.recipient.mentions if m.part is Part.ADDRESS] if letter.recipient else []
    address = [m for m in address if not there or last_agrees(m.last, reader)]
    greeting = (m for p in letter.people for m in p.mentions if m.part is Part.SALUTATION)
    named = [m for m in address[:1] if m.title or (m.first and m.text != m.first)]
    return tuple(with_own_title(mention, reader) for mention in (*named, *greeting))


def wrong_readers(letter: Letter, case: CaseFile, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield each name of the head that is not the reader's; the head that names several people is left alone unless a
    name in it looks like a slip."""
    reader, place = reader_of(case)
    if reader is None or not reader.last or _is_company(reader):
        return
    for mention in names_of_head(letter, reader):
        line = next((line.text for line in letter.lines if line.span.covers(mention.span)), "")
        several = bool(_SEVERAL.search(line)) or is_joint(reader.title)
        sure = _how_sure(mention, reader, nicknames)
        if sure is None or (several and sure is not Confidence.HIGH):
            continue
        right = _as_it_should_be(mention, reader)
        yield Clash(mention.span, None, {"case": reader.name, "place": place}, (right,), sure)


def _how_sure(mention: Mention, reader: CasePerson, nicknames: Nicknames) -> Confidence | None:
    """How sure it is that the name is not the reader's; None where it may be."""
    if last_agrees(mention.last, reader):
        if not mention.first or first_agrees(mention.first, reader, nicknames):
            return None
        return _near(mention.first, reader.first)
    if squashed(f"{mention.first or ''}{mention.last}") == squashed(f"{reader.first}{reader.last}"):
        return None
    if mention.title is None and mention.first is None:
        if not reader.first or first_agrees(mention.last, reader, nicknames):
            return None
        return min(_near(mention.last, reader.first), _near(mention.last, reader.last), key=list(Confidence).index)
    return Confidence.HIGH if mention.title else _near(mention.last, reader.last)


def _near(one: str, other: str) -> Confidence:
    near = any(nearly_same(a, b) for a in pieces(one) for b in pieces(other))
    return Confidence.HIGH if near else Confidence.MEDIUM


def _as_it_should_be(mention: Mention, reader: CasePerson) -> str:
    """The reader's name with the parts that stand in this place."""
    if mention.title is None and mention.first is None:
        return reader.first or reader.last
    title = reader.title if mention.title else ""
    return CasePerson(title, reader.first if mention.first else "", reader.last).name


def _is_company(reader: CasePerson) -> bool:
    return not reader.first and not reader.title


def wrong_titles_of_reader(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield a title in the head that is not the reader's."""
    reader, place = reader_of(case)
    for mention in names_of_head(letter, reader) if reader else ():
        if reader and last_agrees(mention.last, reader) and not title_agrees(mention.title, reader):
            right = _as_it_should_be(mention, reader)
            yield Clash(mention.span, None, {"case": reader.name, "place": place}, (right,))
