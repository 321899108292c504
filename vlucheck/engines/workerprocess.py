"""A process that is told lines and answers each with one; it ends with this process at the latest.

Each side waits until the other has finished its line, so that no pipe can fill up for good.
"""

import os
import subprocess
import sys
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import IO

from vlucheck.engines.wire import packed, unpacked


class WorkerProcess:
    """A running process; `end` ends it, at once and as often as one likes. `last_words`: the last line that one which
    broke down said on standard error."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it. Raises OSError."""
        self.last_words = ""
        self._noise = TemporaryFile()  # noqa: SIM115 - closed with the process; a pipe that nobody reads would fill up
        self._process = _started(command, self._noise)
        self.end = weakref.finalize(self, _end, self._process, self._noise)

    @property
    def ended(self) -> bool:
        """Whether it was ended from here, by what it answered, or by somebody else."""
        return not self.end.alive or self._process.poll() is not None

    def ask(self, question: object) -> object:
        """Return the answer. Raises OSError or ValueError when there is none; the process is ended then."""
        with self._given_up_on_failure():
            stdin = _open(self._process.stdin)
            stdin.write(packed(question))
            stdin.flush()
        return self.hear()

    def hear(self) -> object:
        """Return what it says next. Raises OSError or ValueError when that is nothing; the process is ended then."""
        with self._given_up_on_failure():
            return unpacked(_open(self._process.stdout).readline())

    @contextmanager
    def _given_up_on_failure(self) -> Iterator[None]:
        """End the process unless what is inside succeeds; Ctrl-C is a failure too: an answer that comes late must not
        be taken for the next one."""
        succeeded = False
        try:
            yield
            succeeded = True
        finally:
            if not succeeded:
                self.last_words = _last_line(self._noise)
                self.end()


def _started(command: Sequence[str], noise: IO[bytes]) -> subprocess.Popen[bytes]:
    """The process, which finds every module that this one does. On Windows it opens no window."""
    paths = os.pathsep.join(map(os.path.abspath, sys.path))
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=noise,
        env={**os.environ, "PYTHONPATH": paths},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the process was started without pipes")
    return pipe


def _last_line(noise: IO[bytes]) -> str:
    noise.seek(0)
    lines = noise.read().decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _end(process: subprocess.Popen[bytes], noise: IO[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout, noise):
        with suppress(OSError):  # a question that it never read
            _open(pipe).close()
    process.wait()
