"""--case and --cases → the cases that the letters are checked against, and what did not go together, said aloud."""

from pathlib import Path
from typing import TYPE_CHECKING

from vlucheck.cli.ending import complain
from vlucheck.errors import WrongUsage

if TYPE_CHECKING:
    from vlucheck.letter.casefile import CaseFile
    from vlucheck.report import Report


def case_given(path: Path | None) -> "CaseFile | None":
    """The case of --case. Raises BadCase."""
    from vlucheck.casefiles import read_case

    return read_case(path) if path else None


def cases_given(path: Path | None, single: Path | None) -> "tuple[CaseFile, ...]":
    """The cases of --cases. Raises BadCase, and WrongUsage beside --case."""
    from vlucheck.casefiles import read_cases

    if path and single:
        raise WrongUsage("--case is for one letter and --cases for several: give one of them.")
    return read_cases(path) if path else ()


def refuse_several(case: "CaseFile | None", letters: int) -> None:
    """Raise WrongUsage where one case is given for several letters."""
    if case is not None and letters > 1:
        raise WrongUsage(
            f"--case is the case file of one letter, and there are {letters} letters: "
            "give a list with --cases, or check them one by one."
        )


def say_what_is_alone(report: "Report", cases: "tuple[CaseFile, ...]", redact: bool) -> None:
    """Say on standard error which letters have no case in the list, and which cases no letter; without references
    where the report is to show none."""
    if redact:
        from vlucheck.reporters.redact import redacted

        report = redacted(report)
    for note in report.notes:
        complain(note)
    for file in report.files if cases else ():
        if file.error is None and file.case is None:
            complain(f'"{file.path}" is checked without its case: no case of the list goes with it.')
