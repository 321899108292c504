"""Reports made by hand, for the tests of reporters and of the command line."""

from dataclasses import replace

from vlucheck.document import Span
from vlucheck.findings import Category, Confidence, Element, Finding, Metric, Need, Severity, Skipped, Status
from vlucheck.report import Deduction, FileReport, LetterFacts, Place, PlacedFinding, Report, Score

TEXT = (
    "Dear Mrs Kowalksa\n\n"
    "On 3 March 2026 we stopped the case against Mr Marsh, heard on [insert date] at Harborough Crown Court.\n\n"
    "We apologise if you feel that we were late. You told us about your “counselling” – and we’re sorry."
)


def span_of(quote: str, text: str = TEXT) -> Span:
    """Where the words stand in the text."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def finding(quote: str | None = "if you feel", **changes: object) -> Finding:
    """A must-fix finding about tone, or what the changes make of it; without a quote it is about the whole letter."""
    made = Finding(
        rule="VLU-T004",
        name="conditional-apology",
        category=Category.TONE,
        severity=Severity.MUST_FIX,
        confidence=Confidence.HIGH,
        message="This makes the apology depend on her.",
        why="The letter was late, whatever she feels.",
        span=span_of(quote) if quote else None,
        quote=quote or "",
        suggestions=("We are sorry that this letter is late.",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def placed(made: Finding, label: str = "Paragraph 2", context: str | None = None) -> PlacedFinding:
    """The finding with a place."""
    where = Place("body", 2, 1, None, label) if made.span else Place("letter", None, None, None, label)
    return PlacedFinding(made, where, span_of(context) if context else made.span, "0123456789abcdef")


NAME = placed(
    finding(
        "Kowalksa",
        rule="VLU-X001",
        name="name-spelt-two-ways",
        category=Category.CONSISTENCY,
        message='The address has "Kowalska".',
        why="A wrong name tells the reader that nobody looked.",
        suggestions=("Kowalska",),
    ),
    "Greeting",
    "Dear Mrs Kowalksa",
)
BLANK = placed(
    finding(
        "[insert date]",
        rule="VLU-P002",
        name="blank-left-in",
        category=Category.PRESENTATION,
        message="A blank was left in.",
        why="",
        suggestions=(),
    ),
    "Paragraph 1",
    "On 3 March 2026 we stopped the case against Mr Marsh, heard on [insert date] at Harborough Crown Court.",
)
APOLOGY = placed(finding(), context="We apologise if you feel that we were late.")
REVIEW = placed(
    finding(
        None,
        rule="VLU-C110",
        name="no-right-to-a-review",
        category=Category.CONTENT,
        message="Say that she can ask for this decision to be looked at again, how, and by when.",
        why="Without it she may lose a right that ends after 10 working days.",
        suggestions=("You can ask us to look at this decision again.",),
    ),
    "Missing",
)
GUESS = placed(
    finding(
        "counselling",
        rule="VLU-G001",
        name="doubtful-word",
        category=Category.SPELLING,
        confidence=Confidence.LOW,
        message="Is this the right word?",
        source="lingotweaker:COUNSEL",
        suggestions=(),
    ),
    context="You told us about your “counselling” – and we’re sorry.",
)

POOR = FileReport(
    path="letters/vcl-stopped.docx",
    format="docx",
    text=TEXT,
    letter=LetterFacts(
        "vcl-stopped",
        "Case stopped",
        "detected",
        0.94,
        "vcl-altered",
        (),
        "2026-03-05",
        "12NY1111325",
        "Mrs Anna Kowalska",
        "Dear Mrs Kowalksa",
        412,
    ),
    elements=(
        Element(
            "decision",
            Need.REQUIRED,
            Status.MET,
            "VLU-C101",
            "",
            (span_of("On 3 March 2026 we stopped the case against Mr Marsh"),),
            "What was decided",
        ),
        Element(
            "vrr-right",
            Need.CONDITIONAL,
            Status.MISSING,
            "VLU-C110",
            REVIEW.finding.message,
            (),
            "The right to a review",
        ),
        Element("receipt", Need.NONE, Status.NOT_APPLICABLE, "VLU-C120"),
    ),
    findings=(NAME, BLANK, APOLOGY, GUESS, REVIEW),
    metrics=(Metric("words-per-sentence", 23.1, "<= 20", False), Metric("reading-age", 13.0, "", None)),
    score=Score(
        61,
        "not met",
        False,
        tuple((name, 95) for name in Category),
        (
            Deduction(Category.CONSISTENCY, "not-ready", "cannot go as it is", 20, 1),
            Deduction(Category.CONSISTENCY, "VLU-X001", "name spelt two ways", 5, 1),
            Deduction(Category.PRESENTATION, "VLU-P002", "blank left in", 5, 1),
            Deduction(Category.TONE, "VLU-T004", "conditional apology", 4, 1),
            Deduction(Category.CONTENT, "VLU-C110", "no right to a review", 5, 1),
        ),
    ),
    skipped=(Skipped("spelling", "no server answers at http://localhost:8081", "start it and check the letter again"),),
)
GOOD = replace(
    POOR,
    path="letters/good.docx",
    elements=POOR.elements[:1],
    findings=(),
    score=Score(100, "good", True, tuple((name, 100) for name in Category), ()),
    skipped=(),
)
UNREAD = FileReport(path="letters/old.doc", format="doc", error='"letters/old.doc" is in the old Word format.')


def report(*files: FileReport) -> Report:
    """A report of these files."""
    return Report("0.1.0", "ab" * 32, "lingotweaker", files)
