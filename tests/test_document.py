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
