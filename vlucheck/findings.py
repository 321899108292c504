"""What checks return: findings, elements, figures, and what could not be checked."""

from dataclasses import dataclass
from enum import StrEnum

from vlucheck.document import Span


class Severity(StrEnum):
    """How bad a fault is. Must-fix: the letter cannot go, it would mislead, embarrass or hurt."""

    MUST_FIX = "must-fix"
    SHOULD_FIX = "should-fix"
    CONSIDER = "consider"


class Confidence(StrEnum):
    """How sure the check is. Low-confidence findings are listed and cost nothing."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Category(StrEnum):
    """What a fault is about."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    PUNCTUATION = "punctuation"
    READABILITY = "readability"
    TONE = "tone"
    CONTENT = "content"
    CONSISTENCY = "consistency"
    PRESENTATION = "presentation"
    TIMELINESS = "timeliness"


class Need(StrEnum):
    """Whether the letter has to have an element. Conditional: only if a condition holds, and here it does."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    NONE = "none"


class Status(StrEnum):
    """How far the letter has an element. Not applicable: it neither needs it nor has it."""

    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"
    NOT_APPLICABLE = "n/a"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a letter, complete at birth. `span` is None when it is about the whole letter.

    `quote` is the text of the span. `source` is "vlucheck" or the engine and its own rule ("languagetool:THEIR_IS").
    `also` is the other place of a contradiction. `about_file`: it is about the file (a comment, tracked changes) and
    not about the words that stand there. `hunch`: it points at a whole sentence without naming its fault, and is not
    wanted where another finding does. `borrowed` are the words that the message took from the letter, its file or its
    case. `known`: it compares the letter with its case file, and wins over one that
    compares the letter with itself.
    """

    rule: str
    name: str
    category: Category
    severity: Severity
    confidence: Confidence
    message: str
    why: str = ""
    span: Span | None = None
    quote: str = ""
    suggestions: tuple[str, ...] = ()
    source: str = "vlucheck"
    also: Span | None = None
    about_file: bool = False
    hunch: bool = False
    known: bool = False
    borrowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """What the letter says about one thing it has to say; `evidence` are the sentences that say it."""

    id: str
    need: Need
    status: Status
    rule: str
    message: str = ""
    evidence: tuple[Span, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure with its target in words; `met` is None for a figure that is only for information."""

    id: str
    value: float
    target: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A check that was not done, why, and what the user can do about it. `failed`: it was wanted and broke down."""

    check: str
    reason: str
    hint: str = ""
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything one check returns for one letter."""

    findings: tuple[Finding, ...] = ()
    elements: tuple[Element, ...] = ()
    metrics: tuple[Metric, ...] = ()
    skipped: tuple[Skipped, ...] = ()
