"""The score is a sum anyone can follow, and mending a letter never lowers it."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vlucheck.errors import BadRule
from vlucheck.findings import Category, Confidence, Element, Finding, Need, Severity, Status
from vlucheck.report import Score
from vlucheck.rulebook.loader import rules_folder
from vlucheck.score import BLOCKER, score

POLICY = yaml.safe_load((rules_folder() / "score.yaml").read_text(encoding="utf-8"))
BETTER = {Status.MISSING: Status.PARTLY, Status.PARTLY: Status.MET}

flaws = st.builds(
    Finding,
    rule=st.sampled_from([f"VLU-{n}" for n in range(12)]),
    name=st.just("a-flaw"),
    category=st.sampled_from(Category),
    severity=st.sampled_from(Severity),
    confidence=st.sampled_from(Confidence),
    message=st.just("x"),
)
elements = st.builds(
    Element, id=st.just("e"), need=st.sampled_from(Need), status=st.sampled_from(Status), rule=st.just("VLU-C1")
)
lists_of_flaws = st.lists(flaws, max_size=40)
lists_of_elements = st.lists(elements, max_size=6)
lengths = st.integers(0, 3000)


def flaw(severity: Severity = Severity.MUST_FIX, **changes: object) -> Finding:
    made = Finding("VLU-1", "wrong-name", Category.CONSISTENCY, severity, Confidence.HIGH, "x")
    return replace(made, **changes)  # type: ignore[arg-type]


def scored(findings: list[Finding], needed: list[Element] | None = None, words: int = 300) -> Score:
    return score(findings, needed or [], words, POLICY, partial=False)


@settings(max_examples=150, deadline=None)
@given(lists_of_flaws, lists_of_elements, lengths)
def test_the_deductions_add_up(findings: list[Finding], needed: list[Element], words: int) -> None:
    made = scored(findings, needed, words)
    assert made.total == 100 - sum(each.points for each in made.deductions)
    assert 0 <= made.total <= 100
    assert all(each.points > 0 for each in made.deductions)


@settings(max_examples=150, deadline=None)
@given(lists_of_flaws.filter(bool), lists_of_elements, lengths, st.data())
def test_mending_a_flaw_never_lowers_the_score(
    findings: list[Finding], needed: list[Element], words: int, data: st.DataObject
) -> None:
    mended = data.draw(st.integers(0, len(findings) - 1))
    fewer = findings[:mended] + findings[mended + 1 :]
    before, after = scored(findings, needed, words), scored(fewer, needed, words)
    assert after.total >= before.total
    assert after.ready >= before.ready
    assert all(new >= old for (_, old), (_, new) in zip(before.categories, after.categories, strict=True))


@settings(max_examples=100, deadline=None)
@given(lists_of_flaws, lists_of_elements.filter(bool), lengths, st.data())
def test_saying_more_never_lowers_the_score(
    findings: list[Finding], needed: list[Element], words: int, data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(needed) - 1))
    better = list(needed)
    better[which] = replace(needed[which], status=BETTER.get(needed[which].status, needed[which].status))
    before, after = scored(findings, needed, words), scored(findings, better, words)
    assert after.total >= before.total
    assert after.ready >= before.ready


@settings(max_examples=150, deadline=None)
@given(lists_of_flaws, lists_of_flaws, lists_of_elements, lengths, lengths)
def test_no_letter_that_has_to_stay_scores_above_one_that_may_go(
    one: list[Finding], other: list[Finding], needed: list[Element], words: int, more: int
) -> None:
    a, b = scored(one, needed, words), scored(other, [], more)
    if a.ready != b.ready:
        ready, stays = (a, b) if a.ready else (b, a)
        assert ready.total > stays.total


def test_a_letter_of_which_a_check_broke_down_is_not_ready_however_clean_the_rest() -> None:
    broken = score([], [], 300, POLICY, partial=True, broken=True)
    assert (broken.ready, broken.partial) == (False, True)
    assert score([], [], 300, POLICY, partial=True).ready


def test_a_letter_without_flaws_is_good_and_has_all_points() -> None:
    made = scored([], [Element("decision", Need.REQUIRED, Status.MET, "VLU-C1")])
    assert (made.total, made.rating, made.ready, made.deductions) == (100, "good", True, ())


def test_a_must_fix_finding_stops_the_letter_and_shows_the_blocker_first() -> None:
    made = scored([flaw()])
    assert not made.ready
    assert made.rating == "not met"
    assert [each.rule for each in made.deductions] == [BLOCKER, "VLU-1"]
    assert made.deductions[1].name == "wrong name"


def test_findings_we_are_not_sure_of_cost_nothing() -> None:
    assert scored([flaw(confidence=Confidence.LOW)]) == scored([])


@pytest.mark.parametrize("status", [Status.MISSING, Status.PARTLY])
@pytest.mark.parametrize("need", [Need.REQUIRED, Need.CONDITIONAL])
def test_a_needed_element_that_lacks_stops_the_letter(need: Need, status: Status) -> None:
    assert not scored([], [Element("reasons", need, status, "VLU-C1")]).ready


def test_what_is_missing_is_deducted_under_its_title() -> None:
    element = Element("vrr-right", Need.REQUIRED, Status.MISSING, "VLU-1", title="The right to a review")
    made = scored([flaw(category=Category.CONTENT)], [element])
    assert made.deductions[1].name == "the right to a review (missing)"


def test_an_element_that_is_not_needed_stops_nothing() -> None:
    assert scored([], [Element("reasons", Need.NONE, Status.MISSING, "VLU-C1")]).ready


def test_two_findings_that_should_be_fixed_are_few_enough_and_three_are_not() -> None:
    assert scored([flaw(Severity.SHOULD_FIX)] * 2).rating == "adequate"
    assert scored([flaw(Severity.SHOULD_FIX)] * 3).rating == "not met"


def test_hints_alone_leave_the_letter_good() -> None:
    made = scored([flaw(Severity.CONSIDER)])
    assert (made.rating, made.total) == ("good", 99)


def test_style_is_divided_by_length_and_facts_are_not() -> None:
    tone = [flaw(category=Category.TONE)] * 8
    name = [flaw()] * 8
    assert scored(tone, words=1000).total > scored(tone, words=200).total
    assert scored(name, words=1000).total == scored(name, words=200).total
    assert scored(tone, words=20).total == scored(tone, words=200).total


def test_each_category_has_its_own_figure() -> None:
    made = dict(scored([flaw(), flaw()]).categories)
    assert (made[Category.CONSISTENCY], made[Category.TONE]) == (90, 100)


@pytest.mark.parametrize(
    "change",
    [{"blocker": -1}, {"points": {"must-fix": 5}}, {"style": ["beauty"]}, {"most-when-ready": 50}, {"style-words": 0}],
)
def test_a_policy_that_could_break_the_promises_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BadRule, match=r"score\.yaml"):
        score([], [], 300, {**POLICY, **change}, partial=False)
