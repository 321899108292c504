"""A redacted report holds nothing personal, whatever its format."""

from dataclasses import replace

import pytest
from reports import NAME, POOR, UNREAD, finding, placed, report

from vlucheck.reporters import REPORTERS, View
from vlucheck.reporters.redact import redacted

PERSONAL = ("Kowalksa", "Kowalska", "Marsh", "12NY1111325", "if you feel", "We are sorry that this letter is late")


@pytest.mark.parametrize("form", REPORTERS)
def test_no_word_of_the_letter_is_left(form: str) -> None:
    text = REPORTERS[form](redacted(report(POOR, UNREAD)), View())
    assert not [word for word in PERSONAL if word in text]
    assert "VLU-T004" in text


def test_positions_and_plain_words_stay() -> None:
    (file,) = redacted(report(POOR)).files
    assert file.findings[0].finding.span == NAME.finding.span
    assert len(file.text) == len(POOR.text)
    assert file.findings[0].finding.message == 'The address has "█".'
    assert file.findings[1].finding.message == "A blank was left in."


def test_the_words_themselves_go_from_a_message_that_does_not_quote_them() -> None:
    said = placed(finding(message="The words if you feel make it depend on her."))
    (file,) = redacted(report(replace(POOR, findings=(said,)))).files
    assert file.findings[0].finding.message == "The words █ make it depend on her."


def test_names_and_figures_in_a_message_go_without_quotation_marks_too() -> None:
    said = placed(finding(message="Mr Marsh was told on 3 March 2026. The letter says it twice."))
    (file,) = redacted(report(replace(POOR, findings=(said,)))).files
    assert file.findings[0].finding.message == "█ █ was told on █ █ █. The letter says it twice."
