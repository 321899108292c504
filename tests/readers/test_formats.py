"""One letter, made by another program in every format: the readers give the same words in the same paragraphs."""

from pathlib import Path

import pytest

from vlucheck.document import BlockKind, Document
from vlucheck.readers import read

FIXTURES = Path(__file__).parent / "fixtures"
OTHERS = ("odt", "rtf", "pdf", "html", "txt", "md", "eml", "msg")


@pytest.fixture(scope="module")
def word() -> Document:
    return read(FIXTURES / "letter.docx")


def paragraphs(document: Document) -> list[str]:
    """The paragraphs; lines of an address or of a signature each count as one, as formats differ in that."""
    texts = (document.quote(block.span) for block in document.blocks if block.source != "head of the e-mail")
    return [line.replace("- by", "• by") for text in texts for line in text.split("\n")]


@pytest.mark.parametrize("suffix", OTHERS)
def test_words_and_paragraphs_are_those_of_the_word_file(suffix: str, word: Document) -> None:
    assert paragraphs(read(FIXTURES / f"letter.{suffix}")) == paragraphs(word)


@pytest.mark.parametrize("suffix", ["odt", "rtf", "pdf", "html"])
def test_kinds_of_blocks_are_those_of_the_word_file(suffix: str, word: Document) -> None:
    document = read(FIXTURES / f"letter.{suffix}")
    for kind in (BlockKind.HEADER, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.FOOTER):
        assert [document.quote(block.span) for block in document.blocks if block.kind is kind] == [
            word.quote(block.span) for block in word.blocks if block.kind is kind
        ]


@pytest.mark.parametrize("suffix", ["docx", *OTHERS])
def test_a_clean_letter_gives_no_notice(suffix: str) -> None:
    assert read(FIXTURES / f"letter.{suffix}").notices == ()


@pytest.mark.parametrize("suffix", ["docx", *OTHERS])
def test_emoji_and_letters_with_accents_are_single_code_points_in_place(suffix: str) -> None:
    text = read(FIXTURES / f"letter.{suffix}").text
    place = text.index("🙂")
    assert text[place - 5 : place + 2] == "soon 🙂”"
    assert "Nguyễn" in text


def test_pages_are_counted_where_the_format_has_them() -> None:
    document = read(FIXTURES / "letter.pdf")
    assert document.blocks[document.block_at(document.text.index("By when"))].page == 2
    assert document.blocks[0].page == 1


def test_the_letter_attached_to_an_outlook_message_is_a_document_of_its_own(word: Document) -> None:
    (attached,) = read(FIXTURES / "letter.msg").attachments
    assert attached.path.endswith("letter.msg/letter.docx")
    assert attached.text == word.text
