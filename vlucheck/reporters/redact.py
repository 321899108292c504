"""Report → the same report with nothing personal in it, fit for a log: positions stay, words become █.

Messages keep their own words. What one took from the letter, its file or its case goes first; then, as an engine
may quote without saying so, what stands in quotation marks, and every name, number or other word with a capital that
the letter has too. File names stay.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from vlucheck.findings import Finding
from vlucheck.report import FileReport, LetterFacts, PlacedFinding, Report, Waived

BLACK = "█"

_VISIBLE = re.compile(r"\S")
_IN_QUOTES = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)‘[^’]*’(?!\w)")
_QUOTED_TO_THE_LAST = re.compile(r"[\"“].*[\"”]", re.DOTALL)  # a name in a note may hold quotation marks itself
_TELLING = re.compile(r"[^\W_]*[A-Z0-9][\w'’/.@:-]*", re.UNICODE)

Hide = Callable[[str], str]


def redacted(report: Report) -> Report:
    """Return the report without quotes, names, references and suggestions."""
    notes = tuple(_QUOTED_TO_THE_LAST.sub(f'"{BLACK}"', note) for note in report.notes)
    return replace(report, files=tuple(_file(each) for each in report.files), notes=notes)


def _file(file: FileReport) -> FileReport:
    hide = _hiding(file.text)
    return replace(
        file,
        text=_VISIBLE.sub(BLACK, file.text),
        letter=_letter(file.letter) if file.letter else None,
        findings=tuple(_placed(each, hide) for each in file.findings),
        waived=tuple(_waived(each, hide) for each in file.waived),
    )


def _hiding(text: str) -> Hide:
    """A function that blackens what a message took from this letter."""
    words = frozenset(_TELLING.findall(text))
    telling = frozenset(word.rstrip(".,:;'’") for word in words) | words
    return lambda message: _TELLING.sub(
        lambda found: _black_if(found, telling), _IN_QUOTES.sub(lambda found: f'"{BLACK}"', message)
    )


def _black_if(found: re.Match[str], telling: frozenset[str]) -> str:
    """Black for a word that the letter has too, unless it is one of those that open any sentence."""
    word = found[0].rstrip(".,:;'’")
    known = word in telling or word.removesuffix("'s").removesuffix("’s") in telling
    return BLACK + found[0][len(word) :] if known and word.lower() not in _ORDINARY else found[0]


_ORDINARY = frozenset(
    re.findall(
        r"\w+",
        """a an the this that these those it he she they you we i in on at to of for from with by as if when where who
        what there here no not only please say write put take leave check use give tell add make your our their her his
        its is are was were do does did and but or so one two""",
    )
)


def _letter(letter: LetterFacts) -> LetterFacts:
    return replace(
        letter,
        reference=_black(letter.reference),
        recipient=_black(letter.recipient),
        salutation=_black(letter.salutation),
    )


def _black(text: str | None) -> str | None:
    return BLACK if text else text


def _placed(placed: PlacedFinding, hide: Hide) -> PlacedFinding:
    return replace(placed, finding=_finding(placed.finding, hide))


def _finding(finding: Finding, hide: Hide) -> Finding:
    message = finding.message
    for words in sorted({finding.quote, *finding.borrowed, *finding.suggestions}, key=len, reverse=True):
        message = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", BLACK, message) if words.strip() else message
    return replace(
        finding,
        message=hide(message),
        quote=BLACK if finding.quote else "",
        suggestions=tuple(BLACK for _ in finding.suggestions),
        borrowed=tuple(BLACK for _ in finding.borrowed),
    )


def _waived(waived: Waived, hide: Hide) -> Waived:
    return replace(waived, finding=_finding(waived.finding, hide), reason=hide(waived.reason))
