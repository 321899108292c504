"""A report never takes the place of a letter."""

from pathlib import Path

import pytest
from reports import POOR, UNREAD, report

from vlucheck.cli.output import check_target, write_file
from vlucheck.errors import WrongUsage
from vlucheck.reporters import REPORTERS, View


@pytest.mark.parametrize("suffix", [".docx", ".DOCX", ".dotx", ".odt", ".pdf", ".rtf", ".eml", ".msg", ".doc"])
def test_a_file_that_is_named_like_a_letter_is_left_alone(tmp_path: Path, suffix: str) -> None:
    letter = tmp_path / f"a{suffix}"
    letter.write_text("Dear Mrs Lund")
    with pytest.raises(WrongUsage, match="may be a letter"):
        check_target(letter, [tmp_path / "b.docx"])


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
@pytest.mark.parametrize("name", ["a.txt", "a", "a.json"])
def test_a_letter_under_another_name_is_known_by_how_it_begins(tmp_path: Path, start: bytes, name: str) -> None:
    letter = tmp_path / name
    letter.write_bytes(start + bytes(600))
    with pytest.raises(WrongUsage, match="may be a letter"):
        check_target(letter, [])


@pytest.mark.parametrize("name", ["report.txt", "report.md", "report.html", "report.json", "report"])
def test_an_earlier_report_may_be_replaced_unless_it_is_to_be_checked(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_text("NOT READY")
    check_target(target, [tmp_path / "b.docx"])
    with pytest.raises(WrongUsage, match="one of the letters"):
        check_target(target, [target])


@pytest.mark.parametrize("name", ["second.txt", "second.md", "second.html", "second", "second.json"])
@pytest.mark.parametrize("text", ["Dear Mrs Lund\n\nWe have stopped the case.", "## Your case\n\nDear Mrs Lund", "{}"])
def test_a_text_that_is_no_report_of_ours_is_left_alone(tmp_path: Path, name: str, text: str) -> None:
    target = tmp_path / name
    target.write_text(text)
    with pytest.raises(WrongUsage, match="may be a letter"):
        check_target(target, [tmp_path / "b.docx"])


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_of_each_form_may_be_replaced(tmp_path: Path, form: str) -> None:
    for number, made in enumerate((report(POOR), report(UNREAD), report(POOR, UNREAD))):
        target = tmp_path / f"{number}.txt"
        target.write_text(REPORTERS[form](made, View()), encoding="utf-8")
        check_target(target, [])


@pytest.mark.parametrize("name", ["new.docx", "new.ODT", "new.pdf", "new.msg"])
def test_a_new_report_is_not_named_like_a_letter(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUsage, match="named like a letter"):
        check_target(tmp_path / name, [])


def test_a_new_file_may_be_written(tmp_path: Path) -> None:
    check_target(tmp_path / "report.txt", [])
    assert not (tmp_path / "report.txt").exists()


def test_a_name_that_the_system_cannot_look_up_is_no_crash(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 300 + ".md")
    check_target(target, [tmp_path / "b.docx"])
    with pytest.raises(WrongUsage, match="could not be written"):
        write_file("A report.", target)
