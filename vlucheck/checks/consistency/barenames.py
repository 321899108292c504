"""First names that stand alone ("Bilal", "Bilaal told the police") → one that is spelt two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import speaks_of_two_people
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.document import Span
from vlucheck.letter.dates import MONTHS, WEEKDAYS
from vlucheck.letter.model import Letter, Part

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 4
_CALENDAR = frozenset({*MONTHS, *(day.lower() for day in WEEKDAYS)})


def first_names_spelt_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield a name that stands once, without title, and looks like a slip for another one of the letter."""
    if speaks_of_two_people(letter):
        return
    places = _bare_names(letter)
    named = {name for person in letter.people for m in person.mentions for name in (m.first, m.last) if name}
    for name, spans in places.items():
        if len(spans) > 1 or name in named:
            continue
        in_capitals = next((span for span in _capitals(letter) if nearly_same(name, letter.document.quote(span))), None)
        other = next((o for o in places if nearly_same(name, o) and (len(places[o]) > 1 or o in named)), None)
        if other is None and in_capitals is not None:
            yield Clash(spans[0], in_capitals, better=(letter.document.quote(in_capitals).title(),))
        if other is not None:
            yield Clash(spans[0], places[other][0], better=(other,))


def _capitals(letter: Letter) -> Iterator[Span]:
    """The words of a subject or heading that is written in capitals: a name may stand there for the first time."""
    for line in letter.part_lines(Part.SUBJECT, Part.HEADING):
        for found in re.finditer(r"\b[A-Z]{4,}\b", line.text):
            yield Span(line.span.start + found.start(), line.span.start + found.end())


def _bare_names(letter: Letter) -> dict[str, list[Span]]:
    """Words the grammar takes for names, with every place; a word that the letter also writes small is none."""
    places: dict[str, list[Span]] = defaultdict(list)
    small = {token.text for s in letter.sentences for token in s.parse if token.text.islower()}
    for sentence in letter.sentences:
        for token in sentence.parse:
            person = token.ent_type_ == "PERSON" or token.text in letter.names
            if (
                person
                and not _before_a_name(token)
                and token.text.istitle()
                and token.text.isalpha()
                and len(token.text) >= _SHORTEST
            ):
                start = token.idx + sentence.offset
                places[token.text].append(Span(start, start + len(token.text)))
    return {name: spans for name, spans in places.items() if name.lower() not in small | _CALENDAR}


def _before_a_name(token: "Token") -> bool:
    """Whether the next word has a capital too: "Crown Prosecution Service", "Corn Street" are no first names."""
    return token.i + 1 < len(token.doc) and token.nbor().text[:1].isupper()
