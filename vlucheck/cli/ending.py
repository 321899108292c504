"""The end of every command: its exit status, and one clear sentence instead of a traceback."""

import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from vlucheck.errors import VlucheckError
from vlucheck.stopping import INTERRUPTED


def end_with(work: Callable[[], int]) -> NoReturn:
    """Do the work and end with the status it returns; a user's error is said on standard error.

    Raises typer.Exit. That the work was stopped is said by `vlucheck.__main__`, which sees it at any moment.
    """
    try:
        status = work()
    except VlucheckError as error:
        complain(str(error))
        status = error.exit_status
    except KeyboardInterrupt:
        status = INTERRUPTED
    raise typer.Exit(status)


def complain(text: str) -> None:
    """Say it on standard error, in whatever characters that can take."""
    if sys.stderr is None:  # Closed by the caller; print() would write to standard output instead.
        return
    encoding = sys.stderr.encoding or "utf-8"
    print(f"vlucheck: {text}".encode(encoding, "replace").decode(encoding), file=sys.stderr)
