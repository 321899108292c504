"""Accents that stand apart are joined to their letters, and every place is known in both texts."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vlucheck.accents import joined
from vlucheck.document import Notice, NoticeKind, Piece, Span, assemble


def test_a_letter_and_its_accents_become_one_character() -> None:
    assert joined("Jose\u0301 Nguye\u0302\u0303n, cafe\u0301").text == "José Nguyễn, café"


def test_a_text_without_such_accents_is_left_alone() -> None:
    assert joined("José").text == "José"
    assert joined("José").places is None


def bare(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0]


@given(st.text(alphabet="aeno \u0301\u0303\u0323x🙂ñ"))
def test_every_letter_is_found_again_in_both_texts(text: str) -> None:
    whole = joined(text)
    assert unicodedata.normalize("NFC", whole.text) == unicodedata.normalize("NFC", text)
    for place, character in enumerate(whole.text):
        assert whole.now(whole.before(place)) == place
        assert bare(character) == bare(text[whole.before(place)]) or unicodedata.combining(character)
    assert whole.before(len(whole.text)) == len(text)
    assert whole.now(len(text)) == len(whole.text)


def test_the_marks_of_a_piece_stay_on_their_words() -> None:
    text = "Jose\u0301 and Rene\u0301e came"
    start = text.index("Rene")
    mark = Notice(NoticeKind.HIGHLIGHT, "name", Span(start, start + len("Rene\u0301e")))
    document = assemble("a.txt", "txt", [Piece(text, marks=(mark,))])
    assert document.text == "José and Renée came"
    assert [document.quote(notice.span) for notice in document.notices if notice.span] == ["Renée"]
