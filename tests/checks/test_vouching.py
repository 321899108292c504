"""What a sentence says for its writer, and what it only reports, asks, supposes or holds possible."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.elements.vouching import Voice, unvouched, vouched_text
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Sentence

if TYPE_CHECKING:
    from spacy.language import Language


def _sentence(text: str, parser: "Language", knowledge: Knowledge) -> Sentence:
    return letter_from(letter_text(text), parser, knowledge).sentences[0]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("You asked whether he will be charged.", Voice.OPEN),
        ("You say that the decision was wrong.", Voice.REPORTED),
        ("The police would like him to be charged.", Voice.REPORTED),
        ("You will remember that he was charged with theft.", Voice.REPORTED),
        ("You asked for an apology.", Voice.REPORTED),
        ("If he is charged, there will be a hearing.", Voice.CONDITION),
        ("He may be charged.", Voice.POSSIBLE),
    ],
)
def test_what_the_writer_does_not_vouch_for_has_a_reason(
    text: str, voice: Voice, parser: "Language", knowledge: Knowledge
) -> None:
    assert voice in {found for found, _ in unvouched(_sentence(text, parser, knowledge))}


@pytest.mark.parametrize(
    "text",
    [
        "We have decided that he will not be charged.",
        "I am sorry to tell you that he will not be charged.",
        "I write to let you know that we have stopped the case.",
        "I told the police that we would stop the case.",
    ],
)
def test_the_writers_own_word_is_vouched_for(text: str, parser: "Language", knowledge: Knowledge) -> None:
    assert list(unvouched(_sentence(text, parser, knowledge))) == []


def test_what_may_be_felt_does_not_touch_what_is_told(parser: "Language", knowledge: Knowledge) -> None:
    sentence = _sentence("You may be sad to learn that he will not be charged.", parser, knowledge)
    assert "he will not be charged" in vouched_text(sentence, sentence.text.casefold(), frozenset(Voice))


def test_the_vouched_text_keeps_its_length_and_loses_the_rest(parser: "Language", knowledge: Knowledge) -> None:
    sentence = _sentence("If he is charged, there will be a hearing.", parser, knowledge)
    folded = sentence.text.casefold()
    text = vouched_text(sentence, folded, frozenset((Voice.CONDITION,)))
    assert len(text) == len(folded)
    assert "charged" not in text
    assert text.endswith("there will be a hearing.")
