"""A letter → the text that the engine reads: the lines that are English, and the way back to their places."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from vlucheck.checks.grammar.wordset import word_set
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part

_GAP = "\n\n"
_READ = (
    Part.LETTERHEAD,
    Part.REFERENCE,
    Part.PRIVATE,
    Part.SALUTATION,
    Part.SUBJECT,
    Part.HEADING,
    Part.BODY,
    Part.SIGN_OFF,
    Part.SIGNATURE,
    Part.ENCLOSURES,
    Part.FOOTNOTE,
    Part.FOOTER,
)
_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH = word_set(
    "the of and is for you that it with be are have this not our your from they which has been will can had were their "
    "there when what if but about would his her them who any"
)
_ENOUGH_WORDS = 40
_LEAST_ENGLISH = 0.05  # a page of English has more than a fifth of these words


@dataclass(frozen=True, slots=True)
class Passages:
    """The text for the engine; `starts` are where the passages begin in it, `spans` where they stand in the letter.
    `foreign` are long lines that were left out: in another language, or no language at all."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]
    foreign: tuple[Span, ...] = ()

    def span_of(self, start: int, end: int) -> Span | None:
        """Where the characters stand in the letter; None for an empty place or one in a gap between two passages."""
        index = bisect_right(self.starts, start) - 1
        if index < 0 or end <= start:
            return None
        span = self.spans[index]
        first = span.start + start - self.starts[index]
        last = min(span.end, span.start + end - self.starts[index])
        return Span(first, last) if first < last else None


def passages(letter: Letter) -> Passages:
    """Return the lines that are read, a blank line between two.

    An engine takes a hundredth of a second over each word that it does not know, so a long line of nothing else is left
    out; it would only say that every word is wrong.
    """
    lines = [line for line in letter.lines if line.part in _READ and line.text.strip()]
    foreign = tuple(line.span for line in lines if is_foreign(line.text))
    spans = tuple(line.span for line in lines if line.span not in foreign)
    starts, length = [], 0
    for span in spans:
        starts.append(length)
        length += span.end - span.start + len(_GAP)
    return Passages(_GAP.join(letter.document.quote(span) for span in spans), tuple(starts), spans, foreign)


def is_foreign(text: str) -> bool:
    """Whether the text is long and has next to none of the small words without which nobody writes English."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) >= _ENOUGH_WORDS and sum(word in _ENGLISH for word in words) < _LEAST_ENGLISH * len(words)
