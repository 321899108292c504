"""What the Word reader takes from a file, in which order and as which kind of block."""

import io
from pathlib import Path

import pytest
from docx import Document as WordDocument
from readers.word_file import lines, noticed, p, r, read, table, text_box, word_file

from vlucheck.document import BlockKind, NoticeKind
from vlucheck.readers.docx import read_docx

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="CPS Heading"/><w:basedOn w:val="H"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lvl"><w:name w:val="Point"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
FEATURES = Path(__file__).parent / "fixtures" / "word-features.docx"


def test_a_letter_written_by_python_docx_comes_out_in_order() -> None:
    word = WordDocument()
    word.sections[0].header.paragraphs[0].text = "Crown Prosecution Service"
    word.sections[0].footer.paragraphs[0].text = "Page 1"
    word.add_heading("Our decision", 1)
    word.add_paragraph("First", style="List Number")
    word.add_paragraph("Second", style="List Number")
    word.add_paragraph("A point", style="List Bullet")
    cells = word.add_table(2, 2)
    cells.cell(0, 0).text, cells.cell(0, 1).text = "left", "right"
    cells.cell(1, 0).merge(cells.cell(1, 1)).text = "both"
    stream = io.BytesIO()
    word.save(stream)

    document = read_docx("letter.docx", stream.getvalue())

    assert document.format == "docx"
    assert [(block.kind.value, document.quote(block.span)) for block in document.blocks] == [
        ("header", "Crown Prosecution Service"),
        ("heading", "Our decision"),
        ("list item", "1. First"),
        ("list item", "2. Second"),
        ("list item", "• A point"),
        ("table cell", "left"),
        ("table cell", "right"),
        ("table cell", "both"),
        ("footer", "Page 1"),
    ]


def test_a_letter_written_by_libreoffice_comes_out_as_it_was_typed() -> None:
    """word-features.docx is `soffice --headless --convert-to docx word-features.fodt`."""
    document = read_docx("f.docx", FEATURES.read_bytes())

    assert lines(document) == [
        "Our decision",
        "Dear Mrs Kowalska, non break\nsecond line\ttabbed softhyphen non-break",
        "Some  here and SHOUTED 😀 text.",
        "It was stopped on Monday.",
        "A remark stays.",
        "1. First",
        "a) Sub one",
        "b) Sub two",
        "2. Second",
        "• Bulleted",
        "tall",
        "r1",
        "r2",
        "nested",
        "after",
        "Anchor para goes on.",
        "In the box",
        "Second in box",
        "Link our page end, name.",
        "The footnote text.",
    ]
    assert noticed(document, NoticeKind.HIGHLIGHT) == [("Mrs Kow", "Mrs Kow")]
    assert noticed(document, NoticeKind.TRACKED_CHANGE) == [('"gone" changed to "stopped"', "stopped")]
    assert noticed(document, NoticeKind.COMMENT) == [("Check this", "remark")]
    assert noticed(document, NoticeKind.HIDDEN_TEXT) == [("secret words", "Some")]


@pytest.mark.parametrize("style", ["H", "Ours", "Lvl"])
def test_headings_are_known_by_name_level_and_inheritance(style: str) -> None:
    block = read(p("Why", properties=f'<w:pStyle w:val="{style}"/>'), styles=STYLES).blocks[0]
    assert block.kind is BlockKind.HEADING


def test_a_style_based_on_itself_does_no_harm() -> None:
    block = read(p("Text", properties='<w:pStyle w:val="Loop"/>'), styles=STYLES).blocks[0]
    assert (block.kind, block.style) == (BlockKind.PARAGRAPH, "Loop")


def test_bold_means_the_whole_paragraph_and_a_style_in_a_style_switches_it_off() -> None:
    strong = '<w:rStyle w:val="Strong"/>'
    document = read(
        p(r("All", "<w:b/>"), " ", r("bold", strong))
        + p(r("Part", "<w:b/>"), " plain")
        + p(r("Not", strong), properties='<w:pStyle w:val="H"/>')
        + p(r("Off", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="H"/>'),
        styles=STYLES,
    )
    assert [block.bold for block in document.blocks] == [True, False, False, False]


def test_each_block_tells_its_style_and_where_it_sits() -> None:
    document = read(p("One") + p("") + table([p("Two")]), styles=STYLES)
    assert [(block.source, block.style) for block in document.blocks] == [
        ("word/document.xml p[1]", "Normal"),
        ("word/document.xml p[3]", "Normal"),
    ]


def test_cells_that_go_on_downwards_are_shown_once() -> None:
    def cell(text: str, merge: str) -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc>"

    begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        table(
            [cell("wide", '<w:gridSpan w:val="2"/>'), cell("tall", begin)],
            [p("a"), p("b"), cell("behind", goes_on)],
            [p("c"), p("d"), p("own")],
            [p("e"), p("f"), cell("never begun", goes_on)],
        )
    )
    assert lines(document) == ["wide", "tall", "a", "b", "c", "d", "own", "e", "f", "never begun"]


def test_nested_tables_and_rows_in_content_controls_are_read_in_order() -> None:
    control = f"<w:sdt><w:sdtContent><w:tr><w:tc>{p('in control')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    inner = table([p("inner")])
    document = read(f"<w:tbl><w:tr><w:tc>{p('before')}{inner}{p('after')}</w:tc></w:tr>{control}</w:tbl>")
    assert lines(document) == ["before", "inner", "after", "in control"]
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_CELL}


