"""`vlucheck PATHS…` through real processes: exit status and output."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

VLUCHECK = (sys.executable, "-m", "vlucheck")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
POOR = """\
Private and confidential

Mrs Anna Kowalska
4 Mill Lane
Harborough
HB2 7QT

5 March 2026

Our reference: 12NY1111326

Dear Mrs Kowalska

I am a Victim Liaison Officer. On [insert date] we stopped the case against Mr Dean Marsh for assault.

We apologise if you feel that “we” were late – it’s been hard.

Yours sincerely

Ruth Ainsley
Victim Liaison Officer
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("letters")
    (made / "poor.txt").write_text(POOR, encoding="utf-8")
    return made


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {**ENVIRONMENT, **(more or {})}
    return subprocess.run(
        [*VLUCHECK, *arguments], cwd=cwd, input=stdin, env=environment, capture_output=True, timeout=120
    )


def started(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen([*VLUCHECK, *arguments], cwd=cwd, env=ENVIRONMENT, stdin=pipe, stdout=pipe, stderr=pipe)


def quick(*arguments: str, cwd: Path, stdin: bytes = b"", more: Mapping[str, str] | None = None):  # type: ignore[no-untyped-def]
    return run(*arguments, "--engine", "none", "--type", "vcl-stopped", cwd=cwd, stdin=stdin, more=more)


@pytest.fixture(scope="module")
def json_report(folder: Path) -> subprocess.CompletedProcess[bytes]:
    return quick("poor.txt", "--format", "json", cwd=folder)


def test_a_letter_that_is_not_ready_ends_with_1_and_a_report(json_report: subprocess.CompletedProcess[bytes]) -> None:
    got = json.loads(json_report.stdout)
    assert json_report.returncode == 1
    assert got["files"][0]["path"] == "poor.txt"
    assert got["files"][0]["score"]["ready"] is False
    assert json_report.stderr == b""


def test_the_score_of_a_real_letter_adds_up(json_report: subprocess.CompletedProcess[bytes]) -> None:
    score = json.loads(json_report.stdout)["files"][0]["score"]
    assert score["total"] == 100 - sum(each["points"] for each in score["deductions"])


def test_quotes_are_the_words_at_their_offsets(json_report: subprocess.CompletedProcess[bytes]) -> None:
    pointing = [each for each in json.loads(json_report.stdout)["files"][0]["findings"] if each["start"] is not None]
    assert pointing
    assert all(each["quote"] in POOR for each in pointing)


def test_two_runs_and_standard_input_say_the_same(
    json_report: subprocess.CompletedProcess[bytes], folder: Path
) -> None:
    piped = quick("-", "--format", "json", cwd=folder, stdin=POOR.encode())
    one, other = json.loads(json_report.stdout)["files"][0], json.loads(piped.stdout)["files"][0]
    assert other["path"] == "-"
    assert {**one, "path": "-"} == other


def test_a_piped_report_has_no_escape_codes_and_80_columns_and_begins_with_the_answer(folder: Path) -> None:
    done = quick("poor.txt", cwd=folder, more={"FORCE_COLOR": "1"})
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("NOT READY   ")
    assert b"\x1b" not in done.stdout
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_without_unicode_gets_plain_signs(folder: Path, encoding: str) -> None:
    done = quick("poor.txt", cwd=folder, more={"PYTHONIOENCODING": encoding})
    assert done.returncode == 1
    assert done.stderr == b""
    assert done.stdout.decode(encoding).startswith("NOT READY")


def test_an_unreadable_file_wins_and_the_others_are_still_checked(folder: Path) -> None:
    done = quick("poor.txt", "not-there.docx", "no-*.docx", "--format", "json", cwd=folder)
    got = json.loads(done.stdout)
    assert done.returncode == 2
    assert [file["error"] is None for file in got["files"]] == [True, False, False]
    assert got["summary"]["errors"] == 2


def test_never_ends_with_0_and_the_report_goes_to_the_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    done = quick("poor.txt", "--fail-on", "never", "--format", "markdown", "-o", str(target), cwd=folder)
    assert done.returncode == 0
    assert done.stdout == b""
    assert target.read_text(encoding="utf-8").startswith("## poor.txt: not ready")


def test_a_redacted_report_holds_no_name(folder: Path) -> None:
    done = quick("poor.txt", "--redact", "--format", "json", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith(b"{")
    assert not [name for name in (b"Kowalska", b"Marsh", b"12NY1111326", b"if you feel") if name in done.stdout]


def test_several_letters_are_counted_on_standard_error(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(POOR, encoding="utf-8")
    (tmp_path / "two.txt").write_text(POOR, encoding="utf-8")
    done = quick(str(tmp_path), cwd=folder)
    assert done.stderr.decode() == "Checking 2 letters.\n"
    assert "2 letters: 0 ready to send, 2 not ready." in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["poor.txt", "--format", "yaml"], "--format"),
        (["poor.txt", "--fail-on", "always"], "--fail-on"),
        (["poor.txt", "--min-score", "101"], "from 0 to 100"),
        (["poor.txt", "--min-score", "many"], "whole number from 0 to 100"),
        (["poor.txt", "--min-score", "60.5"], "whole number from 0 to 100"),
        (["poor.txt", "--engine", "grammarly"], "grammarly"),
        (["poor.txt", "--type", "love-letter", "--engine", "none"], "love-letter"),
        (["poor.txt", "--rules", "nowhere"], "nowhere"),
        (["poor.txt", "--words", "nowhere.txt"], "nowhere.txt"),
        (["poor.txt", "-o", "nowhere/report.txt"], "nowhere"),
        (["poor.txt", "-o", "poor.txt"], "one of the letters"),
        (["poor.txt", "-o", "./poor.txt"], "one of the letters"),
        (["poor.txt", "-o", "."], "is a folder"),
        (["poor.txt", "--colour-me"], "--colour-me"),
        (["poor.txt", "--languagetool-url", "http://localhost:1"], "--engine languagetool"),
    ],
)
def test_wrong_usage_is_one_clear_sentence(folder: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=folder)
    text = done.stderr.decode()
    assert done.returncode == 2
    assert said in text
    assert "Traceback" not in text
    assert done.stdout == b""
    assert (folder / "poor.txt").read_text(encoding="utf-8") == POOR


