"""The lines above the greeting ("Private: Mrs Sowden") → the title they give the name that is greeted."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.spelling import bare
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Line, Part, fold

_TITLE = r"(?P<title>mr|mrs|ms|miss|mx|dr|doctor|professor|prof|sir|lady|dame|lord|master)"
_FORENAMES = r"(?:(?!and\b|or\b)[^\W\d_][\w.'’-]*\s+){0,4}?"
_GREETED = re.compile(rf"\b{_TITLE}\b\.?\s+{_FORENAMES}(?P<last>[^\W\d_][\w'’-]+)\s*[,.:;!–-]*\s*$")
_JOINT = re.compile(r"\band\b|&")
_COUPLE = re.compile(r"\b(?:mr|mrs|ms|miss|dr)\b[^,;:]{0,40}(?:\band\b|&)[^,;:]{0,20}\b(?:mr|mrs|ms|miss|dr)\b")
_PRIVATE = re.compile(r"\W*(?:private|personal|confidential|strictly|in confidence)\b")
_HEAD = frozenset({Part.PRIVATE, Part.ADDRESS, Part.LETTERHEAD, Part.DATE, Part.REFERENCE})
_ELSEWHERE = re.compile(r"\b(?:care of|c/o|on behalf of|parents? of|guardian of|r v\.?|v\.?) ")
_OFFICE = re.compile(r"\b(?:cps|crown|prosecut\w+|officer|manager|unit|head of|direct line|contact)\b")


def title_above(letter: Letter) -> tuple[Span, Span] | None:
    """The greeted title with its name and the place above it where the same last name has only another title.

    None where the greeting names nobody or two people, or the lines above give the greeted title too.
    """
    line = letter.salutation
    greeted = _GREETED.search(fold(line.text)) if line is not None else None
    if line is None or greeted is None or _JOINT.search(fold(line.text)):
        return None
    named = list(_titles(letter, line, greeted["last"]))
    title = _plain(greeted["title"])
    if not named or any(each == title for each, _ in named):
        return None
    start = line.span.start + greeted.start()
    return Span(start, line.span.start + greeted.end("last")), named[0][1]


def _titles(letter: Letter, greeting: Line, last: str) -> Iterator[tuple[str, Span]]:
    """Each title that a line above the greeting gives the last name, with the place."""
    pattern = re.compile(rf"\b{_TITLE}\b\.?\s+{_FORENAMES}{re.escape(last)}(?![\w-])")
    for line in letter.lines:
        text = fold(line.text)
        if line.part not in _HEAD or line.span.start >= greeting.span.start or _is_other(text):
            continue
        for found in pattern.finditer(text):
            yield _plain(found["title"]), Span(line.span.start + found.start(), line.span.start + found.end())


def _is_other(text: str) -> bool:
    """Whether the line is for two people, names somebody else than the reader, or is the sender's own."""
    return bool(_COUPLE.search(text) or _ELSEWHERE.search(text) or (_OFFICE.search(text) and not _PRIVATE.match(text)))


def _plain(title: str) -> str:
    return {"doctor": "dr", "professor": "prof"}.get(bare(title), bare(title))
