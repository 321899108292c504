"""A letter against itself: names, titles, dates, deadlines and references that do not agree → findings."""

from dataclasses import dataclass
from functools import partial

from vlucheck.checks.consistency.clash import finding_of
from vlucheck.checks.consistency.comparisons import (
    COMPARISONS,
    WITH_GENDERS,
    WITH_NICKNAMES,
    WITH_SETTINGS,
    Comparison,
)
from vlucheck.checks.consistency.offences import offences_named_two_ways
from vlucheck.checks.consistency.settled import settled
from vlucheck.checks.firstnames import Genders, Nicknames, genders_of, nicknames_of
from vlucheck.findings import Outcome
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Compare, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Consistency:
    """Every comparison the rulebook has a rule for."""

    rules: tuple[tuple[Rule, Comparison], ...]
    name: str = "consistency"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Consistency":
        """Pair the rules with their comparisons."""
        genders = genders_of(rulebook.tables.get("first-names", {}))
        known = {name: frozenset[str]() for name in genders}
        nicknames = known | dict(nicknames_of(rulebook.tables.get("nicknames", {})))
        tests = ((rule, rule.test) for rule in rulebook.rules if isinstance(rule.test, Compare))
        pairs = ((rule, _comparison(test, nicknames, genders)) for rule, test in tests)
        return cls(tuple((rule, compare) for rule, compare in pairs if compare is not None))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each pair of places that do not agree."""
        meant = [(rule, compare) for rule, compare in self.rules if rule.applies_to(letter.type.type)]
        clashes = ((rule, clash) for rule, do in meant for each in do(letter) if (clash := settled(each, rule, letter)))
        return Outcome(findings=tuple(finding_of(clash, rule, letter) for rule, clash in clashes))


def _comparison(test: Compare, nicknames: Nicknames, genders: Genders) -> Comparison | None:
    """The comparison of this name, if it is one of this check; the one of offences is told which are mixed up."""
    if test.check == "offence":
        return partial(offences_named_two_ways, pairs=test.settings)
    if test.check in WITH_SETTINGS:
        compare, settings = WITH_SETTINGS[test.check], test.settings
        return lambda letter: compare(letter, settings)
    if test.check in WITH_NICKNAMES:
        named = WITH_NICKNAMES[test.check]
        return lambda letter: named(letter, nicknames)
    if test.check in WITH_GENDERS:
        gendered = WITH_GENDERS[test.check]
        return lambda letter: gendered(letter, genders)
    return COMPARISONS.get(test.check)
