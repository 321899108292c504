"""The counts that symspellpy carries → how often an English word is written, and how often two words side by side.

Only its two files are read; its own code is not run, which would take longer than the reading does.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "symspellpy"
_WORDS, _PAIRS = "frequency_dictionary_en_*.txt", "frequency_bigramdictionary_en_*.txt"
_COMMON = 30_000  # how many words are read, the commonest first; the rest are too rare to tell one from another


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Counts out of many web pages, in which no pair below some six million was kept; `total` is of all words read."""

    words: Mapping[bytes, bytes]
    pairs: list[bytes]
    total: int

    def word(self, word: str) -> int:
        """How often the word was counted; 0 for one that is not among the commonest."""
        return int(self.words.get(word.encode(), 0))

    def pair(self, one: str, other: str) -> int:
        """How often the two words were counted in a row; 0 for a pair that is rare or never written."""
        wanted = f"{one} {other} ".encode()
        at = bisect_left(self.pairs, wanted)
        found = self.pairs[at] if at < len(self.pairs) else b""
        return int(found[len(wanted) :]) if found.startswith(wanted) else 0


@lru_cache(maxsize=1)
def open_counts() -> Counts | None:
    """Read the counts, once a run; None when the package or one of its files is not there."""
    spec = find_spec(PACKAGE)
    folders = [Path(folder) for folder in (spec.submodule_search_locations or ())] if spec else []
    words, pairs = (next((path for folder in folders for path in folder.glob(name)), None) for name in (_WORDS, _PAIRS))
    if words is None or pairs is None:
        return None
    known = dict(line.split(b" ", 1) for line in _lines(words, _COMMON)[:_COMMON])
    # The lines of pairs are in order but for a few runs, so sorting them costs little; a dictionary would cost more.
    return Counts(known, sorted(_lines(pairs)), sum(map(int, known.values())))


def _lines(path: Path, most: int = -1) -> list[bytes]:
    """The lines of the file, split no further than after the first `most`."""
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf").rstrip(b"\n")
    return (data.replace(b"\r\n", b"\n") if b"\r" in data[:200] else data).split(b"\n", most)
