"""Everything the checks found → what the officer has to read: each fault once, in reading order."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import reduce

from vlucheck.document import Span
from vlucheck.findings import Category, Confidence, Finding, Severity

Findings = tuple[Finding, ...]

MOST_REPEATS = 5
NARROW_WORDS = 12
"""A finding about more words than this speaks of the sentence or paragraph, not of the words in it."""
MOSTLY_THE_SAME = 0.45
"""From which share of the longer one two long passages are one passage: half a sentence, and the sentence."""

_OURS = "vlucheck"
_NEARLY = 0.6  # share of the letters that two quotes have in common, where they are meant to be one name
_LANGUAGE = frozenset({Category.SPELLING, Category.GRAMMAR, Category.PUNCTUATION})
_EXPLAINED = _LANGUAGE | {Category.CONSISTENCY, Category.PRESENTATION}
_SEVERITIES = tuple(Severity)
_CONFIDENCES = tuple(Confidence)


def tidy(findings: Iterable[Finding]) -> Findings:
    """Return the findings without duplicates, overlaps and endless repeats, as they stand in the letter."""
    return reduce(lambda found, step: step(found), _STEPS, tuple(findings))


def drop_duplicates(findings: Findings) -> Findings:
    """Keep the first of those that say the same of the same place."""
    return tuple({(each.rule, each.span, each.message): each for each in reversed(findings)}.values())[::-1]


def drop_overlaps(findings: Findings) -> Findings:
    """Of those that say the same kind of thing about the same words keep the best.

    One place can still have two flaws: of different categories, or one about a word and one about its sentence.
    """
    kept: list[Finding] = []
    for each in sorted(findings, key=_rank):
        place = next((i for i, better in enumerate(kept) if _say_the_same(better, each)), None)
        if place is None:
            kept.append(each)
        else:
            kept[place] = _with_suggestions(kept[place], each)
    return tuple(kept)


def soften_guesses(findings: Findings) -> Findings:
    """A finding that the program itself doubts is only offered for a second look, whatever its rule's severity."""
    return tuple(
        replace(each, severity=Severity.CONSIDER) if each.confidence is Confidence.LOW else each for each in findings
    )


def sort_as_read(findings: Findings) -> Findings:
    """Put them in reading order, those about the whole letter last."""
    return tuple(sorted(findings, key=_reading_order))


def cap_repeats(findings: Findings) -> Findings:
    """Keep the first five of a rule that speaks about the same words again and again; must-fix findings all stay."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for each in findings:
        key = (each.rule, " ".join(each.quote.lower().split()))
        seen[key] += 1
        if seen[key] <= MOST_REPEATS or each.severity is Severity.MUST_FIX or each.span is None:
            kept.append(each)
    return tuple(kept)


def drop_settled(findings: Findings) -> Findings:
    """Leave out what compares the letter with itself about words whose truth the case file tells."""
    known = [each for each in findings if each.known and each.span]
    return tuple(each for each in findings if not (_compares(each) and any(_settles(other, each) for other in known)))


def drop_hunches(findings: Findings) -> Findings:
    """Leave out a hunch about a sentence in which another finding of its category that is no guess names the fault."""
    named = [each for each in findings if not each.hunch and each.confidence is not Confidence.LOW and each.span]
    return tuple(each for each in findings if not (each.hunch and any(_names_fault(other, each) for other in named)))


_STEPS: tuple[Callable[[Findings], Findings], ...] = (
    drop_duplicates,
    drop_settled,
    soften_guesses,
    drop_hunches,
    drop_overlaps,
    sort_as_read,
    cap_repeats,
)


def _rank(finding: Finding) -> tuple[object, ...]:
    """The best first: not a mere guess, ours before an engine's, the more severe, the surer, the one that can help."""
    return (
        finding.confidence is Confidence.LOW,
        finding.source != _OURS,
        _SEVERITIES.index(finding.severity),
        _CONFIDENCES.index(finding.confidence),
        not finding.suggestions,
        *_reading_order(finding),
    )


def _reading_order(finding: Finding) -> tuple[object, ...]:
    span = finding.span or Span(0, 0)
    severity = _SEVERITIES.index(finding.severity)
    return (finding.span is None, span.start, span.end, severity, finding.rule, finding.message, finding.source)


def _say_the_same(better: Finding, other: Finding) -> bool:
    if better.span is None or other.span is None or not better.span.overlaps(other.span):
        return False
    if better.rule == other.rule and better.source == other.source == _OURS:
        return True
    if better.about_file or other.about_file:
        return False
    if not _same_kind(better, other) or _is_word_of_a_longer_place(better, other):
        return False
    return (_is_narrow(better) and _is_narrow(other)) or _share(better.span, other.span) >= MOSTLY_THE_SAME


def _share(one: Span, other: Span) -> float:
    """How much of the longer one both have, from 0 to 1."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / max(one.end - one.start, other.end - other.start)


def _compares(finding: Finding) -> bool:
    return finding.category is Category.CONSISTENCY and not finding.known


def _settles(known: Finding, other: Finding) -> bool:
    """Whether the two are about the same words, or the other compares those words with words nearly the same."""
    if known.span is None:
        return False
    if other.span is not None and other.span.overlaps(known.span):
        return True
    near = SequenceMatcher(None, known.quote.casefold(), other.quote.casefold()).ratio() >= _NEARLY
    return near and other.also is not None and other.also.overlaps(known.span)


def _names_fault(named: Finding, hunch: Finding) -> bool:
    if named.span is None or hunch.span is None or named.category != hunch.category:
        return False
    return named.span.overlaps(hunch.span)


def _same_kind(better: Finding, other: Finding) -> bool:
    """Statements of the law and facts left out are each a thing of their own; mistakes in a word are one thing."""
    if Category.CONTENT in (better.category, other.category):
        return False
    if better.source == _OURS and other.source != _OURS and other.category in _LANGUAGE:
        return better.category in _EXPLAINED
    return better.category == other.category or {better.category, other.category} <= _LANGUAGE


def _is_word_of_a_longer_place(better: Finding, other: Finding) -> bool:
    """Whether one is a misspelt word in a line of which the other speaks: two faults, unless the line is hardly more
    than the word and all capitals, as a name is that is spelt two ways."""
    if {better.category, other.category} != {Category.SPELLING, Category.CONSISTENCY}:
        return False
    word, line = (better, other) if better.category is Category.SPELLING else (other, better)
    if word.span is None or line.span is None or len(word.quote.split()) > 1 or word.span == line.span:
        return False
    others = (each for each in line.quote.split() if each != word.quote)
    return _share(word.span, line.span) < MOSTLY_THE_SAME or any(each.islower() for each in others)


def _is_narrow(finding: Finding) -> bool:
    return len(finding.quote.split()) <= NARROW_WORDS


def _with_suggestions(best: Finding, other: Finding) -> Finding:
    """The best one, with what to write instead from another about exactly the same words if it has none itself."""
    if best.suggestions or best.span != other.span:
        return best
    return replace(best, suggestions=other.suggestions)
