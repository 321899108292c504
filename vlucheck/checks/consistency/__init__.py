"""A letter against itself: names, titles, dates, deadlines and references that do not agree → findings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from vlucheck.checks.consistency.ages import ages_two_ways
from vlucheck.checks.consistency.amounts import amounts_that_differ, totals_that_differ
from vlucheck.checks.consistency.barenames import first_names_spelt_two_ways
from vlucheck.checks.consistency.clash import Clash, finding_of
from vlucheck.checks.consistency.confusion import victim_taken_for_accused
from vlucheck.checks.consistency.dates import impossible_dates, wrong_weekdays
from vlucheck.checks.consistency.deadlines import wrong_deadlines
from vlucheck.checks.consistency.enclosures import enclosures_not_listed
from vlucheck.checks.consistency.events import events_on_two_days
from vlucheck.checks.consistency.greeting import greeted_names, greeted_titles, impersonal_greetings, misfit_sign_offs
from vlucheck.checks.consistency.names import names_spelt_two_ways
from vlucheck.checks.consistency.offences import offences_named_two_ways
from vlucheck.checks.consistency.outcomes import (
    case_over_and_tried,
    complaints_decided_two_ways,
    reviews_decided_two_ways,
)
from vlucheck.checks.consistency.points import points_without_answer
from vlucheck.checks.consistency.pronouns import pronouns_that_differ
from vlucheck.checks.consistency.references import references_two_ways
from vlucheck.checks.consistency.replies import replies_on_two_days
from vlucheck.checks.consistency.roles import roles_that_differ
from vlucheck.checks.consistency.strays import pasted_sentences
from vlucheck.checks.consistency.timing import events_past_and_to_come, letters_dated_after_arrival
from vlucheck.checks.consistency.titles import titles_two_ways
from vlucheck.findings import Outcome
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Compare, Rule, Rulebook

Comparison = Callable[[Letter], Iterable[Clash]]

COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "greeting-name": greeted_names,
        "greeting-title": greeted_titles,
        "greeting-impersonal": impersonal_greetings,
        "sign-off": misfit_sign_offs,
        "name-spelling": names_spelt_two_ways,
        "weekday": wrong_weekdays,
        "impossible-date": impossible_dates,
        "deadline": wrong_deadlines,
        "reference": references_two_ways,
        "first-name-spelling": first_names_spelt_two_ways,
        "event-date": events_on_two_days,
        "enclosure": enclosures_not_listed,
        "writer-role": roles_that_differ,
        "pronoun": pronouns_that_differ,
        "person-title": titles_two_ways,
        "accused-as-victim": victim_taken_for_accused,
        "amount": amounts_that_differ,
        "total": totals_that_differ,
        "age": ages_two_ways,
        "reply-date": replies_on_two_days,
        "dated-after-arrival": letters_dated_after_arrival,
        "past-and-to-come": events_past_and_to_come,
        "over-and-tried": case_over_and_tried,
        "review-two-ways": reviews_decided_two_ways,
        "complaint-two-ways": complaints_decided_two_ways,
        "points-answered": points_without_answer,
    }
)


@dataclass(frozen=True, slots=True)
class Consistency:
    """Every comparison the rulebook has a rule for."""

    rules: tuple[tuple[Rule, Comparison], ...]
    name: str = "consistency"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Consistency":
        """Pair the rules with their comparisons."""
        pairs = ((rule, _comparison(rule.test)) for rule in rulebook.rules if isinstance(rule.test, Compare))
        return cls(tuple((rule, compare) for rule, compare in pairs if compare is not None))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each pair of places that do not agree."""
        meant = [(rule, compare) for rule, compare in self.rules if rule.applies_to(letter.type.type)]
        return Outcome(findings=tuple(finding_of(each, rule, letter) for rule, do in meant for each in do(letter)))


def _comparison(test: Compare) -> Comparison | None:
    """The comparison of this name, if it is one of this check; the one of offences is told which are mixed up."""
    if test.check == "offence":
        return partial(offences_named_two_ways, pairs=test.settings)
    if test.check == "pasted":
        return partial(pasted_sentences, settings=test.settings)
    return COMPARISONS.get(test.check)
