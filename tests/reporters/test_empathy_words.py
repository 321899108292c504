"""The report says where the empathy stands, or where it belongs."""

from dataclasses import replace

import pytest

from vlucheck.document import Span
from vlucheck.findings import Element, Need, Status
from vlucheck.report import FileReport
from vlucheck.reporters.sections import empathy_in_words

LETTER = "I am sorry for the loss of your son. " + "We have stopped the case. " * 20 + "I am sorry for your loss."
EARLY, LATE = Span(0, 36), Span(len(LETTER) - 25, len(LETTER))


def report(status: Status, *evidence: Span) -> FileReport:
    """A letter with this empathy in it."""
    element = Element(id="empathy", need=Need.REQUIRED, status=status, rule="VLU-C107", evidence=evidence)
    return FileReport(path="letter.txt", format="text", text=LETTER, elements=(element,))


@pytest.mark.parametrize(
    ("status", "evidence", "said"),
    [
        (Status.MET, (EARLY,), "Good:"),
        (Status.MET, (LATE,), "come late"),
        (Status.MET, (LATE, EARLY), "Good:"),
        (Status.PARTLY, (LATE,), "would fit anybody"),
        (Status.MISSING, (), "belongs at the start"),
    ],
)
def test_it_says_where_the_kind_words_stand(status: Status, evidence: tuple[Span, ...], said: str) -> None:
    assert said in empathy_in_words(report(status, *evidence))


def test_it_is_silent_about_a_letter_without_the_element() -> None:
    assert empathy_in_words(replace(report(Status.MET, EARLY), elements=())) == ""
