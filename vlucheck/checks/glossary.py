"""The rulebook's glossary → legal terms, compiled."""

import re
from dataclasses import dataclass

from vlucheck.findings import Confidence, Severity
from vlucheck.rulebook.model import Rulebook
from vlucheck.rulebook.yamlfile import Fields, YamlFile
from vlucheck.wording import compile_phrases


@dataclass(frozen=True, slots=True)
class Term:
    """A legal term: how it is written, what it means, what shows that a letter explains it. `severity` and
    `confidence` are None where the rule's own are meant; terms of one `group` are said once a sentence."""

    name: str
    form: re.Pattern[str]
    means: str
    explained: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    group: str = ""
    severity: Severity | None = None
    confidence: Confidence | None = None


def read_glossary(rulebook: Rulebook) -> tuple[Term, ...]:
    """Return the terms of glossary.yaml, in its order; none without such a file. Raises BadRule, BadPhrase."""
    table = rulebook.tables.get("glossary")
    if table is None:
        return ()
    file = YamlFile(rulebook.folder / "glossary.yaml", table, {})
    terms = Fields(file, table).mapping("terms")
    return tuple(_term(name, Fields(file, data, "terms", name), rulebook) for name, data in terms.items())


def _term(name: str, fields: Fields, rulebook: Rulebook) -> Term:
    def compiled(key: str) -> re.Pattern[str] | None:
        phrases = fields.texts(key)
        return compile_phrases(phrases, rulebook.concepts) if phrases else None

    term = Term(
        name=name,
        form=compiled("forms") or compile_phrases((name,), rulebook.concepts),
        means=fields.text("means"),
        explained=compiled("explained"),
        unless=compiled("unless"),
        group=fields.text("group", ""),
        severity=fields.choice("severity", Severity) if fields.has("severity") else None,
        confidence=fields.choice("confidence", Confidence) if fields.has("confidence") else None,
    )
    fields.done()
    return term
