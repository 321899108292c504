"""Findings, elements and a policy → the score: 100 less the deductions it lists. Pure and monotone.

Monotone: taking away a finding, or raising the status of an element, never lowers the total. Sums are made of
fractions and rounded once, so that no rounding can break it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from vlucheck.errors import BadRule
from vlucheck.findings import Category, Confidence, Element, Finding, Need, Severity, Status
from vlucheck.report import Deduction, Score

FULL = 100
GOOD, ADEQUATE, NOT_MET = "good", "adequate", "not met"
RATINGS = (GOOD, ADEQUATE, NOT_MET)
BLOCKER = "not-ready"

Charges = Mapping[tuple[Category, str], Fraction]


@dataclass(frozen=True, slots=True)
class _Policy:
    """The table `rules/score.yaml`, checked."""

    blocker: int
    most_when_ready: int
    most_should_fix: int
    points: Mapping[Severity, Fraction]
    style: frozenset[Category]
    style_words: int


def score(
    findings: Iterable[Finding],
    elements: Iterable[Element],
    words: int,
    policy: Mapping[str, object],
    *,
    partial: bool,
    broken: bool = False,
) -> Score:
    """Return the score of a letter of so many words. Raises BadRule for a policy that is not one.

    A letter of which a check broke down (`broken`) is not ready, whatever the other checks found: nobody knows that it
    is clean. Low-confidence findings cost nothing. A letter that is not ready loses the blocker once, one that is ready
    loses little, so that no letter that has to stay scores above one that may go.
    """
    rules = _policy(policy)
    counted = tuple(each for each in findings if each.confidence is not Confidence.LOW)
    needed = tuple(elements)
    ready = _is_ready(counted, needed, rules) and not broken
    charges = _charges(counted, words, rules)
    most = rules.most_when_ready if ready else FULL - rules.blocker
    shares = _shared_out(charges, min(most, ceil(sum(charges.values()))))
    deductions = _deductions(counted, shares, _titles(needed))
    if not ready:
        deductions = (_blocker(counted, rules.blocker), *deductions)
    return Score(
        total=FULL - sum(each.points for each in deductions),
        rating=_rating(counted, ready),
        ready=ready,
        categories=_categories(charges),
        deductions=deductions,
        partial=partial,
    )


def _is_ready(counted: tuple[Finding, ...], elements: tuple[Element, ...], rules: _Policy) -> bool:
    """Nothing that must be fixed, no needed element lacking, few flaws that should be fixed."""
    must = any(each.severity is Severity.MUST_FIX for each in counted)
    should = sum(each.severity is Severity.SHOULD_FIX for each in counted)
    lacking = any(each.need is not Need.NONE and each.status in (Status.MISSING, Status.PARTLY) for each in elements)
    return not must and not lacking and should <= rules.most_should_fix


def _rating(counted: tuple[Finding, ...], ready: bool) -> str:
    if not ready:
        return NOT_MET
    return GOOD if all(each.severity is Severity.CONSIDER for each in counted) else ADEQUATE


def _charges(counted: tuple[Finding, ...], words: int, rules: _Policy) -> Charges:
    """The exact points of each rule, in the order in which the rules first speak."""
    share = Fraction(rules.style_words, max(words, rules.style_words))
    charges: dict[tuple[Category, str], Fraction] = {}
    for each in counted:
        points = rules.points[each.severity] * (share if each.category in rules.style else 1)
        charges[each.category, each.rule] = charges.get((each.category, each.rule), Fraction(0)) + points
    return charges


def _shared_out(charges: Charges, points: int) -> dict[tuple[Category, str], int]:
    """Whole points for each rule in proportion to its charge; they add up to `points`. What is left over goes to the
    largest remainders."""
    whole = sum(charges.values())
    if not whole:
        return {}
    exact = {key: charge * points / whole for key, charge in charges.items()}
    shares = {key: int(value) for key, value in exact.items()}
    by_remainder = sorted(exact, key=lambda key: (shares[key] - exact[key], key))
    for key in by_remainder[: points - sum(shares.values())]:
        shares[key] += 1
    return shares


def _titles(needed: tuple[Element, ...]) -> Mapping[str, str]:
    """What an element is called, by its rule; "the right to a review" says more than the rule's name."""
    return {each.rule: f"{each.title[:1].lower()}{each.title[1:]} ({each.status})" for each in needed if each.title}


def _deductions(
    counted: tuple[Finding, ...], shares: Mapping[tuple[Category, str], int], titles: Mapping[str, str]
) -> tuple[Deduction, ...]:
    """One deduction a rule, the dearest first; rules whose share was rounded to nothing are left out."""
    names = {(each.category, each.rule): each.name.replace("-", " ") for each in reversed(counted)}
    counts = Counter((each.category, each.rule) for each in counted)
    made = (
        Deduction(*key, titles.get(key[1], names[key]), points, counts[key]) for key, points in shares.items() if points
    )
    return tuple(sorted(made, key=lambda each: -each.points))


def _blocker(counted: tuple[Finding, ...], points: int) -> Deduction:
    """The deduction for a letter that cannot go, under the category of the first of its worst findings."""
    worst = sorted(counted, key=lambda each: tuple(Severity).index(each.severity))
    category = worst[0].category if worst else Category.CONTENT
    return Deduction(category, BLOCKER, "cannot go as it is", points, 1)


def _categories(charges: Charges) -> tuple[tuple[Category, int], ...]:
    """100 less what the findings of each category cost by themselves."""
    cost = {name: ceil(sum(charge for key, charge in charges.items() if key[0] is name)) for name in Category}
    return tuple((name, max(0, FULL - cost[name])) for name in Category)


def _policy(table: Mapping[str, object]) -> _Policy:
    points = table.get("points")
    style = table.get("style")
    if not isinstance(points, Mapping) or not isinstance(style, list) or not set(style) <= set(Category):
        raise BadRule('score.yaml: "points" must hold a number for each severity, "style" a list of categories')
    policy = _Policy(
        blocker=_whole(table, "blocker"),
        most_when_ready=_whole(table, "most-when-ready"),
        most_should_fix=_whole(table, "most-should-fix-when-ready"),
        points={severity: _points(points, severity) for severity in Severity},
        style=frozenset(Category(name) for name in style),
        style_words=_whole(table, "style-words"),
    )
    if not policy.most_when_ready <= policy.blocker <= FULL or not policy.style_words:
        raise BadRule('score.yaml: "most-when-ready" may not be more than "blocker", nor "blocker" more than 100')
    return policy


def _whole(table: Mapping[str, object], key: str) -> int:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadRule(f'score.yaml: "{key}" must be a whole number, 0 or more')
    return value


def _points(table: Mapping[str, object], severity: Severity) -> Fraction:
    value = table.get(severity)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise BadRule(f'score.yaml: the points for "{severity}" must be a number, 0 or more')
    return Fraction(str(value))
