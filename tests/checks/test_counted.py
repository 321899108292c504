"""A number announced in a letter against the things that follow it."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.consistency.counted import counts_that_differ
from vlucheck.letter.knowledge import Knowledge

if TYPE_CHECKING:
    from spacy.language import Language


def found(body: str, parser: "Language", knowledge: Knowledge) -> list[dict[str, str]]:
    letter = letter_from(letter_text(body), parser, knowledge)
    return [clash.fill for clash in counts_that_differ(letter)]


@pytest.mark.parametrize(
    ("body", "said", "listed"),
    [
        (
            "The decision was wrong for three reasons: the film was not watched; the witness was not asked.",
            "three",
            "two",
        ),
        ("The case rested on three things: a coat in the yard and a call from the shop.", "three", "two"),
        ("He gave two reasons: no film shows him, no witness knew him, and nobody saw the car.", "two", "three"),
        ("You can do two things:\n\n- ring us\n- write to us\n- come to the office", "two", "three"),
    ],
)
def test_a_wrong_number_is_shown(body: str, said: str, listed: str, parser: "Language", knowledge: Knowledge) -> None:
    assert found(body, parser, knowledge) == [{"said": said, "found": listed}]


@pytest.mark.parametrize(
    "body",
    [
        "The decision was wrong for two reasons: the film was not watched; the witness was not asked.",
        "We rely on three things: the film and the two statements.",
        "We rely on three things: the film and your statements.",
        "We asked for three things: the coat and the hat; the film.",
        "The case rested on two things: a coat in the yard and a call from the shop, Mill Stores.",
    ],
)
def test_a_right_or_open_number_is_left_alone(body: str, parser: "Language", knowledge: Knowledge) -> None:
    assert found(body, parser, knowledge) == []
