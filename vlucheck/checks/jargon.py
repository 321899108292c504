"""The glossary and a letter → a finding for each legal term that the letter uses and nowhere explains."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vlucheck.checks.explaining import Use, is_explained
from vlucheck.checks.glossary import Term, read_glossary
from vlucheck.document import Span
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Part, Sentence
from vlucheck.phrases import BadPhrase
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans


@dataclass(frozen=True, slots=True)
class Jargon:
    """The check for legal terms; `rule` holds the message, the terms come from the glossary."""

    rule: Rule | None
    terms: tuple[Term, ...]
    name: str = "legal terms"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Jargon":
        """Read and compile the glossary. Raises BadRule for an entry that cannot be read."""
        try:
            return cls(rulebook.compare("jargon"), read_glossary(rulebook))
        except BadPhrase as error:
            raise BadRule(f"{rulebook.folder / 'glossary.yaml'}: {error}") from error

    def run(self, letter: Letter) -> Outcome:
        """Return a finding at the first use of each term that the letter never explains."""
        rule = self.rule
        if rule is None or not rule.applies_to(letter.type.type):
            return Outcome()
        quoted = quoted_spans(letter)
        sentences = tuple(sorted((*letter.sentences, *letter.headings), key=lambda sentence: sentence.span))
        bare: list[tuple[Term, Use]] = []
        for term in self.terms:
            uses = list(_uses(term, letter, sentences))
            own = [use for use in uses if _is_own(use, quoted, term.capitals)]
            if own and not any(is_explained(term, use) for use in uses):
                bare.append((term, own[0]))
        return Outcome(findings=tuple(_finding(rule, term, use, letter) for term, use in _apart(bare)))


def _is_own(use: Use, quoted: tuple[Span, ...], heading_counts: bool) -> bool:
    """Whether the writer says it, not somebody who is quoted; a term in a heading may be explained by what follows."""
    return (heading_counts or use.sentence.part is Part.BODY) and not any(span.covers(use.span) for span in quoted)


def _uses(term: Term, letter: Letter, sentences: tuple[Sentence, ...]) -> Iterator[Use]:
    folded, written = letter.folded, letter.text if term.capitals else letter.folded
    if not term.form.search(written) or (term.written_out and term.written_out.search(folded)):
        return
    for index, sentence in enumerate(sentences):
        start, end = sentence.span.start, sentence.span.end
        text = folded[start:end]
        if term.unless and term.unless.search(text):
            continue
        for found in term.form.finditer(written[start:end]):
            near = sentences[max(0, index - 1) : index + 2]
            following = next((one for one in sentences[index + 1 : index + 2] if one.part is Part.BODY), None)
            yield Use(
                span=Span(start + found.start(), start + found.end()),
                sentence=sentence,
                around=tuple(
                    each if one is not sentence else f"{text[: found.start()]} | {text[found.end() :]}"
                    for one in near
                    if (each := folded[one.span.start : one.span.end])
                ),
                before=text[: found.start()],
                after=text[found.end() :],
                following=folded[following.span.start : following.span.end] if following else "",
            )


def _apart(bare: list[tuple[Term, Use]]) -> list[tuple[Term, Use]]:
    """One finding for terms that overlap, and one a sentence for terms of the same group."""
    kept: list[tuple[Term, Use]] = []
    for term, use in sorted(bare, key=lambda pair: (pair[1].span.start, -pair[1].span.end)):
        same = any(
            use.span.overlaps(other.span) or (term.group and term.group == one.group and use.sentence == other.sentence)
            for one, other in kept
        )
        if not same:
            kept.append((term, use))
    return kept


def _finding(rule: Rule, term: Term, use: Use, letter: Letter) -> Finding:
    shown = replace(rule, severity=term.severity or rule.severity, confidence=term.confidence or rule.confidence)
    return replace(marked(shown, letter, use.span, {"means": _meaning(term)}), suggestions=(term.means,))


def _meaning(term: Term) -> str:
    return f"It stands for: {term.means}." if term.capitals else f"In plain words: {term.means}"
