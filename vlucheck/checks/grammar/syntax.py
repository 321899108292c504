"""A letter's sentences, parsed → findings about how their parts fit together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.agreement import disagreements
from vlucheck.checks.grammar.clauses import fragment, parted, spliced
from vlucheck.document import Span
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Sentence
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans

if TYPE_CHECKING:
    from spacy.tokens import Token

AGREEMENT, SPLICE, FRAGMENT, PARTED = "agreement", "comma-splice", "fragment", "comma-before-verb"


@dataclass(frozen=True, slots=True)
class Syntax:
    """Agreement over a distance, comma splices, fragments."""

    agreement: Rule | None
    splice: Rule | None
    fragment: Rule | None
    parted: Rule | None
    name: str = "sentence structure"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Syntax":
        """Take the rules from the rulebook; one that is not there is not looked for."""
        return cls(
            agreement=rulebook.compare(AGREEMENT),
            splice=rulebook.compare(SPLICE),
            fragment=rulebook.compare(FRAGMENT),
            parted=rulebook.compare(PARTED),
        )

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place where a sentence does not hold together."""
        quoted = quoted_spans(letter)
        found = [each for sentence in letter.sentences for each in self._in_sentence(letter, sentence)]
        return Outcome(
            findings=tuple(
                finding(rule, letter, span) for rule, span in found if not any(each.overlaps(span) for each in quoted)
            )
        )

    def _in_sentence(self, letter: Letter, sentence: Sentence) -> Iterator[tuple[Rule, Span]]:
        if "|" in sentence.text or not len(sentence.parse):
            return
        if self.agreement:
            for subject, verb in disagreements(sentence.parse):
                yield self.agreement, _from_to(sentence, subject, verb)
        if self.splice and not sentence.is_item:
            yield from ((self.splice, _from_to(sentence, *pair)) for pair in spliced(sentence.parse))
        if self.parted:
            yield from ((self.parted, _from_to(sentence, *pair)) for pair in parted(sentence.parse))
        if self.fragment and not sentence.is_item and fragment(sentence.parse, _follows_question(letter, sentence)):
            yield self.fragment, sentence.span


def _follows_question(letter: Letter, sentence: Sentence) -> bool:
    """Whether a question or a heading stands right before, to which a fragment is the answer."""
    return not letter.text[: sentence.span.start].rstrip().endswith((".", "!"))


def _from_to(sentence: Sentence, first: "Token", last: "Token") -> Span:
    return Span(first.idx + sentence.offset, last.idx + len(last.text) + sentence.offset)


def finding(rule: Rule, letter: Letter, span: Span) -> Finding:
    """The rule's finding about the words of the span."""
    quote = letter.document.quote(span)
    words = " ".join(quote.split())
    shown = (
        words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2].rstrip()} … {words[-_LONGEST // 2 :].lstrip()}"
    )
    return Finding(
        rule=rule.id,
        name=rule.name,
        category=rule.category,
        severity=rule.severity,
        confidence=rule.confidence,
        message=rule.message.replace("{match}", shown),
        why=rule.why,
        span=span,
        quote=quote,
        suggestions=rule.instead,
    )


_LONGEST = 80
