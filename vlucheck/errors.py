"""The errors a user can meet, each with the exit status it leads to."""

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb


class VlucheckError(Exception):
    """Something the user can put right; its text is one clear sentence with what to do."""

    exit_status = 2


class WrongUsage(VlucheckError):
    """The command line or the settings ask for something that cannot be done."""


class UnreadableLetter(VlucheckError):
    """A file is not a letter that can be read."""


class BadRule(VlucheckError):
    """A rule file is wrong; the text names the file and the line."""


class EngineUnavailable(VlucheckError):
    """A grammar engine was asked for and is not there, or stopped answering."""


class BadCase(VlucheckError):
    """A case file is wrong; the text names the file and the line."""


def seen(look: Callable[[], bool]) -> bool:
    """Return what a look at a path says ("is it a file?"), and False where it cannot be looked at: a folder that is
    closed to us, a name too long."""
    try:
        return look()
    except OSError:
        return False


def fault(error: Exception) -> str:
    """Say where the program itself went wrong, without a word of the letter: the last of our own lines that it came
    through."""
    ours = Path(__file__).parent
    last = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(ours)][-1:]
    where = "".join(f" in {Path(frame.filename).name}, line {frame.lineno}" for frame in last)
    return f"there is a fault in the program ({type(error).__name__}{where})"
