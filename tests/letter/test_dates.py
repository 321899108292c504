"""Dates in every British way of writing them."""

from datetime import date

import pytest

from vlucheck.letter.dates import find_dates

LETTER = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "when", "weekday"),
    [
        ("on 3 March 2026", date(2026, 3, 3), None),
        ("on the 3rd of March 2026", date(2026, 3, 3), None),
        ("on March 3, 2026", date(2026, 3, 3), None),
        ("on 03/04/2026", date(2026, 4, 3), None),
        ("on 3.3.26", date(2026, 3, 3), None),
        ("on 2026-03-03", date(2026, 3, 3), None),
        ("on Tuesday 3 March 2026", date(2026, 3, 3), "Tuesday"),
        ("on Tuesday, 3rd March", date(2026, 3, 3), "Tuesday"),
        ("on 3 March 2026 (a Tuesday)", date(2026, 3, 3), "Tuesday"),
        ("on Tues 3 Mar 2026", date(2026, 3, 3), "Tuesday"),
        ("on 31 February 2026", None, None),
        ("on 29 December", date(2025, 12, 29), None),
        ("by 4 January", date(2026, 1, 4), None),
    ],
)
def test_a_date_is_read(text: str, when: date | None, weekday: str | None) -> None:
    (found,) = find_dates(text, LETTER)
    assert (found.date, found.weekday) == (when, weekday)
    assert text[found.span.start : found.span.end] in text


@pytest.mark.parametrize("text", ["ring 01632 960123", "section 18.3.1", "you 2 may be asked", "£3.50", "24/7", "1/2"])
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, LETTER) == ()


def test_a_missing_year_is_marked() -> None:
    given, inferred = find_dates("on 3 March 2026 and on 4 May", LETTER)
    assert given.year_given and not inferred.year_given


def test_the_weekday_decides_between_two_years_about_as_near() -> None:
    (found,) = find_dates("on Friday 20 February", date(2026, 9, 3))
    assert found.date == date(2026, 2, 20)


def test_a_wrong_weekday_does_not_move_the_year() -> None:
    (found,) = find_dates("on Thursday 4 March", date(2026, 4, 20))
    assert found.date == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The hearing was on Monday 9 March and you came", date(2026, 3, 9)),
        ("You were hurt on 9 March.", date(2026, 3, 9)),
        ("It will be heard on 9 March.", date(2027, 3, 9)),
        ("My letter said Tuesday 9 March, which was right then.", date(2027, 3, 9)),
        ("The trial was fixed for 9 March.", date(2027, 3, 9)),
        ("You told us so. The trial is on 9 March.", date(2027, 3, 9)),
        ("The hearing was on 12 December.", date(2026, 12, 12)),
    ],
)
def test_what_has_been_was_not_far_ahead(text: str, when: date) -> None:
    (found,) = find_dates(text, date(2026, 11, 27))
    assert found.date == when


def test_last_year_is_told_in_words() -> None:
    (found,) = find_dates("You were hurt on 9 November last year.", date(2026, 11, 2))
    assert found.date == date(2025, 11, 9) and found.year_given
