"""Whether a document is a letter at all, or only a few words, or an e-mail that sends letters along."""

from dataclasses import replace
from typing import Final

from vlucheck.document import Document, NoticeKind
from vlucheck.findings import Skipped
from vlucheck.letter import Letter, Part
from vlucheck.report import FileReport

STDIN: Final = "-"
FEWEST_WORDS: Final = 20
FEWEST_WORDS_OF_BODY: Final = 8
SHORT_BODY: Final = 60
LONG_BODY: Final = 150

_SENDS_ALONG: Final = Skipped(
    "the e-mail it came with", "it only sends the letter along", "read it yourself before it goes"
)


def why_no_letter(letter: Letter) -> str | None:
    """A sentence that says that there are too few words for a letter; None when there are enough.

    The shortest acknowledgement has more than forty.
    """
    words = len(letter.text.split())
    if words >= FEWEST_WORDS and letter.words >= FEWEST_WORDS_OF_BODY:
        return None
    few = f"only {words} word{'s' * (words != 1)}" if words < FEWEST_WORDS else "hardly a sentence"
    path = letter.document.path
    named = f'"{path}"' if path != STDIN else "What came in on standard input"
    return (
        f"{named} is hardly a letter, there is {few} in it: "
        "check that it is the right file and that its words are not in a picture."
    )


def is_cover(letter: Letter) -> bool:
    """Whether an e-mail with letters inside is only their cover: short, or without the form of a letter.

    A long text with a greeting is taken for a letter even where the words before the signature are missing.
    """
    if letter.words < SHORT_BODY or letter.salutation is None:
        return True
    return letter.words < LONG_BODY and not letter.part_lines(Part.SIGN_OFF)


def with_cover(report: FileReport, cover: Document) -> FileReport:
    """The report of a letter, saying that the e-mail around it was not judged; none is needed if that is empty."""
    if report.score is None or not cover.text.strip() or _SENDS_ALONG in report.skipped:
        return report
    return replace(report, skipped=(*report.skipped, _SENDS_ALONG))


def lost_with(cover: Document) -> list[FileReport]:
    """A report that says what could not be read of a cover, as letters may be lost with it; none where all was."""
    lost = [notice.detail for notice in cover.notices if notice.kind is NoticeKind.UNREAD_PART]
    if not lost:
        return []
    error = f'A part of "{cover.path}" could not be read ({"; ".join(lost)}): save the letters from it and check those.'
    return [FileReport(path=cover.path, format=cover.format, error=error)]
