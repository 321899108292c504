"""The wording rules of the rulebook → findings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vlucheck.checks.tone.another import is_of_another
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter
from vlucheck.phrases import BadPhrase
from vlucheck.rulebook.kinds import KINDS
from vlucheck.rulebook.model import Avoid, Rule, Rulebook

Apply = Callable[[Letter], list[Finding]]


@dataclass(frozen=True, slots=True)
class WordingRules:
    """Every avoid, prefer and order rule, compiled."""

    rules: tuple[tuple[Rule, Apply], ...]
    name: str = "wording"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "WordingRules":
        """Compile the rules. Raises BadRule with the file for a phrase that cannot be read."""
        return cls(tuple((rule, _compile(rule, rulebook)) for rule in rulebook.rules if rule.kind in KINDS))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place where a rule that is meant for this type of letter speaks."""
        meant = [apply for rule, apply in self.rules if rule.applies_to(letter.type.type)]
        return Outcome(findings=tuple(finding for apply in meant for finding in apply(letter)))


def finder(rule: Rule, concepts: Mapping[str, tuple[str, ...]]) -> Apply:
    """Return the function that finds the rule's wording in a letter. Raises BadPhrase."""
    find = KINDS[rule.kind](rule, concepts)
    if not (isinstance(rule.test, Avoid) and rule.test.accused):
        return find
    return lambda letter: [each for each in find(letter) if each.span is None or not is_of_another(letter, each.span)]


def _compile(rule: Rule, rulebook: Rulebook) -> Apply:
    try:
        return finder(rule, rulebook.concepts)
    except BadPhrase as error:
        raise BadRule(f"{rule.path}: {error}") from error
