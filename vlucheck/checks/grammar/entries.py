"""The rulebook's table for an engine → what each of the engine's rules counts as in a letter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vlucheck.engines.spelling import AMERICAN, SPELLING_RULES
from vlucheck.errors import BadRule
from vlucheck.findings import Category, Confidence, Severity
from vlucheck.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table. `message` may be empty: then the engine's own is shown. `unless` are words in lower case
    that the rule is wrong about, `around` patterns of a passage that it is wrong about (its hit between < and >).
    `is_unknown_word`: the rule looks words up in a dictionary."""

    category: Category
    severity: Severity
    confidence: Confidence
    message: str
    unless: frozenset[str]
    around: tuple[re.Pattern[str], ...]
    is_unknown_word: bool


def entries(rulebook: Rulebook, engine: str) -> dict[str, Entry]:
    """Return the entries by the engine's rule ids. Raises BadRule when the table is missing or wrong."""
    path = rulebook.folder / "engine" / f"{engine}.yaml"
    table = rulebook.tables.get(f"engine/{engine}", {}).get("rules")
    if not isinstance(table, Mapping):
        raise BadRule(f"{path}: the table of the engine's rules is missing")
    return {str(rule): _entry(f"{path}: {rule}", str(rule), line) for rule, line in table.items()}


def _entry(place: str, rule: str, line: object) -> Entry:
    if not isinstance(line, Mapping):
        raise BadRule(f"{place}: category, severity and confidence are wanted")
    try:
        return Entry(
            category=Category(str(line["category"])),
            severity=Severity(str(line["severity"])),
            confidence=Confidence(str(line["confidence"])),
            message=str(line.get("message", "")),
            unless=frozenset(str(word) for word in line.get("unless", ())),
            around=tuple(re.compile(str(pattern)) for pattern in line.get("around", ())),
            is_unknown_word=rule.removesuffix(AMERICAN) in SPELLING_RULES,
        )
    except (KeyError, ValueError, re.error) as error:
        raise BadRule(f"{place}: {error} is missing or unknown") from error
