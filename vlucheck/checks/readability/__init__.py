"""Sentences, paragraphs and the body as a whole, measured → findings where a limit is passed, and the figures."""

from dataclasses import dataclass, replace

from vlucheck.checks.readability.figures import figures
from vlucheck.checks.readability.measures import MEASURES, Measured
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome, Severity
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Limit, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Readability:
    """Every limit rule with its measure."""

    rules: tuple[tuple[Rule, Limit], ...]
    name: str = "readability"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Readability":
        """Take the limit rules. Raises BadRule with the file for a measure that does not exist."""
        rules = tuple((rule, rule.test) for rule in rulebook.rules if isinstance(rule.test, Limit))
        for rule, limit in rules:
            if limit.measure not in MEASURES:
                raise BadRule(f'{rule.path}: "{limit.measure}" is not a measure; there are {", ".join(MEASURES)}')
        return cls(rules)

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place that is over a limit, and the figures of the body."""
        meant = [(rule, limit) for rule, limit in self.rules if rule.applies_to(letter.type.type)]
        return Outcome(
            findings=tuple(finding for rule, limit in meant for finding in over_limit(rule, limit, letter)),
            metrics=figures(letter),
        )


def over_limit(rule: Rule, limit: Limit, letter: Letter) -> list[Finding]:
    """The findings of one limit rule; the worst step that is passed decides how bad it is."""
    found = [(each, _step(limit, each.value)) for each in MEASURES[limit.measure](letter)]
    return [_finding(rule, letter, each, *step) for each, step in found if step]


def _step(limit: Limit, value: float) -> tuple[float, Severity] | None:
    return next((step for step in limit.steps if value > step[0]), None)


def _finding(rule: Rule, letter: Letter, measured: Measured, limit: float, severity: Severity) -> Finding:
    numbers = {"count": f"{measured.value:g}", "limit": f"{limit:g}"}
    finding = marked(rule, letter, measured.span, numbers)
    message = " ".join((finding.message, measured.hint)).strip()
    return replace(finding, severity=severity, message=message, borrowed=(measured.hint,))
