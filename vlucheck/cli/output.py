"""Text → standard output or a file, in characters and colours that can be shown there."""

import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from vlucheck.errors import WrongUsage, seen
from vlucheck.reporters import View
from vlucheck.reporters.excerpt import writable

PIPED_WIDTH = 80
WIDEST = 110
REPORT_SUFFIXES = (".txt", ".md", ".html", ".htm")

# How a report of ours begins, in each of its forms; nothing else that exists is ever replaced.
_OUR_REPORT = re.compile(
    rb"\s*(?:(?:NOT READY|READY TO SEND|COULD NOT BE CHECKED)\b|\| Letter \||\{\s*\"schema\": \"vlucheck-report"
    rb"|## .{1,1000}: (?:not ready|ready to send|could not be checked)\s)"
)
_ENOUGH = 2000  # bytes


def view_of_stdout(colour: bool = True) -> View:
    """How standard output can show things: 80 columns and no colour unless it is a terminal. Raises WrongUsage."""
    stdout = _stdout()
    if not stdout.isatty():
        return View(PIPED_WIDTH, False, stdout.encoding or "utf-8")
    width = min(shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, WIDEST)
    return View(width, colour and _takes_colour(), stdout.encoding or "utf-8")


def _stdout() -> TextIO:
    # Python has no stream there when the caller closed it (`>&-`).
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise WrongUsage("The report could not be written: standard output is closed. Name a file with -o.")
    return stdout


def _takes_colour() -> bool:
    from rich.console import Console

    console = Console(file=sys.stdout)
    return console.color_system is not None and not console.no_color and not console.legacy_windows


def check_target(target: Path, letters: Iterable[Path]) -> None:
    """Raise WrongUsage where a report cannot or must not be written: never onto a letter that is being checked."""
    if seen(target.is_dir):
        raise WrongUsage(f'"{target}" is a folder: name a file for the report.')
    if not seen(target.absolute().parent.is_dir):
        raise WrongUsage(
            f'There is no folder "{target.absolute().parent}" for the report: make it first, or name another.'
        )
    if not os.access(target if seen(target.exists) else target.absolute().parent, os.W_OK):
        raise WrongUsage(f'The report could not be written to "{target}": you may not write there. Name another file.')
    if any(_same_file(target, letter) for letter in letters):
        raise WrongUsage(f'"{target}" is one of the letters to be checked: write the report to another file.')
    if seen(target.is_file) and not _is_replaceable(target):
        raise WrongUsage(
            f'"{target}" is there already and may be a letter, which the report would destroy: '
            "name another file for the report, such as report.txt."
        )
    if not seen(target.exists) and _is_named_like_letter(target):
        raise WrongUsage(
            f'"{target}" is named like a letter, and a report is plain text: name it report.txt or the like.'
        )


def _is_replaceable(target: Path) -> bool:
    """Whether the file is empty, or an earlier report of ours under a name that a report may have."""
    if _is_named_like_letter(target):
        return False
    try:
        with target.open("rb") as file:
            start = file.read(_ENOUGH)
    except OSError as error:
        raise WrongUsage(f'The report could not be written to "{target}": {error.strerror}.') from None
    return not start.strip() or _OUR_REPORT.match(start) is not None


def _is_named_like_letter(target: Path) -> bool:
    from vlucheck.readers import SUFFIXES
    from vlucheck.readers.refused import LETTER_LIKE

    suffix = target.suffix.lower()
    return suffix in LETTER_LIKE or (suffix in SUFFIXES and suffix not in REPORT_SUFFIXES)


def _same_file(target: Path, letter: Path) -> bool:
    try:
        return target.samefile(letter)
    except OSError:
        return False


def write_file(text: str, target: Path) -> None:
    """Write the text as UTF-8. Raises WrongUsage when that cannot be done."""
    try:
        target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise WrongUsage(f'The report could not be written to "{target}": {error.strerror}.') from None


def write_stdout(text: str) -> None:
    """Write the text; a reader that has seen enough (`| head`) is no error.

    Raises WrongUsage when the disk is full and when standard output is closed.
    """
    stdout = _stdout()
    view = View(encoding=stdout.encoding or "utf-8")
    try:
        stdout.write(writable(text, view))
        stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())
        raise WrongUsage(f"The report could not be written: {error.strerror}.") from None
