"""The points that the reader raised, by the case file → those of which the letter never speaks."""

import re
from collections.abc import Iterator

from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, fold

_STEM = 5  # letters by which a word is known again: "apologise", "apology"
_LEAST = 0.34  # share of an issue's words that come back in a letter that speaks of it
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """about after again asked because before being case complain complained complaint could court decision does
        from given have having letter made make never nobody other police prosecutor prosecution said says should some
        that their them there they this told victim want wanted wants were what when where which while with would your
        explained explain properly enough without only""",
    )
)


def unanswered(letter: Letter, case: CaseFile) -> Iterator[str]:
    """Yield each issue of the case file so few of whose words stand in the letter that it cannot be about it."""
    stems = {word[:_STEM] for sentence in letter.sentences for word in _words(sentence.text)}
    stems |= {word[:_STEM] for heading in letter.headings for word in _words(heading.text)}
    for issue in case.issues:
        wanted = {word[:_STEM] for word in _words(issue)}
        if wanted and len(wanted & stems) < _LEAST * len(wanted):
            yield issue


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{4,}", fold(text)) if word not in _EMPTY]
