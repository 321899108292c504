"""The bench of contradictions is large enough, and each of its edits changes one letter in one place."""

from collections import Counter

from contradictions import CONTRADICTIONS, read_bench


def test_the_bench_has_enough_edits_of_each_kind() -> None:
    bases, edits = read_bench(CONTRADICTIONS)
    count = Counter(edit.kind for edit in edits)
    assert len(bases) >= 10
    assert len(edits) >= 150
    assert count["deadline"] >= 8
    assert count["blank"] >= 30


def test_each_flaw_differs_from_its_twin_and_from_the_letter() -> None:
    for edit in read_bench(CONTRADICTIONS)[1]:
        assert len({edit.old, edit.wrong, edit.right}) == 3
