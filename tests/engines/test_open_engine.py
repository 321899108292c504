"""Which engine a name opens, and what is said when it cannot."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from vlucheck import engines
from vlucheck.engines import offsets, open_engine, open_inside
from vlucheck.engines.spelling import with_variety
from vlucheck.errors import EngineUnavailable


def test_embedded_is_lingotweaker_where_its_wheel_is_and_harper_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = "lingotweaker" if importlib.util.find_spec("lt_py") else "harper"
    assert open_engine("embedded", cache=tmp_path).name == here
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    assert open_engine("embedded").name == "harper"


@pytest.mark.parametrize(
    ("name", "module", "advice"),
    [("lingotweaker", "lt_py", "--engine harper"), ("harper", "harper", "pip install harper-py")],
)
def test_missing_package_is_said_with_how_to_get_it(
    name: str, module: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EngineUnavailable, match=advice):
        open_inside(name)


def test_unknown_name_is_said_with_the_names_there_are() -> None:
    with pytest.raises(EngineUnavailable, match="embedded, lingotweaker, harper, languagetool"):
        open_engine("grammarly")


def test_heavy_packages_are_loaded_only_when_an_engine_is_opened() -> None:
    code = "import sys, vlucheck.engines; print({'lt_py', 'harper', 'language_tool_python'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("word", "first", "american"),
    [
        ("favorite", "favourite", True),
        ("theater", "theatre", True),
        ("cancelling", "canceling", False),
        ("equaly", "equally", False),
        ("untill", "until", False),
        ("yor", "your", False),
        ("Center", "Centre", True),
        ("experiense", "experience", False),
    ],
)
def test_american_spelling_is_known_by_the_british_form(word: str, first: str, american: bool) -> None:
    rule = with_variety("SpellCheck", "", word, (first,))
    assert rule == ("SpellCheck/american" if american else "SpellCheck")


def test_utf8_bytes_become_code_points() -> None:
    text = "aé€😀b"
    to_code_point = offsets.from_utf8(text)
    for place in range(len(text) + 1):
        assert to_code_point(len(text[:place].encode())) == place


def test_utf16_length_ends_at_a_code_point() -> None:
    assert offsets.end_after_utf16("a😀b", 1, 2) == 2
    assert offsets.end_after_utf16("a😀b", 0, 4) == 3
    assert offsets.end_after_utf16("ab", 1, 9) == 2
