"""A place in a letter → the section it stands in: what follows one heading, up to the next."""

from bisect import bisect_left

from vlucheck.document import Span
from vlucheck.letter.model import Letter


def section_of(span: Span, letter: Letter) -> int:
    """Return the number of headings before the place; places with the same number stand in the same section."""
    return bisect_left([heading.span.start for heading in letter.headings], span.start)


def heading_of(span: Span, letter: Letter) -> str:
    """Return the folded heading above the place, or nothing where none stands above it."""
    above = section_of(span, letter)
    if not above:
        return ""
    heading = letter.headings[above - 1].span
    return letter.folded[heading.start : heading.end]
