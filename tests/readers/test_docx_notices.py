"""What the Word reader notices beside the text: each thing once, and on the words that it is about."""

import pytest
from readers.word_file import field, lines, noticed, p, r, read, table, text_box

from vlucheck.document import NoticeKind

INS = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DEL = '<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'
YELLOW = '<w:highlight w:val="yellow"/>'


def tracked(body: str) -> list[tuple[str, str | None]]:
    return noticed(read(body), NoticeKind.TRACKED_CHANGE)


def merged(body: str) -> list[tuple[str, str | None]]:
    return noticed(read(body), NoticeKind.MERGE_FIELD)


def test_tracked_changes_are_read_as_accepted_and_each_place_is_said_once() -> None:
    body = p(
        "We ", DEL.format("dro"), DEL.format("pped"), INS.format(r("stop") + r("ped", "<w:b/>")), " it", DEL.format("!")
    )
    document = read(body)
    assert document.text == "We stopped it"
    assert tracked(body) == [('"dropped" changed to "stopped"', "stopped"), ('"!" taken out', "it")]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    moved = "<w:moveFrom>" + r("old place ") + "</w:moveFrom>"
    document = read(p(moved, "then ", "<w:moveTo>" + r("new place") + "</w:moveTo>"))
    assert document.text == "then new place"
    assert len(noticed(document, NoticeKind.TRACKED_CHANGE)) == 2


def test_a_deleted_paragraph_goes_and_a_deleted_paragraph_end_joins_two() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = p("One") + p(DEL.format("Two"), properties=gone) + p("Th", properties=gone) + p("ree")
    assert lines(read(body)) == ["One", "Three"]
    assert tracked(body) == [('"Two" taken out', "Three")]


def test_a_change_in_a_paragraph_that_is_left_empty_is_said_at_the_one_before() -> None:
    assert tracked(p("One") + p(DEL.format("Two")) + p("Three")) == [('"Two" taken out', "One")]
    assert tracked(p(DEL.format("Two")) + p("Three")) == [('"Two" taken out', None)]


def test_a_deleted_table_row_is_not_read() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr>"
    body = p("One") + table([p("kept")]).replace("</w:tbl>", row + "</w:tbl>")
    assert lines(read(body)) == ["One", "kept"]
    assert tracked(body) == [("a row of a table taken out", "kept")]


def test_new_paragraph_ends_and_formatting_are_changes_too() -> None:
    assert tracked(p("One", properties="<w:rPr><w:ins/></w:rPr>") + p("Two")) == [("paragraph break added", "One")]
    assert tracked(p(r("Two words", "<w:b/><w:rPrChange/>"))) == [("formatting changed", "Two words")]


def test_a_comment_is_said_on_the_words_it_is_about() -> None:
    comments = (
        f'<w:comment w:id="0">{p("Check  this.")}{p("Really")}</w:comment><w:comment w:id="1">{p("loose")}</w:comment>'
    )
    start, end, mark = (
        '<w:commentRangeStart w:id="0"/>',
        '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )
    inside = read(p("Dear ", start, "Mrs Kowalska", end, mark), comments=comments)
    across = read(p("Dear ", start, "Mrs") + p("Kowalska", end, mark), comments=comments)
    between = read(p("Dear") + start + p("Mrs Kowalska", end, mark), comments=comments)
    without = read(p("Dear Mrs", mark), comments=comments)
    assert noticed(inside, NoticeKind.COMMENT) == [("Check this. Really", "Mrs Kowalska")]
    assert noticed(across, NoticeKind.COMMENT) == [("Check this. Really", "Mrs")]
    assert noticed(between, NoticeKind.COMMENT) == [("Check this. Really", "Mrs Kowalska")]
    assert noticed(without, NoticeKind.COMMENT) == [("Check this. Really", "Mrs")]


def test_hidden_text_is_not_in_the_text_but_said() -> None:
    styles = '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(
        p("Shown ", r("sec", "<w:vanish/>"), r("ret", '<w:rStyle w:val="Note"/>'), r("too", '<w:vanish w:val="0"/>')),
        styles=styles,
    )
    assert document.text == "Shown too"
    assert noticed(document, NoticeKind.HIDDEN_TEXT) == [("secret", "Shown")]


def test_hidden_spaces_and_page_marks_of_the_screen_are_no_hidden_text() -> None:
    assert not read(p("Shown", r(" ", "<w:vanish/>"), r(" too", "<w:webHidden/>"))).notices