def test_an_engine_that_was_asked_for_and_is_not_there_ends_with_2(folder: Path) -> None:
    done = run("poor.txt", "--engine", "languagetool", "--languagetool-url", "http://127.0.0.1:9", cwd=folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr.decode()
    assert b"127.0.0.1:9" in done.stderr


def test_without_languagetool_it_is_said_where_to_get_it(folder: Path, tmp_path: Path) -> None:
    done = run("poor.txt", "--engine", "languagetool", cwd=folder, more={"LTP_PATH": str(tmp_path)})
    assert done.returncode == 2
    assert b"Get LanguageTool-6.8.zip from https://" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows cannot close standard input")
def test_a_closed_standard_input_is_one_clear_sentence(folder: Path) -> None:
    words = [*VLUCHECK, "-", "--engine", "none"]
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *words]
    done = subprocess.run(closed, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert "Nothing came in on standard input" in done.stdout
    assert done.stderr == ""


def test_a_few_words_on_standard_input_are_said_to_be_no_letter(folder: Path) -> None:
    done = run("-", "--engine", "none", cwd=folder, stdin=b"hello\n")
    assert done.returncode == 2
    assert b"What came in on standard input is hardly a letter, there is only 1 word in it" in b" ".join(
        done.stdout.split()
    )


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    process = started("poor.txt", "--engine", "none", "--format", "json", cwd=folder)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    assert (process.wait(timeout=60), errors) == (1, b"")


def test_a_closed_standard_output_is_one_clear_sentence(folder: Path) -> None:
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *VLUCHECK, "poor.txt", "--engine", "none"]
    (folder / "poor.txt").write_text(POOR, encoding="utf-8")
    done = subprocess.run(closed, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "vlucheck: The report could not be written: standard output is closed. Name a file with -o."
    ]


def test_a_closed_standard_error_hides_what_is_wrong_and_nothing_else(folder: Path) -> None:
    closed = ["sh", "-c", 'exec "$@" 2>&-', "sh", *VLUCHECK, "poor.txt", "--format", "nonsense"]
    done = subprocess.run(closed, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_part_of_the_file_that_is_not_read_is_said_to_be_unchecked(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(f"{POOR}\n\n{'aB3/' * 5000}\n", encoding="utf-8")
    done = subprocess.run(
        [*VLUCHECK, str(letter), "--engine", "none", "--format", "json"],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    (file,) = json.loads(done.stdout)["files"]
    assert "20000 characters" in next(each["reason"] for each in file["skipped"] if "part" in each["check"])
    assert file["score"]["partial"] is True
