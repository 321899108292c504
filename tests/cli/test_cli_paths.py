"""What the user names becomes the letters to check."""

import os
from pathlib import Path

import pytest

from vlucheck.cli.paths import select


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    names = ("b.txt", "a.docx", "sub/c.PDF", "~$a.docx", ".~lock.b.odt#", ".hidden.txt", ".git/d.txt", "notes.xlsx")
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*given: str) -> list[str]:
    return [path.as_posix() for path in select(given).letters]


def test_a_folder_gives_its_letters_and_those_in_its_folders_in_order(folder: Path) -> None:
    assert names(".") == ["a.docx", "b.txt", "sub/c.PDF"]


@pytest.mark.parametrize("given", [".", "*"])
def test_a_letter_in_a_format_that_cannot_be_read_is_not_passed_over(folder: Path, given: str) -> None:
    for name in ("old.DOC", "macros.docm", "~$old.doc", ".old.doc", "logo.png", "tool.py"):
        (folder / name).write_text("x")
    assert set(names(given)) == {"a.docx", "b.txt", "sub/c.PDF", "old.DOC", "macros.docm"}


def test_a_named_file_is_taken_whatever_it_is(folder: Path) -> None:
    assert names("notes.xlsx", "not-there.docx") == ["notes.xlsx", "not-there.docx"]


def test_a_pattern_gives_letters_only(folder: Path) -> None:
    assert names("*") == ["a.docx", "b.txt", "sub/c.PDF"]
    assert names("**/*.PDF") == ["sub/c.PDF"]


@pytest.mark.parametrize("pattern", ["**/*.PDF", "**", "**/sub/*", "./**/c*", "*/**/*.PDF", "s*/**"])
def test_a_pattern_does_not_go_in_circles_along_links(folder: Path, pattern: str) -> None:
    for number in range(6):
        (folder / "sub" / f"up{number}").symlink_to(folder, target_is_directory=True)
        (folder / f"down{number}").symlink_to(folder / "sub", target_is_directory=True)
    found = [name for name in names(pattern) if name.endswith(".PDF")]
    assert [Path(name).resolve() for name in found] == [folder / "sub" / "c.PDF"]


def test_two_stars_find_what_is_deep_and_not_what_is_hidden(folder: Path) -> None:
    (folder / "sub" / "deep" / ".old").mkdir(parents=True)
    (folder / "sub" / "deep" / "e.txt").write_text("x")
    (folder / "sub" / "deep" / ".old" / "f.txt").write_text("x")
    assert names("**/*.txt") == ["b.txt", "sub/deep/e.txt"]
    assert names("**/.old/*.txt") == ["sub/deep/.old/f.txt"]
    assert [Path(name).name for name in names(f"{folder}/**/*.txt")] == ["b.txt", "e.txt"]
    assert names("**/b**.txt") == ["b.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_found(folder: Path) -> None:
    (folder / "letter[1].txt").write_text("x")
    assert names("letter[1].txt") == ["letter[1].txt"]


def test_a_letter_named_twice_comes_once(folder: Path) -> None:
    assert names("b.txt", ".", str(folder / "b.txt"), "./b.txt", "-", "-") == ["b.txt", "a.docx", "sub/c.PDF", "-"]


def test_a_lock_file_named_by_the_shell_is_left_out_and_said(folder: Path) -> None:
    chosen = select(["~$a.docx", "a.docx"])
    assert [path.name for path in chosen.letters] == ["a.docx"]
    assert "open in another program" in chosen.left_out[0]


@pytest.mark.parametrize(
    ("name", "said"),
    [("empty", "There is no letter in the folder"), ("x*.docx", "No letter matches"), ("", "An empty name")],
)
def test_what_holds_no_letter_is_said(folder: Path, name: str, said: str) -> None:
    (folder / "empty").mkdir()
    chosen = select([name, "b.txt"])
    assert [path.name for path in chosen.letters] == ["b.txt"]
    assert said in (chosen.unusable[0].error or "")


def test_a_closed_folder_is_said_and_the_others_are_searched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def closed(path: str):  # type: ignore[no-untyped-def]
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    chosen = select(["."])
    assert [path.name for path in chosen.letters] == ["a.docx", "b.txt"]
    assert "could not be opened (Permission denied)" in (chosen.unusable[0].error or "")
