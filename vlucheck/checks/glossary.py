"""The rulebook's glossary → legal terms, compiled."""

import re
from dataclasses import dataclass

from vlucheck.findings import Confidence, Severity
from vlucheck.phrases import Phrases
from vlucheck.rulebook.fields import Fields
from vlucheck.rulebook.model import Rulebook
from vlucheck.rulebook.yamlfile import YamlFile
from vlucheck.wording import read_phrase


@dataclass(frozen=True, slots=True)
class Term:
    """A legal term: how it is written, what it means, what shows that a letter explains it. `severity` and
    `confidence` are None where the rule's own are meant; terms of one `group` are said once a sentence. Abbreviations
    are looked for in `capitals` only, and are explained by being `written_out` anywhere in the letter."""

    name: str
    form: re.Pattern[str] | Phrases
    means: str
    explained: Phrases | None = None
    unless: Phrases | None = None
    group: str = ""
    severity: Severity | None = None
    confidence: Confidence | None = None
    written_out: Phrases | None = None
    capitals: bool = False


def read_glossary(rulebook: Rulebook) -> tuple[Term, ...]:
    """Return the terms of glossary.yaml, in its order; none without such a file. Raises BadRule, BadPhrase."""
    table = rulebook.tables.get("glossary")
    if table is None:
        return ()
    file = YamlFile(rulebook.folder / "glossary.yaml", table, {})
    fields = Fields(file, table)
    terms, acronyms = fields.mapping("terms"), fields.mapping("acronyms")
    fields.done()
    return (
        *(_term(name, Fields(file, data, "terms", name), rulebook) for name, data in terms.items()),
        *(_acronym(name, Fields(file, data, "acronyms", name), rulebook) for name, data in acronyms.items()),
    )


def _acronym(name: str, fields: Fields, rulebook: Rulebook) -> Term:
    forms = "|".join(re.escape(form) for form in fields.texts("forms") or (name,))
    term = Term(
        name=name,
        form=re.compile(rf"(?<![\w&/.@-])(?:{forms})(?![\w&@]|[./-]\w)"),
        means=fields.text("means"),
        severity=fields.choice("severity", Severity) if fields.has("severity") else None,
        confidence=fields.choice("confidence", Confidence) if fields.has("confidence") else None,
        written_out=_phrases(fields.texts("full"), rulebook),
        capitals=True,
    )
    fields.done()
    return term


def _term(name: str, fields: Fields, rulebook: Rulebook) -> Term:
    def compiled(key: str) -> Phrases | None:
        phrases = fields.texts(key)
        return _phrases(phrases, rulebook) if phrases else None

    term = Term(
        name=name,
        form=compiled("forms") or _phrases((name,), rulebook),
        means=fields.text("means"),
        explained=compiled("explained"),
        unless=compiled("unless"),
        group=fields.text("group", ""),
        severity=fields.choice("severity", Severity) if fields.has("severity") else None,
        confidence=fields.choice("confidence", Confidence) if fields.has("confidence") else None,
    )
    fields.done()
    return term


def _phrases(phrases: tuple[str, ...], rulebook: Rulebook) -> Phrases:
    return Phrases(read_phrase(phrase, rulebook.concepts) for phrase in phrases)
