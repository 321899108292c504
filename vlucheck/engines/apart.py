"""An embedded engine in a process of its own: it is opened while the program opens the rest, and can die alone."""

import sys
from collections.abc import Sequence
from pathlib import Path

from vlucheck.engines import EngineHit
from vlucheck.engines.wire import hits_of
from vlucheck.engines.workerprocess import WorkerProcess
from vlucheck.errors import EngineUnavailable

WORKER = "vlucheck.engines.worker"
HOW_TO_GO_ON = "Install vlucheck again, or check without spelling and grammar: --engine none."


class EngineApart:
    """The engine called `name`; one process serves every letter of a run, unless one of them breaks it."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        """Start the process. Raises OSError where that cannot be done."""
        self.name = name
        self._command = command
        self._worker = WorkerProcess(command)
        self._ready = self._tried_again = False

    def wait(self) -> None:
        """Wait until the engine can check; raises EngineUnavailable when it cannot be opened."""
        if self._ready:
            return
        try:
            greeting = self._worker.hear()
        except (OSError, ValueError) as error:
            if not self._worker.last_words and not self._tried_again:  # somebody ended it: the machine short of memory
                self._tried_again = True
                self._start_again()
                self.wait()
                return
            reason = self._worker.last_words or "it ends at once"
            raise EngineUnavailable(
                f"The grammar engine {self.name} does not start ({reason}). {HOW_TO_GO_ON}"
            ) from error
        if greeting is not None:
            self._worker.end()
            raise EngineUnavailable(str(greeting))
        self._ready = True

    def check(self, text: str) -> list[EngineHit]:
        """Return the hits in `text`, by place; a process that ended over the last text is replaced."""
        if self._worker.ended:
            self._start_again()
        self.wait()
        try:
            return hits_of(self._worker.ask(text))
        except (OSError, ValueError, TypeError) as error:
            # No more than that: what the process said at its end may hold words of the letter.
            raise EngineUnavailable(f"The grammar engine {self.name} stopped in the middle of this letter.") from error

    def close(self) -> None:
        """End the process."""
        self._worker.end()

    def _start_again(self) -> None:
        self._ready = False
        try:
            self._worker = WorkerProcess(self._command)
        except OSError as error:
            raise EngineUnavailable(f"The grammar engine {self.name} does not start again ({error}).") from error


def open_apart(name: str, cache: Path | None = None) -> EngineApart | None:
    """Start the engine in a process of its own; None where this Python cannot start another: it is part of a frozen
    program, or the machine does not allow it."""
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    try:
        return EngineApart(name, [sys.executable, "-P", "-m", WORKER, name, *([str(cache)] if cache else [])])
    except OSError:
        return None
