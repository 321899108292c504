"""The lower half of the screen: what the letter says, figures, the score, what was not checked, all letters."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vlucheck.findings import Confidence, Element, Severity, Status
from vlucheck.report import FileReport, Report, Score
from vlucheck.reporters import View
from vlucheck.reporters.excerpt import clean, quoted, writable
from vlucheck.reporters.sections import empathy_in_words, needed_elements, not_checked, target_in_words, verdict

TITLE_WIDTH = 30
STATUS_WIDTH = 8

_COLOURS = {Status.MET: "green", Status.PARTLY: "yellow", Status.MISSING: "red", Status.NOT_APPLICABLE: "dim"}


def show_elements(file: FileReport, view: View) -> Iterator[RenderableType]:
    """What the letter has to say, whether it does, and the words that say it."""
    elements = needed_elements(file)
    if not elements:
        return
    met = sum(each.status is Status.MET for each in elements)
    yield Text(f"What the letter has to say ({met} of {len(elements)} said)", style="bold")
    table = Table.grid(expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(width=TITLE_WIDTH, overflow="fold")
    table.add_column(width=STATUS_WIDTH)
    table.add_column(ratio=1, no_wrap=True, overflow="crop")
    room = max(view.width, TITLE_WIDTH + STATUS_WIDTH + 20) - TITLE_WIDTH - STATUS_WIDTH - (6 if view.unicode else 8)
    for each in elements:
        status = Text(each.status, style=_COLOURS[each.status])
        table.add_row(Padding(_title(each), (0, 0, 0, 1)), status, Text(_evidence(each, file.text, room, view)))
    yield table
    said = empathy_in_words(file)
    if said:
        yield Padding(Text(said), (0, 0, 0, 1))


def _title(element: Element) -> str:
    return element.title or element.id.replace("-", " ")


def _evidence(element: Element, text: str, room: int, view: View) -> str:
    if not element.evidence:
        return ""
    return writable(f'"{quoted(element.evidence[0], text, room)}"', view)


def show_figures(file: FileReport, view: View) -> Iterator[RenderableType]:
    """The figures with their aims."""
    if not file.metrics:
        return
    yield Text("Figures", style="bold")
    for each in file.metrics:
        target = writable(target_in_words(each.target), view)
        mark = "" if each.met is not False else "  <- not met"
        aim = f"  (aim: {target})" if target else ""
        yield Text(f" {each.id.replace('-', ' '):<{TITLE_WIDTH - 1}} {each.value:g}{aim}{mark}")


def show_score(score: Score) -> Text:
    """The sum that led to the score."""
    taken = "".join(f" - {each.points} {each.name}{_times(each.count)}" for each in score.deductions)
    return Text(f"Score {score.total} = 100{taken}" if taken else "Score 100: nothing taken off.")


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def show_skipped(file: FileReport, view: View) -> Text:
    """What was not checked; that nothing was left out is said too."""
    if not file.skipped:
        return Text("Not checked: nothing.")
    said = " ".join(not_checked(each) for each in file.skipped)
    return Text(f"Not checked: {writable(clean(said), view)}", style="yellow")


def show_summary(report: Report, view: View) -> Iterator[RenderableType]:
    """One line a letter, the worst first, and the totals."""
    yield Text("All letters, worst first", style="bold")
    files = sorted(report.files, key=_badness)
    yield from (line for file in files for line in _lines(file, view)) if view.is_narrow else (_table(files, view),)
    yield Text(_totals(report))


def _table(files: list[FileReport], view: View) -> Table:
    table = Table.grid(expand=True, padding=(0, 2, 0, 0), pad_edge=False)
    for title in ("", "score", "must", "should"):
        table.add_column(justify="right" if title else "left", no_wrap=bool(title))
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Text(title, style="dim") for title in ("", "score", "must", "should", "letter")))
    for file in files:
        table.add_row(*_row(file, view))
    return table


def _lines(file: FileReport, view: View) -> Iterator[RenderableType]:
    """A line of the table as two: the letter, then the figures with their names."""
    answer, score, must, should, path = _row(file, view)
    yield path
    figures = f", score {score}, {must} must, {should} should" if file.score else ""
    yield Padding(answer + Text(figures), (0, 0, 0, 2))


def _badness(file: FileReport) -> tuple[object, ...]:
    score = file.score
    return (score is not None, score is not None and score.ready, score.total if score else 0, file.path)


def _row(file: FileReport, view: View) -> tuple[Text, ...]:
    path = Text(writable(clean(file.path), view))
    if file.score is None:
        return Text("Could not be checked", style="bold red"), Text(""), Text(""), Text(""), path
    said = Text(verdict(file.score.ready), style="green" if file.score.ready else "red")
    counts = (_count(file, Severity.MUST_FIX), _count(file, Severity.SHOULD_FIX))
    return said, Text(str(file.score.total)), *(Text(str(count)) for count in counts), path


def _count(file: FileReport, severity: Severity) -> int:
    sure = (each.finding for each in file.findings if each.finding.confidence is not Confidence.LOW)
    return sum(finding.severity is severity for finding in sure)


def _totals(report: Report) -> str:
    ready = sum(file.score is not None and file.score.ready for file in report.files)
    unread = sum(file.score is None for file in report.files)
    also = f", {unread} could not be checked" if unread else ""
    return f"{len(report.files)} letters: {ready} ready to send, {len(report.files) - ready - unread} not ready{also}."
