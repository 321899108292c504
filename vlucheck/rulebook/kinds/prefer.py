"""Kind `prefer`: every place where a plainer or better wording exists, as a finding that suggests it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from vlucheck.document import Span
from vlucheck.findings import Finding
from vlucheck.letter.model import Letter
from vlucheck.phrases import Phrase, compile_source
from vlucheck.rulebook.kinds.avoid import inside
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Prefer, Rule
from vlucheck.rulebook.seek import quoted_spans, seeker
from vlucheck.wording import read_phrase


def compile_prefer(rule: Rule, concepts: Mapping[str, tuple[str, ...]]) -> Callable[[Letter], list[Finding]]:
    """Return the function that finds the rule's wordings in a letter. Raises BadPhrase."""
    if not isinstance(rule.test, Prefer):
        raise TypeError(f"{rule.id} is not a prefer rule")
    swaps = [(read_phrase(phrase, concepts), better) for phrase, better in rule.test.swaps.items()]
    search = seeker(replace(rule.test.wording, phrases=tuple(rule.test.swaps)), concepts)
    quoted = rule.test.quoted

    def find(letter: Letter) -> list[Finding]:
        others_words = () if quoted else quoted_spans(letter)
        spans = [hit.span for hit in search.find(letter) if not inside(hit.span, others_words)]
        return [_finding(rule, letter, span, swaps) for span in spans]

    return find


def _finding(rule: Rule, letter: Letter, span: Span, swaps: list[tuple[Phrase, tuple[str, ...]]]) -> Finding:
    finding = marked(rule, letter, span)
    better = _better(letter.folded[span.start : span.end], swaps)
    return replace(finding, suggestions=better) if better else finding


def _better(folded: str, swaps: list[tuple[Phrase, tuple[str, ...]]]) -> tuple[str, ...]:
    return next((better for phrase, better in swaps if compile_source(phrase.source).fullmatch(folded)), ())
