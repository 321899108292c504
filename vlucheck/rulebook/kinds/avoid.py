"""Kind `avoid`: every place where the letter says what it should not, as a finding."""

from collections.abc import Callable, Mapping

from vlucheck.document import Span
from vlucheck.findings import Finding
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Avoid, Rule
from vlucheck.rulebook.seek import Hit, quoted_spans, seeker


def compile_avoid(rule: Rule, concepts: Mapping[str, tuple[str, ...]]) -> Callable[[Letter], list[Finding]]:
    """Return the function that finds the rule's wording in a letter. Raises BadPhrase."""
    if not isinstance(rule.test, Avoid):
        raise TypeError(f"{rule.id} is not an avoid rule")
    search, quoted = seeker(rule.test.wording, concepts), rule.test.quoted

    def find(letter: Letter) -> list[Finding]:
        others_words = () if quoted else quoted_spans(letter)
        hits = _longest(search.find(letter))
        return [marked(rule, letter, hit.span) for hit in hits if not inside(hit.span, others_words)]

    return find


def inside(span: Span, others: tuple[Span, ...]) -> bool:
    """Whether the span lies in one of the others (the words of somebody else, between quotation marks)."""
    return any(other.covers(span) and other != span for other in others)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Where two hits overlap, the longer one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start - hit.span.end, hit.span)):
        if not any(hit.span.overlaps(other.span) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)
