"""Report → Markdown, for a case note, a wiki page or a pull request."""

import re
from collections.abc import Iterator

from vlucheck.report import FileReport, LetterFacts, PlacedFinding, Report, Score
from vlucheck.reporters.excerpt import clean, excerpt, quoted
from vlucheck.reporters.sections import (
    day,
    doubt_about_type,
    is_unsure,
    needed_elements,
    not_checked,
    sections,
    standing,
    target_in_words,
    verdict,
    what_decided,
)

LONGEST_EVIDENCE = 120

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def report_as_markdown(report: Report) -> str:
    """Return one section a file, and a table of all files first where there are several."""
    notes = (f"Note: {_plain(note)}" for note in report.notes)
    lines = [*_summary(report), *(line for file in report.files for line in _file(file)), *notes]
    return "\n".join(lines).rstrip("\n") + "\n"


def _summary(report: Report) -> Iterator[str]:
    if len(report.files) < 2:
        return
    yield from ("| Letter | Answer | Score | Rating |", "|---|---|---:|---|")
    for file in report.files:
        if file.score is None:
            yield f"| {_plain(file.path)} | Could not be checked | | |"
        else:
            score = file.score
            yield f"| {_plain(file.path)} | {verdict(score.ready)} | {score.total} | {score.rating} |"
    yield ""


def _file(file: FileReport) -> Iterator[str]:
    if file.letter is None or file.score is None:
        yield from (f"## {_plain(file.path)}: could not be checked", "", _plain(file.error or ""), "")
        return
    yield from _head(file.path, file.letter, file.score, file.text)
    for section in sections(file):
        yield from (f"### {section.title} ({len(section.findings)})", "")
        yield from (line for placed in section.findings for line in _finding(placed, file.text))
        yield ""
    yield from _elements(file)
    yield from _figures(file)
    yield from _sum(file, file.score)


def _head(path: str, letter: LetterFacts, score: Score, text: str) -> Iterator[str]:
    yield from (f"## {_plain(path)}: {verdict(score.ready).lower()}", "")
    known = (letter.type_title, letter.recipient and f"to {letter.recipient}", letter.reference, day(letter.date))
    facts = _plain(", ".join(each for each in known if each))
    yield from (f"**{score.total} of 100** ({standing(score)}). {facts}, {letter.words} words.", "")
    if doubt := doubt_about_type(letter):
        yield from (_plain(doubt), "")
    if decided := what_decided(letter, text):
        yield from (_plain(decided), "")


def _finding(placed: PlacedFinding, text: str) -> Iterator[str]:
    finding = placed.finding
    label = placed.place.label if placed.place else ""
    unsure = "Perhaps: " if is_unsure(placed) else ""
    yield f"- **{label}**: {_words(placed, text)}{unsure}{_plain(finding.message)} ({finding.rule})"
    if finding.also:
        yield f'  - Compare: "{_plain(quoted(finding.also, text, LONGEST_EVIDENCE))}"'
    if finding.why:
        yield f"  - Why: {_plain(finding.why)}"
    if finding.suggestions:
        yield f"  - Write: {' / '.join(_plain(each) for each in finding.suggestions)}"


def _words(placed: PlacedFinding, text: str) -> str:
    shown = excerpt(placed, text)
    if shown is None:
        return ""
    return f'"{_plain(shown.before)}**{_plain(shown.fault).strip()}**{_plain(shown.after)}" '


def _elements(file: FileReport) -> Iterator[str]:
    elements = needed_elements(file)
    if not elements:
        return
    yield from ("### What the letter has to say", "", "| | | Evidence |", "|---|---|---|")
    for each in elements:
        said = _plain(quoted(each.evidence[0], file.text, LONGEST_EVIDENCE)) if each.evidence else ""
        yield f"| {_plain(each.title or each.id.replace('-', ' '))} | {each.status} | {said} |"
    yield ""


def _figures(file: FileReport) -> Iterator[str]:
    if not file.metrics:
        return
    yield from ("### Figures", "", "| | | Aim |", "|---|---:|---|")
    for each in file.metrics:
        yield f"| {each.id.replace('-', ' ')} | {each.value:g} | {_plain(target_in_words(each.target))} |"
    yield ""


def _sum(file: FileReport, score: Score) -> Iterator[str]:
    taken = "".join(f" − {each.points} {_plain(each.name)}" for each in score.deductions)
    yield from (f"Score {score.total} = 100{taken}" if taken else "Score 100: nothing taken off.", "")
    skipped = " ".join(_plain(not_checked(each)) for each in file.skipped)
    yield from (f"Not checked: {skipped or 'nothing.'}", "")
    if file.case:
        yield from (f"Checked against the case file: {_plain(file.case)}.", "")


def _plain(text: str) -> str:
    """The text on one line with every character that means something in Markdown taken at its word."""
    return _SPECIAL.sub(r"\\\1", clean(text))
