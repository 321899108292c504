"""The letters in samples/ are what planted.yaml says, and are those that make_samples.py makes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from vlucheck.findings import Finding, Severity
from vlucheck.pipeline import Run, check_file, open_run
from vlucheck.settings import Settings

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
sys.path.insert(0, str(HERE))

from letter_text import Line, SampleLetter, Table, plain_text, read_letter  # noqa: E402
from make_samples import MAILED, TEXTS, mail_sample, word_sample  # noqa: E402

PLANTED: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "planted.yaml").read_text(encoding="utf-8"))
MARKS = {"deletion": "delete", "insertion": "insert"}  # where the name of the mark in the texts is another


def text_of(name: str) -> Path:
    return TEXTS / Path(name).with_suffix(".txt")


def marked(letter: SampleLetter, kind: str) -> list[str]:
    """The texts that stand in the letter under one kind of mark."""
    if kind == "watermark":
        return [letter.watermark]
    if kind == "mergefield":
        return [f"«{text}»" for text in _pieces(letter, kind)]
    return _pieces(letter, MARKS.get(kind, kind))


def _pieces(letter: SampleLetter, kind: str) -> list[str]:
    lines: list[Line] = []
    for block in letter.body:
        lines += [line for row in block.rows for cell in row for line in cell] if isinstance(block, Table) else [block]
    return [piece.text for line in lines for piece in line.pieces if piece.kind == kind]


def test_every_sample_letter_is_described() -> None:
    files = {str(path.relative_to(SAMPLES)) for path in SAMPLES.glob("*/*.docx")}
    assert files == set(PLANTED)


@pytest.mark.parametrize("name", PLANTED)
def test_the_word_file_is_the_one_that_its_text_makes(name: str) -> None:
    made, kept = (ZipFile(source) for source in (io.BytesIO(word_sample(text_of(name))), SAMPLES / name))
    assert made.read("word/document.xml") == kept.read("word/document.xml")


def test_the_mail_is_the_one_that_its_text_makes() -> None:
    path = f"good/{MAILED}"
    assert (SAMPLES / f"{path}.eml").read_bytes() == mail_sample(text_of(f"{path}.txt"))


@pytest.mark.parametrize("name", [name for name in PLANTED if name.startswith("poor/")])
def test_every_planted_fault_stands_in_its_letter(name: str) -> None:
    letter = read_letter(text_of(name))
    body = plain_text(letter.body)
    for fault in PLANTED[name]["faults"]:
        places = marked(letter, fault["in"]) if "in" in fault else [body]
        assert any(fault["quote"] in place for place in places), fault["quote"]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with open_run(Settings()) as opened:
        yield opened


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("good/*.*")), ids=lambda path: path.name)
def test_a_good_letter_is_ready_and_hears_nothing_that_must_or_should_be_put_right(path: Path, run: Run) -> None:
    for report in check_file(path, run):
        spoken = [(each.finding.rule, each.finding.quote) for each in report.findings if is_loud(each.finding)]
        assert (spoken, report.score and report.score.ready) == ([], True)


def is_loud(finding: Finding) -> bool:
    return finding.severity is not Severity.CONSIDER
