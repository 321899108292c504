"""Limits on zip containers and XML."""

import io
import struct
import zipfile

import pytest
from readers.word_file import zipped

from vlucheck.errors import UnreadableLetter
from vlucheck.readers.safety import MAX_MEMBERS, open_zip, parse_xml


def test_parts_are_found_whatever_the_case_of_their_name() -> None:
    parts = open_zip("a.docx", zipped({"Word/Document.xml": b"<a/>"}))
    assert "word/document.xml" in parts
    assert parts["/word/document.xml"] == b"<a/>"
    assert parts.names == ("Word/Document.xml",)
    assert parts.xml("word/none.xml") is None
    with pytest.raises(KeyError):
        parts["none"]


def test_too_many_members_are_refused() -> None:
    data = zipped({f"{number}.xml": b"" for number in range(MAX_MEMBERS + 1)})
    with pytest.raises(UnreadableLetter, match="far more than a letter"):
        open_zip("a.docx", data)


def test_much_that_packs_too_well_is_refused_and_a_little_is_not() -> None:
    assert open_zip("a.docx", zipped({"white.bmp": bytes(9_000_000)}))["white.bmp"]
    with pytest.raises(UnreadableLetter, match="far more than a letter"):
        open_zip("a.docx", zipped({"white.bmp": bytes(20_000_000)}))


def test_a_member_that_holds_more_than_its_entry_says_is_not_unpacked_whole() -> None:
    data = zipped({"bomb.xml": bytes(5_000_000)})
    data = data.replace(struct.pack("<L", 5_000_000), struct.pack("<L", 100))
    with pytest.raises(UnreadableLetter, match="damaged"):
        open_zip("a.docx", data)["bomb.xml"]


def test_a_member_with_a_password_is_refused() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableLetter, match="password"):
        open_zip("a.docx", bytes(data))


def test_a_member_whose_bytes_were_changed_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.xml", b"<letter>text</letter>")
    with pytest.raises(UnreadableLetter, match="damaged"):
        open_zip("a.docx", stream.getvalue().replace(b"text", b"tent"))["a.xml"]


def test_comments_and_instructions_do_not_split_text() -> None:
    assert parse_xml(b"<a>one<!-- two --> three<?four?> five</a>").text == "one three five"


@pytest.mark.parametrize("data", [b"", b"plain", b"<a>", b"<a>&none;</a>", b"\xff\xfe<a/>", b"<a>\x00</a>"])
def test_broken_xml_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLetter, match="damaged"):
        parse_xml(data, "a.docx")


def test_a_document_type_without_entities_is_harmless() -> None:
    """Old OpenDocument manifests have one; what it names is never fetched."""
    assert parse_xml(b'<!DOCTYPE a PUBLIC "x" "http://example.org/none.dtd"><a>text</a>').text == "text"