def test_highlighted_runs_are_one_place_and_white_is_no_colour() -> None:
    body = p(
        r("Mrs", YELLOW), " ", r("Kowal", YELLOW), r("ska", YELLOW), " and ", r("you", '<w:highlight w:val="white"/>')
    )
    assert noticed(read(body), NoticeKind.HIGHLIGHT) == [("Mrs Kowalska", "Mrs Kowalska")]


@pytest.mark.parametrize(("fill", "count"), [("FFFF00", 1), ("D9D9D9", 0), ("1F3864", 0), ("auto", 0), ("FFF2CC", 0)])
def test_strong_light_shading_is_a_highlight_and_design_is_not(fill: str, count: int) -> None:
    shading = f'<w:shd w:val="clear" w:fill="{fill}"/>'
    for body in (p(r("word", shading)), p(r("word"), properties=shading)):
        assert len(noticed(read(body), NoticeKind.HIGHLIGHT)) == count


@pytest.mark.parametrize(
    ("markup", "detail", "words"),
    [
        (field("MERGEFIELD Name", "«Name»"), "merge field not filled in: «Name»", "«Name»"),
        (field('MERGEFIELD "Name" \\* Upper', ""), "merge field not filled in: «Name»", "Dear"),
        (field('MERGEFIELD "Mrs Haversham"', ""), "merge field not filled in: «Mrs Haversham»", "Dear"),
        (field('MERGEFIELD "Mrs Haversham" \\* MERGEFORMAT', ""), "merge field not filled in: «Mrs Haversham»", "Dear"),
        (field("MERGEFIELD “First name” \\b x", None), "merge field not filled in: «First name»", "Dear"),
        (field("MERGEFIELD Name \\* MERGEFORMAT", ""), "merge field not filled in: «Name»", "Dear"),
        (field("ADDRESSBLOCK \\f x", ""), "merge field not filled in: «ADDRESSBLOCK»", "Dear"),
        (field("MERGEFIELD Name", None), "merge field not filled in: «Name»", "Dear"),
        (field("ADDRESSBLOCK", None), "merge field not filled in: «ADDRESSBLOCK»", "Dear"),
        (
            f'<w:fldSimple w:instr=" MERGEFIELD Name ">{r("«Name»")}</w:fldSimple>',
            "merge field not filled in: «Name»",
            "«Name»",
        ),
        (
            field("MACROBUTTON NoMacro Click and type a name", None),
            "blank left in: Click and type a name",
            "Click and type a name",
        ),
        (field("FORMTEXT", "\u2002\u2002\u2002"), "blank left in: an empty form field", "Dear"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>",
            "blank left in: Click here",
            "Click here",
        ),
    ],
)
def test_blanks_are_said_with_their_place(markup: str, detail: str, words: str) -> None:
    assert merged(p("Dear ", markup)) == [(detail, words)]


def test_fields_and_controls_that_were_filled_in_are_silent() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Kowalska')}</w:sdtContent></w:sdt>"
    form = field("FORMTEXT", "12 May")
    assert not read(p("Dear ", field("MERGEFIELD Title", "Mrs"), " ", control, form, field("DATE", "5 March"))).notices


def test_a_prompt_that_fills_paragraphs_or_a_cell_is_a_blank() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert merged(prompt.format(p("Enter text"))) == [("blank left in: Enter text", "Enter text")]
    cell = prompt.format(f"<w:tc>{p('Enter a date')}</w:tc>")
    assert merged(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == [("blank left in: Enter a date", "Enter a date")]


@pytest.mark.parametrize(
    "shape",
    [
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject357"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>',
        text_box(p("DRAFT"), name="PowerPlusWaterMarkObject1"),
    ],
)
def test_a_watermark_is_said_once_and_is_no_text(shape: str) -> None:
    headers = '<w:headerReference w:type="first" r:id="header1"/><w:headerReference r:id="header2"/>'
    document = read(p("Body") + f"<w:sectPr>{headers}<w:titlePg/></w:sectPr>", header1=p(shape), header2=p(shape))
    assert lines(document) == ["Body"]
    assert noticed(document, NoticeKind.WATERMARK) == [("DRAFT", None)]


def test_ornamental_words_in_the_body_are_text() -> None:
    art = '<w:r><w:pict><v:shape id="_x0000"><v:textpath string="Thank you"/></v:shape></w:pict></w:r>'
    assert lines(read(p(art, "Body"))) == ["Thank you", "Body"]


def test_notices_move_with_the_label_of_a_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p(r("  lit", YELLOW), properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    document = read(body, numbering=numbering)
    assert document.text == "• lit"
    assert noticed(document, NoticeKind.HIGHLIGHT) == [("lit", "lit")]
