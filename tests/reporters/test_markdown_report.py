"""The report as Markdown."""

from dataclasses import replace

from reports import APOLOGY, GOOD, POOR, UNREAD, report

from vlucheck.report import FileReport
from vlucheck.reporters import REPORTERS, View


def written(*files: FileReport) -> str:
    return REPORTERS["markdown"](report(*files), View())


def test_it_has_the_answer_the_findings_and_the_sum() -> None:
    text = written(POOR)
    assert "## letters/vcl-stopped.docx: not ready" in text
    assert '"We apologise **if you feel** that we were late."' in text
    assert "| The right to a review | missing |" in text
    assert "Not checked: Spelling" in text


def test_signs_in_a_letter_are_not_taken_for_markdown() -> None:
    assert r"**\[insert date\]**" in written(POOR)
    sly = replace(APOLOGY, finding=replace(APOLOGY.finding, message="<script> | *bold* #1"))
    assert r"\<script\> \| \*bold\* \#1" in written(replace(POOR, findings=(sly,)))


def test_several_files_begin_with_a_table() -> None:
    first = written(POOR, GOOD, UNREAD).splitlines()
    assert first[0] == "| Letter | Answer | Score | Rating |"
    assert "| letters/old.doc | Could not be checked | | |" in first
