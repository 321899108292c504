"""An unknown word in letterhead, footer, reference or enclosure lines → the word of the field that it is a slip for.

Such lines are full of names of people, streets and offices that no list knows, so only a word that is all but one of
the field's own words is reported, and never beside a stranger that may be the rest of a name.
"""

import re

from vlucheck.checks.grammar.titles import Titles, edits, people_words
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part, fold

EDGE_WORDS = "edges"
EDGES = frozenset({Part.LETTERHEAD, Part.REFERENCE, Part.FOOTER, Part.ENCLOSURES})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"([\w.'’-]+) $")
_AFTER = re.compile(r"['’]?s?['’]? ([\w'’-]+)")
_STYLE = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|sir|lady|dame|pc|dc|ds|di|sgt|insp|cllr|rev|prof|hhj|dear|[a-z])\.?", re.I
)
_PLACE = re.compile(
    r"\b(?:street|st|road|rd|lane|avenue|house|quay|square|close|drive|way|yard|park|terrace|crescent|wharf|hill)\b"
    r"|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_SHORTEST, _ALONE, _LONG = 4, 6, 9


def meant_at_edge(letter: Letter, span: Span, titles: Titles, common: frozenset[str]) -> str | None:
    """Return the word that is meant, written as the marked one is; None when the word may be a name or a code."""
    word = letter.text[span.start : span.end]
    if _WORD.fullmatch(word) is None or len(word) < _SHORTEST or word in people_words(letter):
        return None
    before, after = _line_around(letter, span)
    if _PLACE.search(f"{before} {after}") or not fold(word).isascii():
        return None
    known = common | {fold(title) for title in titles.words}
    friends = _friends(before, after, word, known)
    if friends is None or (len(word) < _ALONE and not friends):
        return None
    meant = _nearest(fold(word), common | {fold(title) for title in titles.near})
    return None if meant is None else _written_like(word, meant)


def _line_around(letter: Letter, span: Span) -> tuple[str, str]:
    """The line in front of the word and behind it."""
    start = letter.text.rfind("\n", 0, span.start) + 1
    end = letter.text.find("\n", span.end)
    return letter.text[start : span.start], letter.text[span.end : end if end >= 0 else len(letter.text)]


def _friends(before: str, after: str, word: str, known: frozenset[str]) -> int | None:
    """How many of its neighbours are words of the field; None when one may be the rest of a name."""
    found, beside = 0, [match[1] for match in (_BEFORE.search(before), _AFTER.match(after)) if match]
    for neighbour in beside:
        bare = re.sub(r"['’]s?$", "", neighbour)
        if fold(bare) in known or fold(neighbour) in known:
            found += 1
        elif word[:1].isupper() and (neighbour[:1].isupper() or _STYLE.fullmatch(neighbour)):
            return None
    return found


def _nearest(word: str, among: frozenset[str]) -> str | None:
    """The word of the field that is one letter away, two for a long word; a word of the field itself means none."""
    bare = re.sub(r"['’]s?$", "", word)
    allowed = 1 if len(bare) < _LONG else 2
    if word in among or bare in among:
        return None
    near = [(distance, other) for other in among if (distance := edits(bare, other, allowed)) <= allowed]
    best = [other for distance, other in sorted(near) if distance == 1 or _frames_alike(bare, other)]
    return best[0] if best else None


def _frames_alike(word: str, other: str) -> bool:
    """Whether they begin and end alike: a slip does, while a town called Northmere is no slip for "Northern"."""
    return word[:2] == other[:2] and word[-2:] == other[-2:]


def _written_like(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[:1].isupper() else meant
