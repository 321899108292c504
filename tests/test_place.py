"""Findings get places that a person can follow and fingerprints that last."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_text

from vlucheck.document import Span
from vlucheck.findings import Category, Confidence, Finding, Severity
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Letter
from vlucheck.letter.understand import understand
from vlucheck.place import place
from vlucheck.readers.text import read_text
from vlucheck.report import PlacedFinding

if TYPE_CHECKING:
    from spacy.language import Language

BODY = (
    "We stopped the case on 3 March 2026. We apologise if you feel we were late.\n\n"
    "You told us what happened. You can ring us on 01632 960123, and we will help you."
)


@pytest.fixture(scope="module")
def letter_of(parser: "Language", knowledge: Knowledge):  # type: ignore[no-untyped-def]
    def make(body: str) -> Letter:
        text = letter_text(body)
        return understand(read_text("letter.txt", text.encode()), parser, knowledge, "vcl-stopped")

    return make


def placed(letter: Letter, quote: str | None, category: Category = Category.TONE) -> PlacedFinding:
    span = None
    if quote:
        start = letter.text.index(quote)
        span = Span(start, start + len(quote))
    made = Finding("VLU-T004", "x", category, Severity.MUST_FIX, Confidence.HIGH, "m", span=span, quote=quote or "")
    return place((made,), letter)[0]


def test_a_finding_in_the_body_has_paragraph_sentence_and_label(letter_of) -> None:  # type: ignore[no-untyped-def]
    found = placed(letter_of(BODY), "if you feel")
    assert found.place is not None
    assert (found.place.part, found.place.paragraph, found.place.sentence) == ("body", 1, 2)
    assert found.place.label == "Paragraph 1"


def test_the_context_is_the_sentence_around_it(letter_of) -> None:  # type: ignore[no-untyped-def]
    letter = letter_of(BODY)
    found = placed(letter, "01632 960123")
    assert found.context is not None
    assert letter.document.quote(found.context).startswith("You can ring us on")


@pytest.mark.parametrize(
    ("quote", "label"), [("Dear Mrs Kowalska", "Greeting"), ("4 Mill Lane", "Address"), ("Yours sincerely", "Sign-off")]
)
def test_other_parts_of_the_letter_are_called_by_name(letter_of, quote: str, label: str) -> None:  # type: ignore[no-untyped-def]
    found = placed(letter_of(BODY), quote)
    assert found.place is not None
    assert (found.place.label, found.place.paragraph) == (label, None)


def test_what_is_missing_has_no_place_to_point_at(letter_of) -> None:  # type: ignore[no-untyped-def]
    found = placed(letter_of(BODY), None, Category.CONTENT)
    assert found.place is not None
    assert (found.place.label, found.context) == ("Missing", None)


def test_the_fingerprint_lasts_when_other_paragraphs_come_and_go(letter_of) -> None:  # type: ignore[no-untyped-def]
    before = placed(letter_of(BODY), "if you feel")
    after = placed(letter_of(f"I am sorry to write to you with this news.\n\n{BODY}"), "if you feel")
    assert before.fingerprint == after.fingerprint
    assert before.place != after.place


def test_the_same_rule_twice_in_a_sentence_has_two_fingerprints(letter_of) -> None:  # type: ignore[no-untyped-def]
    letter = letter_of(BODY)
    twice = (placed(letter, "We").finding, placed(letter, "stopped").finding)
    assert len({each.fingerprint for each in place(twice, letter)}) == 2
