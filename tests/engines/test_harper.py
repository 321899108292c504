"""The embedded engine of all other machines."""

import pytest

from vlucheck.engines import Engine, open_engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("harper")


def found(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(hit.rule, text[hit.start : hit.end]) for hit in engine.check(text)]


@pytest.mark.parametrize("word", ["colour", "behaviour", "organise", "apologise", "centre"])
def test_british_spelling_is_right(engine: Engine, word: str) -> None:
    assert found(engine, f"I read the word “{word}” on the form.") == []


@pytest.mark.parametrize("word", ["color", "behavior", "center", "fulfill"])
def test_american_spelling_is_told_from_a_misspelling(engine: Engine, word: str) -> None:
    assert ("SpellCheck/american", word) in found(engine, f"It was {word} there.")


def test_places_are_code_points(engine: Engine) -> None:
    text = "😀 “So” Ste\u0301phane’s aunt will recieve it."
    assert ("SpellCheck", "recieve") in found(engine, text)


def test_long_sentence_does_not_hide_the_misspelling_in_it(engine: Engine) -> None:
    text = "We will " + "write to you and " * 20 + "recieve it."
    assert ("SpellCheck", "recieve") in found(engine, text)


def test_best_suggestion_comes_first(engine: Engine) -> None:
    (hit,) = [hit for hit in engine.check("You will recieve it.") if hit.rule == "SpellCheck"]
    assert hit.suggestions[0] == "receive"
