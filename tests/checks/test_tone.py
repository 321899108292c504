"""Tone: who is spoken of and who is speaking decide, not the phrase."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.rules import WordingRules
from vlucheck.checks.tone import Tone
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

FLAWS = [
    ("You failed to report the matter to the police.", "blame-failed-to"),
    ("You did not see fit to mention this to the officer.", "blame-did-not-bother"),
    ("Your allegation has been looked at.", "doubt-your-story"),
    ("It was only a minor assault.", "trivial-only"),
    ("I am sorry if you feel let down.", "conditional-apology"),
    ("Mistakes were made.", "passive-mistakes"),
    ("The charges have been dropped.", "charges-dropped"),
]
PROPER = [
    "We failed to tell you about the hearing.",
    "The alleged offence took place on 3 March.",
    "Mr Marsh denies the allegation.",
    'You wrote that the officer said "you failed to report the matter".',
    "You have only to ring me.",
    "The trial will last at least two weeks.",
    "It is not your fault that the case has ended.",
    "He dropped the bag at the gate.",
]


def tones(text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> set[str]:
    """The names of the tone rules that speak about a letter with this body."""
    letter = letter_from(letter_text(text), parser, knowledge)
    return {f.name for f in WordingRules.opened(rulebook).run(letter).findings if f.category == "tone"}


@pytest.mark.parametrize(("text", "name"), FLAWS)
def test_a_sentence_that_hurts_the_reader_is_found(
    text: str, name: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    assert name in tones(text, parser, knowledge, rulebook)


@pytest.mark.parametrize("text", PROPER)
def test_a_proper_sentence_that_looks_like_it_is_left_alone(
    text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    assert tones(text, parser, knowledge, rulebook) == set()


WHO_DECIDES = [
    ("Had you rung the police, they would have come.", "blame-might-have-been"),
    ("You should have fitted a lock.", "blame-what-the-reader-should-have-done"),
    ("Your mother did not tell the nurse.", "blame-what-the-reader-did-not-do"),
    ("Mr Dace was greatly relieved at the outcome.", "suspect-feelings"),
    ("He is a respected member of the community.", "suspect-praised"),
    ("We had to think of the effect on his career.", "suspect-weighed-before-reader"),
    ("The second count was dropped at court.", "case-dropped"),
    ("Your email was not answered.", "our-mistake-without-us"),
    ("The file was allocated to this office under the scheme.", "office-before-person"),
]
SOMEBODY_ELSE = [
    "Had we rung you, you would have come.",
    "The officer should have fitted a new lock, as he promised you.",
    "The nurse did not tell your mother.",
    "Your son was greatly relieved. He is a respected member of the team.",
    "Your husband died in March. He was a respected member of the club.",
    "We had to think of the effect on your daughter.",
    "The second bag was dropped at court.",
    "We did not answer your email, and I am sorry.",
]


def parsed(text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> set[str]:
    """The names of the rules about who is spoken of that speak about a letter with this body."""
    letter = letter_from(letter_text(text), parser, knowledge)
    return {finding.name for finding in Tone.opened(rulebook).run(letter).findings}


@pytest.mark.parametrize(("text", "name"), WHO_DECIDES)
def test_the_person_spoken_of_makes_the_sentence_hurt(
    text: str, name: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    assert name in parsed(text, parser, knowledge, rulebook)


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_the_same_words_about_somebody_else_do_not(
    text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    assert parsed(text, parser, knowledge, rulebook) == set()
