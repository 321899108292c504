"""First names that stand alone ("Bilal", "Bilaal told the police") → one that is spelt two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.kin import KIN
from vlucheck.checks.consistency.misnamed import is_wrong_name_told
from vlucheck.checks.consistency.names import speaks_of_two_people
from vlucheck.checks.consistency.spelling import bare, nearly_same
from vlucheck.checks.firstnames import Nicknames, are_other_names, squashed
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.dates import MONTHS, WEEKDAYS
from vlucheck.letter.model import Letter, Mention, Part
from vlucheck.letter.wordlists import NATIONS, NOT_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 4
_BEFORE = re.compile(
    r"\b(?:your|his|her|their|our|my|the|a|an|called|named|and|or|with|officer|constable|pc|dc|ds) "
    r"(?:(?!of |at |in |to |for |by )\w+ ){0,2}$|\b(?:at|in|from|near|to) $"
)

_AFTER = re.compile(
    r",? (?:who|your|his|her|their|the|a|an|and(?! to\b)|or|road|street|house|hospital|school|centre)\b"
    r"|['’]s (?:road|house|school|hospital|church)|,? \("
)
_OF_FAMILY = re.compile(rf"'s (?:late |own |elder |younger )?{KIN}(?:s|ren)?\b|'s (?:family|parents|death|funeral)\b")
_CALENDAR = frozenset({*MONTHS, *(day.lower() for day in WEEKDAYS)})


def first_names_spelt_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield a name that stands once, without title, and looks like a slip for another one of the letter."""
    if speaks_of_two_people(letter):
        return
    places = _bare_names(letter)
    named = {name for person in letter.people for m in person.mentions for name in (m.first, m.last) if name}
    for name, spans in places.items():
        if len(spans) > 1 or name in named or is_wrong_name_told(letter, spans[0]):
            continue
        in_capitals = next((span for span in _capitals(letter) if nearly_same(name, letter.document.quote(span))), None)
        other = next((o for o in places if nearly_same(name, o) and (len(places[o]) > 1 or o in named)), None)
        full = next(
            (m for p in letter.people for m in p.mentions if m.title and m.first and nearly_same(name, m.first)), None
        )
        if other is None and full is not None and not _is_of_a_title(letter, spans[0]):
            yield Clash(full.span, spans[0], unsure=Confidence.MEDIUM)
        elif other is None and in_capitals is not None:
            yield Clash(spans[0], in_capitals, better=(letter.document.quote(in_capitals).title(),))
        if other is not None:
            yield Clash(spans[0], places[other][0], better=(other,))


