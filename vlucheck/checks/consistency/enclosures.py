"""What the letter says it encloses → is it in the list at its end?"""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part

_ENCLOSED = re.compile(
    r"\b(?:i|we) (?:have |am |are |also |now )*(?:enclos(?:e|ed|ing)|attach(?:ed|ing)?)\b"
    r"(?! (?:to|great|much|no|nothing|none)\b)"
    r"|\b(?:i have|i've|we have|we've|i|we) (?:also )?(?:put|included|slipped|tucked)(?: \w+){0,4}? (?:in )?with "
    r"this letter\b"
    r"|\b(?:is|are) enclosed\b|\b(?:the|an|a) enclosed \w+|\benclosed (?:with this letter|is|are|you will find)\b"
)
_LISTED = re.compile(
    r"\b(?:encs?|encl|enclosures?|attachments?|attached)\b\s*[.:)(]|^\s*(?:encs?|encl|enclosures?)\b", re.MULTILINE
)


def enclosures_not_listed(letter: Letter) -> Iterator[Clash]:
    """Yield the first place that speaks of an enclosure in a letter that lists none under the signature."""
    if letter.part_lines(Part.ENCLOSURES) or _LISTED.search(letter.folded):
        return
    for sentence in letter.sentences:
        found = _ENCLOSED.search(letter.folded, sentence.span.start, sentence.span.end)
        if found:
            yield Clash(Span(found.start(), found.end()))
            return
