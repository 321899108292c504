"""Rich text: characters, groups that are not text, headers, lists, tables, notices."""

import pytest

from vlucheck.document import BlockKind, Document, NoticeKind
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.rtf import read_rtf

HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}"
STYLES = rb"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}"


def read(body: bytes) -> Document:
    return read_rtf("letter.rtf", HEAD + STYLES + rb"{\info{\title No}}\pard\plain\f0 " + body + b"}")


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def test_paragraphs_lines_and_tabs() -> None:
    assert blocks(read(rb"One\par Two\line Three\tab x\par\par Four")) == ["One", "Two\nThree\tx", "Four"]


def test_characters_by_number_by_code_page_and_by_name() -> None:
    text = read(
        rb"caf\'e9 \u8220?\u8221\'94 {\f1 \'b3} \uc0\u55357\u56898  \uc1\emdash\lquote x\~y a\_b c\-d \{z\}"
    ).text
    assert text == "café “” ł 🙂 —‘x y a-b cd {z}"


def test_headers_come_first_and_footers_last_each_once() -> None:
    document = read(rb"{\header Top\par}{\footer Foot\par}One\par\sect{\header Top\par}{\footerf Foot 2\par}Two\par")
    assert blocks(document) == ["Top", "One", "Two", "Foot", "Foot 2"]
    assert [block.kind for block in document.blocks][0::3] == [BlockKind.HEADER, BlockKind.FOOTER]


def test_list_marks_come_from_the_list_and_from_typing() -> None:
    document = read(rb"{\listtext\f1 1.\tab}One\par{\*\pntext\'b7\tab}Two\par -  Three\par")
    assert blocks(document) == ["1. One", "• Two", "- Three"]
    assert {block.kind for block in document.blocks} == {BlockKind.LIST_ITEM}


def test_cells_headings_and_bold() -> None:
    document = read(
        rb"\pard\plain\s1\b Why\par\pard\plain\b All bold\par\pard\plain\intbl A\cell B\cell\row\pard End\par"
    )
    assert blocks(document) == ["Why", "All bold", "A", "B", "End"]
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TABLE_CELL, BlockKind.PARAGRAPH,
    ]  # fmt: skip
    assert [block.bold for block in document.blocks] == [True, True, False, False, False]
    assert document.blocks[0].style == "heading 1"


def test_fields_show_their_results_and_one_never_merged_is_noticed() -> None:
    document = read(
        rb"Dear {\field{\*\fldinst MERGEFIELD Name}{\fldrslt \u171?Name\u187?}},"
        rb" {\field{\*\fldinst DATE}{\fldrslt now}}"
    )
    assert document.text == "Dear «Name», now"
    (notice,) = document.notices
    assert notice.kind is NoticeKind.MERGE_FIELD
    assert notice.span is not None
    assert document.quote(notice.span) == "«Name»"


def test_a_field_that_was_merged_is_plain_text() -> None:
    document = read(rb"Dear {\field{\*\fldinst MERGEFIELD Name}{\fldrslt Mr Frost}}")
    assert (document.text, document.notices) == ("Dear Mr Frost", ())


def test_a_merge_field_with_quotes_and_switches_is_named_whole() -> None:
    document = read(rb'Dear {\field{\*\fldinst MERGEFIELD "Mrs Haversham" \\* MERGEFORMAT}{\fldrslt }}, now')
    assert [notice.detail for notice in document.notices] == ["merge field not filled in: «Mrs Haversham»"]


COLOURS = (
    rb"{\colortbl;\red0\green0\blue0;\red255\green255\blue0;\red217\green217\blue217;\red31\green56\blue100;"
    rb"\caccentone\ctint255\cshade255\red146\green208\blue80;}"
)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (rb"the {\chshdng0\chcbpat2 new day} it", ["new day"]),
        (rb"the {\cb2 new day} it", ["new day"]),
        (rb"the {\highlight7\chcbpat2 new} {\cb5 day} it", ["new day"]),
        (rb"the \chcbpat2 new \plain day", ["new"]),
        (rb"the \chcbpat2 new\chcbpat0  day", ["new"]),
        (rb"\pard\cbpat2 one\par two\par\pard three\par", ["one", "two"]),
        (rb"the {\chcbpat3 grey}, {\chcbpat4 dark}, {\chcbpat1 black}, {\chcbpat0 none}, {\chcbpat99 unknown} one", []),
    ],
)
def test_strong_light_shading_is_a_highlight_and_design_is_not(words: bytes, marked: list[str]) -> None:
    notices = read(COLOURS + words).notices
    assert [notice.detail for notice in notices if notice.kind is NoticeKind.HIGHLIGHT] == marked


def test_hidden_marked_changed_and_commented_text_is_noticed() -> None:
    document = read(
        rb"We {\v secretly }{\deleted dropped}{\revised\revauth1 stopped} the {\highlight7 case}."
        rb"{\*\atnid A}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atndate 1}\pard\plain Check this}\par"
    )
    assert document.text == "We stopped the case."
    assert [(notice.kind, notice.detail) for notice in document.notices] == [
        (NoticeKind.COMMENT, "Check this"),
        (NoticeKind.HIGHLIGHT, "case"),
        (NoticeKind.HIDDEN_TEXT, "secretly"),
        (NoticeKind.TRACKED_CHANGE, '"dropped" changed to "stopped"'),
    ]


def test_text_boxes_footnotes_and_watermarks() -> None:
    document = read(
        rb"{\header{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}}}\par}"
        rb"One{\footnote\pard\plain Note\par}{\shp{\*\shpinst{\shptxt\pard\plain Box\par}}{\shprslt{Box}}}\par Two\par"
    )
    assert blocks(document) == ["One", "Box", "Two", "Note"]
    assert document.blocks[1].kind is BlockKind.TEXT_BOX
    assert document.blocks[3].kind is BlockKind.FOOTNOTE
    assert [(notice.kind, notice.detail) for notice in document.notices] == [(NoticeKind.WATERMARK, "DRAFT")]


def test_pictures_and_binary_data_are_not_text() -> None:
    assert read(
        rb"One{\pict\pngblip 89504e47}{\*\unknown secret}{\object{\*\objdata 00}{\result Two}}\bin3 }}} end"
    ).text == ("OneTwo end")


@pytest.mark.parametrize("data", [b"Dear Mr Frost", b"{\\rtf1 Dear", b"{\\rt Dear}"])
def test_what_is_no_rich_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLetter, match="damaged"):
        read_rtf("letter.rtf", data)