def test_a_text_box_is_read_once_and_before_the_text_that_follows_its_anchor() -> None:
    document = read(p("First") + p(text_box(p("Our address"), table([p("in a table")])), "Second"))
    assert lines(document) == ["First", "Our address", "in a table", "Second"]
    assert document.blocks[2].kind is BlockKind.TEXT_BOX


def test_a_text_box_anchored_behind_words_comes_after_them() -> None:
    assert lines(read(p("Words", text_box(p("Box"))))) == ["Words", "Box"]


def test_a_text_box_of_old_word_is_read() -> None:
    box = f"<v:textbox><w:txbxContent>{p('Old box')}</w:txbxContent></v:textbox>"
    assert lines(read(p(f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"))) == ["Old box"]


def test_only_headers_that_are_switched_on_are_read_and_a_text_once() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
        '<w:headerReference w:type="default" r:id="header2"/><w:headerReference w:type="even" r:id="header3"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
    )
    parts = {
        "header1": p("Victim Liaison Unit") + p("14 Kiln Street"),
        "header2": p("Victim Liaison Unit") + p("Page 2"),
        "header3": p("Even page"),
        "footer1": p("Foot"),
    }
    both = read(p("Body") + section.format("<w:titlePg/>"), **parts)
    plain = read(p("Body") + section.format(""), **parts)
    even = read(p("Body") + section.format(""), settings="<w:evenAndOddHeaders/>", **parts)

    assert lines(both) == ["Victim Liaison Unit", "14 Kiln Street", "Page 2", "Body", "Foot"]
    assert lines(plain) == ["Victim Liaison Unit", "Page 2", "Body", "Foot"]
    assert lines(even) == ["Victim Liaison Unit", "Page 2", "Even page", "Body", "Foot"]


def test_notes_stand_after_the_text_in_the_order_of_their_marks() -> None:
    def note(number: int, text: str) -> str:
        return f'<w:footnote w:id="{number}">{p("<w:r><w:footnoteRef/></w:r>", text)}</w:footnote>'

    marks = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    document = read(
        p("One", marks.format(3), " two", marks.format(2), "."),
        footnotes=note(1, "never referred to") + note(2, "second") + note(3, "first"),
        endnotes="",
    )
    assert lines(document) == ["One two.", "first", "second"]
    assert document.blocks[1].kind is BlockKind.FOOTNOTE


def test_pages_come_from_words_own_marks_before_typed_breaks() -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>"
    typed = '<w:r><w:br w:type="page"/></w:r>'
    assert [b.page for b in read(p("one", typed) + p(rendered)).blocks] == [1, 2]
    assert [b.page for b in read(p("one", typed) + p("two")).blocks] == [1, 2]
    assert [b.page for b in read(p("one") + p("two", properties="<w:pageBreakBefore/>")).blocks] == [1, 2]
    assert [b.page for b in read(p("one") + p("two")).blocks] == [None, None]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    assert lines(read(p("D", properties='<w:framePr w:dropCap="drop"/>') + p("ear Mrs Kowalska"))) == [
        "Dear Mrs Kowalska"
    ]


def test_a_formula_shows_its_characters() -> None:
    assert read(p("So ", "<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>", ".")).text == "So 2+2."


def test_what_cannot_be_read_is_said() -> None:
    document = read(p("Text") + '<w:altChunk r:id="x"/>')
    assert noticed(document, NoticeKind.UNREAD_PART) == [("a document inserted from another file", None)]


def test_the_reader_is_the_same_for_bytes_read_twice() -> None:
    data = word_file(p("Dear Mrs Kowalska"))
    assert read_docx("a.docx", data) == read_docx("a.docx", data)
