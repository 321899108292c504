"""What a letter states about reviews, limits and the scheme, against what holds for its case → findings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vlucheck.checks.elements.conditions import read_facts
from vlucheck.checks.elements.reading import Reading, Sought, compile_elements, compile_facts, read_letter
from vlucheck.checks.outdated import Place, old_addresses, old_names, old_review_limits, old_stage_limits
from vlucheck.checks.statements import assessor_for_legal, false_restart, review_not_open
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Compare, Rule, Rulebook
from vlucheck.rulebook.seek import Seeker
from vlucheck.wording import BadPhrase

Places = Callable[[Reading], Iterator[Place]]


@dataclass(frozen=True, slots=True)
class ContentFlaws:
    """Looks for statements that are wrong or out of date, each as a comparison named by a rule."""

    rules: tuple[tuple[Rule, Places], ...]
    sought: tuple[Sought, ...]
    facts: Mapping[str, tuple[Seeker, ...]]
    tables: Mapping[str, Mapping[str, object]]
    name: str = "statements that are wrong"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "ContentFlaws":
        """Compile what is needed. Raises BadRule."""
        try:
            sought = compile_elements(rulebook)
            facts = compile_facts(rulebook, read_facts(rulebook))
        except BadPhrase as error:
            raise BadRule(f"{rulebook.folder}: {error}") from error
        rules = tuple(
            (r, FLAWS[r.test.check]) for r in rulebook.rules if isinstance(r.test, Compare) and _known(r.test)
        )
        return cls(rules, sought, facts, rulebook.tables)

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each wrong statement that is meant for this type of letter."""
        meant = [(rule, places) for rule, places in self.rules if rule.applies_to(letter.type.type)]
        reading = read_letter(letter, self.sought, self.facts, self.tables)
        return Outcome(
            findings=tuple(_finding(rule, letter, place) for rule, places in meant for place in places(reading))
        )


def _known(test: Compare) -> bool:
    return test.check in FLAWS


def _finding(rule: Rule, letter: Letter, place: Place) -> Finding:
    quote = letter.document.quote(place.span)
    shown = " ".join(quote.split())
    return Finding(
        rule=rule.id,
        name=rule.name,
        category=rule.category,
        severity=rule.severity,
        confidence=rule.confidence,
        message=rule.message.replace("{match}", shown).replace("{right}", place.right),
        why=rule.why,
        span=place.span,
        quote=quote,
        suggestions=(place.right,) if place.right and not rule.instead else rule.instead,
        also=place.also,
    )


FLAWS: Mapping[str, Places] = MappingProxyType(
    {
        "old-review-limit": old_review_limits,
        "old-stage-limit": old_stage_limits,
        "old-name": old_names,
        "old-address": old_addresses,
        "review-not-open": review_not_open,
        "false-restart": false_restart,
        "assessor-for-legal": assessor_for_legal,
    }
)
