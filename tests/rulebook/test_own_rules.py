"""Rules of the user's own: what they may hold, and everything that can be written wrong, said with file and line."""

import shutil
import time
from pathlib import Path

import pytest

from vlucheck.errors import BadRule
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Avoid

GOOD = """id: OFFICE-1
name: our-own-word
kind: avoid
category: tone
severity: consider
message: '"{match}" is not our word.'
phrases: [blimey]
examples:
  bad: ["Blimey, that was quick."]
  good: [That was quick., We were quick.]
"""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


def put(folder: Path, text: str | bytes, name: str = "OFFICE-1.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(BadRule) as caught:
        load_rulebook(folder)
    return str(caught.value)


@pytest.mark.parametrize("name", ["OFFICE-1.yaml", "OFFICE-1.yml", "OFFICE-1.YAML", "tone/OFFICE-1.yaml"])
@pytest.mark.parametrize(
    "text", [GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n")], ids=["plain", "marked", "windows"]
)
def test_a_rule_is_read_as_any_program_saves_it(tmp_path: Path, name: str, text: str) -> None:
    assert load_rulebook(put(tmp_path, text, name)).users == ("OFFICE-1",)


@pytest.mark.parametrize("typed", ["007", "yes", "2026-03-05", "12:30"])
def test_a_number_or_a_yes_is_looked_for_as_it_was_typed(tmp_path: Path, typed: str) -> None:
    rule = load_rulebook(put(tmp_path, GOOD.replace("blimey", typed))).rule("OFFICE-1")
    assert rule is not None
    assert isinstance(rule.test, Avoid)
    assert rule.test.wording.phrases == (typed,)


@pytest.mark.parametrize("second", ["b/OFFICE-1.yaml", "a/OFFICE-1.yml"])
def test_two_rules_with_one_id_are_refused_with_both_files(tmp_path: Path, second: str) -> None:
    put(put(tmp_path, GOOD, "a/OFFICE-1.yaml"), GOOD.replace("our-own", "another"), second)
    said = refusal(tmp_path)
    assert str(tmp_path / "a/OFFICE-1.yaml") in said
    assert str(tmp_path / second) in said


def test_two_files_with_one_of_our_ids_are_refused_with_both(tmp_path: Path) -> None:
    text = GOOD.replace("OFFICE-1", "VLU-T030")
    put(put(tmp_path, text, "a/VLU-T030.yaml"), text, "b/VLU-T030.yaml")
    said = refusal(tmp_path)
    assert "a/VLU-T030.yaml" in said
    assert "b/VLU-T030.yaml" in said


@pytest.mark.parametrize(
    ("change", "name", "other"),
    [
        (("OFFICE-1", "vlu-t030"), "vlu-t030.yaml", "VLU-T030.yaml"),
        (("our-own-word", "conditional-apology"), "OFFICE-1.yaml", "VLU-T030.yaml"),
    ],
)
def test_an_id_or_name_of_ours_under_another_is_refused(
    tmp_path: Path, change: tuple[str, str], name: str, other: str
) -> None:
    said = refusal(put(tmp_path, GOOD.replace(*change), name))
    assert name in said
    assert other in said


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("phrases: [blimey]", "patterns: ['bli(mey']", 7, "not a pattern"),
        ("[blimey]", "\n  - oh dear\n  - (blimey", 9, 'the closing ")" is missing'),
        ("[blimey]", "\n  - oh dear\n  - '{you-cam} see'", 9, "is not a list under concepts/"),
        ("[blimey]", "['{you_can} see']", 7, "curly bracket"),
        ("phrases: [blimey]", "patterns: ['{you_can} see']", 7, "is not a list under concepts/"),
        ("[blimey]", "['[that]']", 7, "matches empty text"),
        ("[blimey]", "['*']", 7, "matches empty text"),
        ("[blimey]", "['* *']", 7, "matches empty text"),
        ("[blimey]", "['blimey|']", 7, "matches empty text"),
        ("phrases: [blimey]", "patterns: ['x*']", 7, "matches empty text"),
        ("phrases: [blimey]", "patterns: ['(?=blimey)']", 7, "matches empty text"),
        ("[blimey]", "[blimey]\nunless: ['*']", 8, "matches empty text"),
        ("phrases: [blimey]", "tokens: [[{LOWR: blimey}]]", 7, "pattern of tokens"),
        ("phrases: [blimey]", "tokens: [[{LOWER: {REGEX: 'bl('}}]]", 7, "pattern of tokens"),
        ("[blimey]", "{a: b}", 7, '"phrases" must be a list of texts'),
        ("[blimey]", "[blimey, '']", 7, "empty text"),
        ("[blimey]", "\n  - *ing", 8, "between quotation marks"),
        ("[blimey]", "\n  - !important", 8, "between quotation marks"),
        ("[blimey]", "\n\t- blimey", 8, "a tab"),
        ("{match}", "{mach}", 6, "only {match} can be filled in"),
        ("{match}", "{ match }", 6, "only {match} can be filled in"),
        ("phrases:", "why: '{match} is bad.'\nphrases:", 7, "nothing can be filled in"),
        ("message:", "mesage:", 6, 'did you mean "message"?'),
        ("consider", "must fix", 5, "choose one of must-fix, should-fix, consider"),
        ("id: OFFICE-1\n", "", 1, '"id" is missing'),
        ("name: our-own-word", "name: Our own word", 2, "join words with hyphens"),
        ("'\"{match}\" is not our word.'", "12", 6, "write a sentence"),
        ("category: tone", "category: tone\nletters: [vcl-stoped]", 5, 'Did you mean "vcl-stopped"?'),
        ("category: tone", "category: tone\nwithin: 0", 5, "a whole number from 1 to 20"),
        ("We were quick.]", "{a: b}]", 10, '"good" must be a list of texts'),
        ("  good", "---\n  good", 10, "one file holds one rule"),
    ],
)
def test_what_is_written_wrong_is_said_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    text = refusal(put(tmp_path, GOOD.replace(old, new)))
    assert text.startswith(f"{tmp_path / 'OFFICE-1.yaml'}, line {line}: ")
    assert said in text


