"""What `read` refuses, each with one sentence that says what to do."""

import os
import stat
from pathlib import Path

import pytest

from vlucheck.errors import UnreadableLetter
from vlucheck.readers import READERS, SUFFIXES, read, read_stdin
from vlucheck.readers.refused import LETTER_LIKE

FIXTURES = Path(__file__).parent / "fixtures"
LETTER = "Dear Mr Frost\n\nWe have stopped the case.\n"


def refusal(path: Path, **options: int) -> str:
    with pytest.raises(UnreadableLetter) as caught:
        read(path, **options)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    return message


def test_every_suffix_leads_to_a_reader_that_can_be_loaded() -> None:
    assert set(SUFFIXES) == set(READERS)
    assert all(callable(entry.load()) for entry in READERS.values())


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "is not there: check the name" in refusal(tmp_path / "letter.docx")


def test_a_missing_file_is_missing_whatever_its_suffix(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "letter.xyz")
    assert "is not there" in refusal(tmp_path / "letter.doc")


def test_a_folder_is_no_letter(tmp_path: Path) -> None:
    folder = tmp_path / "letters.docx"
    folder.mkdir()
    assert "is a folder" in refusal(folder)
    assert "is a folder" in refusal(tmp_path)


def test_a_link_to_nothing_is_said_to_be_one(tmp_path: Path) -> None:
    link = tmp_path / "letter.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert "shortcut to a file that is not there" in refusal(link)


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "letter.txt"
    link.symlink_to(link)
    assert "could not be opened" in refusal(link)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "may not be opened by you" in refusal(letter)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_no_letter(tmp_path: Path) -> None:
    pipe = tmp_path / "letter.txt"
    os.mkfifo(pipe)
    assert "is not a file" in refusal(pipe)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", [b"", b" \r\n\t \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, suffix: str, content: bytes) -> None:
    letter = tmp_path / f"letter{suffix}"
    letter.write_bytes(content)
    assert "is empty" in refusal(letter)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert "too large for a letter" in refusal(letter, max_bytes=10)


def test_old_word_files_are_told_how_to_be_saved(tmp_path: Path) -> None:
    letter = tmp_path / "letter.DOC"
    letter.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "save it as a Word document (.docx)" in refusal(letter)


def test_an_unknown_suffix_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xyz"
    letter.write_text(LETTER, encoding="utf-8")
    assert '".xyz"' in refusal(letter)
    assert ".docx .dotx .odt" in refusal(letter)


def test_a_file_without_suffix_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_text(LETTER, encoding="utf-8")
    assert refusal(letter).startswith(f'The name "{letter}" has no ending')


@pytest.mark.parametrize("suffix", LETTER_LIKE)
def test_what_may_be_a_letter_in_another_format_is_told_how_to_be_saved(tmp_path: Path, suffix: str) -> None:
    letter = tmp_path / f"letter{suffix}"
    letter.write_bytes(b"PK\x03\x04")
    assert "as a Word document (.docx)" in refusal(letter) or "as a document (.odt)" in refusal(letter)
    assert suffix not in SUFFIXES


@pytest.mark.parametrize(
    ("content", "suffix", "said"),
    [
        ("letter.pdf", ".docx", "a PDF file"),
        ("letter.rtf", ".docx", "a rich text file"),
        ("letter.odt", ".txt", "OpenDocument"),
    ],
)
def test_a_file_with_the_wrong_suffix_is_told_the_right_one(
    tmp_path: Path, content: str, suffix: str, said: str
) -> None:
    letter = tmp_path / f"letter{suffix}"
    letter.write_bytes((FIXTURES / content).read_bytes())
    assert said in refusal(letter)


def test_suffixes_count_in_any_case(tmp_path: Path) -> None:
    letter = tmp_path / "LETTER.TXT"
    letter.write_text(LETTER, encoding="utf-8")
    assert read(letter).text == "Dear Mr Frost\n\nWe have stopped the case."


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md", ".rtf", ".eml"])
def test_a_file_without_a_word_is_refused(tmp_path: Path, suffix: str) -> None:
    letter = tmp_path / f"letter{suffix}"
    letter.write_bytes({".rtf": rb"{\rtf1\par }", ".eml": b"Subject: \n\n--\n"}.get(suffix, b"--- \n\n***\n"))
    assert "no text in it" in refusal(letter)


def test_reading_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    for source in FIXTURES.glob("letter.*"):
        letter = tmp_path / source.name
        letter.write_bytes(source.read_bytes())
        letter.chmod(stat.S_IRUSR)
        before = letter.stat()
        read(letter)
        after = letter.stat()
        assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    assert len(list(tmp_path.iterdir())) == len(list(FIXTURES.glob("letter.*")))


def test_standard_input_is_read_as_text() -> None:
    document = read_stdin(LETTER.encode())
    assert document.path == "-"
    assert len(document.blocks) == 2


@pytest.mark.parametrize("data", [b"", b"  \n"])
def test_nothing_on_standard_input_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLetter, match="Nothing came in"):
        read_stdin(data)


def test_a_file_of_another_kind_on_standard_input_is_refused() -> None:
    for suffix in ("docx", "pdf", "msg"):
        with pytest.raises(UnreadableLetter, match="name the file instead"):
            read_stdin((FIXTURES / f"letter.{suffix}").read_bytes())
