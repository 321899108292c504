"""`vlucheck PATHS…`: check letters and say which can go."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vlucheck import __version__
from vlucheck.cli import COMMANDS
from vlucheck.cli.cases import case_given, cases_given, refuse_several, say_what_is_alone
from vlucheck.cli.ending import complain, end_with
from vlucheck.errors import WrongUsage, seen
from vlucheck.settings import ENGINE_CHOICES, FORMATS, Settings, least_score, severity_that_fails
from vlucheck.stopping import stop_if_asked

if TYPE_CHECKING:
    from vlucheck.cli.paths import Selection
    from vlucheck.report import Report

_OTHERS = "\n\n".join(f"  vlucheck {name:<8} {text}" for name, text in COMMANDS.items())
EPILOG = f"""\b
Other commands:
{_OTHERS.replace(chr(10) * 2, chr(10))}

\b
Exit status: 0 every letter reaches the bar, 1 some letter does not,
2 something could not be checked or the command was wrong,
130 it was stopped (Ctrl-C) and no report was written.
The letters never leave this computer unless you name a server."""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@dataclass(frozen=True, slots=True)
class Wishes:
    """Where the report goes and what it looks like."""

    form: str
    output: Path | None
    redact: bool
    colour: bool


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vlucheck {__version__}")
        raise typer.Exit


@app.command(epilog=EPILOG, no_args_is_help=True)
def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help='Letters, folders with letters, patterns such as "*.docx", or - for text from standard input.',
        ),
    ],
    letter_type: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="TYPE", help="The kind of letter, such as vcl-stopped; without it vlucheck finds out."
        ),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="What is true of the one letter's case: names, reference, dates (.yaml, .json)."
        ),
    ] = None,
    cases: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The same for several letters, found by file name or reference (.csv, .xlsx, .yaml, .json).",
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")] = FORMATS[0],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the report to this file.")
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="What fails a letter (exit status 1). must-fix: that it is not ready to send. should-fix, consider: "
            "such findings too. never: no finding does.",
        ),
    ] = "must-fix",
    min_score: Annotated[
        str, typer.Option(metavar="SCORE", help="The least score (0 to 100) that reaches the bar.")
    ] = "0",
    engine: Annotated[
        str,
        typer.Option(metavar="ENGINE", help=f"What checks spelling and grammar: one of {', '.join(ENGINE_CHOICES)}."),
    ] = ENGINE_CHOICES[0],
    languagetool_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Your own LanguageTool server, with --engine languagetool.")
    ] = None,
    rules: Annotated[Path | None, typer.Option(metavar="FOLDER", help="A folder with rules of your own.")] = None,
    words: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A file of words that are spelt right, one a line.")
    ] = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Black out the letter's words, names and references; file names stay.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Use no colours.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Check letters to victims of crime before they are sent: can they go, and what is to be put right?"""

    def work() -> int:
        settings = Settings(
            case=case_given(case),
            cases=cases_given(cases, case),
            letter_type=letter_type,
            engine=engine,
            languagetool_url=languagetool_url,
            rules=rules,
            words=tuple(words or ()),
            fail_on=severity_that_fails(fail_on),
            min_score=least_score(min_score),
        )
        return _check(paths, settings, Wishes(form, output, redact, not no_color))

    end_with(work)


def _check(paths: list[str], settings: Settings, wishes: Wishes) -> int:
    """Select, check, show; the exit status."""
    from vlucheck.cli.output import check_target
    from vlucheck.cli.paths import select
    from vlucheck.cli.verdict import exit_status

    _refuse_nonsense(settings, wishes)
    selection = select(paths)
    for text in selection.left_out:
        complain(text)
    if not selection.letters and not selection.unusable:
        raise WrongUsage("There is no letter to check.")
    refuse_several(settings.case, len(selection.letters) + len(selection.unusable))
    if wishes.output:
        check_target(wishes.output, selection.letters)
    report = _report(selection, settings)
    say_what_is_alone(report, settings.cases, wishes.redact)
    _show(report, wishes)
    return exit_status(report, settings)


def _refuse_nonsense(settings: Settings, wishes: Wishes) -> None:
    if wishes.form not in FORMATS:
        raise WrongUsage(f'--format cannot be "{wishes.form}"; choose one of {", ".join(FORMATS)}.')
    for file in settings.words:
        if not seen(file.is_file):
            raise WrongUsage(f'There is no file "{file}" of words.')


def _report(selection: "Selection", settings: Settings) -> "Report":
    from vlucheck.cli.paths import STDIN
    from vlucheck.cli.progress import progress
    from vlucheck.pipeline import check_paths

    # Standard input is None where it was closed.
    stop_if_asked()  # before it waits for what is typed
    stdin = sys.stdin.buffer.read() if sys.stdin and Path(STDIN) in selection.letters else b""
    with progress(len(selection.letters)) as told:
        report = check_paths(selection.letters, settings, stdin, told)
    stop_if_asked()
    return replace(report, files=(*report.files, *selection.unusable))


def _show(report: "Report", wishes: Wishes) -> None:
    from vlucheck.cli.output import view_of_stdout, write_file, write_stdout
    from vlucheck.reporters import REPORTERS, View

    if wishes.redact:
        from vlucheck.reporters.redact import redacted

        report = redacted(report)
    if wishes.output:
        write_file(REPORTERS[wishes.form](report, View()), wishes.output)
        print(f'The report is in "{wishes.output}".', file=sys.stderr)
    else:
        write_stdout(REPORTERS[wishes.form](report, view_of_stdout(wishes.colour)))
