"""`--case` and `--cases` through real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(Path(__file__).parents[2]), *sys.path))}
LETTER = """\
Private and confidential

Mrs Anna Kowalska
4 Mill Lane
Harborough
HB2 7QT

5 March 2026

Our reference: 12NY1111326

Dear Mrs Kowalksa

I am a Victim Liaison Officer. On 3 March 2026 we stopped the case against Mr Dean Marsh for robbery. There was not
enough evidence that he was the man whom you saw.

Yours sincerely

Ruth Ainsley
Victim Liaison Officer
"""
CASE = "victim: Mrs Anna Kowalska\nurn: 12NY1111325\ndefendants: [Dean Marsh (he)]\ntype: vcl-stopped\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vlucheck", *arguments, "--engine", "none"]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)


def test_a_letter_is_checked_against_its_case_file(folder: Path) -> None:
    done = run(folder, "one.txt", "--case", "case.yaml", "--format", "json")
    report = json.loads(done.stdout)["files"][0]
    assert done.returncode == 1
    assert (report["case"], report["letter"]["type_source"]) == ("case.yaml, line 1", "case file")
    said = {each["rule"]: each["message"] for each in report["findings"]}
    assert (
        said["VLU-X101"]
        == 'The case file (case.yaml, line 1) says "Mrs Anna Kowalska"; the letter says "Mrs Kowalksa".'
    )
    assert "12NY1111325" in said["VLU-X109"]
    assert "VLU-X001" not in said


def test_a_type_on_the_command_line_wins(folder: Path) -> None:
    done = run(folder, "one.txt", "--case", "case.yaml", "--type", "vcl-altered", "--format", "json")
    assert json.loads(done.stdout)["files"][0]["letter"]["type"] == "vcl-altered"


def test_one_case_for_several_letters_is_refused(folder: Path) -> None:
    (folder / "two.txt").write_text(LETTER, encoding="utf-8")
    done = run(folder, "one.txt", "two.txt", "--case", "case.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--case is the case file of one letter, and there are 2 letters" in done.stderr


def test_both_options_at_once_are_refused(folder: Path) -> None:
    done = run(folder, "one.txt", "--case", "case.yaml", "--cases", "case.yaml")
    assert done.returncode == 2
    assert "give one of them" in done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [("urm: 12NY1111325\n", 'Did you mean "urn"?'), ("type: vcl-stoped\n", 'Did you mean "vcl-stopped"?')],
)
def test_a_mistake_in_a_case_file_is_one_sentence_and_status_2(folder: Path, text: str, words: str) -> None:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    done = run(folder, "one.txt", "--case", "case.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vlucheck: case.yaml, line 1: ")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_letters_without_a_case_and_cases_without_a_letter_are_said(folder: Path) -> None:
    (folder / "two.txt").write_text(LETTER.replace("12NY1111326", "44AB7654321"), encoding="utf-8")
    rows = "file,urn,victim\none.txt,,Mrs Anna Kowalska\n,99XY1234567,Mr Tom Hale\n"
    (folder / "cases.csv").write_text(rows, encoding="utf-8")
    done = run(folder, "one.txt", "two.txt", "--cases", "cases.csv", "--format", "json")
    report = json.loads(done.stdout)
    assert [file["case"] for file in report["files"]] == ["cases.csv, line 2", None]
    assert "the case file" in [each["check"] for each in report["files"][1]["skipped"]]
    assert report["notes"] == ['cases.csv, line 3: there is no letter for this case (the reference "99XY1234567").']
    assert '"two.txt" is checked without its case' in done.stderr
    assert report["notes"][0] in done.stderr
    shown = run(folder, "one.txt", "two.txt", "--cases", "cases.csv")
    assert "Note: cases.csv, line 3" in shown.stdout
    assert "Checked against the case file: cases.csv, line 2." in shown.stdout


def test_a_log_without_personal_words_shows_none_of_the_case_file(folder: Path) -> None:
    done = run(folder, "one.txt", "--case", "case.yaml", "--redact")
    assert "Kowalska" not in done.stdout
    assert "1111325" not in done.stdout


def test_what_is_said_of_cases_without_a_letter_shows_no_reference_then(folder: Path) -> None:
    (folder / "cases.csv").write_text("file,urn\none.txt,\n,99XY1234567\n", encoding="utf-8")
    done = run(folder, "one.txt", "--cases", "cases.csv", "--redact")
    assert "cases.csv, line 3: there is no letter for this case" in done.stderr
    assert "99XY1234567" not in done.stdout + done.stderr
