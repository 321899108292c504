"""A text → how far it resembles the texts that a linear model was trained on, label by label.

A model is a file of numbers without code (numpy's .npz, read without pickle), made by `tests/accuracy/train.py`. Its
features are marks: the words 1 to 3 in a row, the characters 3 to 5 in a row, and whatever marks the caller adds, each
hashed to a column, so that the model holds no word of any letter.
"""

import math
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vlucheck.errors import BadRule

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_WORDS_IN_A_ROW = (1, 2, 3)
_CHARACTERS_IN_A_ROW = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of each label for each column; `scale` turns the stored whole numbers into weights."""

    labels: tuple[str, ...]
    weights: "NDArray[numpy.int8]"
    scale: "NDArray[numpy.float32]"
    bias: "NDArray[numpy.float32]"

    def points(self, marks: Iterable[str]) -> Mapping[str, float]:
        """Return the points of each label: 0 is even odds, each point more multiplies the odds by e."""
        import numpy

        columns, values = features(marks, self.weights.shape[1])
        found = self.weights[:, columns] @ numpy.array(values, dtype=numpy.float32) * self.scale + self.bias
        return dict(zip(self.labels, (float(point) for point in found), strict=True))


@lru_cache(maxsize=4)
def load_model(path: Path) -> LinearModel:
    """Return the model in this file. Raises BadRule when there is none, or when it is damaged."""
    import numpy

    try:
        with numpy.load(path, allow_pickle=False) as stored:
            labels = tuple(str(label) for label in stored["labels"])
            model = LinearModel(labels, stored["weights"], stored["scale"], stored["bias"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise BadRule(f"{path}: the trained model cannot be read ({error})") from error
    if model.weights.ndim != 2 or not len(labels) == len(model.weights) == len(model.scale) == len(model.bias):
        raise BadRule(f"{path}: the tables of the trained model do not fit each other")
    return model


def share(point: float) -> float:
    """Points as a share from 0 to 1."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, point))))


def features(marks: Iterable[str], columns: int) -> tuple[list[int], list[float]]:
    """Return the columns that the marks fill, and the values there: damped counts, together of length 1."""
    counts = Counter(zlib.crc32(mark.encode()) % columns for mark in marks)
    values = [1 + math.log(count) for count in counts.values()]
    length = math.sqrt(sum(value * value for value in values))
    return list(counts), [value / length for value in values]


def word_marks(text: str, prefix: str = "") -> Iterator[str]:
    """The words of the text 1, 2 and 3 in a row; a number is one mark whatever its figures."""
    words = _words(text)
    for size in _WORDS_IN_A_ROW:
        for start in range(len(words) - size + 1):
            yield prefix + " ".join(words[start : start + size])


def character_marks(text: str) -> Iterator[str]:
    """The characters 3, 4 and 5 in a row inside each word, its edges marked: these see the stems of words."""
    for word in _words(text):
        edged = f"<{word}>"
        for size in _CHARACTERS_IN_A_ROW:
            for start in range(len(edged) - size + 1):
                yield "#" + edged[start : start + size]


def _words(text: str) -> list[str]:
    words = _WORD.findall(text.replace("\u2019", "'").casefold())
    return ["0" if word.isdigit() else word for word in words]
