"""A letter → the text that the engine reads: the lines that are words, and the way back to their places."""

from bisect import bisect_right
from dataclasses import dataclass

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
    Part.FOOTER,
)


@dataclass(frozen=True, slots=True)
class Passages:
    """The text for the engine; `starts` are where the passages begin in it, `spans` where they stand in the letter."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

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
    """Return the lines that are read, a blank line between two."""
    spans = tuple(line.span for line in letter.lines if line.part in _READ and line.text.strip())
    starts, length = [], 0
    for span in spans:
        starts.append(length)
        length += span.end - span.start + len(_GAP)
    return Passages(_GAP.join(letter.document.quote(span) for span in spans), tuple(starts), spans)
