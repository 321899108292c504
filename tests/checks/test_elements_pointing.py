"""Where a finding about a lacking element points: at the words to mend, or at the sentence it belongs beside."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.elements import Elements
from vlucheck.errors import BadRule
from vlucheck.findings import Finding
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

Found = Callable[[str, str, str], Finding]


@pytest.fixture(scope="module")
def found(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> Found:
    """A rule, a letter type and a body → the rule's finding."""
    elements = Elements.opened(rulebook)

    def finding(rule: str, kind: str, body: str) -> Finding:
        outcome = elements.run(letter_from(letter_text(body), parser, knowledge, kind))
        return next(each for each in outcome.findings if each.rule == f"VLU-{rule}")

    return finding


@pytest.mark.parametrize(
    ("rule", "kind", "body", "quote"),
    [
        (
            "C125",
            "complaint-acknowledgement",
            "My answer will come before too long. I work here.",
            "before too long",
        ),
        (
            "C109",
            "vcl-stopped",
            "We offered no evidence. If the film turns up, the case can be started again.",
            "can be started again",
        ),
        (
            "C103",
            "vcl-stopped",
            "We stopped the case against Mr Dean Marsh. The evidence did not meet the test.",
            "evidence did not meet",
        ),
        (
            "C113",
            "vrr-and-complaint",
            "You ask for a review and you complain about a call. Both will be looked at. He never rang.",
            "Both will be looked at",
        ),
    ],
)
def test_a_finding_points_at_the_words_that_come_near(
    found: Found, rule: str, kind: str, body: str, quote: str
) -> None:
    assert quote in found(rule, kind, body).quote


def test_a_time_limit_that_is_missing_is_pointed_out_where_the_right_is_told(found: Found) -> None:
    body = "We stopped the case. You can ask for a review of this decision. It was cold that day."
    assert found("C112", "vcl-stopped", body).quote == "You can ask for a review of this decision."


def test_a_half_met_element_points_at_a_sentence_before_a_line_of_the_head(found: Found) -> None:
    body = "The case has been stopped. If you need anything else, please get in touch."
    text = "CPS Leeford\nTel: 01632 960700\n\nMrs Jo Hart\n1 Low Road\n\n5 March 2026\n\nDear Mrs Hart\n\n" + body
    finding = found("C115", "vcl-stopped", text + "\n\nYours sincerely\n\nAnn Lee")
    assert finding.quote == "If you need anything else, please get in touch."


def test_where_nothing_comes_near_the_finding_is_about_the_whole_letter(found: Found) -> None:
    assert found("C108", "vcl-stopped", "We stopped the case. It was cold that day.").span is None


def test_an_element_can_only_stand_beside_one_that_there_is(rulebook: Rulebook, tmp_path: "Path") -> None:
    rule = (rulebook.folder / "content" / "VLU-C112.yaml").read_text(encoding="utf-8")
    (tmp_path / "VLU-C112.yaml").write_text(rule.replace("beside: vrr-right", "beside: vrr-wrong"), encoding="utf-8")
    with pytest.raises(BadRule, match="vrr-wrong"):
        load_rulebook(tmp_path)
