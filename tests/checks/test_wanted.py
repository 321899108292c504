"""What to write instead of a lacking element: the letter's own last day and numbers, or a blank."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.elements.wanted import instead
from vlucheck.errors import BadRule
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rule, Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture
def rule(rulebook: Rulebook) -> Rule:
    found = rulebook.rule("VLU-C112")
    assert found is not None
    return found


def said(rule: Rule, text: str, *where: object) -> str:
    (only,) = instead(replace(rule, instead=(text,)), *where)  # type: ignore[arg-type]
    return only


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("{limit vrr-request}", "10 working days"),
        ("{day vrr-request}", "Thursday 19 March 2026"),
        ("{limit complaint-stage-2}", "one month"),
        ("{day complaint-stage-2}", "Sunday 5 April 2026"),
        ("{telephone}", "01632 960 444"),
        ("{e-mail}", "vlu@harborough.example"),
    ],
)
def test_the_places_are_filled_from_the_letter(
    rule: Rule, rulebook: Rulebook, parser: "Language", knowledge: Knowledge, place: str, words: str
) -> None:
    text = letter_text("Ruth Ainsley\nVictim Liaison Officer\n01632 960 444\nvlu@harborough.example", "signature")
    body = text.replace("sent to us.", "sent to us. Victim Care is on 01632 960999.")
    assert said(rule, place, rulebook.tables, letter_from(body, parser, knowledge)) == words


@pytest.mark.parametrize(
    ("place", "blank"),
    [("{day vrr-request}", "[the last day]"), ("{telephone}", "[your number]"), ("{e-mail}", "[your e-mail address]")],
)
def test_what_the_letter_does_not_tell_is_a_blank(
    rule: Rule, rulebook: Rulebook, parser: "Language", knowledge: Knowledge, place: str, blank: str
) -> None:
    undated = letter_from(letter_text("5 pens", "date"), parser, knowledge)
    assert undated.date is None
    assert said(rule, place, rulebook.tables) == said(rule, place, rulebook.tables, undated) == blank


@pytest.mark.parametrize("place", ["{limit nothing}", "{moon}", "{day}"])
def test_an_unknown_place_is_refused_with_the_rule(rule: Rule, rulebook: Rulebook, place: str) -> None:
    with pytest.raises(BadRule, match="VLU-C112"):
        said(rule, place, rulebook.tables)


def test_no_suggestion_of_ours_names_a_day_or_a_number_of_its_own(rulebook: Rulebook) -> None:
    wanted = [each for rule in rulebook.of_kind("require") for each in instead(rule, rulebook.tables)]
    assert wanted
    assert not [text for text in wanted if "0163" in text or " 2026" in text]
