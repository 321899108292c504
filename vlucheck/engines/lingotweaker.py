"""The embedded engine on Linux: lingotweaker, LanguageTool's English rules without Java.

Its offsets are UTF-8 bytes; here they become code points. British spelling needs
`variant="en-GB"`: the language code alone leaves the American dictionary in place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Protocol, TypedDict

from vlucheck.engines import MOST_SUGGESTIONS, Engine, EngineHit
from vlucheck.engines.offsets import at_home, from_utf8, readable
from vlucheck.engines.overlay import british_data
from vlucheck.engines.spelling import with_variety
from vlucheck.errors import EngineUnavailable

BRITISH = "en-GB"
UNWANTED_RULES = ["OXFORD_SPELLING_Z_NOT_S"]
SUGGESTION_MARKUP = re.compile(r"</?suggestion>")


class _Match(TypedDict):
    rule_id: str
    message: str
    offset: int
    length: int
    suggestions: list[str]
    category_id: str


class _Native(Protocol):
    def check(self, text: str) -> list[_Match]: ...


class LingotweakerEngine:
    """British English grammar and spelling inside this process."""

    name = "lingotweaker"

    def __init__(self, native: _Native) -> None:
        self._native = native

    def wait(self) -> None:
        """It is ready from the start."""

    def check(self, text: str) -> list[EngineHit]:
        """Return the hits in `text`, by place."""
        read = readable(text)
        to_code_point = from_utf8(read.text)
        hits = [at_home(_hit(match, read.text, to_code_point), read) for match in self._native.check(read.text)]
        return sorted(hits, key=lambda hit: (hit.start, hit.end))

    def close(self) -> None:
        """Nothing is held open."""


def open_lingotweaker(cache: Path | None = None) -> Engine:
    """Return the engine; raises EngineUnavailable where its wheels are not installed or damaged."""
    try:
        package = import_module("lt_py")
        source = Path(import_module("lingotweaker_data_en").DATA_DIR)
    except ImportError as error:
        raise EngineUnavailable(
            "The grammar engine lingotweaker is not installed. On Linux x86-64: "
            "pip install lingotweaker lingotweaker-data-en. On other machines use --engine harper."
        ) from error
    folder = british_data(source, cache)
    try:
        native = package.Engine(BRITISH, variant=BRITISH, data_dir=str(folder), disabled_rules=UNWANTED_RULES)
    except (RuntimeError, ValueError, OSError) as error:
        raise EngineUnavailable(
            f"The grammar engine lingotweaker cannot read its data in {folder} ({error}). "
            "Delete that folder, or install lingotweaker-data-en again."
        ) from error
    return LingotweakerEngine(native)


def _hit(match: _Match, text: str, to_code_point: Callable[[int], int]) -> EngineHit:
    start = to_code_point(match["offset"])
    end = to_code_point(match["offset"] + match["length"])
    message = SUGGESTION_MARKUP.sub('"', match["message"])
    suggestions = tuple(match["suggestions"][:MOST_SUGGESTIONS])
    rule = with_variety(match["rule_id"], message, text[start:end], suggestions)
    return EngineHit(start, end, rule, match["category_id"], message, suggestions)