def first_names_from_nowhere(letter: Letter, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield a first name that stands once, where the letter calls somebody by another one with the same first letter
    ("Jacob will not be asked" in a letter about Jago), or speaks of the family of another ("Callum's mother")."""
    if speaks_of_two_people(letter):
        return
    places = _bare_names(letter, nicknames)
    named = {name for person in letter.people for m in person.mentions if m.title for name in (m.first, m.last) if name}
    firsts = {m.first for person in letter.people for m in person.mentions if m.first}
    often = [n for n, spans in places.items() if len(spans) > 1 and (n in firsts or _is_relative(letter, n))]
    for name, spans in places.items():
        if len(spans) > 1 or name in named or _is_told_who(letter, spans[0]) or _is_of_a_title(letter, spans[0]):
            continue
        if not _acts(letter, spans[0], squashed(name) in nicknames):
            continue
        family = _OF_FAMILY.match(letter.folded, spans[0].end) is not None and squashed(name) in nicknames
        other = next((o for o in often if (family or o[0] == name[0]) and are_other_names(name, o, nicknames)), None)
        if other is not None:
            yield Clash(spans[0], places[other][0], better=(other,), unsure=Confidence.MEDIUM)
            continue
        kin = next((m for m in _family(letter) if m.first and m.first[0] == name[0]), None)
        if kin and kin.first and are_other_names(name, kin.first, nicknames):
            yield Clash(spans[0], kin.span, better=(kin.first,), unsure=Confidence.MEDIUM)


def _is_of_a_title(letter: Letter, span: Span) -> bool:
    """Whether a word with a capital stands right before it: "Aelwyd Ddiogel" is the name of a service."""
    return re.search(r"\b[A-Z][\w'’-]+ $", letter.text[max(0, span.start - 30) : span.start]) is not None


def _family(letter: Letter) -> Iterator[Mention]:
    """The places that name somebody by the reader's last name and another first name than the reader's."""
    reader = letter.recipient
    for person in letter.people:
        if reader is not None and person is not reader and bare(person.last) == bare(reader.last):
            yield from (m for m in person.mentions if m.first and m.last)


def _is_relative(letter: Letter, name: str) -> bool:
    """Whether the name is that of the reader's relative, or of somebody who died."""
    low = re.escape(name.lower())
    told = (
        rf"\byour (?:\w+ )?{KIN},? {low}\b|\b(?:death|loss|killing|funeral) of {low}\b"
        rf"|\b{low}'s (?:death|funeral|life)\b"
    )
    return re.search(told, letter.folded) is not None


def _acts(letter: Letter, span: Span, known: bool) -> bool:
    """Whether the grammar takes it for a person who does, suffers or owns something; `known`: it is a first name."""
    sentence = letter.sentence_at(span.start)
    token = next((t for t in sentence.parse if t.idx + sentence.offset == span.start), None) if sentence else None
    return (
        token is not None
        and (token.ent_type_ == "PERSON" or known)
        and not token.is_stop
        and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj", "dobj")
    )


def _is_told_who(letter: Letter, span: Span) -> bool:
    """Whether the words beside the name say who that is: "your friend Jacob", "Jacob, who lives next door"."""
    before = letter.folded[max(0, span.start - 40) : span.start]
    after = letter.folded[span.end : span.end + 20]
    told = _BEFORE.search(before) is not None and not _follows_a_verb(letter, span)
    return told or _AFTER.match(after) is not None


def _follows_a_verb(letter: Letter, span: Span) -> bool:
    """Whether a verb stands right before the name: "the car met Colin" does not say who Colin is."""
    sentence = letter.sentence_at(span.start)
    before = [t for t in sentence.parse if t.idx + sentence.offset < span.start] if sentence else []
    return bool(before) and before[-1].pos_ == "VERB" and before[-1].lower_ not in ("called", "named")


def _capitals(letter: Letter) -> Iterator[Span]:
    """The words of a subject or heading that is written in capitals: a name may stand there for the first time."""
    for line in letter.part_lines(Part.SUBJECT, Part.HEADING):
        for found in re.finditer(r"\b[A-Z]{4,}\b", line.text):
            if found[0].lower() in NOT_NAMES or re.search(rf"\b{found[0].lower()}\b", letter.text):
                continue  # "CASE" is no name where the letter writes "case"
            yield Span(line.span.start + found.start(), line.span.start + found.end())


def _bare_names(letter: Letter, known: Nicknames | None = None) -> dict[str, list[Span]]:
    """Words the grammar takes for names, with every place; a word that the letter also writes small is none."""
    places: dict[str, list[Span]] = defaultdict(list)
    small = {token.text for s in letter.sentences for token in s.parse if token.text.islower()}
    for sentence in (*letter.sentences, *letter.headings):
        for token in sentence.parse:
            person = (token.ent_type_ == "PERSON" and not token.is_stop) or token.text in letter.names
            person = person or (token.lower_ in (known or ()) and token.pos_ == "PROPN")
            if (
                person
                and not _before_a_name(token)
                and not _ends_a_place(token)
                and token.text.istitle()
                and token.text.isalpha()
                and len(token.text) >= _SHORTEST
            ):
                start = token.idx + sentence.offset
                places[token.text].append(Span(start, start + len(token.text)))
    return {name: spans for name, spans in places.items() if name.lower() not in small | _CALENDAR | NATIONS}


def _ends_a_place(token: "Token") -> bool:
    """Whether it is the last word of a place that two capitals name: "the bend at Fallow Hill"."""
    if token.i - token.sent.start < 2 or not token.nbor(-1).text.istitle():
        return False
    return token.nbor(-2).lower_ in ("at", "in", "near", "on", "of", "up", "to", "from", "the", "along", "by")


def _before_a_name(token: "Token") -> bool:
    """Whether the next word has a capital too: "Crown Prosecution Service", "Corn Street" are no first names."""
    return token.i + 1 < len(token.doc) and token.nbor().text[:1].isupper()
