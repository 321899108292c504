"""The courts of a letter → one that does not exist, and a jury where only magistrates sit."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part

_NO_COURT = re.compile(
    r"\bmagistrates?'?s? crown court\b|\bcrown magistrates'? court\b|\bcrown county court\b|\bmagistrates'? county "
    r"court\b"
    r"|\bcounty crown court\b"
)
_MAGISTRATES = re.compile(r"\bmagistrates'? court\b")
_CROWN = re.compile(r"\bcrown court\b")
_AT_TRIAL = re.compile(
    r"\b(?:trial|offered no evidence|what happened|verdict|tried)\b[^.;]{0,60} (?:at|in|before) (?:the )?(?:[\w'-]+ "
    r"){0,3}"
    r"magistrates'? court\b"
)
_JURY = re.compile(r"\b(?:a|the) jury\b(?! or\b)")
_EITHER = re.compile(
    r"\bmagistrates? or\b|\bor (?:a |the |some )?(?:bench of )?magistrates?\b|\bjury or\b|\bor (?:a |the )?jury\b"
)
_CRIMINAL = re.compile(r"\b(?:trial|hearing|charge|prosecut\w+|defendant|guilty)\b")
_COUNTY = re.compile(r"\bcounty court\b")
_CIVIL = re.compile(r"\b(?:civil|injunction|damages|compensation|claim|sue|debt|solicitor|non-molestation|family)\b")


def courts_that_cannot_be(letter: Letter) -> Iterator[Clash]:
    """Yield a court that does not exist, a trial in a County Court, and a jury in a Magistrates' Court."""
    parts = (Part.BODY, Part.SUBJECT, Part.HEADING)
    for line in letter.part_lines(*parts):
        for found in _NO_COURT.finditer(letter.folded, line.span.start, line.span.end):
            yield Clash(Span(*found.span()), fill={"why": "there is no such court"})
    for sentence in letter.sentences:
        words = letter.folded[sentence.span.start : sentence.span.end]
        found_county = _COUNTY.search(words)
        if (
            found_county
            and _CRIMINAL.search(words)
            and not _CIVIL.search(letter.folded)
            and not _NO_COURT.search(words)
        ):
            start = sentence.span.start + found_county.start()
            yield Clash(Span(start, start + len(found_county[0])), fill={"why": "a criminal case is not heard there"})
    yield from _juries_before_magistrates(letter)


def _juries_before_magistrates(letter: Letter) -> Iterator[Clash]:
    if _CROWN.search(letter.folded) or _EITHER.search(letter.folded):
        return
    trial, jury = _AT_TRIAL.search(letter.folded), _JURY.search(letter.folded)
    if trial and jury:
        court = next(m for m in _MAGISTRATES.finditer(letter.folded, trial.start()))
        why = "a jury sits in the Crown Court only, and elsewhere you speak of one"
        yield Clash(Span(*court.span()), Span(*jury.span()), {"why": why})
