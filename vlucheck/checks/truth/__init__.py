"""A letter against its case file: names, titles, reference, offences, dates and decision that are not the case's."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from vlucheck.checks.consistency.clash import Clash, finding_of
from vlucheck.checks.truth.names import misspelt_defendants, misspelt_victims, other_victims
from vlucheck.checks.truth.naming import Nicknames, nicknames_of
from vlucheck.checks.truth.pronouns import wrong_pronouns
from vlucheck.checks.truth.reader import wrong_readers, wrong_titles_of_reader
from vlucheck.checks.truth.references import wrong_references
from vlucheck.checks.truth.strangers import strangers_accused
from vlucheck.checks.truth.titles import wrong_titles
from vlucheck.findings import Outcome
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Compare, Rule, Rulebook

Comparison = Callable[[Letter, CaseFile], Iterable[Clash]]

COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "case-reader-title": wrong_titles_of_reader,
        "case-stranger-accused": strangers_accused,
        "case-pronoun": wrong_pronouns,
        "case-reference": wrong_references,
    }
)
WITH_NICKNAMES: Mapping[str, Callable[[Letter, CaseFile, Nicknames], Iterable[Clash]]] = MappingProxyType(
    {
        "case-reader-name": wrong_readers,
        "case-victim-name": misspelt_victims,
        "case-other-victim": other_victims,
        "case-defendant-name": misspelt_defendants,
        "case-title": wrong_titles,
    }
)


@dataclass(frozen=True, slots=True)
class Truth:
    """Every comparison with the case file that the rulebook has a rule for."""

    rules: tuple[tuple[Rule, Comparison], ...]
    name: str = "the case file"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Truth":
        """Pair the rules with their comparisons."""
        nicknames = nicknames_of(rulebook.tables.get("nicknames", {}))
        pairs = ((r, _comparison(r.test.check, nicknames)) for r in rulebook.rules if isinstance(r.test, Compare))
        return cls(tuple((rule, compare) for rule, compare in pairs if compare is not None))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place that is not as the case file has it; none without a case file."""
        case = letter.case
        if case is None:
            return Outcome()
        found = (finding_of(clash, rule, letter) for rule, do in self.rules for clash in do(letter, case))
        return Outcome(findings=tuple(replace(finding, known=True) for finding in found))


def _comparison(check: str, nicknames: Nicknames) -> Comparison | None:
    if check in WITH_NICKNAMES:
        return partial(_with, compare=WITH_NICKNAMES[check], nicknames=nicknames)
    return COMPARISONS.get(check)


def _with(
    letter: Letter,
    case: CaseFile,
    compare: Callable[[Letter, CaseFile, Nicknames], Iterable[Clash]],
    nicknames: Nicknames,
) -> Iterable[Clash]:
    return compare(letter, case, nicknames)
