"""The table of offences (`rules/offences.yaml`) and a text → the offences that it names, however it calls them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vlucheck.document import Span
from vlucheck.letter.model import fold

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True, eq=False)
class Offences:
    """What each wording may mean (several offences for a loose one), what is part of what, and the kind of each."""

    meant: Mapping[str, frozenset[str]]
    within: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]
    pattern: re.Pattern[str]

    def named_in(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, frozenset[str]]]:
        """Yield the places that name an offence, the longest wording first, with what each may mean."""
        for found in self.pattern.finditer(folded, start, len(folded) if end is None else end):
            yield Span(*found.span()), self.meant[" ".join(found[0].split())]

    def in_words(self, texts: tuple[str, ...]) -> frozenset[str]:
        """Every offence that the texts may mean; nothing where one of them names none that is known."""
        found = [frozenset[str]().union(*(ids for _, ids in self.named_in(fold(text)))) for text in texts]
        return frozenset[str]().union(*found) if all(found) else frozenset()

    def goes_with(self, named: frozenset[str], charged: frozenset[str]) -> bool:
        """Whether what is named is one of the charges, or a part of one: the theft in a robbery."""
        return bool(named & charged) or any(self.within.get(each, frozenset()) & charged for each in named)


def offences_of(table: Mapping[str, Any]) -> Offences:
    """Return the offences in the content of `rules/offences.yaml`."""
    entries: Mapping[str, Mapping[str, Any]] = table.get("offences") or {}
    meant: dict[str, set[str]] = {}
    for name, entry in entries.items():
        for wording in (name, *entry.get("also", ()), *entry.get("loose", ())):
            meant.setdefault(fold(str(wording)), set()).add(name)
    longest = sorted(meant, key=len, reverse=True)
    source = "|".join(r"\s+".join(map(re.escape, wording.split())) for wording in longest)
    return Offences(
        meant={wording: frozenset(names) for wording, names in meant.items()},
        within={name: frozenset(entry.get("within", ())) for name, entry in entries.items()},
        kinds={name: str(entry.get("kind", "")) for name, entry in entries.items()},
        pattern=re.compile(rf"(?<![\w-])(?:{source})(?![\w-])" if source else _NEVER),
    )
