"""The linear model: its features, its file, and what a damaged file leads to."""

import math
from pathlib import Path

import numpy
import pytest

from vlucheck.errors import BadRule
from vlucheck.linear import character_marks, features, load_model, share, word_marks
from vlucheck.rulebook.model import Rulebook


def stored(path: Path, **changed: object) -> Path:
    """A model of two labels over eight columns: the first label likes every column, the second none."""
    tables = {
        "labels": numpy.array(["warm", "cold"]),
        "weights": numpy.array([[127] * 8, [-127] * 8], dtype=numpy.int8),
        "scale": numpy.array([0.01, 0.01], dtype=numpy.float32),
        "bias": numpy.array([0.0, 0.5], dtype=numpy.float32),
    }
    numpy.savez(path, **{**tables, **changed})
    return path


def test_words_are_taken_one_two_and_three_in_a_row_and_numbers_are_alike() -> None:
    assert list(word_marks("It\u2019s 10 Days")) == ["it's", "0", "days", "it's 0", "0 days", "it's 0 days"]
    assert list(word_marks("3 days", "opening:")) == ["opening:0", "opening:days", "opening:0 days"]


def test_characters_know_the_edges_of_words() -> None:
    assert list(character_marks("so")) == ["#<so", "#so>", "#<so>"]


def test_features_are_of_length_one_whatever_the_text() -> None:
    columns, values = features(word_marks("the trial of the two men"), 1 << 10)
    assert len(columns) == len(set(columns)) == len(values)
    assert math.isclose(sum(value * value for value in values), 1.0)


def test_a_model_gives_points_to_each_label(tmp_path: Path) -> None:
    points = load_model(stored(tmp_path / "m.npz")).points(["a"])
    assert points["warm"] == pytest.approx(1.27)
    assert points["cold"] == pytest.approx(-0.77)


def test_a_text_without_a_word_has_only_the_bias(tmp_path: Path) -> None:
    assert load_model(stored(tmp_path / "n.npz")).points([]) == pytest.approx({"warm": 0.0, "cold": 0.5})


@pytest.mark.parametrize(("points", "wanted"), [(0.0, 0.5), (1000.0, 1.0), (-1000.0, 0.0)])
def test_points_become_shares(points: float, wanted: float) -> None:
    assert share(points) == pytest.approx(wanted)


def test_a_missing_a_damaged_and_an_unfit_model_are_refused(tmp_path: Path) -> None:
    (tmp_path / "damaged.npz").write_bytes(b"PK\x03\x04 not a model")
    stored(tmp_path / "unfit.npz", labels=numpy.array(["warm"]))
    stored(tmp_path / "code.npz", labels=numpy.array([{"any": "thing"}], dtype=object))
    for name in ("none", "damaged", "unfit", "code"):
        with pytest.raises(BadRule, match=f"{name}.npz"):
            load_model(tmp_path / f"{name}.npz")


def test_the_models_that_come_with_the_program_know_every_type_and_element(rulebook: Rulebook) -> None:
    types = rulebook.tables["letter-types"]["types"]
    assert isinstance(types, dict)
    assert set(load_model(rulebook.model("letter-types")).labels) == set(types)
    assert set(load_model(rulebook.model("elements")).labels) == {row.element for row in rulebook.needs}
