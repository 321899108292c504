"""Grammar and spelling engines behind one Protocol: text in, hits out.

An engine only says what it found, in its own words and under its own rule ids. Which of its rules
may speak in a letter is decided by the tables in `rules/engine/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from vlucheck.errors import EngineUnavailable

EMBEDDED = "embedded"
MOST_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class EngineHit:
    """One place that an engine does not like; `start` and `end` are code points in the text given.

    `rule` is the engine's own id, with "/american" behind it for a spelling that is right in America.
    """

    start: int
    end: int
    rule: str
    category: str
    message: str
    suggestions: tuple[str, ...]


class Engine(Protocol):
    """Something that finds mistakes in English; open it once for a run and close it at the end."""

    name: str

    def wait(self) -> None:
        """Wait until it can check; raises EngineUnavailable when it turns out that it cannot be opened."""

    def check(self, text: str) -> list[EngineHit]:
        """Return the hits in `text`, by place; raises EngineUnavailable when the engine has died."""

    def close(self) -> None:
        """Give back what the engine holds (a process, a connection); safe to call twice."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What an opener may need: the address of a server, and a folder for prepared data."""

    server: str | None = None
    cache: Path | None = None


def _open_embedded(options: EngineOptions) -> Engine:
    """Open lingotweaker where its wheel is installed, Harper on every other machine."""
    installed = find_spec("lt_py") is not None and find_spec("lingotweaker_data_en") is not None
    return _open_lingotweaker(options) if installed else _open_harper(options)


def _open_lingotweaker(options: EngineOptions) -> Engine:
    return _open_apart("lingotweaker", options)


def _open_harper(options: EngineOptions) -> Engine:
    return _open_apart("harper", options)


def _open_apart(name: str, options: EngineOptions) -> Engine:
    from vlucheck.engines.apart import open_apart

    return open_apart(name, options.cache) or open_inside(name, options.cache)


def open_inside(name: str, cache: Path | None = None) -> Engine:
    """Return the embedded engine called `name` ("lingotweaker", "harper"), open inside this process.

    Raises EngineUnavailable where it is not installed or its data are damaged.
    """
    if name == "harper":
        from vlucheck.engines.harper import open_harper

        return open_harper()
    from vlucheck.engines.lingotweaker import open_lingotweaker

    return open_lingotweaker(cache)


def _open_languagetool(options: EngineOptions) -> Engine:
    from vlucheck.engines.languagetool import open_languagetool

    return open_languagetool(options.server)


ENGINES: Mapping[str, Callable[[EngineOptions], Engine]] = {
    EMBEDDED: _open_embedded,
    "lingotweaker": _open_lingotweaker,
    "harper": _open_harper,
    "languagetool": _open_languagetool,
}


def open_engine(name: str, *, server: str | None = None, cache: Path | None = None) -> Engine:
    """Return the engine called `name`, which may still be getting ready; `check` waits for that, and so does `wait`.

    `server` is the address of a LanguageTool server that the user named; `cache` is the folder for
    prepared data (the user's own cache folder when it is None). Raises EngineUnavailable with a
    sentence that says how to get the engine.
    """
    opener = ENGINES.get(name)
    if opener is None:
        raise EngineUnavailable(f'There is no grammar engine called "{name}". Use one of: {", ".join(ENGINES)}.')
    return opener(EngineOptions(server, cache))
