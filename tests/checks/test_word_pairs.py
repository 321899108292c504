"""Words that fit in worse than a like one, by counts of word pairs: what is found, what is left alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.grammar.confused import WordPairs, least_of
from vlucheck.engines.counts import Counts, open_counts
from vlucheck.errors import BadRule
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

Found = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def found(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> Found:
    check = WordPairs.opened(rulebook)

    def read(body: str) -> list[tuple[str, str]]:
        findings = check.run(letter_from(letter_text(body), parser, knowledge)).findings
        return [(finding.quote, *finding.suggestions) for finding in findings]

    return read


def test_the_counts_know_words_and_pairs() -> None:
    counts = open_counts()
    assert counts is not None
    assert counts.word("the") > counts.word("court") > 0 == counts.word("qxzt")
    assert counts.pair("of", "the") > counts.pair("your", "letter") > 0 == counts.pair("pervious", "visit")
    assert counts.pair("of", "th") == 0


@pytest.mark.parametrize(
    ("sentence", "word", "meant"),
    [
        ("The footprint was left on a pervious visit.", "pervious", "previous"),
        ("The man had a tattoo of a swallow on his wrest, and he wore a cap.", "wrest", "wrist"),
        ("A cereal number was found under the frame.", "cereal", "serial"),
        ("He asked us about the dew date of the form.", "dew", "due"),
        ("You would not have to go thorough it alone.", "thorough", "through"),
    ],
)
def test_a_word_that_a_like_one_fits_far_better_is_found(found: Found, sentence: str, word: str, meant: str) -> None:
    assert found(sentence) == [(word, meant)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The footprint was left on a previous visit.",
        "He wore a red coat, and I read what you wrote.",
        'The note said "I have red what you wrote", as it stands in the file.',
        "The pane of glass was broken, and one of them threw the stone.",
        "She can then form her own view, and he asked too why nobody had rung.",
        "That burden would have to be lightly borne.",
        "Mr Red Wrest and Ms Pervious Trail will meet you.",
        "A pervious visit\n\nHis wrest",
    ],
)
def test_what_is_right_quoted_a_name_or_no_sentence_is_left_alone(found: Found, sentence: str) -> None:
    assert found(sentence) == []


def test_what_a_letter_says_twice_in_the_same_words_is_meant(found: Found) -> None:
    assert found("We saw a pervious visit there. He knows a pervious visit well.") == []


def test_without_the_counts_the_check_says_that_it_was_not_done(
    parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    def none() -> Counts | None:
        return None

    check = WordPairs(rulebook.compare("word-pairs"), least_of(rulebook), none)
    outcome = check.run(letter_from(letter_text("We saw a pervious visit."), parser, knowledge))
    assert outcome.findings == ()
    assert [skipped.check for skipped in outcome.skipped] == [check.name]


def test_every_pair_of_the_table_is_two_different_words() -> None:
    least = least_of(load_rulebook())
    assert sum(map(len, least.values())) > 1000
    assert [word for word, meant in least.items() if word in meant] == []
    assert min(score for meant in least.values() for score in meant.values()) >= 8


def test_a_pair_without_a_stroke_is_refused(rulebook: Rulebook) -> None:
    from dataclasses import replace

    with pytest.raises(BadRule, match="stroke"):
        least_of(replace(rulebook, tables={"words/confused": {"pairs": {9: "form from"}}}))
