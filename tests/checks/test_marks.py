"""A mark is shown with the words around it."""

import pytest

from vlucheck.checks.grammar.marks import from_mark, up_to_mark, with_words
from vlucheck.document import Span


@pytest.mark.parametrize(
    ("text", "mark", "shown"),
    [
        ("Nobody saw who wore it . The police asked.", " .", "wore it ."),
        ("Ring me on Mondays , or write.", " ,", "Mondays , or"),
        ("I am here,and I will help.", ",", "here,and"),
        ("You can text me, and,I will answer.", ",I", "and,I"),
        ("The first line\n, and the second", ",", ", and"),
        ("It was late.He left.", "e.H", "late.He"),
        ("He left ( the man ) at six.", "( ", "left ( the"),
        ("We wrote to you in May .", " .", "in May ."),
        ("I know that its normal to be angry.", "its", "its"),
    ],
)
def test_it_takes_the_words_beside_it(text: str, mark: str, shown: str) -> None:
    span = Span(text.index(mark), text.index(mark) + len(mark))
    span = with_words(text, span)
    assert text[span.start : span.end] == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ring me (on weekdays. I will help.", "(on weekdays."),
        ("Ring me (on weekdays from nine to five and I will help.", "(on weekdays from nine"),
        ("Ring me (", "("),
        ("Ring me (on\nweekdays", "(on"),
    ],
)
def test_an_opening_mark_takes_the_words_behind_it(text: str, shown: str) -> None:
    span = from_mark(text, text.index("("))
    assert text[span.start : span.end] == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The judge said so in open court). That is why.", "so in open court)."),
        ("I know. So do you).", "So do you)."),
        (") he said", ")"),
    ],
)
def test_a_closing_mark_takes_the_words_before_it(text: str, shown: str) -> None:
    span = up_to_mark(text, text.index(")"))
    assert text[span.start : span.end] == shown
