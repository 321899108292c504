"""Pieces become one text with positions; a run without an end is cut short and said."""

from vlucheck.document import Notice, NoticeKind, Piece, Span, assemble


def test_the_marks_of_a_piece_move_with_it() -> None:
    mark = Notice(NoticeKind.HIGHLIGHT, "two", Span(4, 7))
    document = assemble("a.txt", "txt", [Piece("one"), Piece("and two", marks=(mark,))])
    assert document.text == "one\n\nand two"
    assert [document.quote(notice.span) for notice in document.notices if notice.span] == ["two"]


def test_a_run_without_a_space_is_cut_short_and_said() -> None:
    mark = Notice(NoticeKind.HIGHLIGHT, "end", Span(30_010, 30_013))
    document = assemble("a.txt", "txt", [Piece("We saw " + "x" * 30_000 + " the end", marks=(mark,))])
    assert document.text == "We saw " + "x" * 100 + "… the end"
    assert [notice.kind for notice in document.notices] == [NoticeKind.HIGHLIGHT, NoticeKind.UNREAD_PART]
    assert "30000 characters" in document.notices[1].detail
    assert document.notices[0].span == document.blocks[0].span


def test_a_long_web_address_stays_whole() -> None:
    address = "https://www.cps.example/" + "a" * 900
    assert assemble("a.txt", "txt", [Piece(address)]).text == address


LINE = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0"


def test_a_file_pasted_line_by_line_is_cut_short_and_said() -> None:
    text = "We saw\n" + f"{LINE}\n" * 1000 + "Zm9v\n" + "the end of it."
    document = assemble("a.txt", "txt", [Piece(text)])
    assert document.text == f"We saw\n{LINE}…\nZm9v\nthe end of it."
    (notice,) = document.notices
    assert notice.kind is NoticeKind.UNREAD_PART
    assert "76999 characters" in notice.detail


def test_the_last_short_line_of_it_goes_too() -> None:
    (piece,) = assemble("a.txt", "txt", [Piece(f"{LINE}\n" * 9 + "Zm9vYg==\n\nYours")]).blocks
    assert piece.span.end == len(f"{LINE}…\n\nYours")


def test_a_file_pasted_as_paragraphs_is_cut_short_and_said_once() -> None:
    document = assemble("a.txt", "txt", [Piece("We saw"), *[Piece(LINE)] * 50, Piece("the end")])
    assert document.text == f"We saw\n\n{LINE}…\n\nthe end"
    assert [notice.kind for notice in document.notices] == [NoticeKind.UNREAD_PART]


def test_a_list_of_web_addresses_is_no_such_file() -> None:
    addresses = [f"https://www.victims.example/a-long-way-to-help-that-is-near-you/{n}" for n in range(9)]
    assert assemble("a.txt", "txt", [Piece("\n".join(addresses))]).text == "\n".join(addresses)
    assert len(assemble("a.txt", "txt", map(Piece, addresses)).blocks) == 9
