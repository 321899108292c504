"""Rule data, already read from YAML → what the letter layer has to know: letter types, titles, role words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vlucheck.linear import LinearModel
from vlucheck.phrases import Phrases
from vlucheck.wording import Concepts, Lists, read_phrase

DAYS_AGO, WEEKS_AGO = "came-days-ago", "came-weeks-ago"  # signals that are reckoned from dates, not said
PLACES = ("head", "subject", "opening", "body")


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a letter can say, in many wordings. `says` is matched in one sentence of folded text at a time.

    `where`: "head" (letterhead and signature), "subject", "opening" (subject and first paragraphs) or "body"; None:
    anywhere but in the head. A sentence that `unless` matches does not count.
    """

    name: str
    says: Phrases
    where: str | None
    unless: Phrases | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """A weight for a letter type when all of the signals in `all_of` are present and none of `none_of` is."""

    weight: float
    all_of: tuple[str, ...]
    none_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterType:
    """One of the standard's letter types: its id, its title for people, and the clues that speak for or against it."""

    id: str
    title: str
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the letter layer needs from rule data. `type_model`: trained to tell the letter types; None: clues alone."""

    types: tuple[LetterType, ...]
    signals: tuple[Signal, ...]
    titles: tuple[str, ...]
    official_titles: tuple[str, ...]
    role_words: tuple[str, ...]
    type_model: LinearModel | None = None

    @property
    def every_title(self) -> tuple[str, ...]:
        """Titles of courtesy and of office."""
        return (*self.titles, *self.official_titles)

    def title_of(self, type_id: str) -> str:
        """The type's title for people, or its id where it is unknown."""
        return next((kind.title for kind in self.types if kind.id == type_id), type_id)


def knowledge_from(data: Mapping[str, Any], concepts: Concepts, type_model: LinearModel | None = None) -> Knowledge:
    """Return the knowledge in the content of `rules/letter-types.yaml` and in the model trained for the types.

    Raises ValueError (BadPhrase for a wording) with a sentence that names the entry; a missing key is a KeyError.
    """
    _only(data, {"titles", "official-titles", "role-words", "wordings", "signals", "types"}, "letter-types.yaml")
    own = {name: tuple(phrases) for name, phrases in data.get("wordings", {}).items()}
    lists = Lists({**concepts, **own})
    signals = tuple(_signal(name, entry, lists) for name, entry in data["signals"].items())
    names = {signal.name for signal in signals} | {DAYS_AGO, WEEKS_AGO}
    return Knowledge(
        types=tuple(_letter_type(type_id, entry, names) for type_id, entry in data["types"].items()),
        signals=signals,
        titles=tuple(data["titles"]),
        official_titles=tuple(data["official-titles"]),
        role_words=tuple(data["role-words"]),
        type_model=type_model,
    )


def _signal(name: str, entry: Mapping[str, Any], concepts: Concepts) -> Signal:
    _only(entry, {"say", "where", "unless"}, name)
    where = entry.get("where")
    if where is not None and where not in PLACES:
        raise ValueError(f"{name}: where must be one of {', '.join(PLACES)}, not {where}")
    says, unless = ([read_phrase(phrase, concepts) for phrase in entry.get(key, ())] for key in ("say", "unless"))
    return Signal(name, Phrases(says), where, Phrases(unless) if unless else None)


def _letter_type(type_id: str, entry: Mapping[str, Any], names: set[str]) -> LetterType:
    _only(entry, {"title", "clues"}, type_id)
    clues = tuple(_clue(type_id, says, weight, names) for says, weight in entry["clues"].items())
    return LetterType(type_id, entry["title"], clues)


def _clue(type_id: str, says: str, weight: float, names: set[str]) -> Clue:
    """Read "signal", "signal + signal" or "signal - signal", each perhaps with a place ("signal@opening")."""
    wanted: dict[str, list[str]] = {"+": [], "-": []}
    sign = "+"
    for word in says.split():
        if word in wanted:
            sign = word
        else:
            wanted[sign].append(word)
    unknown = [name for name in (*wanted["+"], *wanted["-"]) if not _known(name, names)]
    if unknown:
        raise ValueError(f"{type_id}: {unknown[0]} is not a signal")
    return Clue(float(weight), tuple(wanted["+"]), tuple(wanted["-"]))


def _known(signal: str, names: set[str]) -> bool:
    name, _, place = signal.partition("@")
    return name in names and (not place or place in PLACES)


def _only(entry: Mapping[str, Any], allowed: set[str], name: str) -> None:
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise ValueError(f"{name}: the key {unknown[0]} is not known; known are {', '.join(sorted(allowed))}")
