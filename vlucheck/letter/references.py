"""Text and lines → case references: Unique Reference Numbers anywhere, references of other shapes beside a label."""

import re
from collections.abc import Iterable
from itertools import zip_longest

from vlucheck.document import Span
from vlucheck.letter.model import Line, Reference

# Two digits (force), two letters or digits (unit), five digits and two of the year; a suffix counts defendants.
URN = re.compile(
    r"(?<![\w/])\d{2}[ \u00a0-]?[A-Z0-9]{2}[ \u00a0-]?\d{5}[ \u00a0-]?\d{2}(?:[ \u00a0]?/[ \u00a0]?\d{1,2})?(?![\w/])"
)
LABEL = re.compile(
    r"(?:(?:(?:our|my|cps|case|crime|file|your|unique|urn|letter|document|court|police|complaint|vrr|matter|vlu|occurrence)\s+)*"
    r"(?:ref(?:erence)?s?\b\.?|file\b(?!\s+(?:of|has|was|is)\b))(?:\s*(?:number|numbers|num|no|n°)\b\.?)?(?:\s*\((?:urn|cps|case)\))?"
    r"|(?:cps\s+|case\s+)?urn\b(?:\s*(?:number|no)\b\.?)?"
    r"|(?:cps |case |file )(?:number|no)\b\.?)\s*[:;#–—-]?\s*",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?=[^\s]*\d)[A-Za-z0-9][A-Za-z0-9./\\_-]*[A-Za-z0-9](?:\s\d[A-Za-z0-9/-]*)*")


def find_references(text: str, lines: Iterable[Line]) -> tuple[Reference, ...]:
    """Return the references in the text, in order, each once."""
    found = {match.start(): _urn(match) for match in URN.finditer(text) if not _is_phone(text, match)}
    for line, after in zip_longest(every := tuple(lines), every[1:]):
        for label in LABEL.finditer(line.text):
            value = _VALUE.match(line.text, label.end())
            start = line.span.start + label.end()
            if value is None and after and label.end() == len(line.text):  # the label has a column of its own
                value, start = _VALUE.fullmatch(after.text), after.span.start
            if value and not any(other.span.overlaps(Span(start, start + len(value[0]))) for other in found.values()):
                found[start] = Reference(Span(start, start + len(value[0])), value[0], False)
    return tuple(found[start] for start in sorted(found))


def _urn(match: re.Match[str]) -> Reference:
    return Reference(Span(match.start(), match.end()), match[0], True)


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """A telephone number of eleven digits starts with 0 and has spaces; a force code with 0 is written without."""
    digits = match[0]
    before = text[max(0, match.start() - 12) : match.start()].casefold()
    return (
        digits[0] == "0"
        and digits.replace(" ", "").isdigit()
        and (" " in digits or "tel" in before or "on " in before[-3:])
    )
