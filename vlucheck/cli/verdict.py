"""Report and settings → exit status: 0 every letter reaches the bar, 1 some do not, 2 something was not checked."""

from vlucheck.findings import Confidence, Severity
from vlucheck.report import FileReport, Report
from vlucheck.settings import Settings

REACHED, NOT_REACHED, NOT_CHECKED = 0, 1, 2


def exit_status(report: Report, settings: Settings) -> int:
    """Return the status. What was left out at the user's wish is not counted as unchecked; what broke down is."""
    if any(file.score is None or any(skip.failed for skip in file.skipped) for file in report.files):
        return NOT_CHECKED
    return REACHED if all(reaches_bar(file, settings) for file in report.files) else NOT_REACHED


def reaches_bar(file: FileReport, settings: Settings) -> bool:
    """Whether the letter has the least score and, unless nothing is to fail it, is ready and has no finding that fails.

    "must-fix" asks for a letter that is ready to send; the milder severities for one without such findings besides.
    Findings of low confidence never fail a letter.
    """
    if file.score is None or file.score.total < settings.min_score:
        return False
    if settings.fail_on is None:
        return True
    return file.score.ready and not _fails(file, settings.fail_on)


def _fails(file: FileReport, mildest: Severity) -> bool:
    order = tuple(Severity)
    failing = order[: order.index(mildest) + 1]
    sure = (each.finding for each in file.findings if each.finding.confidence is not Confidence.LOW)
    return any(finding.severity in failing for finding in sure)
