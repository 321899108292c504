"""A letter's sentences, parsed → findings where the person spoken of makes the sentence hurt.

"You failed to" and "we failed to" have the same words; the parse tells whose doing it is. The rule files hold the
verbs, the nouns and the words that make a sentence harmless.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vlucheck.checks.tone.accused import judged_kindly, made_anxious, weighed_for_them
from vlucheck.checks.tone.deeds import might_have_been, not_done, should_have_done
from vlucheck.checks.tone.endings import nobody_did, thrown_away
from vlucheck.checks.tone.opening import office_first
from vlucheck.checks.tone.persons import Scene
from vlucheck.document import Span
from vlucheck.errors import BadRule
from vlucheck.findings import Outcome
from vlucheck.letter.model import Letter
from vlucheck.phrases import BadPhrase, Phrases
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Compare, Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans
from vlucheck.wording import read_phrase

Reading = Callable[[Scene, Mapping[str, frozenset[str]]], Iterator[Span]]


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """One rule that looks at who does or feels something: its reading, its word lists, its exceptions."""

    rule: Rule
    reading: Reading
    words: Mapping[str, frozenset[str]]
    unless: Phrases | None

    def spans(self, scene: Scene) -> Iterator[Span]:
        """The places of the sentence that the rule is about."""
        if self.unless is None or not self.unless.search(scene.folded):
            yield from self.reading(scene, self.words)


@dataclass(frozen=True, slots=True)
class Tone:
    """Every rule that reads who is spoken of."""

    rules: tuple[SpokenOf, ...]
    name: str = "who is spoken of"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Tone":
        """Compile the rules. Raises BadRule with the file for settings that cannot be read."""
        return cls(tuple(_spoken_of(rule, rulebook) for rule in rulebook.rules if _is_meant(rule)))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place, none for words that are quoted."""
        meant = [each for each in self.rules if each.rule.applies_to(letter.type.type)]
        quoted = quoted_spans(letter)
        found = (
            (each.rule, span)
            for index in range(len(letter.sentences))
            for each in meant
            for span in each.spans(Scene(letter, index))
        )
        own = ((rule, span) for rule, span in found if not any(each.overlaps(span) for each in quoted))
        return Outcome(findings=tuple(marked(rule, letter, span) for rule, span in own))


def _is_meant(rule: Rule) -> bool:
    return isinstance(rule.test, Compare) and rule.test.check in READINGS


def _spoken_of(rule: Rule, rulebook: Rulebook) -> SpokenOf:
    assert isinstance(rule.test, Compare)
    lists = {name: _texts(rule, name, value) for name, value in rule.test.settings.items()}
    try:
        phrases = [read_phrase(each, rulebook.concepts) for each in lists.pop("unless", ())]
    except BadPhrase as error:
        raise BadRule(f"{rule.path}: {error}") from error
    words = MappingProxyType({name: frozenset(each) for name, each in lists.items()})
    return SpokenOf(rule, READINGS[rule.test.check], words, Phrases(phrases) if phrases else None)


def _texts(rule: Rule, name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
        raise BadRule(f'{rule.path}: "{name}" must be a list of words')
    return tuple(value)


READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "reader-might-have": might_have_been,
        "reader-should-have": should_have_done,
        "reader-did-not": not_done,
        "accused-feels": made_anxious,
        "accused-praised": judged_kindly,
        "accused-weighed": weighed_for_them,
        "office-first": office_first,
        "case-thrown-away": thrown_away,
        "nobody-did": nobody_did,
    }
)
