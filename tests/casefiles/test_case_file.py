"""A case file in YAML or JSON: what is read, and what is refused with file and line."""

import time
from datetime import date
from pathlib import Path

import pytest

from vlucheck.casefiles import read_case
from vlucheck.errors import BadCase
from vlucheck.letter.casefile import CasePerson, Decision

WHOLE = """\
victim: {title: Master, first: Yusuf, last: Haddad, pronoun: he}
recipient: {title: Mrs, first: Nadia, last: Haddad}
defendants:
  - {name: Corey Blissett, pronoun: he}
  - Leah van der Berg (she)
urn: 07KE1940225
offences: [robbery, affray]
decision: no evidence offered
decision date: 2026-01-19
letter-date: 2 February 2026
enhanced: yes
withdrew: no
complaint_with_request: false
issues: [nobody rang me]
type: vrr-acknowledgement
"""


def written(tmp_path: Path, text: str, name: str = "case.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    case = read_case(written(tmp_path, WHOLE))
    assert case.victim == CasePerson("Master", "Yusuf", "Haddad", "he")
    assert case.reader == CasePerson("Mrs", "Nadia", "Haddad")
    assert case.defendants == (CasePerson("", "Corey", "Blissett", "he"), CasePerson("", "Leah", "van der Berg", "she"))
    assert (case.urn, case.offences, case.decision) == ("07KE1940225", ("robbery", "affray"), Decision.NO_EVIDENCE)
    assert (case.decision_date, case.letter_date) == (date(2026, 1, 19), date(2026, 2, 2))
    assert (case.enhanced, case.withdrew, case.complaint_with_request) == (True, False, False)
    assert (case.issues, case.letter_type) == (("nobody rang me",), "vrr-acknowledgement")
    assert case.place_of("urn") == "case.yaml, line 6"


def test_json_and_a_block_called_case_are_read_as_well(tmp_path: Path) -> None:
    text = '{"case": {\n\t"victim": "Mrs Anna Kowalska",\n\t"urn": "12NY1111325"}}'
    case = read_case(written(tmp_path, text, "case.json"))
    assert case.victim == CasePerson("Mrs", "Anna", "Kowalska")
    assert case.place_of("urn") == "case.json, line 3"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("urn: 12NY1111325\ndefendents: [Dean Marsh]\n", 2, 'Did you mean "defendants"?'),
        ("victim: {titel: Mrs, last: Kowalska}\n", 1, 'Did you mean "title"?'),
        ("urn: 12NY11113\n", 1, "a reference looks like"),
        ("urn: 12NY1111325\n\ndecision_date: 2026-02-30\n", 3, "not a day of the calendar"),
        ("letter_date: last Tuesday\n", 1, "not a day of the calendar"),
        ("letter_date: Monday 5 March 2026\n", 1, "a Thursday"),
        ("victim: [Anna, Kowalska]\n", 1, "one person is wanted"),
        ("withdrew: perhaps\n", 1, "write yes or no"),
        ("decision: discontinud\n", 1, 'Did you mean "discontinued"?'),
        ("defendants: [{name: Dean Marsh, pronoun: xe}]\n", 1, "write he, she, they or it"),
        ("urn: 12NY1111325\nurn: 12NY1111326\n", 2, "twice"),
        ("urn: [12NY1111325]\n", 1, "must be one text"),
        ("victim: {pronoun: she}\n", 1, "must have a name"),
        ("- urn: 12NY1111325\n", 1, "--cases"),
        ("urn: 'x\n", 2, "not YAML"),
        ("", 1, "keys and values"),
        ("12NY1111325\n", 1, "keys and values"),
        ("issues:\n", 1, "nothing about a case"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_with_file_and_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(BadCase) as raised:
        read_case(written(tmp_path, text))
    assert f"case.yaml, line {line}: " in str(raised.value)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_list_of_cases_is_no_case_of_one_letter(tmp_path: Path) -> None:
    with pytest.raises(BadCase, match="--cases"):
        read_case(written(tmp_path, "urn\n12NY1111325\n", "cases.csv"))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadCase, match="cannot be read"):
        read_case(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Dale Whetton", CasePerson("", "Dale", "Whetton")),
        ("Dr Ngozi Okafor", CasePerson("Dr", "Ngozi", "Okafor")),
        ("Mr and Mrs Penrose", CasePerson("Mr and Mrs", "", "Penrose")),
        ("Ludo van der Berg", CasePerson("", "Ludo", "van der Berg")),
        ("Harborough Motors Ltd", CasePerson("", "", "Harborough Motors Ltd")),
        ("Marsh", CasePerson("", "", "Marsh")),
    ],
)
def test_a_name_as_one_text_is_taken_apart(tmp_path: Path, text: str, person: CasePerson) -> None:
    assert read_case(written(tmp_path, f"victim: {text}\n")).victim == person


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "case.yaml",
            "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + "".join(
                f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
                for old, new in zip("abcdefgh", "bcdefghi", strict=True)
            ),
        ),
        ("case.yaml", "victim: &a [*a]\n"),
        ("case.yaml", "victim: " + "[" * 900 + "]" * 900),
        ("case.json", '{"victim": ' + "[" * 900 + "]" * 900 + "}"),
        ("case.json", '{"victim": ' + "[" * 90_000),
    ],
)
def test_a_case_file_that_swells_is_refused_at_once(tmp_path: Path, name: str, text: str) -> None:
    before = time.process_time()
    with pytest.raises(BadCase, match=rf"{name}"):
        read_case(written(tmp_path, text, name))
    assert time.process_time() - before < 3
