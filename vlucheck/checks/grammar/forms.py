"""The rulebook's table of verbs → what each written form may be: base, third person, past, participle, "-ing"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vlucheck.errors import BadRule
from vlucheck.rulebook.model import Rulebook

TABLE = "words/verbs"
_HISSING = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms in lower case, each with the base forms it may belong to; `nouns` are base forms that are nouns as well."""

    base: frozenset[str]
    third: Mapping[str, str]
    past: Mapping[str, str]
    participle: Mapping[str, str]
    ing: Mapping[str, str]
    nouns: frozenset[str]

    @property
    def only_past(self) -> frozenset[str]:
        """Forms of the past that are no participle and no base: "went", "wrote"."""
        return frozenset(self.past) - frozenset(self.participle) - self.base


def forms_of(rulebook: Rulebook) -> Forms:
    """Read the table. Raises BadRule when it is missing or wrong; an empty rulebook has no verbs."""
    table = rulebook.tables.get(TABLE)
    if table is None:
        return Forms(frozenset(), {}, {}, {}, {}, frozenset())
    place = f"{rulebook.folder / TABLE}.yaml"
    irregular = table.get("irregular")
    if not isinstance(irregular, Mapping) or not all(
        isinstance(both, list) and len(both) == 2 for both in irregular.values()
    ):
        raise BadRule(f'{place}: "irregular" must give two forms for each verb')
    regular, doubling = _listed(table, "regular"), _listed(table, "doubling")
    same = _listed(table, "unchanging")
    past = {str(verb): (str(two[0]), str(two[1])) for verb, two in irregular.items()}
    past |= {verb: (verb, verb) for verb in same}
    past |= {verb: (_ed(verb, verb in doubling),) * 2 for verb in regular | doubling if verb not in past}
    return Forms(
        base=frozenset(past),
        third=_reversed((_s(verb), verb) for verb in past),
        past=_reversed((two[0], verb) for verb, two in past.items()),
        participle=_reversed((two[1], verb) for verb, two in past.items()),
        ing=_reversed((_ing(verb, verb in doubling), verb) for verb in past),
        nouns=_listed(table, "noun"),
    )


def _listed(table: Mapping[str, object], key: str) -> frozenset[str]:
    words = table.get(key, ())
    if isinstance(words, str):
        return frozenset(words.split())
    return frozenset(map(str, words)) if isinstance(words, list) else frozenset()


def _reversed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(pairs)


def _s(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(_HISSING) else "s")


def _ed(verb: str, doubles: bool) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if verb.endswith("e"):
        return verb + "d"
    return f"{verb}{verb[-1]}ed" if doubles else f"{verb}ed"


def _ing(verb: str, doubles: bool) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    short = re.fullmatch(r"(?:for|be|over)?[^aeiou]+[aeiou][^aeiouwxy]", verb) is not None
    return f"{verb}{verb[-1]}ing" if doubles or short else f"{verb}ing"
