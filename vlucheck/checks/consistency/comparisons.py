"""The name of a comparison in a rule file → the function that finds the places that do not agree."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from vlucheck.checks.consistency.accused import (
    accused_taken_for_victims,
    accused_with_other_pronoun,
    readers_taken_for_accused,
)
from vlucheck.checks.consistency.ages import ages_two_ways
from vlucheck.checks.consistency.amounts import amounts_that_differ, totals_that_differ
from vlucheck.checks.consistency.arrivals import arrivals_on_two_days
from vlucheck.checks.consistency.barenames import first_names_from_nowhere, first_names_spelt_two_ways
from vlucheck.checks.consistency.charges import (
    offences_from_nowhere,
    subjects_of_other_offences,
)
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.confusion import victim_taken_for_accused
from vlucheck.checks.consistency.copied import (
    addresses_that_differ,
    own_numbers_that_differ,
    ranks_that_differ,
)
from vlucheck.checks.consistency.counted import counts_that_differ
from vlucheck.checks.consistency.courts import courts_that_cannot_be
from vlucheck.checks.consistency.dates import impossible_dates, wrong_weekdays
from vlucheck.checks.consistency.deadlines import wrong_deadlines
from vlucheck.checks.consistency.decisions import (
    accused_counted_two_ways,
    charged_and_not_charged,
    decisions_on_two_days,
    pleaded_and_to_be_tried,
)
from vlucheck.checks.consistency.enclosures import enclosures_not_listed, enclosures_not_named
from vlucheck.checks.consistency.events import events_on_two_days
from vlucheck.checks.consistency.greeting import greeted_names, greeted_titles, impersonal_greetings, misfit_sign_offs
from vlucheck.checks.consistency.headcount import headcounts_that_differ
from vlucheck.checks.consistency.helplines import numbers_of_helplines, numbers_of_odd_length
from vlucheck.checks.consistency.incident import incidents_on_two_days
from vlucheck.checks.consistency.kin import dead_and_alive, relatives_two_ways
from vlucheck.checks.consistency.names import names_spelt_two_ways
from vlucheck.checks.consistency.outcomes import (
    case_over_and_tried,
    complaints_decided_two_ways,
    reviews_decided_two_ways,
)
from vlucheck.checks.consistency.pronouns import pronouns_that_differ
from vlucheck.checks.consistency.reckoned import days_reckoned_wrong
from vlucheck.checks.consistency.references import impossible_references, references_two_ways
from vlucheck.checks.consistency.replies import replies_on_two_days
from vlucheck.checks.consistency.roles import roles_that_differ
from vlucheck.checks.consistency.scenes import done_before_it_was_asked, scenes_on_another_day
from vlucheck.checks.consistency.sections import sections_of_other_offences
from vlucheck.checks.consistency.strangers import accused_from_nowhere, strangers_addressed
from vlucheck.checks.consistency.strays import pasted_sentences
from vlucheck.checks.consistency.tenses import days_past_and_to_come
from vlucheck.checks.consistency.timing import (
    decisions_after_the_request,
    letters_dated_after_arrival,
    letters_of_two_days,
)
from vlucheck.checks.consistency.titles import titles_against_first_names, titles_left_off, titles_two_ways
from vlucheck.checks.consistency.twofold import (
    days_of_another_year,
    hours_that_differ,
    lengths_that_differ,
    weekdays_pointing_nowhere,
)
from vlucheck.checks.consistency.unmeant import pronouns_of_nobody
from vlucheck.checks.consistency.untied import people_from_nowhere
from vlucheck.checks.consistency.verdicts import (
    ended_and_going_on,
    going_on_and_over,
    guilty_and_not_guilty,
    reviews_against_their_outcome,
)
from vlucheck.checks.consistency.writer import writers_that_differ
from vlucheck.checks.firstnames import Genders, Nicknames
from vlucheck.letter.model import Letter

Comparison = Callable[[Letter], Iterable[Clash]]

COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "greeting-name": greeted_names,
        "greeting-title": greeted_titles,
        "greeting-impersonal": impersonal_greetings,
        "sign-off": misfit_sign_offs,
        "weekday": wrong_weekdays,
        "impossible-date": impossible_dates,
        "deadline": wrong_deadlines,
        "reference": references_two_ways,
        "reference-shape": impossible_references,
        "first-name-spelling": first_names_spelt_two_ways,
        "event-date": events_on_two_days,
        "enclosure": enclosures_not_listed,
        "writer-role": roles_that_differ,
        "person-title": titles_two_ways,
        "title-left-off": titles_left_off,
        "accused-as-victim": victim_taken_for_accused,
        "amount": amounts_that_differ,
        "total": totals_that_differ,
        "age": ages_two_ways,
        "reply-date": replies_on_two_days,
        "dated-after-arrival": letters_dated_after_arrival,
        "decision-after-request": decisions_after_the_request,
        "past-and-to-come": days_past_and_to_come,
        "over-and-tried": case_over_and_tried,
        "review-two-ways": reviews_decided_two_ways,
        "complaint-two-ways": complaints_decided_two_ways,
        "reader-as-accused": readers_taken_for_accused,
        "accused-as-hurt": accused_taken_for_victims,
        "accused-pronoun": accused_with_other_pronoun,
        "accused-from-nowhere": accused_from_nowhere,
        "relative": relatives_two_ways,
        "ended-and-going-on": ended_and_going_on,
        "going-on-and-over": going_on_and_over,
        "guilty-and-not-guilty": guilty_and_not_guilty,
        "review-outcome": reviews_against_their_outcome,
        "court": courts_that_cannot_be,
        "enclosure-not-named": enclosures_not_named,
        "letter-date-of-subject": letters_of_two_days,
        "telephone-length": numbers_of_odd_length,
        "accused-count": accused_counted_two_ways,
        "charged-and-not": charged_and_not_charged,
        "pleaded-and-tried": pleaded_and_to_be_tried,
        "decision-date": decisions_on_two_days,
        "announced-count": counts_that_differ,
        "incident-date": incidents_on_two_days,
        "arrival-date": arrivals_on_two_days,
        "headcount": headcounts_that_differ,
        "scene-date": scenes_on_another_day,
        "done-before-asked": done_before_it_was_asked,
        "dead-and-alive": dead_and_alive,
        "day-reckoned": days_reckoned_wrong,
        "stranger-addressed": strangers_addressed,
        "year-of-day": days_of_another_year,
        "weekday-pointing": weekdays_pointing_nowhere,
        "hour": hours_that_differ,
        "length": lengths_that_differ,
        "own-number": own_numbers_that_differ,
        "e-mail-address": addresses_that_differ,
        "rank": ranks_that_differ,
    }
)

WITH_SETTINGS: Mapping[str, Callable[[Letter, Mapping[str, object]], Iterable[Clash]]] = MappingProxyType(
    {
        "pasted": pasted_sentences,
        "person-from-nowhere": people_from_nowhere,
        "offence-from-nowhere": offences_from_nowhere,
        "offence-of-subject": subjects_of_other_offences,
        "section-number": sections_of_other_offences,
        "helpline": numbers_of_helplines,
    }
)

WITH_GENDERS: Mapping[str, Callable[[Letter, Genders], Iterable[Clash]]] = MappingProxyType(
    {
        "title-and-first-name": titles_against_first_names,
        "pronoun": pronouns_that_differ,
        "pronoun-of-nobody": pronouns_of_nobody,
    }
)

WITH_NICKNAMES: Mapping[str, Callable[[Letter, Nicknames], Iterable[Clash]]] = MappingProxyType(
    {
        "first-name-from-nowhere": first_names_from_nowhere,
        "name-spelling": names_spelt_two_ways,
        "writer-name": writers_that_differ,
    }
)
