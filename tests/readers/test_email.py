"""E-mail: which part is the letter, encodings, the head, attachments."""

import io
from email.message import EmailMessage
from pathlib import Path

import pytest

from vlucheck.document import BlockKind, Document, NoticeKind
from vlucheck.errors import UnreadableLetter
from vlucheck.readers import parse
from vlucheck.readers.email import read_eml, read_msg

FIXTURES = Path(__file__).parent / "fixtures"
BODY = "Dear Mr Frost\n\nWe have stopped the case – and I’m sorry.\n\nYours sincerely\nAnn Hill\n"


def mail(body: str | None = BODY, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "ann.hill@cps.example"
    for name, value in headers.items():
        message[name] = value
    if body is not None:
        message.set_content(body)
    return message


def read(message: EmailMessage | bytes) -> Document:
    return read_eml("mail.eml", message if isinstance(message, bytes) else message.as_bytes())


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_plain_part_is_the_letter(encoding: str) -> None:
    message = mail(None)
    message.set_content(BODY, cte=encoding)
    message.add_alternative("<p>Another</p>", subtype="html")
    assert blocks(read(message)) == [
        "Dear Mr Frost", "We have stopped the case – and I’m sorry.", "Yours sincerely\nAnn Hill",
    ]  # fmt: skip


def test_without_a_plain_part_the_page_is_the_letter() -> None:
    message = mail(None)
    message.set_content("<p>Dear Mr Frost</p><ul><li>One</li></ul>", subtype="html")
    assert blocks(read(message)) == ["Dear Mr Frost", "• One"]


def test_an_empty_plain_part_is_passed_over() -> None:
    message = mail(" \n")
    message.add_alternative("<p>Dear Mr Frost</p>", subtype="html")
    assert blocks(read(message)) == ["Dear Mr Frost"]


def test_date_and_subject_of_the_head_stand_in_where_the_letter_has_none() -> None:
    document = read(mail(Subject="Your case: =?utf-8?q?Zo=C3=AB?=", Date="Mon, 09 Mar 2026 10:12:00 +0000"))
    assert blocks(document)[:3] == ["9 March 2026", "Your case: Zoë", "Dear Mr Frost"]
    assert document.blocks[0].kind is BlockKind.HEADER


def test_date_and_subject_of_the_letter_itself_win() -> None:
    body = "2 March 2026\n\nDear Mr Frost\n\nThe case against Mr Marsh\n\nWe have stopped it.\n"
    document = read(mail(body, Subject="Letter", Date="Mon, 09 Mar 2026 10:12:00 +0000"))
    assert blocks(document)[0] == "2 March 2026"
    assert "Letter" not in document.text


def test_a_covering_note_gets_no_head() -> None:
    document = read(mail("Please send the attached.\n", Subject="Letter", Date="Mon, 09 Mar 2026 10:12:00 +0000"))
    assert document.text == "Please send the attached."


def test_lines_that_the_mail_program_broke_are_put_together() -> None:
    head = b"From: a@b.example\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    flowed = head + b"We have \nstopped \nit.\n\nAnn\nHill\n"
    assert blocks(read(flowed)) == ["We have stopped it.", "Ann\nHill"]


def test_attached_letters_are_documents_of_their_own() -> None:
    message = mail("Please send the attached.\n")
    message.add_attachment(
        (FIXTURES / "letter.docx").read_bytes(), maintype="application", subtype="x", filename="Brief Zoë.DOCX"
    )
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    document = read(message)
    assert [attached.path for attached in document.attachments] == ["mail.eml/Brief Zoë.DOCX"]
    assert "Dear Mrs Królikowska" in document.attachments[0].text
    assert document.notices == ()


def test_an_attached_text_is_no_part_of_the_body() -> None:
    message = mail()
    message.add_attachment("Dear Mrs Lund\n", filename="letter.txt")
    document = read(message)
    assert "Lund" not in document.text
    assert document.attachments[0].text == "Dear Mrs Lund"


def attach(message: EmailMessage, name: str, data: bytes, subtype: str = "octet-stream") -> None:
    message.add_attachment(data, maintype="application", subtype=subtype, filename=name)


def test_attachments_that_cannot_be_read_are_listed_with_their_reasons() -> None:
    message = mail()
    attach(message, "../a/letter.docx", b"PK\x03\x04 broken")
    attach(message, "old.doc", b"\xd0\xcf\x11\xe0", "msword")
    attach(message, "sealed.zip", b"PK\x03\x04", "zip")
    attach(message, "figures.xlsx", b"PK\x03\x04")
    document = read(message)
    assert document.attachments == ()
    assert document.notices == ()
    assert [each.path for each in document.unread] == [
        "mail.eml/letter.docx", "mail.eml/old.doc", "mail.eml/sealed.zip",
    ]  # fmt: skip
    assert all(each.path in each.reason and each.reason.endswith(".") for each in document.unread)
    assert "save it as a Word document" in document.unread[1].reason


def test_an_e_mail_with_nothing_but_an_old_word_file_names_that_file() -> None:
    message = mail(None)
    attach(message, "old.doc", b"\xd0\xcf\x11\xe0", "msword")
    document = parse("mail.eml", ".eml", message.as_bytes())
    assert "old Word format" in document.unread[0].reason


def test_attachments_of_one_name_are_numbered() -> None:
    message = mail()
    for name in ("letter.docx", "LETTER.docx", "letter.docx"):
        attach(message, name, (FIXTURES / "letter.docx").read_bytes())
    paths = [attached.path for attached in read(message).attachments]
    assert paths == ["mail.eml/letter.docx", "mail.eml/LETTER (2).docx", "mail.eml/letter (3).docx"]


def test_a_letter_attached_without_a_name_goes_by_its_type() -> None:
    message = mail()
    message.add_attachment((FIXTURES / "letter.pdf").read_bytes(), maintype="application", subtype="pdf")
    message.add_attachment("Dear Mrs Lund\n")
    assert [each.path for each in read(message).attachments] == ["mail.eml/attachment.pdf", "mail.eml/attachment.txt"]


@pytest.mark.parametrize(("words", "letters"), [(0, 0), (3, 0), (80, 1)])
def test_what_exchange_makes_of_the_text_below_an_attachment_is_a_letter_only_if_long(words: int, letters: int) -> None:
    message = mail()
    message.add_attachment("word " * words + "\n", filename="ATT00001.txt")
    document = read(message)
    assert (len(document.attachments), document.unread) == (letters, ())


def test_an_e_mail_with_only_an_attachment_is_read() -> None:
    message = mail(None)
    message.add_attachment(
        (FIXTURES / "letter.pdf").read_bytes(), maintype="application", subtype="pdf", filename="l.pdf"
    )
    document = read(message)
    assert document.text == ""
    assert len(document.attachments) == 1


def test_an_e_mail_in_an_e_mail_is_read_and_a_tower_of_them_ends() -> None:
    message = mail()
    for _ in range(9):
        outer = mail("See below.\n")
        outer.add_attachment(message)
        message = outer
    document = read(message)
    depth = 0
    while document.attachments:
        document, depth = document.attachments[0], depth + 1
    assert depth == 5
    assert "lies too deep" in document.unread[0].reason


def test_an_e_mail_that_breaks_off_is_said_to() -> None:
    message = mail()
    message.add_alternative("<p>Other</p>", subtype="html")
    document = read(message.as_bytes()[:-60])
    assert NoticeKind.UNREAD_PART in [notice.kind for notice in document.notices]


def test_an_encrypted_e_mail_is_refused() -> None:
    with pytest.raises(UnreadableLetter, match="encrypted"):
        read(b"From: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG")


def test_unknown_character_sets_do_not_stop_the_reader() -> None:
    document = read(b"From: a@b.example\nContent-Type: text/plain; charset=x-none\n\nDear Mr Frost, caf\xc3\xa9\n")
    assert document.text == "Dear Mr Frost, café"


def test_outlook_messages_give_the_same_as_mail() -> None:
    outlook = read_msg("letter.msg", (FIXTURES / "letter.msg").read_bytes())
    assert outlook.text == read_eml("letter.eml", (FIXTURES / "letter.eml").read_bytes()).text
    assert len(outlook.attachments) == 1


class OutlookFile:
    """An Outlook message by its streams, as olefile shows one."""

    def __init__(self, streams: dict[str, bytes]) -> None:
        self.streams = streams

    def __enter__(self) -> "OutlookFile":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def exists(self, name: str) -> bool:
        return any(each == name or each.startswith(f"{name}/") for each in self.streams)

    def listdir(self, streams: bool, storages: bool) -> list[list[str]]:
        return [name.split("/") for name in self.streams]

    def openstream(self, name: str) -> io.BytesIO:
        return io.BytesIO(self.streams[name])


def test_an_outlook_message_in_another_is_read_with_the_letters_attached_to_it() -> None:
    document = read_msg("forwarded.msg", (FIXTURES / "forwarded.msg").read_bytes())
    (inner,) = document.attachments
    assert inner.path == "forwarded.msg/Your case.msg"
    assert inner.text == read_msg("letter.msg", (FIXTURES / "letter.msg").read_bytes()).text
    assert [each.path for each in inner.attachments] == ["forwarded.msg/Your case.msg/letter.docx"]
    assert "Dear Mrs Królikowska" in inner.attachments[0].text
    assert document.unread == inner.unread == ()


def outlook(monkeypatch: pytest.MonkeyPatch, streams: dict[str, bytes]) -> Document:
    whole = {"__properties_version1.0": bytes(32), "__substg1.0_1000001F": BODY.encode("utf-16-le"), **streams}
    monkeypatch.setattr("olefile.OleFileIO", lambda *_, **__: OutlookFile(whole))
    return read_msg("letter.msg", b"")


INNER, OTHER = "__attach_version1.0_#00000000", "__attach_version1.0_#00000001"


@pytest.mark.parametrize(
    ("field", "title", "name"),
    [
        ("3707001F", "Letter to Mr Frost.msg", "Letter to Mr Frost.msg"),
        ("3707001F", "Letter to Mr Frost", "Letter to Mr Frost.msg"),
        ("3001001F", "Re: case 12/34", "Re- case 12-34.msg"),
        ("3704001F", "LETTER.MSG", "LETTER.MSG"),
        ("3001001F", "", "message.msg"),
    ],
)
def test_a_message_in_another_has_its_ending_once(
    monkeypatch: pytest.MonkeyPatch, field: str, title: str, name: str
) -> None:
    message = f"{INNER}/__substg1.0_3701000D"
    streams = {
        f"{INNER}/__substg1.0_{field}": title.encode("utf-16-le"),
        f"{message}/__properties_version1.0": bytes(24),
        f"{message}/__substg1.0_1000001F": BODY.encode("utf-16-le"),
    }
    (attached,) = outlook(monkeypatch, streams).attachments
    assert attached.path == f"letter.msg/{name}"


def test_what_cannot_be_read_in_an_outlook_message_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    message = f"{INNER}/__substg1.0_3701000D"
    streams = {
        f"{message}/__properties_version1.0": bytes(24),
        f"{OTHER}/__substg1.0_3701000D/CONTENTS": b"x",
    }
    document = outlook(monkeypatch, streams)
    assert [each.path for each in document.unread] == ["letter.msg/message.msg"]
    assert "has no text in it" in document.unread[0].reason
    assert [notice.detail for notice in document.notices] == ["an object put into the e-mail from another program"]


def test_a_tower_of_outlook_messages_ends_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    streams: dict[str, bytes] = {}
    for depth in range(1, 9):
        message = f"{INNER}/__substg1.0_3701000D/" * depth
        streams |= {f"{message}__properties_version1.0": bytes(24), f"{message}__substg1.0_1000001F": b"H\0i\0"}
    document = outlook(monkeypatch, streams)
    depth = 0
    while document.attachments:
        document, depth = document.attachments[0], depth + 1
    assert depth == 5
    assert "lies too deep" in document.unread[0].reason


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(700), b"Dear Mr Frost"])
def test_what_is_no_outlook_message_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLetter, match="open it in Outlook"):
        read_msg("letter.msg", data)
