"""The people of the case file and those the letter names → which name of the letter means which person of the case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vlucheck.checks.consistency.names import is_introduced
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.checks.firstnames import Nicknames, pieces, squashed
from vlucheck.checks.truth.naming import first_agrees, last_agrees
from vlucheck.document import Span
from vlucheck.letter.casefile import CaseFile, CasePerson
from vlucheck.letter.model import Letter, Mention, Part, Person, Role, fold
from vlucheck.letter.wordlists import NOT_NAMES

OWN_WORDS = (Part.SUBJECT, Part.HEADING, Part.BODY)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_PLACE_AFTER = re.compile(
    r" (?:road|street|lane|avenue|close|drive|court|house|square|place|hill|park|way|row|terrace|crescent|gardens"
    r"|green|bridge|station|hospital|school|college|centre|magistrates|crown|county|council|police|hotel|arms|inn|farm|ward)\b"
)
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})


@dataclass(frozen=True, slots=True)
class Character:
    """A person of the case file, as what, and where the file says so."""

    person: CasePerson
    key: str
    place: str


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word with a capital in the writer's own text that may be a name; `mention` is the name it belongs to."""

    text: str
    span: Span
    person: Person | None
    mention: Mention | None


def characters(case: CaseFile) -> tuple[Character, ...]:
    """The people of the case: the victim, the reader where that is somebody else, the defendants."""
    found = [Character(case.victim, "victim", case.place_of("victim"))] if case.victim else []
    if case.recipient and (case.victim is None or not is_same(case.victim, case.recipient)):
        found.append(Character(case.recipient, "recipient", case.place_of("recipient")))
    return (*found, *(Character(each, "defendants", case.place_of("defendants")) for each in case.defendants))


def is_same(one: CasePerson, other: CasePerson) -> bool:
    """Whether the two are one person, by their names."""
    return squashed(one.first + one.last) == squashed(other.first + other.last)


def meant_by(mention: Mention, case: CaseFile, nicknames: Nicknames) -> tuple[Character, ...]:
    """The people of the case whom the name can mean, as it is spelt."""
    found = [each for each in characters(case) if last_agrees(mention.last, each.person)]
    return tuple(each for each in found if not mention.first or first_agrees(mention.first, each.person, nicknames))


def name_words(letter: Letter) -> Iterator[NameWord]:
    """Yield the words with a capital in subject, headings and body that may be a person's name."""
    spans = sorted(((m.span, p, m) for p in letter.people for m in p.mentions), key=lambda each: each[0])
    for line in letter.part_lines(*OWN_WORDS):
        for found in _WORD.finditer(line.text):
            text = _POSSESSIVE.sub("", found[0])
            start = line.span.start + found.start()
            span = Span(start, start + len(text))
            if not text[0].isupper() or fold(text) in NOT_NAMES or _PLACE_AFTER.match(letter.folded, span.end):
                continue
            person, mention = next(((p, m) for at, p, m in spans if at.covers(span)), (None, None))
            if mention is not None or _may_be_name(letter, span):
                yield NameWord(text, span, person, mention)


def _may_be_name(letter: Letter, span: Span) -> bool:
    """Whether the grammar takes the word for a name, and not for that of a place or a day."""
    sentence = letter.sentence_at(span.start)
    if sentence is None:
        return True
    for token in sentence.parse:
        start = token.idx + sentence.offset
        if start <= span.start < start + len(token):
            return token.pos_ == "PROPN" and token.ent_type_ not in _PLACES
    return False


def is_somebody_else(letter: Letter, word: NameWord, case: CaseFile) -> bool:
    """Whether the letter itself says that the name is that of a person outside the case: the writer, somebody with a
    first or last name of their own, or somebody whose part in it is told."""
    person, mention = word.person, word.mention
    if mention is None or person is None:
        return False
    if person.role is Role.WRITER or any(m.part is Part.SIGNATURE for m in person.mentions):
        return True
    accused = person.role is Role.DEFENDANT
    if not accused and any(is_introduced(letter, each) for each in person.mentions):
        return True
    return not any(_like(person, each.person) for each in characters(case))


def _like(person: Person, other: CasePerson) -> bool:
    """Whether the whole name is that of the person of the case but for slips."""
    last = _alike(person.last, other.last) or _alike(person.last, other.first)
    first = not person.first or not other.first or _alike(person.first, other.first)
    return last and (first or person.first is None)


def _alike(one: str, other: str) -> bool:
    a, b = pieces(one), pieces(other)
    return any(x == y or nearly_same(x, y) or (len(x) == 1 and y.startswith(x)) for x in a for y in b)
