"""Working days: weekends and bank holidays of England and Wales do not count."""

from datetime import date

from vlucheck.letter.workdays import add_working_days, is_working_day, working_days_between


def test_weekends_and_bank_holidays_are_no_working_days() -> None:
    assert is_working_day(date(2026, 3, 5))
    assert not is_working_day(date(2026, 3, 7))
    assert not is_working_day(date(2026, 4, 3))
    assert not is_working_day(date(2026, 8, 31))
    assert not is_working_day(date(2026, 12, 28))


def test_scottish_holidays_are_working_days_here() -> None:
    assert is_working_day(date(2026, 8, 3))
    assert is_working_day(date(2026, 11, 30))


def test_ten_working_days_step_over_easter() -> None:
    assert add_working_days(date(2026, 3, 27), 10) == date(2026, 4, 14)
    assert add_working_days(date(2026, 3, 5), 10) == date(2026, 3, 19)
    assert add_working_days(date(2026, 3, 19), -10) == date(2026, 3, 5)


def test_no_days_added_is_the_day_itself() -> None:
    assert add_working_days(date(2026, 3, 7), 0) == date(2026, 3, 7)


def test_days_between_count_the_last_day_and_not_the_first() -> None:
    assert working_days_between(date(2026, 3, 2), date(2026, 3, 2)) == 0
    assert working_days_between(date(2026, 3, 6), date(2026, 3, 9)) == 1
    assert working_days_between(date(2026, 3, 5), date(2026, 3, 19)) == 10
    assert working_days_between(date(2026, 3, 19), date(2026, 3, 5)) == -10
