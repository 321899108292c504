"""What a letter states about reviews, limits and the scheme, against what holds for its case → findings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from vlucheck.checks.elements.reading import Questions, Reading, questions_of, read_letter
from vlucheck.checks.outdated import Place, old_addresses, old_names, old_review_limits, old_stage_limits
from vlucheck.checks.statements import assessor_for_legal, false_restart, review_not_open
from vlucheck.checks.vague import replies_without_day, touch_without_way, withdrawal_from_nowhere
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Compare, Rule, Rulebook

Places = Callable[[Reading], Iterator[Place]]


@dataclass(frozen=True, slots=True)
class ContentFlaws:
    """Looks for statements that are wrong or out of date, each as a comparison named by a rule."""

    rules: tuple[tuple[Rule, Places], ...]
    questions: Questions
    name: str = "statements that are wrong"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "ContentFlaws":
        """Compile what is needed. Raises BadRule."""
        rules = tuple(
            (r, FLAWS[r.test.check]) for r in rulebook.rules if isinstance(r.test, Compare) and _known(r.test)
        )
        return cls(rules, questions_of(rulebook))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each wrong statement that is meant for this type of letter."""
        meant = [(rule, places) for rule, places in self.rules if rule.applies_to(letter.type.type)]
        reading = read_letter(letter, self.questions)
        return Outcome(
            findings=tuple(_finding(rule, letter, place) for rule, places in meant for place in places(reading))
        )


def _known(test: Compare) -> bool:
    return test.check in FLAWS


def _finding(rule: Rule, letter: Letter, place: Place) -> Finding:
    finding = replace(marked(rule, letter, place.span, {"right": place.right}), also=place.also)
    return replace(finding, suggestions=(place.right,)) if place.right and not rule.instead else finding


FLAWS: Mapping[str, Places] = MappingProxyType(
    {
        "old-review-limit": old_review_limits,
        "old-stage-limit": old_stage_limits,
        "old-name": old_names,
        "old-address": old_addresses,
        "review-not-open": review_not_open,
        "false-restart": false_restart,
        "assessor-for-legal": assessor_for_legal,
        "reply-without-day": replies_without_day,
        "touch-without-way": touch_without_way,
        "withdrawal-from-nowhere": withdrawal_from_nowhere,
    }
)
