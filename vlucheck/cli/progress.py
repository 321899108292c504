"""Which letter is being checked, on standard error, when there are several."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from vlucheck.stopping import stop_if_asked

WIDTH = 78


@contextmanager
def progress(total: int) -> Iterator[Callable[[Path], None]]:
    """Give a function that is told each letter. On a terminal one line counts up and goes away at the end.

    It raises KeyboardInterrupt when Ctrl-C came during the letter before.
    """
    if total < 2 or not sys.stderr.isatty():
        if total > 1:
            print(f"Checking {total} letters.", file=sys.stderr, flush=True)
        yield lambda path: stop_if_asked()
        return
    numbers = count(1)

    def told(path: Path) -> None:
        stop_if_asked()
        _overwrite(f"Checking {next(numbers)} of {total}: {path.name}")

    try:
        yield told
    finally:
        _overwrite("")
        print("\r", end="", file=sys.stderr, flush=True)


def _overwrite(text: str) -> None:
    shown = "".join(ch if ch.isprintable() and ch.isascii() else "?" for ch in text)[:WIDTH]
    print(f"\r{shown:<{WIDTH}}", end="", file=sys.stderr, flush=True)
