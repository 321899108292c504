"""The body of a letter → its figures: how long its sentences are, and the age at which it can be read."""

import re

from vlucheck.checks.readability.measures import lengths
from vlucheck.findings import Metric
from vlucheck.letter.model import Letter

AGE_AT_GRADE_0 = 5
"""American school grades start one year after the fifth birthday, so age is grade plus five."""
LEAST_WORDS = 50
"""The formulas were made for samples of a hundred words and more; far below that they say nothing."""
LONGEST_SENTENCE = 25
AVERAGE_WORDS = 20


def figures(letter: Letter) -> tuple[Metric, ...]:
    """Return sentences, average and longest in words, and reading ages in years; empty for a letter without a body."""
    words = lengths(letter)
    if not words:
        return ()
    average = round(sum(words) / len(words), 1)
    return (
        Metric("sentences", len(words), "", None),
        Metric("words-per-sentence", average, f"<= {AVERAGE_WORDS}", average <= AVERAGE_WORDS),
        Metric("longest-sentence", max(words), f"<= {LONGEST_SENTENCE}", max(words) <= LONGEST_SENTENCE),
        *(_reading_ages(letter) if sum(words) >= LEAST_WORDS else ()),
    )


def _reading_ages(letter: Letter) -> tuple[Metric, ...]:
    """Two formulas, for information, since a formula sees only the length of words and sentences.

    Both count letters: a dictionary of syllables takes longer to open than all of the letter takes to check.
    """
    import textstat

    text = sample(letter)
    grades = (
        ("reading-age", textstat.automated_readability_index(text)),
        ("reading-age-by-words", textstat.coleman_liau_index(text)),
    )
    return tuple(Metric(name, AGE_AT_GRADE_0 + max(0, round(grade)), "9 to 11", None) for name, grade in grades)


def sample(letter: Letter) -> str:
    """The sentences of the body, each with one full stop at its end and none inside, so that they are counted right."""
    return " ".join(re.sub(r"[.!?…:;]+", "", sentence.text).strip() + "." for sentence in letter.sentences)
