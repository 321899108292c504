"""A list of cases: CSV as offices write it, Excel, YAML; and which case goes with which letter."""

from datetime import date, datetime
from pathlib import Path

import pytest

from vlucheck.casefiles import read_cases
from vlucheck.casefiles.matching import case_for
from vlucheck.document import Document, assemble
from vlucheck.errors import BadCase
from vlucheck.letter.casefile import CaseFile, CasePerson

ROWS = "File Name,URN,Victim-Last,victim title,Defendants,Offences,Letter date\n"


def cases_of(tmp_path: Path, data: bytes, name: str = "cases.csv") -> tuple[CaseFile, ...]:
    path = tmp_path / name
    path.write_bytes(data)
    return read_cases(path)


def document(text: str, path: str = "letters/a.docx") -> Document:
    document = assemble(path, "docx", ())
    return Document(document.path, document.format, text, ())


def test_columns_are_found_whatever_their_case_spaces_and_hyphens(tmp_path: Path) -> None:
    text = ROWS + 'a.docx,12NY1111325,Kowalska,Mrs,"Dean Marsh (he); Leah Pike (she)",affray|theft,05/03/2026\n'
    case = cases_of(tmp_path, text.encode())[0]
    assert case.file == "a.docx"
    assert case.victim == CasePerson("Mrs", "", "Kowalska")
    assert [each.name for each in case.defendants] == ["Dean Marsh", "Leah Pike"]
    assert [each.pronoun for each in case.defendants] == ["he", "she"]
    assert case.offences == ("affray", "theft")
    assert case.letter_date == date(2026, 3, 5)
    assert case.place == "cases.csv, line 2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_ways_in_which_excel_saves_are_read(tmp_path: Path, encoding: str, mark: str) -> None:
    text = ROWS.replace(",", mark) + mark.join(("a.docx", "", "Brontë", "Miss", "", "", "")) + "\r\n"
    case = cases_of(tmp_path, text.encode(encoding))[0]
    assert case.victim == CasePerson("Miss", "", "Brontë")


def test_empty_rows_and_lines_inside_a_value_keep_the_count(tmp_path: Path) -> None:
    text = 'file,issues\n\n"a.docx","one\ntwo; three"\nb.docx,four\n'
    first, second = cases_of(tmp_path, text.encode())
    assert first.issues == ("one two", "three")
    assert second.place == "cases.csv, line 5"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file,ofences\na,b\n", 'line 1: "ofences" is not a column of a list of cases. Did you mean "offences"?'),
        ("file,file name\na,b\n", 'line 1: the column "file" is there twice'),
        ("file,urn\na,12\n", 'line 2: "urn" cannot be "12"'),
        ("file,urn\n,\n", "no case in"),
        ("victim last\nKowalska\n", 'line 2: this case has neither "file" nor "urn"'),
        ("file,urn\na.docx,12NY1111325,more\n", "line 2: there are more values than columns"),
        ("file,defendants,defendant pronouns\na,A B; C D; E F,he; she\n", "3 defendants and 2 pronouns"),
        ('file,urn\n"a.docx,12NY1111325\n', "this is not CSV"),
        ("", "empty"),
    ],
)
def test_what_is_wrong_in_a_table_is_said_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadCase) as raised:
        cases_of(tmp_path, text.encode())
    assert words in str(raised.value)


def test_yaml_lists_are_read_with_or_without_a_key(tmp_path: Path) -> None:
    text = b"- {file: a.docx, victim: Mrs Anna Kowalska}\n- case: {urn: 12NY1111325}\n"
    assert [case.file for case in cases_of(tmp_path, text, "a.yaml")] == ["a.docx", ""]
    assert len(cases_of(tmp_path, b"cases:\n- {file: a.docx}\n", "b.yaml")) == 1
    with pytest.raises(BadCase, match="a list of cases is wanted"):
        cases_of(tmp_path, b"urn: 12NY1111325\n", "c.yaml")


def test_an_excel_workbook_is_read_by_its_first_sheet(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["File", "Decision date", "Enhanced", "Victim"])
    book.active.append(["a.docx", datetime(2026, 3, 3), True, "Mrs Anna Kowalska"])
    book.save(tmp_path / "cases.xlsx")
    case = read_cases(tmp_path / "cases.xlsx")[0]
    assert (case.decision_date, case.enhanced) == (date(2026, 3, 3), True)
    assert case.place == "cases.xlsx, row 2"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old"])
def test_what_is_no_workbook_is_said(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("openpyxl")
    with pytest.raises(BadCase, match=r"cases\.xlsx"):
        cases_of(tmp_path, data, "cases.xlsx")


def test_a_file_name_decides_before_a_reference() -> None:
    named, about = CaseFile(file="a.docx", place="1"), CaseFile(urn="12NY1111325", place="2")
    letter = document("Our reference: 12 NY 11113 25/1")
    assert case_for(letter, (about, named)) is named
    assert case_for(letter, (about,)) is about
    assert case_for(document("No reference", "b.docx"), (named, about)) is None


@pytest.mark.parametrize("name", ["a.docx", "A.DOCX", "a", "letters/a.docx", "letters\\a.docx"])
def test_a_file_is_named_with_or_without_folder_and_ending(name: str) -> None:
    assert case_for(document(""), (CaseFile(file=name),)) is not None
    assert case_for(document("", "letters/aa.docx"), (CaseFile(file=name),)) is None


def test_of_two_victims_in_one_trial_the_one_named_in_the_letter_is_meant() -> None:
    first = CaseFile(urn="12NY1111325", victim=CasePerson("Mrs", "Anna", "Kowalska"))
    second = CaseFile(urn="12NY1111325", victim=CasePerson("Mr", "Tom", "Hale"))
    assert case_for(document("Mr Tom Hale\n12NY1111325"), (first, second)) is second
    assert case_for(document("12NY1111325"), (first, second)) is None
