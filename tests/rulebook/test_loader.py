"""Rule files: what is read, and what is refused with file and line."""

from pathlib import Path

import pytest

from vlucheck.errors import BadRule
from vlucheck.rulebook.loader import load_rulebook, rules_folder
from vlucheck.rulebook.model import Avoid
from vlucheck.rulebook.yamlfile import read_yaml

GOOD = """id: VLU-Z001
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


def folder_with(tmp_path: Path, text: str, name: str = "VLU-Z001.yaml") -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_of_ones_own_adds_its_rules(tmp_path: Path) -> None:
    rulebook = load_rulebook(folder_with(tmp_path, GOOD))
    rule = rulebook.rule("our-own-word")
    assert rule is not None
    assert isinstance(rule.test, Avoid)
    assert len(rulebook.rules) == len(load_rulebook().rules) + 1
    assert rulebook.digest != load_rulebook().digest


def test_a_rule_with_the_same_id_replaces_ours(tmp_path: Path) -> None:
    ours = next(rule for rule in load_rulebook().rules if rule.kind == "avoid")
    text = GOOD.replace("VLU-Z001", ours.id).replace("our-own-word", ours.name)
    rulebook = load_rulebook(folder_with(tmp_path, text, f"{ours.id}.yaml"))
    replaced = rulebook.rule(ours.id)
    assert replaced is not None
    assert replaced.message == '"{match}" is not our word.'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("phrases: [blimey]", "phrasse: [blimey]"),
            'line 7: "phrasse" is not a key of this kind of file: did you mean "phrases"?',
        ),
        (("severity: consider", "severity: awful"), 'line 5: "severity" cannot be "awful"'),
        (("kind: avoid", "kind: forbid"), 'line 3: "forbid" is not a kind of rule'),
        (("category: tone", "category: tone\nlevel: 3"), 'line 5: "level" is not a key'),
        (("  good: [That was quick., We were quick.]", "  good: [Quick.]"), "at least one bad and two good"),
        (("name: our-own-word", "name: our-own-word\nname: again"), 'line 3: "name" stands here twice'),
        (("id: VLU-Z001", "id: VLU-Z002"), "must be called VLU-Z002.yaml"),
        (("phrases: [blimey]", "phrases: [blimey"), "this is not YAML"),
        (("phrases: [blimey]", "phrases: [blimey]\nwhere: attic"), 'line 8: "attic" is not a place'),
    ],
)
def test_a_wrong_rule_is_refused_with_its_file_and_line(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    folder = folder_with(tmp_path, GOOD.replace(*change))
    with pytest.raises(BadRule) as caught:
        load_rulebook(folder)
    assert "VLU-Z001.yaml" in str(caught.value)
    assert said in str(caught.value)


def test_a_rule_file_without_a_kind_is_not_taken_for_a_table(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match='"kind" is missing'):
        load_rulebook(folder_with(tmp_path, GOOD.replace("kind: avoid\n", "")))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match="no such folder"):
        load_rulebook(tmp_path / "nowhere")


def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text("- a\n- b\n", encoding="utf-8")
    with pytest.raises(BadRule, match="line 1"):
        read_yaml(path)


def test_our_rules_lie_beside_the_package_or_in_it() -> None:
    assert (rules_folder() / "elements.yaml").is_file()


def test_every_need_row_has_a_need_for_every_type() -> None:
    rulebook = load_rulebook()
    assert len(rulebook.needs) == 26
    assert {len(row.needs) for row in rulebook.needs} == {12}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mine.yaml", "bogus: 1\n", "kind"),
        ("mine.yaml", "", "kind"),
        ("loop.yaml", "a: &a [*a]\n", "contains itself"),
        ("VLU-Z001.yaml.txt", GOOD, "rename it to VLU-Z001.yaml"),
        ("notes.txt", "words\n", "would do nothing"),
        ("elements.yaml", "a: b\n", "is missing"),
        ("notes.md", "nothing here", "no rule file"),
    ],
)
def test_a_file_that_would_be_ignored_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(BadRule, match=said):
        load_rulebook(folder_with(tmp_path, text, name))


def test_a_list_of_words_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes("caf\xe9".encode("cp1252"))
    with pytest.raises(BadRule, match=r"words\.txt"):
        load_rulebook(tmp_path)
