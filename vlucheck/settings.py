"""The command line's wishes, merged and validated → one frozen Settings."""

from dataclasses import dataclass
from pathlib import Path

from vlucheck.errors import WrongUsage
from vlucheck.findings import Severity
from vlucheck.letter.casefile import CaseFile

ENGINE_CHOICES = ("embedded", "lingotweaker", "harper", "languagetool", "none")
FORMATS = ("terminal", "json", "markdown")
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is to be done.

    `letter_type` None: detect it. `fail_on` is the mildest severity that fails a letter, None for never.
    `min_score` (0 to 100) is the least score that passes. `words` are files with words that are right.
    `case` is the truth about the one letter, `cases` that about several.
    """

    letter_type: str | None = None
    engine: str = "embedded"
    languagetool_url: str | None = None
    rules: Path | None = None
    words: tuple[Path, ...] = ()
    fail_on: Severity | None = Severity.MUST_FIX
    min_score: int = 0
    max_bytes: int = 20_000_000
    case: CaseFile | None = None
    cases: tuple[CaseFile, ...] = ()

    def __post_init__(self) -> None:
        if self.engine not in ENGINE_CHOICES:
            raise WrongUsage(f'There is no engine "{self.engine}"; choose one of {", ".join(ENGINE_CHOICES)}.')
        if not 0 <= self.min_score <= 100:
            raise WrongUsage(_score_wanted(str(self.min_score)))
        if self.languagetool_url and self.engine != "languagetool":
            raise WrongUsage("--languagetool-url goes with --engine languagetool.")


def least_score(text: str) -> int:
    """The score named by --min-score, 0 to 100. Raises WrongUsage."""
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 3 and int(plain) <= 100):
        raise WrongUsage(_score_wanted(text))
    return int(plain)


def _score_wanted(text: str) -> str:
    return f'--min-score cannot be "{text}": it must be a whole number from 0 to 100.'


def severity_that_fails(text: str) -> Severity | None:
    """The severity named by --fail-on; None for "never". Raises WrongUsage."""
    if text == NEVER:
        return None
    try:
        return Severity(text)
    except ValueError:
        raise WrongUsage(f'--fail-on cannot be "{text}"; choose must-fix, should-fix, consider or never.') from None
