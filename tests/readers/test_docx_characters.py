"""Characters and capitals as Word shows them."""

import pytest
from readers.word_file import noticed, p, r, read

from vlucheck.document import NoticeKind

STYLES = '<w:style w:type="character" w:styleId="Caps"><w:name w:val="Caps"/><w:rPr><w:caps/></w:rPr></w:style>'


def test_runs_split_inside_a_word_are_one_word() -> None:
    assert read(p("Dear Mrs Ko", "wal", '<w:proofErr w:type="spellStart"/>', "ska")).text == "Dear Mrs Kowalska"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<w:br/>", "a\nb"),
        ("<w:cr/>", "a\nb"),
        ("<w:tab/>", "a\tb"),
        ("<w:noBreakHyphen/>", "a-b"),
        ("<w:softHyphen/>", "ab"),
        ("<w:t>\u00a0</w:t>", "a b"),
        ("<w:t>\u00ad</w:t>", "ab"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "a✓b"),
        ('<w:sym w:font="Wingdings" w:char="F021"/>', "a✏b"),
        ('<w:sym w:font="Webdings" w:char="F061"/>', "a•b"),
        ('<w:sym w:font="Symbol" w:char="F0B0"/>', "a°b"),
        ('<w:sym w:font="Arial" w:char="00A3"/>', "a£b"),
        ('<w:sym w:font="Arial" w:char="zz"/>', "a•b"),
        ("<w:t>line\nend</w:t>", "aline endb"),
        ("<w:t>  trimmed  </w:t>", "atrimmedb"),
    ],
)
def test_special_characters_come_out_as_word_shows_them(markup: str, text: str) -> None:
    assert read(p("a", f"<w:r>{markup}</w:r>", "b")).text == text


def test_letters_of_a_picture_font_are_not_read_as_letters() -> None:
    assert read(p("Sent ", r("\u00fc", '<w:rFonts w:ascii="Wingdings"/>'), " done")).text == "Sent ✓ done"


def test_capitals_are_read_as_shown_and_small_capitals_as_typed() -> None:
    document = read(
        p(r("Private", "<w:caps/>"), r(" letter", "<w:smallCaps/>"), r(" note", '<w:rStyle w:val="Caps"/>')),
        styles=STYLES,
    )
    assert document.text == "PRIVATE letter NOTE"


def test_spans_count_code_points_after_capitals_that_grow() -> None:
    document = read(p(r("straße 😀 ", "<w:caps/>"), r("here", '<w:highlight w:val="yellow"/>')))
    assert document.text == "STRASSE 😀 here"
    assert noticed(document, NoticeKind.HIGHLIGHT) == [("here", "here")]
