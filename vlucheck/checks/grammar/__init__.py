"""A letter → what the grammar engine finds in it, in the rulebook's words and severities.

Lines that are no sentences are only read for their spelling; names, references and words of the field are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vlucheck.checks.grammar.edges import EDGES
from vlucheck.checks.grammar.entries import Entry, entries
from vlucheck.checks.grammar.marks import with_words
from vlucheck.checks.grammar.passages import Passages, passages
from vlucheck.checks.grammar.protection import KnownWords, known_words, suggestions_for, wanted
from vlucheck.document import Span
from vlucheck.engines import Engine, EngineHit
from vlucheck.findings import Category, Finding, Outcome, Skipped
from vlucheck.letter.model import Letter, Part
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook

RULE_NAME = "engine-{category}"
SAME_TABLE = {"languagetool": "lingotweaker"}
_NAME_NEXT = re.compile(r"[^\W\d]* [A-Z]")
_ONLY_SPELT = EDGES | {Part.SIGNATURE, Part.PRIVATE, Part.SUBJECT}
_CAPITAL_RULES = frozenset({"UPPERCASE_SENTENCE_START", "SentenceCapitalization"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """Spelling, grammar and punctuation, found by an engine."""

    engine: Engine
    entries: Mapping[str, Entry]
    rules: Mapping[Category, Rule]
    known: KnownWords
    name: str = "spelling and grammar"

    @classmethod
    def opened(cls, rulebook: Rulebook, engine: Engine, words: tuple[Path, ...] = ()) -> "Grammar":
        """Read the engine's table and the lists of known words; `words` are the user's own files of words.

        Raises BadRule for a table that is missing or wrong and WrongUsage for a file that cannot be read.
        """
        rules = {category: rulebook.compare(RULE_NAME.format(category=category)) for category in Category}
        return cls(
            engine=engine,
            entries=entries(rulebook, SAME_TABLE.get(engine.name, engine.name)),
            rules={category: rule for category, rule in rules.items() if rule is not None},
            known=known_words(rulebook, words),
        )

    def run(self, letter: Letter) -> Outcome:
        """Return what the engine finds. Raises EngineUnavailable when it stopped answering."""
        read = passages(letter)
        hits = self.engine.check(read.text) if read.text else []
        return Outcome(findings=tuple(self._findings(letter, read, hits)), skipped=_left_out(letter, read, self.name))

    def _findings(self, letter: Letter, read: Passages, hits: list[EngineHit]) -> Iterator[Finding]:
        for hit in hits:
            span = read.span_of(hit.start, hit.end)
            entry = self.entries.get(hit.rule)
            if span is None or entry is None or entry.category not in self.rules:
                continue
            if not _is_asked(letter, span, hit, entry) or not wanted(letter, span, hit, entry, self.known):
                continue
            yield self._finding(letter, span, hit, entry)

    def _finding(self, letter: Letter, span: Span, hit: EngineHit, entry: Entry) -> Finding:
        rule = self.rules[entry.category]
        said = replace(rule, message=entry.message or hit.message, category=entry.category)
        shown = with_words(letter.text, span) if entry.category is Category.PUNCTUATION else span
        before, after = letter.text[shown.start : span.start], letter.text[span.end : shown.end]
        return replace(
            marked(said, letter, shown),
            severity=entry.severity,
            confidence=entry.confidence,
            suggestions=tuple(f"{before}{each}{after}" for each in suggestions_for(letter, span, hit, self.known)),
            source=f"{self.engine.name}:{hit.rule}",
        )


def _left_out(letter: Letter, read: Passages, name: str) -> tuple[Skipped, ...]:
    """What the engine was not given, by the numbers of the paragraphs."""
    if not read.foreign:
        return ()
    numbers = [str(each.number) for each in letter.paragraphs if each.span in read.foreign]
    what = f"paragraph {', '.join(numbers)}" if numbers else "a part of the letter"
    return (Skipped(name, f"{what}: these are no English words", "have somebody read it who knows the language"),)


def _is_asked(letter: Letter, span: Span, hit: EngineHit, entry: Entry) -> bool:
    """Whether this kind of mistake is looked for here: list items may begin small, a signature has no grammar."""
    if letter.document.quote(span).strip().lower() in entry.unless:
        return False
    if entry.around and any(pattern.search(_passage(letter, span)) for pattern in entry.around):
        return False
    if letter.part_at(span.start) in _ONLY_SPELT:
        return entry.is_unknown_word
    if hit.rule in _CAPITAL_RULES:
        sentence = letter.sentence_at(span.start)
        begins_name = _NAME_NEXT.match(letter.text, span.end) is not None  # "de Souza"
        return sentence is not None and sentence.part is Part.BODY and not sentence.is_item and not begins_name
    return True


def _passage(letter: Letter, span: Span) -> str:
    """The marked words in angle brackets, with a few words of both sides."""
    text = letter.text
    return (
        f"{text[max(0, span.start - 50) : span.start]}<{text[span.start : span.end]}>{text[span.end : span.end + 50]}"
    )
