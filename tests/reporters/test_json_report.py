"""The JSON report keeps its promise to other programs."""

import json

from reports import APOLOGY, GOOD, POOR, REVIEW, TEXT, UNREAD, report

from vlucheck.reporters import REPORTERS, View


def written(*files) -> dict:  # type: ignore[no-untyped-def, type-arg]
    loaded: dict = json.loads(REPORTERS["json"](report(*files), View()))  # type: ignore[type-arg]
    return loaded


def test_the_top_has_every_key_of_the_contract() -> None:
    got = written(POOR, GOOD, UNREAD)
    assert got["schema"] == "vlucheck-report/1"
    assert {"name", "version", "rules"} <= set(got["tool"])
    assert got["summary"] == {
        "files": 3, "ready": 1, "errors": 1, "ratings": {"good": 1, "adequate": 0, "not met": 1},
    }  # fmt: skip


def test_a_file_has_every_key_of_the_contract() -> None:
    (file,) = written(POOR)["files"]
    assert set(file) == {
        "path", "format", "error", "letter", "elements", "findings", "metrics", "score", "skipped", "waived",
            "case",
    }  # fmt: skip
    assert {
        "type",
        "type_source",
        "type_confidence",
        "type_evidence",
        "date",
        "reference",
        "recipient",
        "salutation",
        "words",
    } <= set(file["letter"])
    assert {"total", "rating", "ready", "categories", "deductions"} <= set(file["score"])
    assert set(file["skipped"][0]) == {"check", "reason", "hint"}


def test_a_finding_points_into_the_text() -> None:
    (file,) = written(POOR)["files"]
    found = next(each for each in file["findings"] if each["rule"] == APOLOGY.finding.rule)
    assert TEXT[found["start"] : found["end"]] == found["quote"] == "if you feel"
    assert found["location"] == {"part": "body", "paragraph": 2, "sentence": 1, "page": None}
    assert found["suggestions"] == ["We are sorry that this letter is late."]


def test_what_is_missing_has_no_start_and_end() -> None:
    (file,) = written(POOR)["files"]
    found = next(each for each in file["findings"] if each["rule"] == REVIEW.finding.rule)
    assert (found["start"], found["end"], found["quote"]) == (None, None, "")


def test_evidence_carries_its_words() -> None:
    (file,) = written(POOR)["files"]
    assert file["elements"][0]["evidence"][0]["quote"] == "On 3 March 2026 we stopped the case against Mr Marsh"


def test_an_unreadable_file_has_an_error_and_nothing_else() -> None:
    (file,) = written(UNREAD)["files"]
    assert file["error"]
    assert (file["letter"], file["score"], file["findings"], file["elements"]) == (None, None, [], [])


def test_the_same_report_gives_the_same_bytes_in_ascii() -> None:
    once, twice = (REPORTERS["json"](report(POOR, GOOD), View()) for _ in range(2))
    assert once == twice
    assert once.isascii()
