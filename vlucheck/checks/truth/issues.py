"""The points that the reader raised, by the case file → those of which the letter never speaks."""

import re
from collections.abc import Iterator

from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, fold

_STEM = 5  # letters by which a word is known again: "apologise", "apology"
_ENOUGH = 3  # words that tell of an issue
_UN = re.compile(r"^(?:un|non|dis|in|im)(?=[a-z]{5})")
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


def unanswered(letter: Letter, case: CaseFile) -> Iterator[tuple[str, Confidence]]:
    """Yield each issue of the case file so few of whose words stand in the letter that it cannot be about it. An issue
    of a word or two tells little: a letter may well say it in others."""
    stems = {stem for unit in (*letter.sentences, *letter.headings) for stem in _stems(unit.text)}
    for issue in case.issues:
        wanted = _stems(issue)
        if wanted and len(wanted & stems) < _LEAST * len(wanted):
            yield issue, Confidence.LOW if len(wanted) < _ENOUGH else Confidence.MEDIUM


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{4,}", fold(text))
    return frozenset(_UN.sub("", word)[:_STEM] for word in words if word not in _EMPTY)
