"""The section numbers of a letter → one that stands beside an offence of another section, or alone among others.

Which offences each section of the Act is about are the rule's settings.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Part

_SECTION = re.compile(r"\b(?:section|s\.?) ?(?P<n>\d{2,3}[a-z]?)\b")
_PARTS = (Part.BODY, Part.SUBJECT, Part.HEADING)


def sections_of_other_offences(letter: Letter, settings: Mapping[str, object]) -> Iterator[Clash]:
    """Yield a section number beside an offence that stands in another section, and one that is alone with others."""
    table = settings.get("sections")
    sections = {str(n): tuple(words) for n, words in table.items()} if isinstance(table, Mapping) else {}
    every = [
        m
        for line in letter.part_lines(*_PARTS)
        for m in _SECTION.finditer(letter.folded, line.span.start, line.span.end)
    ]
    known = [m for m in every if m["n"] in sections]
    for found in known:
        named = _beside(letter, found, sections)
        if named is not None and not any(named[0].startswith(word) for word in sections[found["n"]]):
            yield Clash(Span(*found.span()), named[1])
            return
    counts = Counter(m["n"] for m in known)
    often = [m for m in known if counts[m["n"]] > 1]
    alone = [m for m in known if counts[m["n"]] == 1 and _beside(letter, m, sections) is None]
    if (
        letter.type.type == "vcl-altered"
        and len(counts) == 3
        and often
        and len(alone) == 1
        and len(every) == len(known)
    ):
        yield Clash(Span(*alone[0].span()), Span(*often[0].span()), unsure=Confidence.MEDIUM)


def _beside(letter: Letter, section: re.Match[str], sections: Mapping[str, tuple[str, ...]]) -> tuple[str, Span] | None:
    """The offence that the section stands beside: "common assault (section 39)", "section 20 wounding"."""
    words = sorted({word for known in sections.values() for word in known}, key=len, reverse=True)
    offence = "|".join(map(re.escape, words))
    start = max(0, section.start() - 90)
    before = list(
        re.finditer(rf"\b(?P<o>{offence})(?:,? (?:under|contrary to) | \()$", letter.folded[start : section.start()])
    )
    after = re.compile(rf" (?:offence of )?(?P<o>{offence})\b").match(letter.folded, section.end())
    if after:
        return after["o"], Span(after.start("o"), after.end("o"))
    return (before[-1]["o"], Span(start + before[-1].start("o"), start + before[-1].end("o"))) if before else None
