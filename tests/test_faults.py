"""A fault of the program itself: what it costs, and what is said."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from vlucheck import pipeline
from vlucheck.cli.verdict import exit_status
from vlucheck.document import Document
from vlucheck.findings import Outcome
from vlucheck.letter.model import Letter
from vlucheck.pipeline import Run, check_paths
from vlucheck.settings import Settings

LETTER = "Dear Mrs Kowalska\n\n" + "We are writing to tell you that we have stopped the case. " * 5
SETTINGS = Settings(engine="none")


@dataclass(frozen=True, slots=True)
class Broken:
    """A check with a fault."""

    name: str = "a broken check"

    def run(self, letter: Letter) -> Outcome:
        raise IndexError(letter.text)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(LETTER, encoding="utf-8")
    return sorted(tmp_path.iterdir())


def test_a_check_with_a_fault_costs_that_check_and_is_said(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    opened = pipeline._opened
    monkeypatch.setattr(pipeline, "_opened", lambda start: _with_broken(opened(start)))
    report = check_paths(paths[:1], SETTINGS)
    (file,) = report.files
    (said,) = [skip for skip in file.skipped if skip.check == "a broken check"]
    assert said.failed
    assert "IndexError in pipeline.py" in said.reason
    assert "Kowalska" not in said.reason
    assert file.elements
    assert file.findings
    assert exit_status(report, SETTINGS) == 2


def test_a_letter_that_brings_the_program_down_costs_no_other(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    understood = pipeline._understood

    def broken(document: Document, run: Run) -> Letter:
        if document.path.endswith("one.txt"):
            raise KeyError(document.text)
        return understood(document, run)

    monkeypatch.setattr(pipeline, "_understood", broken)
    report = check_paths(paths, SETTINGS)
    first, second = report.files
    assert first.error is not None
    assert "KeyError" in first.error
    assert "Kowalska" not in first.error
    assert second.score is not None
    assert exit_status(report, SETTINGS) == 2


def _with_broken(run: Run) -> Run:
    return replace(run, checks=(Broken(), *run.checks))
