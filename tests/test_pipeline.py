"""What is opened for a run, and when."""

from pathlib import Path

import pytest

from vlucheck import pipeline
from vlucheck.settings import Settings

LETTER = "Dear Mrs Kowalska\n\n" + "We are writing to tell you that we have stopped the case. " * 5


class Opened(Exception):
    """The parser was asked for."""


@pytest.fixture(autouse=True)
def _no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened() -> None:
        raise Opened

    monkeypatch.setattr(pipeline, "open_parser", opened)


def test_where_no_file_can_be_read_the_answer_does_not_wait_for_the_parser(tmp_path: Path) -> None:
    told: list[Path] = []
    paths = [tmp_path / "nowhere.docx", tmp_path / "nor-here.pdf"]
    report = pipeline.check_paths(paths, Settings(engine="none"), progress=told.append)
    assert [file.path for file in report.files] == [path.as_posix() for path in paths]
    assert all(file.error for file in report.files)
    assert told == paths


def test_the_first_file_that_can_be_read_opens_it(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    paths = [tmp_path / "nowhere.docx", tmp_path / "letter.txt"]
    with pytest.raises(Opened):
        pipeline.check_paths(paths, Settings(engine="none"))
