"""A sentence without an end is reported, and does not keep anybody waiting."""

import time
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks import open_checks
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

CLAUSE = "and we wrote to the court and the police about the statement that you gave them in the spring "


@pytest.mark.parametrize(("words", "seconds"), [(300, 20), (5_000, 60)])
def test_a_sentence_that_runs_on_is_reported_in_good_time(
    words: int, seconds: float, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    checks = open_checks(rulebook, None, ())
    text = f"I {' '.join((CLAUSE * (words // 17)).split()[:words])}."
    begun = time.monotonic()
    letter = letter_from(letter_text(text), parser, knowledge)
    found = [finding for check in checks for finding in check.run(letter).findings]
    assert time.monotonic() - begun < seconds
    assert [finding.rule for finding in found if finding.rule == "VLU-R001"] == ["VLU-R001"]


def test_a_slip_deep_in_a_long_sentence_is_still_found(
    parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    checks = open_checks(rulebook, None, ())
    text = f"I wrote {CLAUSE * 20}and the case will come to trail in May {CLAUSE * 20}."
    letter = letter_from(letter_text(text), parser, knowledge)
    assert "trail" in " ".join(finding.quote for check in checks for finding in check.run(letter).findings)
