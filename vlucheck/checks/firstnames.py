"""First names as people write them → whether two of them may be one person's: short forms, initials, second names."""

import re
from collections.abc import Mapping

from vlucheck.checks.consistency.spelling import bare

Nicknames = Mapping[str, frozenset[str]]
Genders = Mapping[str, str]

_PET_ENDINGS = ("y", "ie", "i", "o")


def squashed(name: str) -> str:
    """The letters of the name alone, in lower case and without accents: O'Brien and OBrien are one."""
    return re.sub(r"[^\w]|_", "", bare(name))


def pieces(name: str) -> tuple[str, ...]:
    """The words of the name and the halves of double-barrelled ones, squashed."""
    return tuple(piece for word in re.split(r"[\s-]+", name) if (piece := squashed(word)))


def nicknames_of(table: Mapping[str, object]) -> Nicknames:
    """Return, for each first name, the other forms that go with it, in both directions."""
    forms: dict[str, set[str]] = {}
    for name, others in table.items():
        group = {squashed(each) for each in (name, *str(others).split())}
        for each in group:
            forms.setdefault(each, set()).update(group - {each})
    return {name: frozenset(others) for name, others in forms.items()}


def genders_of(table: Mapping[str, object]) -> Genders:
    """Return "he" or "she" for each first name that is nearly always a man's or a woman's."""
    pairs = (("he", "men"), ("she", "women"))
    return {squashed(name): pronoun for pronoun, row in pairs for name in str(table.get(row) or "").split()}


def are_other_names(one: str, other: str, nicknames: Nicknames) -> bool:
    """Whether two first names cannot be the same person's: no initial, short form or second name makes them one."""
    return not any(_may_be_one(a, b, nicknames) for a in pieces(one) for b in pieces(other))


def _may_be_one(a: str, b: str, nicknames: Nicknames) -> bool:
    short, long = sorted((a, b), key=len)
    begins = long.startswith(short) or (short[:3] == long[:3] and short.endswith(_PET_ENDINGS))
    return begins or b in nicknames.get(a, frozenset())
