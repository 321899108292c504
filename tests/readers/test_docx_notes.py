"""Footnotes and endnotes of a Word file are read after the text, in the order of their marks, and checked."""

import pytest
from word_file import p, word_file

from vlucheck.document import BlockKind
from vlucheck.pipeline import check_document, open_run
from vlucheck.readers.docx import read_docx
from vlucheck.report import FileReport
from vlucheck.settings import Settings

HEAD = (
    "Mrs Anna Kowalska", "4 Mill Lane", "Harborough", "HB2 7QT", "5 March 2026", "Our reference: 12NY1111326",
    "Dear Mrs Kowalska",
)  # fmt: skip


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'


def mark(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def letter() -> bytes:
    body = [
        *map(p, HEAD),
        p("We have stopped the case against Mr Dean Marsh.", mark("footnote", 3), " It is over.", mark("endnote", 2)),
        p("You can ask us to look at this again.", mark("footnote", 2)),
        *map(p, ("Yours sincerely", "Ruth Ainsley", "Victim Liaison Officer")),
    ]
    return word_file(
        "".join(body),
        footnotes=note("footnote", 2, "You will recieve a form from us.")
        + note("footnote", 3, "We looked at it twice."),
        endnotes=note("endnote", 2, "This is a seperate matter, of which we know by [insert date]."),
    )


@pytest.fixture(scope="module", params=["embedded", "harper"])
def report(request: pytest.FixtureRequest) -> FileReport:
    with open_run(Settings(letter_type="vcl-stopped", engine=request.param)) as run:
        return check_document(read_docx("letter.docx", letter()), run)


def test_notes_come_last_in_the_order_of_their_marks_with_their_place() -> None:
    document = read_docx("letter.docx", letter())
    notes = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [document.quote(block.span)[:12] for block in notes] == ["We looked at", "You will rec", "This is a se"]
    assert [block.source for block in notes] == [
        "word/footnotes.xml p[2]", "word/footnotes.xml p[1]", "word/endnotes.xml p[1]",
    ]  # fmt: skip
    assert document.blocks[-1] == notes[-1]


@pytest.mark.parametrize("word", ["recieve", "seperate", "[insert date]"])
def test_what_is_wrong_in_a_note_is_found_there(report: FileReport, word: str) -> None:
    (found,) = [each for each in report.findings if each.finding.quote == word]
    assert (found.place.part, found.place.label) == ("footnote", "Footnote")


def test_a_note_is_no_paragraph_of_the_letter(report: FileReport) -> None:
    assert [each.place.paragraph for each in report.findings if each.finding.quote == "recieve"] == [None]
