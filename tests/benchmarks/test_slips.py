"""The second bench is large enough, and each of its sentences has one slip."""

from collections import Counter

from slips import SLIPS, read_slips


def test_the_bench_has_enough_sentences_of_each_kind() -> None:
    count = Counter(slip.kind for slip in read_slips(SLIPS))
    assert count["misspelling"] >= 100
    assert count["real_word"] >= 100
    assert count["grammar"] >= 80
    assert count["punctuation"] >= 40


def test_each_slip_differs_from_its_twin_and_stands_where_it_says() -> None:
    for slip in read_slips(SLIPS):
        assert slip.wrong != slip.right
        assert 0 <= slip.start <= slip.end <= len(slip.wrong)
