"""Letter types are told apart in many voices, with a confidence and the sentences that decided."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from vlucheck.document import Document
from vlucheck.letter import Knowledge, Letter, knowledge_from, understand
from vlucheck.phrases import BadPhrase

VOICES = yaml.safe_load((Path(__file__).parent / "voices.yaml").read_text(encoding="utf-8"))
CASES = [(kind, number, text) for kind, texts in VOICES.items() for number, text in enumerate(texts)]


def letter_text(body: str) -> str:
    first, *rest = body.strip().splitlines()
    lines = [first.removeprefix("# "), *rest]
    return "\n\n".join(
        ["Mrs Jo Hart\n1 Low Road\nLeeford LE3 4CD", "Dear Mrs Hart", *lines, "Yours sincerely", "Ann Lee\nOfficer"]
    )


@pytest.mark.parametrize(("kind", "number", "text"), CASES, ids=[f"{kind}-{number}" for kind, number, _ in CASES])
def test_the_type_is_detected(read: Callable[[str], Letter], kind: str, number: int, text: str) -> None:
    assert read(letter_text(text)).type.type == kind


def test_a_given_type_is_taken_as_it_is(parser: object, knowledge: Knowledge, read: Callable[[str], Letter]) -> None:
    document: Document = read("Dear Mr Orr\n\nWe stopped the case.").document
    guess = understand(document, parser, knowledge, "vcl-altered").type  # type: ignore[arg-type]
    assert (guess.type, guess.source, guess.confidence) == ("vcl-altered", "given", 1.0)


def test_evidence_is_the_sentence_that_decided(read: Callable[[str], Letter]) -> None:
    letter = read(
        "Dear Mr Orr\n\nI write about the fire.\n\nOn 3 March we stopped the case against Mr Marsh.\n\nYours sincerely"
    )
    assert letter.type.source == "detected"
    assert [letter.document.quote(span) for span in letter.type.evidence] == [
        "On 3 March we stopped the case against Mr Marsh."
    ]


def test_a_letter_that_says_nothing_is_doubtful(read: Callable[[str], Letter]) -> None:
    assert read("Dear Mr Orr\n\nThank you for the tea.\n\nYours sincerely").type.confidence < 0.3


COMPLAINT = """CPS Leeford
{written}

Mrs Jo Hart
1 Low Road
Leeford LE3 4CD

Dear Mrs Hart

Your complaint about the hearing reached us on {came}. I am sorry for the delay.

Mrs Dunn will look into it and write to you as soon as she can.

Yours sincerely

Ann Lee
Complaints Officer"""


@pytest.mark.parametrize(
    ("came", "written", "kind"),
    [
        ("2 March 2026", "5 March 2026", "complaint-acknowledgement"),
        ("Monday 23 February", "5 March 2026", "complaint-acknowledgement"),
        ("4 February 2026", "5 March 2026", "complaint-holding"),
        ("Wednesday 28 January", "5 March 2026", "complaint-holding"),
    ],
)
def test_how_long_ago_a_complaint_came_tells_a_receipt_from_a_late_reply(
    read: Callable[[str], Letter], came: str, written: str, kind: str
) -> None:
    assert read(COMPLAINT.format(came=came, written=written)).type.type == kind


def test_the_twelve_types_have_titles(knowledge: Knowledge) -> None:
    assert len(knowledge.types) == 12
    assert knowledge.title_of("vcl-stopped") == "Stopped case"


@pytest.mark.parametrize(
    ("signals", "clues", "error"),
    [
        ({"a": {"say": ["x"], "whree": "body"}}, {"a": 1}, "whree"),
        ({"a": {"say": ["x"], "where": "cellar"}}, {"a": 1}, "cellar"),
        ({"a": {"say": ["x"]}}, {"b": 1}, "b is not a signal"),
        ({"a": {"say": ["x"]}}, {"a@cellar": 1}, "a@cellar"),
    ],
)
def test_wrong_data_is_refused_with_its_name(signals: dict[str, object], clues: dict[str, int], error: str) -> None:
    data = {"titles": [], "official-titles": [], "role-words": [], "signals": signals}
    with pytest.raises(ValueError, match=error):
        knowledge_from({**data, "types": {"t": {"title": "T", "clues": clues}}}, {})


def test_a_wording_that_cannot_be_read_is_refused() -> None:
    data = {"titles": [], "official-titles": [], "role-words": [], "signals": {"a": {"say": ["(x"]}}, "types": {}}
    with pytest.raises(BadPhrase):
        knowledge_from(data, {})
