"""Report → what an officer reads on the screen: can the letter go, what to put right, then the figures."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from vlucheck.report import FileReport, LetterFacts, Report, Score
from vlucheck.reporters import View
from vlucheck.reporters.excerpt import clean, writable
from vlucheck.reporters.sections import closing_words, day, doubt_about_type, sections, standing, verdict, what_decided
from vlucheck.reporters.terminal_findings import show_section
from vlucheck.reporters.terminal_tables import show_elements, show_figures, show_score, show_skipped, show_summary

NARROWEST = 40


def report_for_reading(report: Report, view: View) -> str:
    """Return the text for a terminal (or a pipe) of the given width; several files end with a table."""
    shown: list[RenderableType] = []
    for number, file in enumerate(report.files):
        if number:
            shown += ["", Rule(characters="─" if view.unicode else "-", style="dim"), ""]
        shown.extend(_file(file, view))
    if len(report.files) > 1:
        shown += ["", *show_summary(report, view)]
    shown += [Text(writable(clean(f"Note: {note}"), view), style="yellow") for note in report.notes]
    return _rendered(shown, view)


def _rendered(shown: list[RenderableType], view: View) -> str:
    console = Console(
        file=StringIO(),
        width=max(view.width, NARROWEST),
        force_terminal=view.colour,
        color_system="standard" if view.colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for each in shown:
        console.print(each)
    text = console.file.getvalue() if isinstance(console.file, StringIO) else ""
    return writable("".join(f"{line.rstrip()}\n" for line in text.splitlines()), view)


def _file(file: FileReport, view: View) -> Iterator[RenderableType]:
    if file.error is not None or file.letter is None or file.score is None:
        yield Text("COULD NOT BE CHECKED", style="bold red")
        yield Text(writable(clean(file.error or file.path), view))
        return
    yield _first_line(file.letter, file.score, view)
    yield _second_line(file.path, file.letter, view)
    doubt = doubt_about_type(file.letter)
    if doubt:
        yield Text(doubt, style="yellow")
        yield Text(writable(clean(what_decided(file.letter, file.text)), view), style="yellow")
    for section in sections(file):
        yield ""
        yield from show_section(section, file.text, view)
    if not file.findings:
        yield ""
        yield Text("Nothing was found that needs putting right.")
    for part in (tuple(show_elements(file, view)), tuple(show_figures(file, view))):
        yield from ("", *part) if part else ()
    yield ""
    yield show_score(file.score)
    yield show_skipped(file, view)
    if file.case:
        yield Text(writable(clean(f"Checked against the case file: {file.case}."), view))
    yield Text(closing_words(file, file.score), style="bold")


def _first_line(letter: LetterFacts, score: Score, view: View) -> Text:
    line = Text(verdict(score.ready).upper(), style="bold green" if score.ready else "bold red")
    line.append(f"   {score.total} of 100 ({standing(score)})", style="not bold default")
    line.append(f"   {writable(letter.type_title, view)}", style="not bold default")
    return line


def _second_line(path: str, letter: LetterFacts, view: View) -> Text:
    known = (
        f"to {letter.recipient}" if letter.recipient else "",
        letter.reference,
        day(letter.date),
        f"{letter.words} words",
    )
    line = Text(writable(clean(path), view), style="bold")
    line.append(f": {writable(clean(', '.join(each for each in known if each)), view)}", style="not bold")
    return line
