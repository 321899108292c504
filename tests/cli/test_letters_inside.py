"""Letters inside e-mails: each is checked, each that cannot be is said, and an e-mail that only brings them is none."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from vlucheck.cli.verdict import exit_status
from vlucheck.pipeline import Run, check_file, open_run
from vlucheck.report import FileReport, Report
from vlucheck.settings import Settings

LETTER = """\
Mrs Anna Kowalska
4 Mill Lane
Harborough
HB2 7QT

5 March 2026

Dear Mrs Kowalska

I am a Victim Liaison Officer at the Crown Prosecution Service. I am writing to you about the case against Mr Dean \
Marsh, and to tell you what we have decided. We have decided to stop the case against him for assault.

I know that this is not what you hoped for, and I am sorry to bring you this news. You told the police what he did \
to you, and nobody doubts that this was hard to do. We looked at all that the police sent us before we decided.

Yours sincerely

Ruth Ainsley
Victim Liaison Officer
"""
NOTE = "Dear colleague\n\nPlease check the attached letter. Thanks.\n\nKind regards\nJo\n"


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with open_run(Settings(engine="none", letter_type="vcl-stopped")) as opened:
        yield opened


def mail(body: str | None, **attached: str | bytes | EmailMessage) -> EmailMessage:
    """An e-mail; "a_txt" is attached as "a.txt", and a message under no name."""
    message = EmailMessage()
    message["From"] = "ann.hill@cps.example"
    if body is not None:
        message.set_content(body)
    for name, content in attached.items():
        if isinstance(content, EmailMessage):
            message.add_attachment(content)
        else:
            data = content if isinstance(content, bytes) else content.encode()
            message.add_attachment(
                data, maintype="application", subtype="octet-stream", filename=name.replace("_", ".")
            )
    return message


@pytest.fixture
def checked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)

    def check(message: EmailMessage | bytes) -> list[FileReport]:
        Path("m.eml").write_bytes(message if isinstance(message, bytes) else message.as_bytes())
        return check_file(Path("m.eml"), run)

    return check


def paths(files: list[FileReport]) -> list[str]:
    return [file.path for file in files]


def status(files: list[FileReport], run: Run) -> int:
    return exit_status(Report("0", "", None, tuple(files)), run.settings)


@pytest.mark.parametrize("body", [None, NOTE, LETTER])
def test_a_damaged_attachment_is_an_error_of_its_own_whatever_the_e_mail_says(checked, run: Run, body) -> None:  # type: ignore[no-untyped-def]
    files = checked(mail(body, good_txt=LETTER, broken_docx=b"junk"))
    assert paths(files) == ["m.eml"] * (body == LETTER) + ["m.eml/good.txt", "m.eml/broken.docx"]
    assert "is damaged" in (files[-1].error or "")
    assert status(files, run) == 2
    assert not [each for file in files for each in file.findings if each.finding.name == "part-not-read"]


def test_letters_in_forwarded_e_mails_are_checked(checked) -> None:  # type: ignore[no-untyped-def]
    inner = mail("See attached.", letter_txt=LETTER, old_doc=b"\xd0\xcf\x11\xe0")
    files = checked(mail("See below.", m=mail("And this.", m=inner)))
    assert paths(files) == ["m.eml/message.eml/message.eml/letter.txt", "m.eml/message.eml/message.eml/old.doc"]
    assert files[0].score is not None
    assert "old Word format" in (files[1].error or "")


def test_a_letter_that_was_forwarded_as_the_text_of_an_e_mail_is_checked(checked) -> None:  # type: ignore[no-untyped-def]
    files = checked(mail("For you to check.", m=mail(LETTER)))
    assert paths(files) == ["m.eml/message.eml"]
    assert files[0].score is not None


def test_a_covering_e_mail_is_not_judged_and_each_letter_says_so_once(checked) -> None:  # type: ignore[no-untyped-def]
    files = checked(mail("See below.", m=mail(NOTE, letter_txt=LETTER)))
    assert paths(files) == ["m.eml/message.eml/letter.txt"]
    assert [each.check for each in files[0].skipped].count("the e-mail it came with") == 1


def test_an_e_mail_that_is_a_letter_is_judged_with_what_it_encloses(checked) -> None:  # type: ignore[no-untyped-def]
    files = checked(mail(LETTER, enclosed_txt=LETTER))
    assert paths(files) == ["m.eml", "m.eml/enclosed.txt"]
    assert all(file.score for file in files)
    assert not [each for file in files for each in file.skipped if "e-mail" in each.check]


def test_a_long_letter_by_e_mail_without_a_sign_off_is_still_judged(checked) -> None:  # type: ignore[no-untyped-def]
    body, middle = LETTER.split("Yours sincerely")[0], LETTER.split("\n\n")[4]
    files = checked(mail("\n\n".join((body.strip(), middle, middle, "Ruth Ainsley\n")), enclosed_txt=LETTER))
    assert paths(files) == ["m.eml", "m.eml/enclosed.txt"]


def test_an_e_mail_without_letters_inside_is_judged_however_short(checked) -> None:  # type: ignore[no-untyped-def]
    files = checked(mail("Dear Mrs Kowalska\n\n" + LETTER.split("\n\n")[3] + "\n\nYours sincerely\n\nRuth\n"))
    assert paths(files) == ["m.eml"]
    assert files[0].score is not None


def test_a_cover_that_breaks_off_is_said_as_letters_may_be_lost(checked) -> None:  # type: ignore[no-untyped-def]
    whole = mail(NOTE, letter_txt=LETTER).as_bytes()
    files = checked(whole[: whole.rindex(b"\n--")] + b"\n")
    assert paths(files) == ["m.eml", "m.eml/letter.txt"]
    assert "the file breaks off" in (files[0].error or "")


@pytest.mark.parametrize("text", ["hello", "See the attached.", "<p></p> " + "4 Mill Lane\n" * 3])
def test_a_few_words_are_said_to_be_no_letter(run: Run, text: str) -> None:
    (file,) = check_file(Path("-"), run, text.encode())
    assert "hardly a letter" in (file.error or "")
    assert file.score is None
    assert status([file], run) == 2
