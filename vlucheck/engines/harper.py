"""The embedded engine where lingotweaker has no wheel (Windows, macOS, ARM): Harper, British dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vlucheck.engines import MOST_SUGGESTIONS, Engine, EngineHit
from vlucheck.engines.offsets import at_home, readable
from vlucheck.engines.spelling import with_variety
from vlucheck.errors import EngineUnavailable

if TYPE_CHECKING:
    from harper import Lint, Linter


class HarperEngine:
    """British English grammar and spelling inside this process, by Harper."""

    name = "harper"

    def __init__(self, linter: Linter) -> None:
        self._linter = linter

    def wait(self) -> None:
        """It is ready from the start."""

    def check(self, text: str) -> list[EngineHit]:
        """Return the hits in `text`, by place."""
        from harper import Language

        read = readable(text)
        # Without dedup: a long sentence must not hide the misspelling inside it.
        found = self._linter.organized_lints(read.text, language=Language.PLAINTEXT, dedup=False)
        hits = [at_home(_hit(rule, lint), read) for rule, lints in found.items() for lint in lints]
        return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.rule))

    def close(self) -> None:
        """Nothing is held open."""


def open_harper() -> Engine:
    """Return the engine; raises EngineUnavailable where its wheel is not installed."""
    try:
        from harper import Dialect, Linter
    except ImportError as error:
        raise EngineUnavailable(
            "The grammar engine Harper is not installed. To get it: pip install harper-py"
        ) from error
    return HarperEngine(Linter(Dialect.BRITISH))


def _hit(rule: str, lint: Lint) -> EngineHit:
    suggestions = tuple(one.replacement_text for one in lint.suggestions if one.replacement_text)
    return EngineHit(
        start=lint.span.start,
        end=lint.span.end,
        rule=with_variety(rule, lint.message, lint.problem_text, suggestions),
        category=lint.lint_kind,
        message=lint.message,
        suggestions=suggestions[:MOST_SUGGESTIONS],
    )
