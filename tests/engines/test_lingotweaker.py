"""The embedded engine on Linux spells as the British do and says places in code points."""

from pathlib import Path

import pytest

from vlucheck.engines import Engine, EngineHit, open_engine

pytest.importorskip("lt_py", reason="lingotweaker has no wheel for this machine")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return open_engine("lingotweaker", cache=tmp_path_factory.mktemp("cache"))


def found(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(hit.rule, text[hit.start : hit.end]) for hit in engine.check(text)]


@pytest.mark.parametrize("word", ["colour", "behaviour", "organise", "apologise", "centre", "cancelled", "offence"])
def test_british_spelling_is_right(engine: Engine, word: str) -> None:
    assert found(engine, f"I read the word “{word}” on the form.") == []


@pytest.mark.parametrize("word", ["color", "behavior", "center", "canceled", "offense", "fulfill"])
def test_american_spelling_is_told_from_a_misspelling(engine: Engine, word: str) -> None:
    assert found(engine, f"It was {word} there.") == [("MORFOLOGIK_RULE_EN_GB/american", word)]


@pytest.mark.parametrize("word", ["recieve", "untill", "equaly", "seperate"])
def test_misspelling_keeps_the_rule_of_the_engine(engine: Engine, word: str) -> None:
    assert ("MORFOLOGIK_RULE_EN_GB", word) in found(engine, f"They were to {word} it.")


def test_best_suggestion_comes_first_and_there_are_at_most_five(engine: Engine) -> None:
    (hit,) = engine.check("You will recieve a letter.")
    assert hit.suggestions[0] == "receive"
    assert len(hit.suggestions) <= 5
    assert hit.category == "TYPOS"


@pytest.mark.parametrize(
    "before",
    ["", "😀 ", "👨\u200d👩\u200d👧 “so” ", "Ste\u0301phane’s note – ", "\ufeff", "£20 ", "𝒜 ", "A\u00a0B "],
    ids=["plain", "emoji", "joined emoji", "combining", "byte order mark", "pound", "astral letter", "hard space"],
)
def test_places_are_code_points(engine: Engine, before: str) -> None:
    text = f"{before}We recieve it."
    assert ("MORFOLOGIK_RULE_EN_GB", "recieve") in found(engine, text)


def test_half_a_character_does_not_break_the_engine(engine: Engine) -> None:
    assert ("MORFOLOGIK_RULE_EN_GB", "recieve") in found(engine, "\ud83d We recieve it.")


def test_nothing_in_nothing(engine: Engine) -> None:
    assert engine.check("") == []


def test_message_carries_no_markup(engine: Engine) -> None:
    (hit,) = engine.check("We saw an cat.")
    assert hit.rule == "EN_A_VS_AN"
    assert "<" not in hit.message


def test_hits_come_in_the_order_of_the_text(engine: Engine) -> None:
    hits: list[EngineHit] = engine.check("We recieve the the letter and untill then their is a a wait.")
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


def test_without_a_cache_folder_the_engine_still_works(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert found(open_engine("lingotweaker", cache=blocked), "We recieve it.") == [("MORFOLOGIK_RULE_EN_GB", "recieve")]
