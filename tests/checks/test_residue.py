"""What drafting left behind is found with its place, and what the file's reader noticed becomes a finding."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.residue import Residue
from vlucheck.document import Notice, NoticeKind, Span
from vlucheck.findings import Category, Severity
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

BODY = "We have now looked at everything that you sent to us."


@pytest.fixture(scope="module")
def residue(rulebook: Rulebook) -> Residue:
    return Residue.opened(rulebook)


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("We received your letter on [insert date] at the office.", "[insert date]"),
        ("You can ring <<VLO NAME>> any day.", "<<VLO NAME>>"),
        ("The hearing is on DD/MM/YYYY at Northgate.", "DD/MM/YYYY"),
        ("I uphold/do not uphold this part.", "uphold/do not uphold"),
    ],
)
def test_what_was_left_in_is_quoted_exactly(
    residue: Residue, parser: "Language", knowledge: Knowledge, body: str, quote: str
) -> None:
    letter = letter_from(letter_text(body), parser, knowledge)
    findings = residue.run(letter).findings
    assert [finding.quote for finding in findings] == [quote]
    assert all(f.category is Category.PRESENTATION and f.severity is Severity.MUST_FIX for f in findings)
    assert all(f.span and letter.document.quote(f.span) == f.quote for f in findings)


def test_a_good_letter_gets_silence(residue: Residue, parser: "Language", knowledge: Knowledge) -> None:
    assert residue.run(letter_from(letter_text(BODY), parser, knowledge)).findings == ()


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_each_thing_a_reader_notices_becomes_one_finding(
    residue: Residue, parser: "Language", knowledge: Knowledge, kind: NoticeKind
) -> None:
    letter = letter_from(letter_text(BODY), parser, knowledge)
    start = letter.text.index("everything")
    notice = Notice(kind, "something to see to", Span(start, start + 10))
    marked = replace(letter, document=replace(letter.document, notices=(notice,)))
    findings = residue.run(marked).findings
    assert [finding.quote for finding in findings] == ["everything"]
    assert "something to see to" in findings[0].message


def test_a_notice_without_a_place_is_about_the_whole_letter(
    residue: Residue, parser: "Language", knowledge: Knowledge
) -> None:
    letter = letter_from(letter_text(BODY), parser, knowledge)
    marked = replace(letter, document=replace(letter.document, notices=(Notice(NoticeKind.WATERMARK, "DRAFT"),)))
    (finding,) = residue.run(marked).findings
    assert finding.span is None
    assert "DRAFT" in finding.message


def test_a_blank_inside_a_highlight_is_told_once(residue: Residue, parser: "Language", knowledge: Knowledge) -> None:
    letter = letter_from(letter_text("We received your letter on [insert date] here."), parser, knowledge)
    start = letter.text.index("[insert")
    notice = Notice(NoticeKind.HIGHLIGHT, "[insert date]", Span(start, start + 13))
    marked = replace(letter, document=replace(letter.document, notices=(notice,)))
    assert [finding.name for finding in residue.run(marked).findings] == ["blank-left-in"]
