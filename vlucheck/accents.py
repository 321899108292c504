"""A text whose accents stand apart from their letters, as Macs write them → the text with both as one character.

Nobody sees the difference on paper, but a checker takes "e" and its accent for the end of a word, and one name for two.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Joined:
    """The text with accents joined to their letters; `places` are where its characters (and its end) were before, None
    where nothing changed."""

    text: str
    places: tuple[int, ...] | None = None

    def before(self, offset: int) -> int:
        """Where a place in this text was before."""
        return offset if self.places is None else self.places[offset]

    def now(self, offset: int) -> int:
        """Where a place of the text before is in this one."""
        return offset if self.places is None else bisect_left(self.places, offset)


def joined(text: str) -> Joined:
    """Return the text with each accent joined to its letter."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for found in _ACCENTED.finditer(text):
        letter = unicodedata.normalize("NFC", found[0])
        parts += (text[done : found.start()], letter)
        places += range(done, found.start())
        places += (min(found.start() + n, found.end() - 1) for n in range(len(letter)))
        done = found.end()
    if not parts:
        return Joined(text)
    places += range(done, len(text) + 1)
    return Joined("".join((*parts, text[done:])), tuple(places))
