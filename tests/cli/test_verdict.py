"""The exit status tells whether every letter reaches the bar."""

from dataclasses import replace

import pytest
from reports import APOLOGY, GOOD, GUESS, POOR, UNREAD, placed, report

from vlucheck.cli.verdict import exit_status
from vlucheck.findings import Severity, Skipped
from vlucheck.report import FileReport
from vlucheck.reporters import REPORTERS
from vlucheck.settings import FORMATS, Settings

POOR_CHECKED = replace(POOR, skipped=())
HINT = placed(replace(APOLOGY.finding, severity=Severity.CONSIDER))
SLIP = placed(replace(APOLOGY.finding, severity=Severity.SHOULD_FIX))


def status(*files: FileReport, **wishes: object) -> int:
    return exit_status(report(*files), Settings(**wishes))  # type: ignore[arg-type]


def test_ready_letters_end_with_0_and_one_that_is_not_with_1() -> None:
    assert status(GOOD, GOOD) == 0
    assert status(GOOD, POOR_CHECKED) == 1


def test_what_could_not_be_checked_wins() -> None:
    assert status(GOOD, POOR_CHECKED, UNREAD) == 2
    assert status(UNREAD, fail_on=None) == 2


def test_a_check_that_broke_down_is_unchecked_and_one_switched_off_is_not() -> None:
    assert status(replace(GOOD, skipped=(Skipped("grammar", "the engine stopped", failed=True),))) == 2
    assert status(replace(GOOD, skipped=(Skipped("grammar", "switched off"),))) == 0


@pytest.mark.parametrize(
    ("found", "fail_on", "expected"),
    [
        (SLIP, Severity.MUST_FIX, 0),
        (SLIP, Severity.SHOULD_FIX, 1),
        (HINT, Severity.SHOULD_FIX, 0),
        (HINT, Severity.CONSIDER, 1),
        (GUESS, Severity.CONSIDER, 0),
    ],
)
def test_milder_findings_fail_a_letter_only_when_asked(found, fail_on: Severity, expected: int) -> None:  # type: ignore[no-untyped-def]
    assert status(replace(GOOD, findings=(found,)), fail_on=fail_on) == expected


def test_never_passes_every_letter_that_can_be_read() -> None:
    assert status(POOR_CHECKED, fail_on=None) == 0


def test_the_least_score_is_a_bar_of_its_own() -> None:
    assert status(POOR_CHECKED, fail_on=None, min_score=60) == 0
    assert status(POOR_CHECKED, fail_on=None, min_score=62) == 1
    assert status(GOOD, min_score=100) == 0


def test_every_format_that_can_be_asked_for_has_its_reporter() -> None:
    assert set(FORMATS) == set(REPORTERS)
