"""PDF: lines that are spaced to fill their width are text, not columns; columns, tables, letterheads stay parted."""

import pytest
from readers.pdf_file import Line, blocks, column, justified, read, stretched

from vlucheck.document import BlockKind
from vlucheck.readers.pdf.hyphens import is_broken_address

STOPPED = "I am writing to tell you that the case against the man who came to your house has been stopped."
LONG_WORDS = (
    "The prosecutor considered the misunderstanding, notwithstanding the acknowledgement that investigators had "
    "provided comprehensive documentation concerning identification. Unfortunately, circumstances surrounding "
    "communications between representatives were misinterpreted."
)
ADDRESSES = (
    "Please ring me on 01632 960471 or write to victim.liaison.unit@cps.example if you would like to talk. You can "
    "read more at www.cps.example/right-to-review and we can send you a copy of it by post."
)


def side_by_side(*rows: tuple[str, ...], places: tuple[float, ...], top: float = 780) -> list[Line]:
    """Rows of words, written row by row, as a table made with tabs is."""
    return [
        (x, top - 14 * number, text) for number, row in enumerate(rows) for x, text in zip(places, row, strict=True)
    ]


@pytest.mark.parametrize("width", [150, 170, 200, 230, 260, 300, 450])
@pytest.mark.parametrize("text", [STOPPED, LONG_WORDS, ADDRESSES])
def test_justified_text_is_one_paragraph_however_narrow_its_column(text: str, width: float) -> None:
    assert blocks(read([*justified(text, width=width), *justified(STOPPED, top=350, width=width)])) == [text, STOPPED]


def test_justified_paragraphs_without_a_gap_are_parted_by_a_short_last_line() -> None:
    first = justified(STOPPED, width=300)
    second = justified(LONG_WORDS, top=first[-1][1] - 14, width=300)
    assert blocks(read([*first, *second])) == [STOPPED, LONG_WORDS]


def test_a_stretched_line_goes_on_though_the_next_one_has_capitals_only() -> None:
    heading = justified("PRIVATE: FOR MISS BECKFORD ONLY", x=400, top=780, width=122)
    document = read([*heading, *justified(STOPPED, top=700), *justified(STOPPED, top=600)])
    assert blocks(document) == ["PRIVATE: FOR MISS BECKFORD ONLY", STOPPED, STOPPED]


def test_lines_that_were_broken_by_hand_and_stretched_are_one_paragraph() -> None:
    lines = column("Please write to us at", "Victim Liaison Unit", "Tollgate House", "Netherby")
    text = [*stretched(lines[:-1], 450), lines[-1], *justified(STOPPED, top=600), *justified(STOPPED, top=500)]
    assert blocks(read(text)) == ["Please write to us at Victim Liaison Unit Tollgate House Netherby", STOPPED, STOPPED]


def test_a_stretched_line_at_the_foot_of_a_page_goes_on_though_a_sentence_ends_with_it() -> None:
    text = "I am writing to tell you that the case in court has been stopped. You may ask us to look at it again."
    lines = justified(text, top=110, width=185)
    assert lines[1][2].endswith("stopped.")
    first = [*justified(STOPPED, top=300, width=185), *lines[:2]]
    second = [*justified(lines[2][2], top=780, width=185), *justified(STOPPED, top=600, width=185)]
    assert blocks(read(first, second)) == [STOPPED, text, STOPPED]


def test_a_justified_cell_of_a_table_is_whole() -> None:
    event = justified("You told the police about the assault", x=72, top=686, width=120)
    day = justified("Wednesday 14 January 2026", x=230, top=686, width=140)
    head = side_by_side(("What happened", "When"), places=(72, 230), top=710)
    document = read([*head, *event, *day, *justified(STOPPED, top=600)])
    assert blocks(document)[2:4] == ["You told the police about the assault", "Wednesday 14 January 2026"]


def test_rows_of_single_words_at_the_same_places_are_a_table() -> None:
    rows = (("Charge", "Date", "Result"), ("Assault", "Monday", "Stopped"), ("Burglary", "Tuesday", "Altered"))
    document = read([*side_by_side(*rows, places=(72, 278, 480)), *justified(STOPPED, top=600)])
    assert blocks(document)[:9] == [word for row in rows for word in row]
    assert {block.kind for block in document.blocks[:9]} == {BlockKind.TABLE_CELL}


def test_an_address_beside_a_letterhead_stays_apart() -> None:
    rows = (("Mr A Frost", "Victim Liaison Unit"), ("3 Mill Lane", "12 Quay Road"), ("Thornby", "Thornby"))
    document = read([*side_by_side(*rows, places=(72, 410)), *justified(STOPPED, top=600)])
    assert blocks(document)[:6] == [text for row in rows for text in row]


def test_a_date_that_ends_at_the_right_edge_of_justified_text_stays_apart() -> None:
    row = ("Our reference 12NY1111325", "Thursday 5 March 2026")
    date = justified(LONG_WORDS, top=600)
    assert blocks(read([*side_by_side(row, places=(72, 397)), *date])) == [*row, LONG_WORDS]


def test_a_table_that_goes_on_over_the_page_has_its_columns_there_too() -> None:
    first = side_by_side(("Charge", "Day"), places=(72, 150), top=120)
    second = side_by_side(("Criminal dam.", "Friday"), places=(72, 163), top=780)
    document = read([*justified(STOPPED), *first, (72, 106, "Burglary"), (163, 106, "Sunday")], second)
    assert blocks(document)[-2:] == ["Criminal dam.", "Friday"]


def test_a_cell_that_the_page_parts_is_whole() -> None:
    row = (("The first hearing in front of a", "Monday 2 February 2026", "Netherby Crown Court"),)
    first = [*justified(STOPPED), *side_by_side(*row, places=(72, 260, 450), top=90)]
    second = [*column("judge and the", "magistrates", top=770), *justified(STOPPED, top=700)]
    assert blocks(read(first, second)) == [
        STOPPED, "The first hearing in front of a judge and the magistrates", *row[0][1:], STOPPED,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("see https://www.cps.example/legal-gui", "dance/reviews if", True),
        ("write to reviews.north", "ern-region@cps.example if", True),
        ("write to ann.hill@cps.example", ". You", True),
        ("write to ann.hill@cps.example", "if you like", False),
        ("write to ann.hill@cps.example", "Ann Hill", False),
        ("write to ann.hill@cps.example", "01632 960471", False),
        ("he came to the cross", "roads", False),
    ],
)
def test_an_address_of_the_net_that_is_too_long_for_its_line_is_known(before: str, after: str, broken: bool) -> None:
    assert is_broken_address(before, after) is broken


def test_an_address_broken_over_lines_is_whole_again() -> None:
    address = "https://www.cps.example/legal-guidance/victims-right-to-review-scheme/how-to-as"
    text = column(address, "kfor/ is where you find it.", "", "Yours sincerely")
    assert blocks(read(text))[0] == f"{address}kfor/ is where you find it."
