"""What a sentence says for its writer, and what it only reports, asks, supposes or holds possible."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.elements.alike import Alike
from vlucheck.checks.elements.reading import Verdict
from vlucheck.checks.elements.vouching import Voice, unvouched, vouched_text
from vlucheck.findings import Status
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


def test_a_met_element_is_kept_only_where_a_sentence_reads_like_it(parser: "Language", knowledge: Knowledge) -> None:
    span = _sentence("The hall was full.", parser, knowledge).span
    met, least = Verdict(Status.MET, (span,)), {Status.MET: 0.05}
    assert Alike({"empathy": ((0.2, span),)}).confirmed("empathy", met, (), least) == met
    unlike = Alike({"empathy": ((0.01, span),)})
    assert unlike.confirmed("empathy", met, (), least) == Verdict(Status.MISSING)
    assert unlike.confirmed("empathy", met, (span,), least) == Verdict(Status.PARTLY, (span,))
    assert unlike.confirmed("empathy", met, (), {}) == met


def test_headings_and_lookalikes_raise_nothing(parser: "Language", knowledge: Knowledge) -> None:
    span = _sentence("You have no right to a review.", parser, knowledge).span
    missing, least, found = Verdict(Status.MISSING), {Status.MISSING: 0.3}, {"vrr-right": ((0.9, span),)}
    assert Alike(found).raised("vrr-right", missing, frozenset(), least) == Verdict(Status.MET, (span,))
    assert Alike(found).raised("vrr-right", missing, frozenset((span,)), least) == missing
    assert Alike(found, frozenset((span,))).raised("vrr-right", missing, frozenset(), least) == missing


def test_what_the_rules_call_met_keeps_its_sentences(parser: "Language", knowledge: Knowledge) -> None:
    letter = letter_from(letter_text("We have stopped the case. It rained."), parser, knowledge)
    told, other = (sentence.span for sentence in letter.sentences)
    met = Verdict(Status.MET, (told,))
    alike = Alike({"decision": ((0.9, other), (0.1, told))})
    assert alike.raised("decision", met, frozenset(), {Status.MET: 0.05, Status.MISSING: 0.3}) == met
