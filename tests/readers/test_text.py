"""Plain text: encodings, paragraphs, wrapped lines, lists."""

import textwrap

import pytest

from vlucheck.document import BlockKind, Document, NoticeKind
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.text import read_text

LONG = (
    "The police sent us everything that they had found, and a prosecutor who had not seen the case before read it all "
    "from the first page to the last, which took her most of a week, before she decided that it could not go on."
)


def read(text: str | bytes) -> Document:
    return read_text("letter.txt", text.encode() if isinstance(text, str) else text)


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def kinds(document: Document) -> list[BlockKind]:
    return [block.kind for block in document.blocks]


def test_a_blank_line_ends_a_paragraph_and_address_lines_stay_lines() -> None:
    document = read(f"Mr A Frost\n3 Mill Lane\nThornby\n\n9 March 2026\n\nDear Mr Frost\n\n{LONG}\n")
    assert blocks(document) == ["Mr A Frost\n3 Mill Lane\nThornby", "9 March 2026", "Dear Mr Frost", LONG]


def test_lines_without_blank_lines_are_paragraphs_of_their_own() -> None:
    lines = ["Dear Mr Frost", LONG, "I am sorry.", LONG, "Yours sincerely", "Ann Hill"]
    assert blocks(read("\n".join(lines))) == lines


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_become_one_paragraph(width: int) -> None:
    text = f"Mr A Frost\n3 Mill Lane\n\nDear Mr Frost\n\n{textwrap.fill(LONG, width)}\n\n{textwrap.fill(LONG, width)}\n"
    document = read(text)
    assert len(document.blocks) == 4
    assert blocks(document)[2].replace("\n", " ") == LONG
    assert blocks(document)[0] == "Mr A Frost\n3 Mill Lane"


def test_wrapped_text_without_blank_lines_parts_after_a_short_line() -> None:
    first = "We have to prove who took the bicycle, and the film does not show a face that anybody could know again."
    document = read("\n".join(textwrap.fill(each, 70) for each in ("Dear Mr Frost", first, LONG)))
    assert [block.replace("\n", " ") for block in blocks(document)] == ["Dear Mr Frost", first, LONG]


def test_list_items_are_blocks_with_one_space_after_the_mark() -> None:
    document = read("You can:\n-  ring us;\n•\twrite; or\n1. call in.\n(a) or not\n")
    assert blocks(document) == ["You can:", "- ring us;", "• write; or", "1. call in.", "(a) or not"]
    assert kinds(document)[1:] == [BlockKind.LIST_ITEM] * 4


def test_a_wrapped_list_item_is_one_block() -> None:
    items = [f"- {LONG}", "- The doctor's notes."]
    document = read("\n".join(textwrap.fill(item, 70, subsequent_indent="  ") for item in items))
    assert [block.replace("\n", " ") for block in blocks(document)] == items


def test_a_street_number_is_no_list_mark() -> None:
    assert kinds(read("8 Tanyard Lane\nElmcote")) == [BlockKind.PARAGRAPH] * 2


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_counts(end: str) -> None:
    assert blocks(read(f"One.{end}{end}Two{end}Three")) == ["One.", "Two\nThree"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = "Dear Zoë, the café’s repair cost £385 – so you told us."
    document = read(text.encode(encoding))
    assert document.text == text
    assert document.notices == ()


def test_emoji_keep_their_places_and_accents_are_joined_to_their_letters() -> None:
    text = "See you 🙂 soon, Nguye\u0302\u0303n."
    document = read(text)
    assert document.text == "See you 🙂 soon, Nguyễn."
    assert document.text.index("soon") == 10


def test_characters_that_may_be_of_another_code_page_are_said() -> None:
    document = read("Dear Mrs Kowalska of Łódź".encode("cp1250"))
    (notice,) = document.notices
    assert notice.kind is NoticeKind.ENCODING
    assert notice.span is not None


def test_text_that_was_garbled_before_is_said_where_it_is() -> None:
    document = read("We donâ€™t know.")
    (notice,) = document.notices
    assert notice.kind is NoticeKind.ENCODING
    assert notice.span is not None
    assert document.quote(notice.span).startswith("â€")


def test_stray_bytes_in_utf8_are_said() -> None:
    document = read("Zoë, Królikowska, café ".encode() + b"\x92" + b" end")
    assert [notice.kind for notice in document.notices] == [NoticeKind.ENCODING]
    assert "Królikowska" in document.text


@pytest.mark.parametrize("data", [b"MZ\0\0\0\x03\0\0rubbish", b"abc\0def ghi", bytes(range(1, 32)) * 5])
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLetter, match="not a text file"):
        read(data)


def test_spaces_and_hyphens_that_do_not_break_become_plain_and_soft_hyphens_vanish() -> None:
    assert read("10\u00a0a.m. on a well\u2011known pros\u00adecutor\u2019s day\ttoo").text == (
        "10 a.m. on a well-known prosecutor’s day\ttoo"
    )


def test_blocks_say_on_which_line_they_begin() -> None:
    assert [block.source for block in read("One.\n\n\nTwo.").blocks] == ["line 1", "line 4"]
