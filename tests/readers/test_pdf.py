"""PDF: paragraphs from the places of lines, columns, headers, pages without text, protection."""

from pathlib import Path

import pytest
from readers.pdf_file import blocks, column, pdf, read

from vlucheck.document import BlockKind, NoticeKind
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.pdf import read_pdf
from vlucheck.readers.pdf.hyphens import joined

FULL = "The police sent us all that they had found, and a prosecutor who was new to the"
REST = "case read it from the first page to the last."
WHOLE = f"{FULL} {REST}"


def test_full_lines_go_on_and_address_lines_do_not() -> None:
    lines = column("Mr A Frost", "3 Mill Lane", "Thornby", "", FULL, REST, "", "Yours sincerely", "Ann Hill")
    assert blocks(read(lines)) == ["Mr A Frost", "3 Mill Lane", "Thornby", WHOLE, "Yours sincerely", "Ann Hill"]


def test_paragraphs_without_a_gap_are_parted_by_a_short_last_line() -> None:
    assert blocks(read(column(FULL, REST, FULL, REST))) == [WHOLE, WHOLE]


def test_a_gap_parts_paragraphs_even_after_a_full_line() -> None:
    lines = [*column(FULL, FULL), *column(FULL, REST, top=650), *column(FULL, REST, top=600)]
    assert blocks(read(lines)) == [f"{FULL} {FULL}", WHOLE, WHOLE]


def test_first_line_indents_part_paragraphs() -> None:
    indented = [(90.0, 700.0, FULL[:-8]), *column(FULL, top=686), (90.0, 672.0, FULL[:-8]), *column(REST, top=658)]
    assert blocks(read(indented)) == [f"{FULL[:-8]} {FULL}", f"{FULL[:-8]} {REST}"]


def test_hanging_list_items_are_one_block_each() -> None:
    lines = [(72.0, 700.0, "1."), (90.0, 700.0, FULL), (90.0, 686.0, REST), (72.0, 672.0, "2."), (90.0, 672.0, "Two.")]
    document = read(lines)
    assert blocks(document) == [f"1. {WHOLE}", "2. Two."]
    assert {block.kind for block in document.blocks} == {BlockKind.LIST_ITEM}


def test_a_paragraph_goes_on_over_the_page() -> None:
    foot = "Telephone 01632 960471"
    first = [*column(FULL, FULL, FULL, top=150), (200.0, 50.0, foot), (500.0, 40.0, "Page 1 of 2")]
    second = [*column(REST, "", FULL, REST, top=770), (200.0, 50.0, foot), (500.0, 40.0, "Page 2 of 2")]
    document = read(first, second)
    assert blocks(document) == [f"{FULL} {FULL} {WHOLE}", WHOLE, foot, "Page 1 of 2"]
    assert [block.kind for block in document.blocks][2:] == [BlockKind.FOOTER] * 2
    assert [block.page for block in document.blocks][:2] == [1, 2]


def test_a_header_of_every_page_is_kept_once() -> None:
    head = (72.0, 800.0, "Crown Prosecution Service")
    document = read([head, *column(FULL, REST)], [head, *column("Second.")])
    assert blocks(document) == ["Crown Prosecution Service", WHOLE, "Second."]
    assert document.blocks[0].kind is BlockKind.HEADER


def test_what_the_file_puts_last_is_read_where_it_stands() -> None:
    document = read([*column("Dear Mr Frost", "", FULL, REST, top=650), (300.0, 790.0, "Victim Liaison Unit")])
    assert blocks(document)[0] == "Victim Liaison Unit"


def test_short_lines_at_the_right_edge_stay_lines() -> None:
    lines = [(380.0, 780.0, "Crown Prosecution Service"), (424.0, 766.0, "Victim Liaison Unit")]
    assert blocks(read([*lines, *column(FULL, REST)]))[:2] == [text for *_, text in lines]


def test_a_centred_line_goes_on_centred() -> None:
    lines = [(80.0, 780.0, FULL), (260.0, 766.0, "case read it.")]
    assert blocks(read([*lines, *column(FULL, REST)]))[0] == f"{FULL} case read it."


def test_columns_are_read_as_the_file_has_them() -> None:
    left = column("Mr A Frost", "3 Mill Lane", "Thornby")
    right = column("Victim Liaison Unit", "12 Quay Road", x=350)
    document = read([*left, *right, *column(FULL, REST, top=600)])
    assert blocks(document) == [*(text for *_, text in (*left, *right)), WHOLE]


