"""The tables that say which rules of an engine may speak."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from vlucheck.engines import Engine, open_engine

TABLES = Path(__file__).parents[2] / "rules" / "engine"
CATEGORIES = {"spelling", "grammar", "punctuation", "consistency"}
GOOD = """Dear Mrs Okafor

I am sorry to tell you that we have stopped the case against Mr Marsh. You told the police what he did, and you
were right to do so. The prosecutor looked at all of the evidence: your statement, the film from the doorbell camera
and what the two neighbours said. It's not a finding that he did nothing, and its effect on you is not forgotten.

You can ask us to look at this decision again. Please do so by Thursday 19 March 2026. Whether or not you ask, the
people at Victim Support are there for you, and I will organise a meeting if you would like one.
"""


def read_table(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def lingotweaker(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    pytest.importorskip("lt_py", reason="lingotweaker has no wheel for this machine")
    return open_engine("lingotweaker", cache=tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("name", ["lingotweaker", "harper"])
def test_every_entry_is_complete(name: str) -> None:
    table = read_table(name)
    assert table["engine"] == name
    for rule, entry in table["rules"].items():
        assert isinstance(rule, str), rule
        assert set(entry) <= {"category", "severity", "confidence", "message", "unless", "around"}, rule
        assert entry["category"] in CATEGORIES, rule
        assert entry["severity"] in {"must-fix", "should-fix", "consider"}, rule
        assert entry["confidence"] in {"high", "medium", "low"}, rule
        assert entry.get("message", "x").replace("{match}", ""), rule
        assert all(isinstance(word, str) and word == word.lower() for word in entry.get("unless", [])), rule


def test_every_harper_rule_exists() -> None:
    from harper import get_default_lint_config

    known = set(get_default_lint_config())
    assert {rule.removesuffix("/american") for rule in read_table("harper")["rules"]} - known == set()


def unwanted(engine: Engine) -> list[tuple[str, str]]:
    rules = read_table(engine.name)["rules"]
    spoken = [(hit.rule, GOOD[hit.start : hit.end]) for hit in engine.check(GOOD) if hit.rule in rules]
    return [one for one in spoken if one[1] != "Okafor"]


def test_good_letter_gets_silence_from_lingotweaker(lingotweaker: Engine) -> None:
    assert unwanted(lingotweaker) == []


def test_good_letter_gets_silence_from_harper() -> None:
    assert unwanted(open_engine("harper")) == []


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("We should of written to you.", "grammar"),
        ("The the case was heard.", "grammar"),
        ("They was told on Monday.", "grammar"),
        ("He did not told the police.", "grammar"),
        ("She have spoke to us.", "grammar"),
        ("You may able to ask for a review.", "grammar"),
        ("Their is no right to a review.", "spelling"),
        ("This had a serious affect on you.", "spelling"),
        ("I cannot give you legal advise.", "spelling"),
        ("The case is slower then we hoped.", "spelling"),
        ("We will recieve the file.", "spelling"),
        ("She has a driving license.", "spelling"),
        ("It was the wrong color.", "spelling"),
        ("Its not your fault.", "punctuation"),
        ("It was one of the two prosecutor's in your Area.", "punctuation"),
        ("We dont know why.", "punctuation"),
        ("We are responsible of this.", "grammar"),
        ("You asked me not to loose sight of her.", "spelling"),
    ],
)
def test_plain_mistakes_are_found(lingotweaker: Engine, sentence: str, category: str) -> None:
    rules = read_table("lingotweaker")["rules"]
    hits = lingotweaker.check(sentence)
    assert category in {rules[hit.rule]["category"] for hit in hits if hit.rule in rules}
