"""HTML and Markdown: blocks, lists, tables, what is hidden."""

import pytest

from vlucheck.document import BlockKind, Document, NoticeKind
from vlucheck.readers.html import read_html
from vlucheck.readers.markdown import read_markdown


def page(body: str) -> Document:
    return read_html("letter.html", f"<html><head><title>No</title></head><body>{body}</body></html>".encode())


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def kinds(document: Document) -> list[BlockKind]:
    return [block.kind for block in document.blocks]


def test_white_space_of_the_source_is_one_space_and_br_is_a_line_end() -> None:
    assert blocks(page("<p>Mr A\n   <b>Fr</b>ost <br>\n 3 Mill Lane</p>\n<p>&nbsp;</p>")) == ["Mr A Frost\n3 Mill Lane"]


def test_text_outside_paragraphs_is_read() -> None:
    assert blocks(page("One<div>Two<p>Three</div>Four")) == ["One", "Two", "Three", "Four"]


def test_entities_are_characters() -> None:
    assert page("<p>caf&eacute; &amp; &pound;385 &#128578; &lt;NAME&gt;</p>").text == "café & £385 🙂 <NAME>"


def test_scripts_styles_and_comments_are_not_text() -> None:
    assert page("<style>p{}</style><script>x()</script><p>One<!-- two --> three</p>").text == "One three"


def test_hidden_text_is_left_out_and_noticed() -> None:
    document = page('<p>One <span style="display: none">two</span>three</p><p hidden>four</p><p>five</p>')
    assert blocks(document) == ["One three", "five"]
    assert [(notice.kind, notice.detail) for notice in document.notices] == [
        (NoticeKind.HIDDEN_TEXT, "two"),
        (NoticeKind.HIDDEN_TEXT, "four"),
    ]


def test_lists_have_their_numbers() -> None:
    document = page('<ol start="3" type="a"><li>One<li>Two<ul><li>Deep</ul></ol><ul><li><p>Dot</p><p>More</p></ul>')
    assert blocks(document) == ["c. One", "d. Two", "• Deep", "• Dot", "More"]
    assert kinds(document) == [BlockKind.LIST_ITEM] * 4 + [BlockKind.PARAGRAPH]


def test_lists_that_word_typed_into_its_page_are_lists() -> None:
    document = page('<p class="MsoListParagraph"><span>1.<span>&nbsp;&nbsp;&nbsp; </span></span>Ring us</p>')
    assert (blocks(document), kinds(document)) == (["1. Ring us"], [BlockKind.LIST_ITEM])


def test_cells_of_a_table_are_cells_and_a_table_that_only_places_things_is_not() -> None:
    assert kinds(page("<table><tr><td>One<td>Two</table>")) == [BlockKind.TABLE_CELL] * 2
    assert kinds(page("<table><tr><td><p>One<p>Two</table>")) == [BlockKind.PARAGRAPH] * 2


def test_headings_and_bold_paragraphs_are_told_apart() -> None:
    document = page("<h2>Why</h2><p><b>Private</b></p><p><b>Not</b> all</p>")
    assert kinds(document) == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert [block.bold for block in document.blocks] == [False, True, False]


def test_changes_and_marked_text_are_noticed() -> None:
    document = page("<p>We <del>dropped</del><ins>stopped</ins> the <mark>case</mark>.</p>")
    assert document.text == "We stopped the case."
    assert {notice.kind for notice in document.notices} == {NoticeKind.TRACKED_CHANGE, NoticeKind.HIGHLIGHT}
    assert [document.quote(notice.span) for notice in document.notices if notice.span] == ["case", "stopped"]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-2"])
def test_the_page_says_its_encoding(charset: str) -> None:
    source = (
        f'<meta charset="{charset}"><p>Zoë £' if charset != "iso-8859-2" else f'<meta charset="{charset}"><p>Wiśniewska'
    )
    document = read_html("letter.html", source.encode(charset))
    assert document.text in ("Zoë £", "Wiśniewska")
    assert document.notices == ()


def test_very_deep_pages_keep_their_words() -> None:
    assert "word" in page("<div>" * 1500 + "word" + "</div>" * 1500).text


def test_pages_too_deep_to_be_read_are_said() -> None:
    document = page("<p>One</p>" + "<div>" * 5000 + "word" + "</div>" * 5000)
    assert [notice.kind for notice in document.notices] == [NoticeKind.UNREAD_PART]


def markdown(text: str) -> Document:
    return read_markdown("letter.md", text.encode())


def test_markdown_blocks() -> None:
    document = markdown(
        "Mr A Frost\n3 Mill Lane\n\n# Why\n\nIt is *not* [right](http://x.invalid/).\n\n1. One\n2. Two\n\n- Dot\n\n"
        "| A | B |\n|---|---|\n| c | d |\n"
    )
    assert blocks(document) == [
        "Mr A Frost\n3 Mill Lane", "Why", "It is not right.", "1. One", "2. Two", "• Dot", "A", "B", "c", "d",
    ]  # fmt: skip
    assert kinds(document)[1] is BlockKind.HEADING
    assert kinds(document)[3:] == [BlockKind.LIST_ITEM] * 3 + [BlockKind.TABLE_CELL] * 4


def test_blanks_in_markdown_stay_visible() -> None:
    assert markdown("Dear <NAME>, [insert date] {{x}} «y»<!-- no -->").text == "Dear <NAME>, [insert date] {{x}} «y»"
