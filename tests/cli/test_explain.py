"""What `rules` and `explain` say, as processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RULE = """\
id: VLU-T901
name: cold-thanks
kind: avoid
category: tone
severity: should-fix
message: '"{match}" is cold.'
why: It thanks nobody.
instead: [Thank you for writing to us]
phrases: [thanks in anticipation]
examples:
  bad: ["Thanks in anticipation."]
  good: ["Thank you for writing to us.", "Many thanks for your letter."]
source: letter standard
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    (tmp_path / "VLU-T901.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "vlucheck", *arguments], capture_output=True, text=True, timeout=60)


def test_rules_lists_every_rule_under_its_family(rules: Path) -> None:
    done = run("rules", "--rules", str(rules))
    assert done.returncode == 0
    assert "VLU-T901  should-fix  cold thanks" in done.stdout
    assert done.stdout.index("Tone (") < done.stdout.index("VLU-T901")


def test_rules_as_json_has_every_rule_once(rules: Path) -> None:
    every = json.loads(run("rules", "--rules", str(rules), "--format", "json").stdout)["rules"]
    ids = [each["id"] for each in every]
    assert len(ids) == len(set(ids))
    assert "VLU-T901" in ids


@pytest.mark.parametrize("name", ["VLU-T901", "vlu-t901", "t901", "cold-thanks", "cold thanks"])
def test_explain_tells_what_why_examples_and_source(rules: Path, name: str) -> None:
    said = run("explain", name, "--rules", str(rules)).stdout
    for words in ('"..." is cold.', "Why: It thanks nobody.", "- Thanks in anticipation.", "Source: letter standard"):
        assert words in said


def test_an_element_can_be_explained_by_its_name() -> None:
    assert "VLU-C110" in run("explain", "vrr-right").stdout


def test_an_unknown_rule_gets_the_nearest_names(rules: Path) -> None:
    done = run("explain", "cold-thank", "--rules", str(rules))
    assert done.returncode == 2
    assert "Did you mean cold-thanks" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_rule_is_said_with_file_and_line(rules: Path) -> None:
    (rules / "VLU-T901.yaml").write_text(RULE.replace("severity:", "severe:"), encoding="utf-8")
    done = run("rules", "--rules", str(rules))
    assert done.returncode == 2
    assert "VLU-T901.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_rules_of_ones_own_are_tried_on_their_examples(rules: Path) -> None:
    done = run("rules", "--rules", str(rules))
    assert done.returncode == 0
    assert done.stdout.endswith("1 of them is yours; all 3 examples are judged as they should be.\n")


def test_examples_that_fail_are_named_with_file_and_line_and_end_with_1(rules: Path) -> None:
    wrong = RULE.replace('bad: ["Thanks', 'bad: ["Cheers", "Thanks').replace(
        "Many thanks for", "Thanks in anticipation of"
    )
    (rules / "VLU-T901.yaml").write_text(wrong, encoding="utf-8")
    done = run("rules", "--rules", str(rules))
    assert done.returncode == 1
    assert 'VLU-T901.yaml, line 11: VLU-T901 does not find "Cheers"' in done.stderr
    assert "VLU-T901.yaml, line 12: VLU-T901 does not leave alone" in done.stderr
    assert "of 4 examples 2 fail." in done.stdout


def test_failed_examples_are_in_the_json_too(rules: Path) -> None:
    (rules / "VLU-T901.yaml").write_text(RULE.replace("Thanks in", "Cheers in"), encoding="utf-8")
    done = run("rules", "--rules", str(rules), "--format", "json")
    assert done.returncode == 1
    examples = json.loads(done.stdout)["examples"]
    assert examples["tried"] == 3
    assert [(each["rule"], each["wanted"]) for each in examples["failed"]] == [("VLU-T901", "find")]


def test_a_bad_pattern_stops_the_check_of_a_letter_without_a_traceback(rules: Path, tmp_path: Path) -> None:
    (rules / "VLU-T901.yaml").write_text(RULE.replace("[thanks in", "['(thanks in").replace("ation]", "ation']", 1))
    letter = tmp_path / "letter.md"
    letter.write_text("Dear Mrs Kowalska\n\nThank you.\n", encoding="utf-8")
    done = run(str(letter), "--engine", "none", "--rules", str(rules))
    assert done.returncode == 2
    assert "VLU-T901.yaml, line 9: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["rules"]])
def test_what_needs_no_letter_answers_in_a_fraction_of_the_time_that_loading_the_parser_takes(words: list[str]) -> None:
    """Half a second, on a machine that takes 1.2 s for the parser. Machines differ, and are busy: so it is held against
    something that takes long on the same one."""

    def seconds(command: list[str]) -> float:
        before = os.times()
        subprocess.run(command, capture_output=True, check=True, timeout=60)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    own = [sys.executable, "-m", "vlucheck", *words]
    parser = [sys.executable, "-c", "from vlucheck.letter.parser import open_parser; open_parser()"]
    pairs = [(seconds(own), seconds(parser)) for _ in range(3)]
    assert min(one for one, _ in pairs) < 0.5 / 1.2 * min(other for _, other in pairs)


@pytest.mark.parametrize("words", [["--help"], ["rules"]])
def test_what_needs_no_letter_loads_nothing_heavy(words: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "vlucheck", *words]
    loaded = subprocess.run(command, capture_output=True, text=True, timeout=60).stderr
    names = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in loaded.splitlines()}
    assert "typer" in names
    assert not names & {"spacy", "rich", "textstat", "lxml", "docx", "lingotweaker", "holidays", "numpy"}