@pytest.mark.parametrize(
    ("data", "line"),
    [(GOOD.replace("blimey", "café").encode("cp1252"), 7), (GOOD.encode("utf-16"), 1), (b"- a\n- b\n", 1)],
    ids=["cp1252", "utf-16", "a list"],
)
def test_a_file_that_is_no_rule_at_all_is_refused_with_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    assert f"OFFICE-1.yaml, line {line}: " in refusal(put(tmp_path, data))


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        GOOD + BOMB,
        "a: " + "[" * 900 + "]" * 900,
        "a: " + "[" * 90_000,
        "".join(" " * i + "a:\n" for i in range(99)),
    ],
    ids=["bomb", "bomb in a rule", "deep", "deeper", "deep in blocks"],
)
def test_a_file_that_swells_is_refused_at_once(tmp_path: Path, text: str) -> None:
    before = time.process_time()
    assert "OFFICE-1.yaml, line " in refusal(put(tmp_path, text))
    assert time.process_time() - before < 3


def test_a_rule_for_something_in_the_program_must_take_the_place_of_ours(tmp_path: Path) -> None:
    text = GOOD.replace("kind: avoid", "kind: compare").replace("phrases: [blimey]", "check: greeting-name")
    assert "call yours VLU-X001" in refusal(put(tmp_path, text))
    unknown = text.replace("greeting-name", "bogus")
    assert "a new rule is of kind avoid, prefer or order" in refusal(put(tmp_path, unknown))


def test_a_list_of_wordings_of_ones_own_is_read_and_proved(tmp_path: Path) -> None:
    put(tmp_path, GOOD.replace("[blimey]", "['{cry}']"))
    assert "cry" in load_rulebook(put(tmp_path, "cry: [blimey, crikey]\n", "concepts/own.yaml")).concepts
    assert "own.yaml, line 1" in refusal(put(tmp_path, "cry: [blimey, '(crikey']\n", "concepts/own.yaml"))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("score.yaml", "points: [1]\n", "line 1"),
        ("glossary.yaml", "terms: [a]\nacronyms: {}\n", "line 1"),
        ("nicknames.yaml", "Tom: [Thomas]\n", "line 1"),
        ("facts.yaml", "{}\n", "line 1"),
    ],
)
def test_a_table_built_otherwise_than_ours_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    assert f"{name}, {said}" in refusal(put(tmp_path, text, name))


def test_what_other_programs_hide_beside_the_rules_is_left_alone(tmp_path: Path) -> None:
    put(put(tmp_path, GOOD), "a: [", ".git/config.yaml")
    assert load_rulebook(tmp_path).users == ("OFFICE-1",)


def test_a_copy_of_all_our_rules_takes_their_place(tmp_path: Path) -> None:
    ours = load_rulebook()
    shutil.copytree(ours.folder, tmp_path / "rules")
    theirs = load_rulebook(tmp_path / "rules")
    assert [rule.id for rule in theirs.rules] == [rule.id for rule in ours.rules]


def test_a_word_that_yaml_takes_for_a_yes_is_asked_for_between_quotation_marks(tmp_path: Path) -> None:
    shutil.copytree(load_rulebook().folder / "words", tmp_path / "words")
    table = tmp_path / "words" / "parts.yaml"
    table.write_text(table.read_text(encoding="utf-8").replace('"on"', "on", 1), encoding="utf-8")
    assert '"on" must stand between quotation marks' in refusal(tmp_path)
