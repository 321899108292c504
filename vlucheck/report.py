"""The report: everything a reporter may show, and nothing else. Pure values."""

from dataclasses import dataclass

from vlucheck.document import Span
from vlucheck.findings import Category, Element, Finding, Metric, Skipped


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, in words a person can follow: the part ("body"), and in the body paragraph and sentence
    from 1; `page` where the format has pages. `label` is short and plain ("Paragraph 3", "Greeting")."""

    part: str
    paragraph: int | None
    sentence: int | None
    page: int | None
    label: str


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding, its place, the sentence or line around it, and a fingerprint that survives changes elsewhere."""

    finding: Finding
    place: Place | None
    context: Span | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the user chose to accept, with the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points taken off for one rule, `count` times found; `name` is the rule's name in plain words."""

    category: Category
    rule: str
    name: str
    points: int
    count: int


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100, the rating (good, adequate, not met), whether the letter may go, and the sum that led there.

    `total` is 100 less the points of all deductions, never under 0. `cap` is set where a blocker capped the total.
    `partial` says that something was not checked.
    """

    total: int
    rating: str
    ready: bool
    categories: tuple[tuple[Category, int], ...]
    deductions: tuple[Deduction, ...]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """The letter's head as the report shows it."""

    type: str
    type_title: str
    type_source: str
    type_confidence: float
    runner_up: str | None
    type_evidence: tuple[Span, ...]
    date: str | None
    reference: str | None
    recipient: str | None
    salutation: str | None
    words: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """All about one file. Where `error` is set the file could not be read and everything else is empty. `case` is the
    place of the case file ("cases.csv, line 3") that the letter was checked against."""

    path: str
    format: str
    text: str = ""
    error: str | None = None
    letter: LetterFacts | None = None
    elements: tuple[Element, ...] = ()
    findings: tuple[PlacedFinding, ...] = ()
    metrics: tuple[Metric, ...] = ()
    score: Score | None = None
    skipped: tuple[Skipped, ...] = ()
    waived: tuple[Waived, ...] = ()
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one run found. `rules` is the SHA-256 of the rule set; `engine` names the grammar engine that spoke; `notes`
    are sentences about the run as a whole, such as a case for which there is no letter."""

    version: str
    rules: str
    engine: str | None
    files: tuple[FileReport, ...]
    notes: tuple[str, ...] = ()
