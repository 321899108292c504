"""The numbers that Word puts in front of list paragraphs."""

import pytest
from readers.word_file import lines, p, r, read

from vlucheck.document import BlockKind
from vlucheck.readers.docx.numerals import spelled_out


def level(number: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    counting = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{number}">{counting}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, lists: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>' + (lists or num(1))


def num(list_id: int, override: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="0"/>{override}</w:num>'


def item(text: str, place: int = 0, list_id: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_levels_count_each_for_itself_and_start_again() -> None:
    lists = numbering(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerRoman"))
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1) + p("no item")
    document = read(body, numbering=lists)
    assert lines(document) == ["1. a", "1.1 b", "1.2 c", "(i) d", "2. e", "2.1 f", "no item"]
    assert [block.kind for block in document.blocks][-2:] == [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]


def test_a_list_starts_where_it_is_told_to() -> None:
    assert lines(read(item("a") + item("b"), numbering=numbering(level(0, "%1)", start=5)))) == ["5) a", "6) b"]


def test_a_second_list_of_the_same_kind_goes_on_unless_it_starts_again() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level(0, "%1."), lists=num(1) + num(2) + num(3, again))
    body = item("a") + item("b", list_id=2) + item("c", list_id=3) + item("d", list_id=3)
    assert lines(read(body, numbering=lists)) == ["1. a", "2. b", "1. c", "2. d"]


def test_a_level_that_never_restarts_goes_on() -> None:
    lists = numbering(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert lines(read(item("a") + item("b", 1) + item("c") + item("d", 1), numbering=lists))[-1] == "2) d"


def test_legal_numbering_shows_figures_for_every_level() -> None:
    lists = numbering(level(0, "%1.", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>"))
    assert lines(read(item("a") + item("b", 1), numbering=lists)) == ["I. a", "1.1 b"]


def test_bullets_of_every_font_are_a_plain_bullet_and_a_blank_one_is_none() -> None:
    lists = numbering(level(0, "\uf0b7", "bullet"), level(1, "o", "bullet"), level(2, " ", "bullet"))
    document = read(item("a") + item("b", 1) + item("c", 2), numbering=lists)
    assert lines(document) == ["• a", "• b", "c"]
    assert document.blocks[2].kind is BlockKind.PARAGRAPH


def test_a_style_brings_its_list_and_number_zero_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Point"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    lists = numbering(level(0, "%1."), level(1, "%2)", more='<w:pStyle w:val="S"/>'))
    body = p("a", properties='<w:pStyle w:val="S"/>') + p("b", properties=off)
    assert lines(read(body, styles=styles, numbering=lists)) == ["1) a", "b"]


def test_an_empty_item_counts_and_is_not_shown_and_a_hidden_one_does_not_count() -> None:
    hidden = p(
        r("x", "<w:vanish/>"),
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    )
    body = item("a") + item("") + hidden + item("c")
    assert lines(read(body, numbering=numbering(level(0, "%1.")))) == ["1. a", "3. c"]


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert lines(read(item("a", list_id=9), numbering=numbering(level(0, "%1.")))) == ["a"]


def test_numbers_and_bullets_typed_by_hand_make_list_items_too() -> None:
    document = read(p("1.", "<w:r><w:tab/></w:r>", "First") + p("\uf0b7 Second") + p("12 Brook Terrace"))
    assert lines(document) == ["1. First", "• Second", "12 Brook Terrace"]
    assert [block.kind.value for block in document.blocks] == ["list item", "list item", "paragraph"]


@pytest.mark.parametrize(
    ("form", "count", "text"),
    [
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 26, "Z"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("decimalZero", 7, "07"),
        ("ordinal", 12, "12th"),
        ("ordinal", 23, "23rd"),
        ("cardinalText", 42, "Forty-two"),
        ("lowerRoman", 0, "0"),
        ("lowerLetter", 10**9, "1000000000"),
        ("chicago", 3, "3"),
    ],
)
def test_numerals(form: str, count: int, text: str) -> None:
    assert spelled_out(count, form) == text