def test_a_page_in_two_columns_is_read_down_the_first_then_down_the_second() -> None:
    half, end = "The police sent us what they", "had found about the fire."
    head = (72.0, 780.0, "Crown Prosecution Service, 12 Quay Road, Thornby, and its Victim Liaison Unit")
    left = column(*[half, end, ""] * 8)
    right = column(*["A prosecutor read the case from", "its first page to the last.", ""] * 6, x=320)
    found = blocks(read([head, *left, *right]))
    assert found == [
        head[2],
        *[f"{half} {end}"] * 8,
        *["A prosecutor read the case from its first page to the last."] * 6,
    ]


def test_cells_of_a_row_are_cells_and_wrapped_ones_are_whole() -> None:
    rows = [
        *column("What happens"), *column("By when", x=300),
        *column("We tell you what", "we have decided", top=680), *column("Six weeks after", "you ask", x=300, top=680),
    ]  # fmt: skip
    document = read([*rows, *column(FULL, REST, top=600)])
    assert blocks(document) == [
        "What happens", "By when", "We tell you what we have decided", "Six weeks after you ask", WHOLE,
    ]  # fmt: skip
    assert [block.kind for block in document.blocks][:4] == [BlockKind.TABLE_CELL] * 4


def test_a_label_and_what_follows_it_stay_together() -> None:
    assert blocks(read([(72, 700, "Our reference:"), (200, 700, "31TB0456726")])) == ["Our reference: 31TB0456726"]


@pytest.mark.parametrize(
    ("before", "after", "text", "whole"),
    [
        ("a well-", "known man", "", "a well-known man"),
        ("he was re-", "fused it", "", "he was refused it"),
        ("by e-", "mail", "", "by e-mail"),
        ("twenty-", "five", "", "twenty-five"),
        ("the Hart-", "Lowe family", "", "the Hart-Lowe family"),
        ("a co-", "defendant", "the co-defendant", "a co-defendant"),
        ("the organi-", "sation", "an organisation", "the organisation"),
        ("a day-to-", "day matter", "", "a day-to-day matter"),
        ("2025-", "26", "", "2025-26"),
        ("he left -", "then came", "", "he left - then came"),
        ("pros\u00ad", "ecutor", "", "prosecutor"),
    ],
)
def test_words_broken_over_lines_are_whole_again(before: str, after: str, text: str, whole: str) -> None:
    assert joined(before, after, text) == whole


def test_a_hyphen_at_the_end_of_a_line_is_found() -> None:
    lines = column(FULL.replace("to the", "to this well-"), "known case. She read it from the first page.")
    assert "this well-known case." in read(lines).text


def test_a_page_without_text_is_said_with_its_number() -> None:
    with pytest.raises(UnreadableLetter, match=r'page 2 of "letter.pdf" is a picture'):
        read_pdf("letter.pdf", pdf(column(FULL), [], extra="0 0 100 100 re f\n"))


def test_a_scan_is_told_what_to_do() -> None:
    with pytest.raises(UnreadableLetter, match=r'^"letter.pdf" is a picture.*recognised'):
        read_pdf("letter.pdf", pdf([], extra="0 0 500 800 re f\n"))


def test_an_empty_last_page_does_no_harm() -> None:
    assert blocks(read(column(FULL, REST), [])) == [WHOLE]


def test_slanted_words_are_a_watermark_and_no_text() -> None:
    document = read(column(FULL, REST), extra="BT /F1 80 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET\n")
    assert document.text == WHOLE
    assert [(notice.kind, notice.detail) for notice in document.notices] == [(NoticeKind.WATERMARK, "DRAFT")]


def test_protected_files_are_said() -> None:
    with pytest.raises(UnreadableLetter, match="password"):
        read_pdf("letter.pdf", pdf(column(FULL), locked=True))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%%EOF", b"hello", b"%PDF-1.4\n" + bytes(500) + b"%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLetter, match="damaged or not a PDF"):
        read_pdf("letter.pdf", data)


def test_a_file_cut_short_is_refused_though_its_first_page_could_be_read() -> None:
    data = (Path(__file__).parent / "fixtures" / "letter.pdf").read_bytes()
    with pytest.raises(UnreadableLetter, match="damaged"):
        read_pdf("letter.pdf", data[:-50])
