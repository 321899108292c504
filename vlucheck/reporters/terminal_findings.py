"""A section of findings → lines: the place, the words with the fault marked, what is wrong, why, what to write."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vlucheck.findings import Severity
from vlucheck.report import PlacedFinding
from vlucheck.reporters import View
from vlucheck.reporters.excerpt import clean, excerpt, quoted, writable
from vlucheck.reporters.sections import Section, is_unsure

LABEL_WIDTH = 14
RULE_WIDTH = 10
MOST_SUGGESTIONS = 3
LONGEST_OTHER = 120

_COLOURS = {Severity.MUST_FIX: "red", Severity.SHOULD_FIX: "yellow", Severity.CONSIDER: "cyan"}


def show_section(section: Section, text: str, view: View) -> Iterator[RenderableType]:
    """Return the heading with the number of findings, and the findings. Why is said once for each rule."""
    yield _two_ends(section.title, str(len(section.findings)), f"bold {_COLOURS[section.severity]}")
    explained: set[str] = set()
    for number, placed in enumerate(section.findings):
        if number and section.severity is not Severity.CONSIDER:
            yield ""
        yield _first_line(placed, section.severity, text, view)
        with_why = section.severity is not Severity.CONSIDER and placed.finding.rule not in explained
        explained.add(placed.finding.rule)
        for line in _below(placed, with_why, text, view):
            yield Padding(line, (0, 0, 0, LABEL_WIDTH + 1))
        if view.is_narrow:
            yield Padding(Text(placed.finding.rule, style="dim"), (0, 0, 0, LABEL_WIDTH + 1))


def _two_ends(left: str, right: str, style: str) -> Table:
    table = Table.grid(expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right")
    table.add_row(Text(left, style=style), Text(right, style=style))
    return table


def _first_line(placed: PlacedFinding, severity: Severity, text: str, view: View) -> Table:
    """The place at the left, the words of the letter (or, where there are none, the message), and where there is room
    the rule at the right."""
    table = Table.grid(expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(width=LABEL_WIDTH)
    table.add_column(ratio=1)
    label = placed.place.label if placed.place else ""
    cells = [Text(f" {label}"), _words(placed, severity, text, view)]
    if not view.is_narrow:
        table.add_column(width=RULE_WIDTH, justify="right", style="dim", no_wrap=True)
        cells.append(Text(placed.finding.rule))
    table.add_row(*cells)
    return table


def _words(placed: PlacedFinding, severity: Severity, text: str, view: View) -> Text:
    shown = excerpt(placed, text)
    if shown is None:
        return Text(writable(clean(placed.finding.message), view))
    marked = view.colour or shown.fault.startswith("[") or shown.before.endswith("[")
    opening, closing = ("", "") if marked else ("[", "]")
    line = Text(writable(shown.before, view))
    line.append(f"{opening}{writable(shown.fault, view)}{closing}", style=f"bold underline {_COLOURS[severity]}")
    line.append(writable(shown.after, view))
    return line


def _below(placed: PlacedFinding, with_why: bool, text: str, view: View) -> Iterator[Text]:
    finding = placed.finding
    unsure = "Perhaps: " if is_unsure(placed) else ""
    if finding.span is not None:
        yield Text(writable(clean(unsure + finding.message), view))
    if finding.also:
        yield Text(writable(f'Compare: "{quoted(finding.also, text, LONGEST_OTHER)}"', view))
    if with_why and finding.why:
        yield Text(writable(clean(f"Why: {finding.why}"), view), style="dim" if view.colour else "")
    if finding.suggestions:
        yield _suggestions(finding.suggestions, view)


def _suggestions(suggestions: tuple[str, ...], view: View) -> Text:
    best = [writable(clean(each).strip(), view) for each in suggestions[:MOST_SUGGESTIONS]]
    line = Text("Write: ")
    for number, each in enumerate(best):
        line.append(" / " if number else "")
        line.append(each, style="green")
    return line
