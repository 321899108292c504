"""The whole program on one page: read → understand → check → tidy → score → report."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vlucheck import __version__
from vlucheck.casefiles.matching import case_for, is_named
from vlucheck.checks import Check, open_checks
from vlucheck.document import Document, NoticeKind
from vlucheck.engines import Engine, open_engine
from vlucheck.errors import BadCase, EngineUnavailable, UnreadableLetter, VlucheckError, WrongUsage, fault
from vlucheck.findings import Outcome, Skipped
from vlucheck.letter import Knowledge, Letter, understand
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.parser import open_parser
from vlucheck.nearest import did_you_mean
from vlucheck.place import facts_of, place
from vlucheck.readers import read, read_stdin
from vlucheck.report import FileReport, Report
from vlucheck.rulebook.knowledge import knowledge_of
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Rulebook
from vlucheck.score import score
from vlucheck.settings import Settings
from vlucheck.shape import STDIN, is_cover, lost_with, why_no_letter, with_cover
from vlucheck.tidy import tidy

if TYPE_CHECKING:
    from spacy.language import Language


_NO_CASE = Skipped(
    "the case file",
    "no case of the list goes with this letter",
    "give its file name or its reference there",
)


@dataclass(frozen=True, slots=True)
class _Start:
    """What is opened before the first letter is read: the engine, perhaps still getting ready, and the rules."""

    settings: Settings
    engine: Engine | None
    rulebook: Rulebook
    knowledge: Knowledge

    @property
    def engine_name(self) -> str | None:
        return self.engine.name if self.engine else None


@dataclass(frozen=True, slots=True)
class Run:
    """What is opened once for all the letters of a run."""

    settings: Settings
    rulebook: Rulebook
    knowledge: Knowledge
    parser: "Language"
    checks: tuple[Check, ...]
    engine: str | None


def check_paths(
    paths: Iterable[Path], settings: Settings, stdin: bytes = b"", progress: Callable[[Path], None] = lambda path: None
) -> Report:
    """Check every file and return the report. An unreadable file is part of it; what stops everything is raised.

    What takes long to open waits for the first file that can be read. Raises BadRule, EngineUnavailable and WrongUsage.
    """
    with _started(settings) as start:
        run: Run | None = None
        files: list[FileReport] = []
        for path in paths:
            progress(path)
            document = _read(path, settings, stdin)
            if isinstance(document, FileReport):
                files.append(document)
                continue
            run = run or _opened(start)
            files.extend(_checked(document, run))
        unused = tuple(_unused(settings.cases, files))
        return Report(__version__, start.rulebook.digest, start.engine_name, tuple(files), unused)


def _checked(document: Document, run: Run) -> list[FileReport]:
    """The reports of one file; a fault of the program costs this file, not the others."""
    try:
        return check_document_and_inside(document, run)
    except VlucheckError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said, and the file counts as not checked
        return [_unread(document.path, f"It could not be checked: {fault(error)}.")]


def _unused(cases: Iterable[CaseFile], files: Iterable[FileReport]) -> Iterator[str]:
    """A sentence for each case of the list that no letter goes with."""
    used, paths = {file.case for file in files}, [file.path for file in files]
    for case in cases:
        if case.place not in used and not any(is_named(case, path) for path in paths):
            what = f'the file "{case.file}"' if case.file else f'the reference "{case.urn}"'
            yield f"{case.place}: there is no letter for this case ({what})."


@contextmanager
def open_run(settings: Settings) -> Iterator[Run]:
    """Open engine, rules and parser; close the engine at the end."""
    with _started(settings) as start:
        yield _opened(start)


@contextmanager
def _started(settings: Settings) -> Iterator[_Start]:
    """Start the engine, which gets ready while the rest is opened, and read the rules; close the engine at the end."""
    with ExitStack() as stack:
        engine = _open_engine(settings, stack)
        rulebook = load_rulebook(settings.rules)
        knowledge = knowledge_of(rulebook)
        _refuse_unknown_types(settings, [kind.id for kind in knowledge.types])
        yield _Start(settings, engine, rulebook, knowledge)


def _opened(start: _Start) -> Run:
    checks = open_checks(start.rulebook, start.engine, start.settings.words)
    parser = open_parser()
    if start.engine:
        start.engine.wait()
    return Run(start.settings, start.rulebook, start.knowledge, parser, checks, start.engine_name)


def _refuse_unknown_types(settings: Settings, known: list[str]) -> None:
    if settings.letter_type and settings.letter_type not in known:
        raise WrongUsage(f'There is no letter type "{settings.letter_type}"; choose one of {", ".join(known)}.')
    for case in (settings.case, *settings.cases):
        if case and case.letter_type and case.letter_type not in known:
            near = did_you_mean(case.letter_type, known)
            raise BadCase(f'{case.place_of("type")}: there is no letter type "{case.letter_type}". {near}')


def check_file(path: Path, run: Run, stdin: bytes = b"") -> list[FileReport]:
    """Check one file and return its report, followed by those of the letters inside it."""
    document = _read(path, run.settings, stdin)
    return [document] if isinstance(document, FileReport) else check_document_and_inside(document, run)


def _read(path: Path, settings: Settings, stdin: bytes) -> Document | FileReport:
    """The document in the file, or the report that it cannot be read."""
    try:
        return read_stdin(stdin) if str(path) == STDIN else read(path, max_bytes=settings.max_bytes)
    except UnreadableLetter as error:
        return _unread(path.as_posix(), str(error))


def check_document_and_inside(document: Document, run: Run) -> list[FileReport]:
    """The report of the document, then those of the letters inside it, however deep; what cannot be read is an error.

    An e-mail that only sends letters along is no letter: it has no report of its own, and theirs say so.
    """
    inside = [report for each in document.attachments for report in check_document_and_inside(each, run)]
    inside += [_unread(each.path, each.reason) for each in document.unread]
    letter = _understood(document, run)
    if inside and is_cover(letter):
        return [*lost_with(document), *(with_cover(each, document) for each in inside)]
    return [_check_letter(letter, run), *inside]


def check_document(document: Document, run: Run) -> FileReport:
    """Understand, check and score one document."""
    return _check_letter(_understood(document, run), run)


def _understood(document: Document, run: Run) -> Letter:
    settings = run.settings
    case = settings.case or case_for(document, settings.cases)
    return understand(document, run.parser, run.knowledge, settings.letter_type, case)


def _unread(path: str, reason: str) -> FileReport:
    return FileReport(path=path, format=Path(path).suffix.lstrip(".").lower(), error=reason)


def _check_letter(letter: Letter, run: Run) -> FileReport:
    """Check and score one letter; a few words are no letter, which is an error."""
    document = letter.document
    if why := why_no_letter(letter):
        return FileReport(path=document.path, format=document.format, error=why)
    outcomes = [_run_check(check, letter) for check in run.checks]
    skipped = tuple(skip for outcome in outcomes for skip in outcome.skipped)
    skipped += _parts_not_read(document)
    if run.engine is None:
        skipped += (Skipped("spelling and grammar", "the grammar engine was switched off", "leave out --engine none"),)
    if run.settings.cases and letter.case is None:
        skipped += (_NO_CASE,)
    elements = tuple(element for outcome in outcomes for element in outcome.elements)
    findings = tidy(finding for outcome in outcomes for finding in outcome.findings)
    return FileReport(
        path=document.path,
        format=document.format,
        text=document.text,
        letter=facts_of(letter, run.knowledge),
        elements=elements,
        findings=place(findings, letter),
        metrics=tuple(metric for outcome in outcomes for metric in outcome.metrics),
        score=score(
            findings,
            elements,
            letter.words,
            run.rulebook.tables["score"],
            partial=bool(skipped),
            broken=any(each.failed for each in skipped),
        ),
        skipped=skipped,
        case=letter.case.place if letter.case else None,
    )


def _parts_not_read(document: Document) -> tuple[Skipped, ...]:
    """What the reader of the file had to leave out; a finding shows where."""
    lost = [notice.detail for notice in document.notices if notice.kind is NoticeKind.UNREAD_PART]
    return tuple(Skipped("a part of the file", detail, "please read it yourself") for detail in lost)


def _run_check(check: Check, letter: Letter) -> Outcome:
    """An engine that dies in the middle, or a fault of the program, is said aloud; the other checks go on."""
    try:
        return check.run(letter)
    except EngineUnavailable as error:
        reason, hint = str(error), "start the engine again and check the letter once more"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said, and the letter counts as not checked
        reason, hint = fault(error), "read the letter for this yourself, and tell those who look after vlucheck"
    return Outcome(skipped=(Skipped(check.name, reason, hint, failed=True),))


def _open_engine(settings: Settings, stack: ExitStack) -> Engine | None:
    if settings.engine == "none":
        return None
    engine = open_engine(settings.engine, server=settings.languagetool_url)
    stack.callback(engine.close)
    return engine
