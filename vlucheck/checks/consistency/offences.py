"""The charge of a letter → is it called by the name of another offence elsewhere? The pairs are the rule's settings."""

import re
from collections.abc import Iterator, Mapping

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter

_CHARGE = (
    r"\b(?:charges? of|charged (?:\w+ ){0,3}with|offences? of|counts? of|accused of|prosecuted for|tried for)"
    r"(?: an?)? "
)
_MORE_THAN_ONE = re.compile(
    r"\b(?:instead|alternative|lesser|reduced|replaced?|altered|amended|changed to|substituted|downgraded|both charges"
    r"|another charge|other charge|(?:two|three|four|second|new|different|first|worse) (?:charge|offence|count)s?"
    r"|charges of|counts of|as well as|would need|would have to|rather than|difference between|amounts? to)\b"
)


def offences_named_two_ways(letter: Letter, pairs: Mapping[str, object]) -> Iterator[Clash]:
    """Yield the second name of the charge where the letter speaks of one charge only, and gives it two names."""
    if _MORE_THAN_ONE.search(letter.folded):
        return
    for one, others in pairs.items():
        for other in others if isinstance(others, (list, tuple)) else ():
            places = [_first(letter, one), _first(letter, str(other))]
            if places[0] and places[1]:
                earlier, later = sorted(place for place in places if place)
                yield Clash(later, earlier)


def _first(letter: Letter, offence: str) -> Span | None:
    """Where the offence is first called the charge."""
    found = re.search(rf"{_CHARGE}(?P<offence>{re.escape(offence)})\b", letter.folded)
    return Span(found.start("offence"), found.end("offence")) if found else None
