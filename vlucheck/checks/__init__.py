"""Every check of a letter, by name; a check is opened once a run and looks at one letter after the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from vlucheck.engines import Engine
from vlucheck.findings import Outcome
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Rulebook


class Check(Protocol):
    """Looks at a letter for one kind of fault."""

    @property
    def name(self) -> str:
        """What it checks, in words for the officer."""
        ...

    def run(self, letter: Letter) -> Outcome:
        """Return what was found. Raises EngineUnavailable when an engine stopped answering."""
        ...


@dataclass(frozen=True, slots=True)
class Opening:
    """What a check may need when it is opened."""

    rulebook: Rulebook
    engine: Engine | None
    words: tuple[Path, ...]


def open_checks(rulebook: Rulebook, engine: Engine | None, words: tuple[Path, ...] = ()) -> tuple[Check, ...]:
    """Open every check that can be done; without an engine the one for spelling and grammar is left out."""
    opening = Opening(rulebook, engine, words)
    return tuple(check for name in CHECKS if (check := CHECKS[name](opening)) is not None)


def _rules(opening: Opening) -> Check | None:
    from vlucheck.checks.rules import WordingRules

    return WordingRules.opened(opening.rulebook)


def _elements(opening: Opening) -> Check | None:
    from vlucheck.checks.elements import Elements

    return Elements.opened(opening.rulebook)


def _readability(opening: Opening) -> Check | None:
    from vlucheck.checks.readability import Readability

    return Readability.opened(opening.rulebook)


def _jargon(opening: Opening) -> Check | None:
    from vlucheck.checks.jargon import Jargon

    return Jargon.opened(opening.rulebook)


def _consistency(opening: Opening) -> Check | None:
    from vlucheck.checks.consistency import Consistency

    return Consistency.opened(opening.rulebook)


def _truth(opening: Opening) -> Check | None:
    from vlucheck.checks.truth import Truth

    return Truth.opened(opening.rulebook)


def _residue(opening: Opening) -> Check | None:
    from vlucheck.checks.residue import Residue

    return Residue.opened(opening.rulebook)


def _flaws(opening: Opening) -> Check | None:
    from vlucheck.checks.flaws import ContentFlaws

    return ContentFlaws.opened(opening.rulebook)


def _timeliness(opening: Opening) -> Check | None:
    from vlucheck.checks.timeliness import Timeliness

    return Timeliness.opened(opening.rulebook)


def _grammar(opening: Opening) -> Check | None:
    from vlucheck.checks.grammar import Grammar

    return Grammar.opened(opening.rulebook, opening.engine, opening.words) if opening.engine else None


def _punctuation(opening: Opening) -> Check | None:
    from vlucheck.checks.punctuation import Punctuation

    return Punctuation.opened(opening.rulebook)


def _likeness(opening: Opening) -> Check | None:
    from vlucheck.checks.likeness import Likeness

    return Likeness.opened(opening.rulebook)


def _tone(opening: Opening) -> Check | None:
    from vlucheck.checks.tone import Tone

    return Tone.opened(opening.rulebook)


def _real_words(opening: Opening) -> Check | None:
    from vlucheck.checks.grammar.slips import RealWords

    return RealWords.opened(opening.rulebook)


def _word_pairs(opening: Opening) -> Check | None:
    from vlucheck.checks.grammar.confused import WordPairs

    return WordPairs.opened(opening.rulebook)


def _syntax(opening: Opening) -> Check | None:
    from vlucheck.checks.grammar.syntax import Syntax

    return Syntax.opened(opening.rulebook)


CHECKS: Mapping[str, Callable[[Opening], Check | None]] = MappingProxyType(
    {
        "elements": _elements,
        "rules": _rules,
        "likeness": _likeness,
        "tone": _tone,
        "readability": _readability,
        "jargon": _jargon,
        "consistency": _consistency,
        "truth": _truth,
        "residue": _residue,
        "flaws": _flaws,
        "timeliness": _timeliness,
        "grammar": _grammar,
        "punctuation": _punctuation,
        "real words": _real_words,
        "word pairs": _word_pairs,
        "syntax": _syntax,
    }
)
