"""Sentences end where a careful reader ends them, and their places are exact."""

from collections.abc import Callable

import pytest

from vlucheck.letter import Letter
from vlucheck.letter.sentences import split_sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Marsh and Mrs. Orr met Dr. St. John at No. 5 High St. Leeford.",
        "The case of R. v. Marsh turned on s. 23 and s.24 of the Act, e.g. on para. 3.",
        "The trial starts at 10 a.m. on Monday and ends at 4 p.m. at the latest.",
        "Write to J. B. Pask, Fell Ltd. or ring 01632 960123.",
        "He told you “I was there. I saw it” and nothing else.",
        "Please write to vlu.leeford@cps.gov.uk or see www.cps.gov.uk/vrr for more.",
        "He waited ... and then he left.",
        "You lost £6.50 on 3.3.26.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    if "I was there" in text:
        assert pieces(text)[-1].endswith("nothing else.")
    else:
        assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We met at 10 a.m. The trial began at noon.", 2),
        ("The answer is no. We are sorry.", 2),
        ("It was you and I. The court agreed.", 2),
        ("Did he do it? We cannot say! Please ring.", 3),
        ("He said, ‘Sling your hook.’ You left.", 2),
        ("You asked: (a) why we stopped; (b) who decided; and (c) when.", 4),
        ("We stopped it.You may ask why.", 2),
        ("I am sorry… We were late.", 2),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(pieces(text)) == count


def test_list_items_are_sentences_of_their_own(read: Callable[[str], Letter]) -> None:
    letter = read(
        "Dear Mr Orr\n\nYou raised two points:\n- nobody rang you\n- the letter was late\n\nYours sincerely\n\nAnn Lee"
    )
    assert [sentence.text for sentence in letter.sentences if sentence.is_item] == [
        "- nobody rang you",
        "- the letter was late",
    ]
    assert [paragraph.number for paragraph in letter.paragraphs] == [1, 2, 3]


def test_places_are_exact_with_emoji_marks_and_quotes(read: Callable[[str], Letter]) -> None:
    text = (
        "Dear Mrs Ade\u0301ye\u0323mi\n\n\U0001f600 “You’re late,” he said."
        " Ade\u0301ye\u0323mi’s reply — ‘no’ — was plain.\n\nYours sincerely"
    )
    letter = read(text)
    assert [letter.document.quote(sentence.span) for sentence in letter.sentences] == [s.text for s in letter.sentences]
    assert len(letter.folded) == len(letter.text)
    for sentence in letter.sentences:
        for token in sentence.parse:
            start = sentence.offset + token.idx
            assert letter.text[start : start + len(token.text)] == token.text


def test_a_sentence_is_one_parse(read: Callable[[str], Letter]) -> None:
    letter = read(
        "Dear Mr Orr\n\nThe case of R v Marsh was heard at 10 a.m. on Monday 5 March; he denied it.\n\nYours sincerely"
    )
    assert len(list(letter.sentences[0].parse.sents)) == 1
    assert letter.sentences[0].words == 18
