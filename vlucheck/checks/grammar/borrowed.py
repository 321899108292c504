"""A letter → the words in it that belong to a phrase of another language ("à la carte"), in which they are right."""

import re
import unicodedata
from collections.abc import Iterable

from vlucheck.document import Span
from vlucheck.letter.model import Letter, fold

BORROWED_WORDS = "borrowed"
_FARTHEST = 60  # characters of a phrase on either side of one of its words
_NOTHING = re.compile(r"(?!)")


def borrowed_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the phrases in a text that is folded and has no accents; a hyphen may stand for a space."""
    longest_first = sorted((_bare(fold(phrase)) for phrase in phrases), key=lambda phrase: (-len(phrase), phrase))
    sources = ["[ -]".join(map(re.escape, re.split(r"[ -]+", phrase))) for phrase in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)") if sources else _NOTHING


def is_borrowed(letter: Letter, span: Span, phrases: re.Pattern[str]) -> bool:
    """Whether the words stand inside one of the phrases."""
    start = max(0, span.start - _FARTHEST)
    around = _bare(letter.folded[start : span.end + _FARTHEST]).replace("\n", " ")
    return any(
        start + found.start() <= span.start and span.end <= start + found.end() for found in phrases.finditer(around)
    )


def _bare(text: str) -> str:
    """The text without accents, one character for one."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", character)[0] for character in text)
