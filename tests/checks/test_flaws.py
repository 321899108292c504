"""Statements that are wrong for the case or out of date are found, with what is right instead."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.flaws import ContentFlaws
from vlucheck.findings import Finding
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def flaws(rulebook: Rulebook) -> ContentFlaws:
    return ContentFlaws.opened(rulebook)


@pytest.mark.parametrize(
    ("body", "name", "quote", "right"),
    [
        (
            "You can ask us to review this decision. Please do so within 7 days of this letter.",
            "old-review-limit",
            "within 7 days",
            "10 working days",
        ),
        (
            "You can use the Victim’s Right to Review.",
            "wrong-scheme-name",
            "Victim’s Right to Review",
            "Victims' Right",
        ),
        ("Please write to vlu@cps.gsi.gov.uk.", "old-mail-address", "vlu@cps.gsi.gov.uk", "vlu@cps.gov.uk"),
    ],
)
def test_what_is_out_of_date_is_found_with_what_is_right(
    flaws: ContentFlaws, parser: "Language", knowledge: Knowledge, body: str, name: str, quote: str, right: str
) -> None:
    (finding,) = _found(flaws, parser, knowledge, body)
    assert (finding.name, finding.quote) == (name, quote)
    assert right in finding.message


def test_a_promise_to_start_again_points_at_the_sentence_that_rules_it_out(
    flaws: ContentFlaws, parser: "Language", knowledge: Knowledge
) -> None:
    body = "We offered no evidence against Mr Marsh. If new evidence is found, the case can be started again."
    (finding,) = _found(flaws, parser, knowledge, body)
    assert finding.name == "false-restart"
    assert finding.also is not None


def test_a_review_is_open_where_the_letter_takes_a_witness_for_the_reader(
    flaws: ContentFlaws, parser: "Language", knowledge: Knowledge
) -> None:
    body = (
        "We have stopped the case against Mr Marsh. Mr Bude told the police that he would not come to court. After you "
        "withdrew from the case, nobody could name the man. You can ask for a review within 10 working days of today."
    )
    assert [finding.name for finding in _found(flaws, parser, knowledge, body)] == ["you-withdrew-from-nowhere"]


def test_a_review_offered_after_the_reader_withdrew_is_found(
    flaws: ContentFlaws, parser: "Language", knowledge: Knowledge
) -> None:
    body = (
        "We stopped the case because you withdrew your support for the prosecution.\n\n"
        "You can ask for this decision to be looked at again within 10 working days of this letter."
    )
    assert [finding.name for finding in _found(flaws, parser, knowledge, body)] == ["review-not-open"]


def _found(flaws: ContentFlaws, parser: "Language", knowledge: Knowledge, body: str) -> tuple[Finding, ...]:
    return flaws.run(letter_from(letter_text(body), parser, knowledge)).findings
