"""A late letter gets one finding that names both days; a letter in time gets none."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from

from vlucheck.checks.timeliness import Timeliness
from vlucheck.findings import Category
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

LETTER = """Our reference: 12NY1111326

{date}

Dear Mrs Kowalska

{body}

Yours sincerely

Ruth Ainsley
Victim Liaison Officer"""


@pytest.fixture(scope="module")
def timeliness(rulebook: Rulebook) -> Timeliness:
    return Timeliness.opened(rulebook)


def test_one_finding_names_the_day_of_the_decision_and_the_limit(
    timeliness: Timeliness, parser: "Language", knowledge: Knowledge
) -> None:
    text = LETTER.format(date="26 March 2026", body="On 3 March 2026 we decided to stop the case against Mr Marsh.")
    (finding,) = timeliness.run(letter_from(text, parser, knowledge)).findings
    assert finding.category is Category.TIMELINESS
    assert "3 March 2026" in finding.message and "5 working days" in finding.message
    assert finding.quote == "26 March 2026"
    assert finding.also is not None


@pytest.mark.parametrize("day", ["10 March 2026", "3 March 2026"])
def test_a_letter_within_five_working_days_is_in_time(
    timeliness: Timeliness, parser: "Language", knowledge: Knowledge, day: str
) -> None:
    text = LETTER.format(date=day, body="On 3 March 2026 we decided to stop the case against Mr Marsh.")
    assert timeliness.run(letter_from(text, parser, knowledge)).findings == ()


def test_an_acknowledgement_after_ten_days_is_late(
    timeliness: Timeliness, parser: "Language", knowledge: Knowledge
) -> None:
    text = LETTER.format(date="26 March 2026", body="Thank you for your complaint, which we received on 12 March 2026.")
    letter = letter_from(text, parser, knowledge, "complaint-acknowledgement")
    (finding,) = timeliness.run(letter).findings
    assert finding.name == "late-after-receipt"
    assert "10 working days later" in finding.message
