"""The other end of `apart`: opens an embedded engine and gives back the hits in each text that comes in.

Run as a module with the name of the engine, and the folder for its prepared data if it is not the usual one. First it
says why the engine cannot be opened, or null. It ends with its input, so that it never outlives the program.
"""

import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from vlucheck.engines import open_inside
from vlucheck.engines.wire import packed, rows_of, unpacked
from vlucheck.errors import EngineUnavailable

# An engine makes much of what it needs over its first text: this one comes while the program opens the rest.
FIRST_TEXT = "We write to tell you about the decison that we have made, and that you can ask for an review of it."


def main(name: str, cache: str | None = None) -> None:
    """Say whether the engine is there, then answer every text until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then ends this process
    answers = _own_output()
    try:
        engine = open_inside(name, Path(cache) if cache else None)
    except EngineUnavailable as error:
        _say(answers, str(error))
        return
    engine.check(FIRST_TEXT)
    _say(answers, None)
    for line in sys.stdin.buffer:
        _say(answers, rows_of(engine.check(str(unpacked(line)))))


def _own_output() -> BinaryIO:
    """Return standard output, and send what the engine prints there to standard error, lest it pass for an answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _say(answers: BinaryIO, value: object) -> None:
    answers.write(packed(value))
    answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
