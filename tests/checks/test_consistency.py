"""A letter against itself: each message shows both places, and what looks alike but agrees is left alone."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.consistency import COMPARISONS, Consistency
from vlucheck.checks.consistency.spelling import distance, nearly_same
from vlucheck.findings import Confidence, Finding
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Compare, Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language


@pytest.fixture(scope="module")
def check(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> "Callable[[str], dict[str, Finding]]":
    """An example → its findings by the name of their rule."""
    opened = Consistency.opened(rulebook)

    def run(example: str) -> dict[str, Finding]:
        letter = letter_from(letter_text(example), parser, knowledge)
        return {finding.name: finding for finding in opened.run(letter).findings}

    return run


def test_every_comparison_has_its_rule(rulebook: Rulebook) -> None:
    ruled = {rule.test.check for rule in rulebook.rules if isinstance(rule.test, Compare)}
    assert set(COMPARISONS) <= ruled


def test_a_letter_that_agrees_with_itself_gives_no_finding(check: "Callable[[str], dict[str, Finding]]") -> None:
    assert check("We stopped the case on Tuesday 3 March 2026. Please ask within 10 working days of this letter.") == {}


def test_a_wrong_greeting_shows_both_places_and_the_right_one(check: "Callable[[str], dict[str, Finding]]") -> None:
    text = letter_text("We have looked at your case.").replace("Dear Mrs", "Dear Mr")
    finding = check(text)["greeting-title-differs"]
    assert finding.quote == "Mr Kowalska"
    assert finding.also is not None
    assert finding.suggestions == ("Mrs Kowalska",)


def test_a_wrong_weekday_is_put_right(check: "Callable[[str], dict[str, Finding]]") -> None:
    finding = check("The hearing is on Monday 12 May 2026.")["weekday-and-date"]
    assert finding.suggestions == ("Tuesday 12 May 2026",)
    assert finding.confidence is Confidence.HIGH


def test_a_weekday_in_somebody_elses_words_is_left_alone(check: "Callable[[str], dict[str, Finding]]") -> None:
    assert "weekday-and-date" not in check("Our letter said that the trial was on ‘Monday 12 May 2026’. We are sorry.")


def test_bank_holidays_are_no_working_days(check: "Callable[[str], dict[str, Finding]]") -> None:
    text = letter_text("Please ask within 10 working days of this letter, that is by Tuesday 26 May 2026.")
    finding = check(text.replace("5 March 2026", "12 May 2026"))["deadline-does-not-follow"]
    assert finding.suggestions == ("Wednesday 27 May 2026",)


def test_names_the_letter_itself_calls_alike_are_two_people(check: "Callable[[str], dict[str, Finding]]") -> None:
    body = "Please ask for Mr Paul Tynan. Do not confuse him with Mr Tynon, who works at the court."
    assert "name-spelt-two-ways" not in check(body)


def test_a_reference_that_was_wrong_before_may_be_named(check: "Callable[[str], dict[str, Finding]]") -> None:
    assert "reference-two-ways" not in check("Our letter of 2 March printed this wrongly, as 12NY1111362.")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Duggan", "Dugan"), ("Ndlovu", "Nldovu"), ("Stuart", "Stewart"), ("Graham", "Graeme"), ("Pell", "Pel")],
)
def test_slips_are_nearly_the_same_name(one: str, other: str) -> None:
    assert nearly_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kowalski", "Kowalska"), ("Daniel", "Daniela"), ("Wróbel", "Wrobel"), ("Smith", "Smiths"), ("Lee", "Lea")],
)
def test_forms_of_a_name_are_no_slips(one: str, other: str) -> None:
    assert not nearly_same(one, other)


def test_neighbours_that_change_places_count_once() -> None:
    assert distance("0298126", "0289126") == 1
