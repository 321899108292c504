"""A file's findings → the three lists an officer works through, with their headings."""

from dataclasses import dataclass
from datetime import date

from vlucheck.findings import Confidence, Element, Need, Severity, Skipped, Status
from vlucheck.letter.model import UNSURE_BELOW
from vlucheck.report import FileReport, LetterFacts, PlacedFinding, Score
from vlucheck.reporters.excerpt import quoted
from vlucheck.score import NOT_MET

_TITLES = {
    Severity.MUST_FIX: "Must be put right",
    Severity.SHOULD_FIX: "Should be put right",
    Severity.CONSIDER: "Worth a second look",
}
_EMPATHY = "empathy"
_REASONS, _LONGEST_REASON = 2, 120
EARLY = 1 / 3
"""Where kind words have to stand, as a share of the letter, to count as early."""


@dataclass(frozen=True, slots=True)
class Section:
    """Findings of one severity. Those we are not sure of are all in the last section, whatever their severity."""

    severity: Severity
    title: str
    findings: tuple[PlacedFinding, ...]


def sections(file: FileReport) -> tuple[Section, ...]:
    """Return the sections that are not empty, the gravest first."""
    made = (Section(name, title, _of(name, file.findings)) for name, title in _TITLES.items())
    return tuple(section for section in made if section.findings)


def is_unsure(placed: PlacedFinding) -> bool:
    """Whether the program itself doubts the finding; it costs nothing then."""
    return placed.finding.confidence is Confidence.LOW


def needed_elements(file: FileReport) -> tuple[Element, ...]:
    """What this letter has to say."""
    return tuple(each for each in file.elements if each.need is not Need.NONE)


def empathy_in_words(file: FileReport) -> str:
    """A sentence on where the letter's empathy stands, or where it belongs; empty where none is asked for."""
    element = next((each for each in needed_elements(file) if each.id == _EMPATHY), None)
    if element is None:
        return ""
    if element.status is Status.MISSING or not element.evidence:
        return "Empathy belongs at the start: a sentence in the first paragraph about what happened to this reader."
    if element.status is Status.PARTLY:
        return "The kind words would fit anybody: say in the first paragraph what happened to this reader."
    if _is_early(element, file):
        return "Good: the letter turns to the reader early, in words that fit them."
    return "The words that fit the reader come late: they help most in the first paragraphs."


def _is_early(element: Element, file: FileReport) -> bool:
    """Whether it stands in the first third of what follows the greeting."""
    greeting = file.letter.salutation if file.letter else None
    start = max(file.text.find(greeting), 0) if greeting else 0
    first = min(each.start for each in element.evidence)
    return first - start <= (len(file.text) - start) * EARLY


def verdict(ready: bool) -> str:
    """The answer to the officer's question."""
    return "Ready to send" if ready else "Not ready"


def standing(score: Score) -> str:
    """The rating in words that need no explanation."""
    return "standard not met" if score.rating == NOT_MET else score.rating


def closing_words(file: FileReport, score: Score) -> str:
    """The answer once more, with how much there is to do."""
    counts = {section.severity: len(section.findings) for section in sections(file)}
    must, should = counts.get(Severity.MUST_FIX, 0), counts.get(Severity.SHOULD_FIX, 0)
    said = (f"{must} must be put right" if must else "", f"{should} should be put right" if should else "")
    work = ", ".join(each for each in said if each)
    if not work and not score.ready and any(each.failed for each in file.skipped):
        work = "part of it could not be checked"
    return f"{verdict(score.ready)}: {work}." if work else f"{verdict(score.ready)}."


def day(written: str | None) -> str | None:
    """The date as a letter has it: "5 March 2026"."""
    if not written:
        return None
    when = date.fromisoformat(written)
    return f"{when.day} {when:%B %Y}"


def doubt_about_type(letter: LetterFacts) -> str:
    """A sentence that says how unsure the type is, empty when it was given or is sure enough."""
    if letter.type_source != "detected" or letter.type_confidence >= UNSURE_BELOW:
        return ""
    other = f"; it could also be {letter.runner_up}" if letter.runner_up else ""
    return (
        f"We are only {letter.type_confidence:.0%} sure what kind of letter this is{other}. "
        f"{'Only what both must say was asked of it. ' if other else ''}Check it again with --type to be certain."
    )


def what_decided(letter: LetterFacts, text: str) -> str:
    """The letter's own sentences that decided an unsure type, two at most; empty where the type is sure enough."""
    if not doubt_about_type(letter) or not letter.type_evidence:
        return ""
    quotes = (quoted(span, text, _LONGEST_REASON) for span in letter.type_evidence[:_REASONS])
    told = "; ".join(f'"{quote}"' for quote in quotes)
    return f"What decided it: {told}."


def not_checked(skipped: Skipped) -> str:
    """What was not checked, why, and what to do, as a sentence or two."""
    hint = f" {skipped.hint[:1].upper()}{skipped.hint[1:].rstrip('.')}." if skipped.hint else ""
    return f"{skipped.check[:1].upper()}{skipped.check[1:]}: {skipped.reason.rstrip('.')}.{hint}"


def target_in_words(target: str) -> str:
    """ "<= 20" as "at most 20"."""
    for sign, words in (("<=", "at most"), (">=", "at least"), ("<", "under"), (">", "over")):
        if target.startswith(sign):
            return f"{words} {target[len(sign) :].strip()}"
    return target


def _of(severity: Severity, findings: tuple[PlacedFinding, ...]) -> tuple[PlacedFinding, ...]:
    return tuple(each for each in findings if _listed_as(each) is severity)


def _listed_as(placed: PlacedFinding) -> Severity:
    return Severity.CONSIDER if is_unsure(placed) else placed.finding.severity
