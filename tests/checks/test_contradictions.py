"""What a letter says in two places, and what does not belong to it: the wrong words are shown, good ones are not."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.consistency import Consistency
from vlucheck.checks.flaws import ContentFlaws
from vlucheck.findings import Finding
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    Run = Callable[..., dict[str, Finding]]


@pytest.fixture(scope="module")
def check(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> "Run":
    """An example and a letter type → the findings of both checks by the name of their rule."""
    checks = (Consistency.opened(rulebook), ContentFlaws.opened(rulebook))

    def run(example: str, kind: str = "vcl-stopped") -> dict[str, Finding]:
        letter = letter_from(letter_text(example), parser, knowledge, kind)
        return {finding.name: finding for each in checks for finding in each.run(letter).findings}

    return run


@pytest.mark.parametrize(
    ("body", "kind", "name", "quote"),
    [
        (
            "We stopped the case against Mr Aaron Pickersgill. Nobody saw Mr Pickersgil there.",
            "vcl-stopped",
            "name-spelt-two-ways",
            "Pickersgil",
        ),
        (
            "Ms Lorna Treadgold answered you. Ms Treadwell told you that the watches would be back.",
            "complaint-stage-2",
            "name-spelt-two-ways",
            "Treadwell",
        ),
        (
            "Please ask within 10 working days of the date of this letter. The last day is Thursday 12 March 2026.",
            "vcl-stopped",
            "deadline-does-not-follow",
            "Thursday 12 March 2026",
        ),
        (
            "I write as Head of the Victim Liaison Unit. We have stopped the case.",
            "vcl-stopped",
            "writer-role-differs",
            "Victim Liaison Officer",
        ),
        (
            "The verdict was given on Thursday 5 February 2026. We wrote after the verdict on 6 February.",
            "complaint-stage-1",
            "event-on-two-dates",
            "6 February",
        ),
        (
            "Ms Coyle was charged. Nobody saw it. Ms Coyle has always said that he was indoors then.",
            "vcl-stopped",
            "pronoun-differs",
            "he",
        ),
        (
            "Your son Marek told us all that he knew. It does not mean that Marek was not believed. She spoke up well.",
            "vcl-no-charge",
            "pronoun-differs",
            "She",
        ),
        (
            "You lost £380 for the phone, £115 in takings and £95 for the helmet, £640 in all.",
            "vcl-stopped",
            "total-differs",
            "£640 in all",
        ),
        (
            "If you do not agree with me, you may ask for a further review within 10 working days of this letter.",
            "vrr-independent-review",
            "review-after-the-last",
            "you may ask for a further review within 10 working days of this letter.",
        ),
        (
            "We offered no evidence. Should new evidence come to light, we shall of course bring it back to "
            "court for you.",
            "vrr-independent-review",
            "false-restart",
            "Should new evidence come to light, we shall of course bring it back to court for you.",
        ),
        (
            "The decision stands. If you remain dissatisfied you may refer this decision to the Independent "
            "Assessor of "
            "Complaints.",
            "vrr-independent-review",
            "assessor-for-legal-matters",
            "If you remain dissatisfied you may refer this decision to the Independent Assessor of Complaints.",
        ),
        (
            "A full reply will be sent to you in due course.",
            "complaint-acknowledgement",
            "reply-without-a-day",
            "in due course",
        ),
    ],
)
def test_the_words_that_do_not_agree_are_shown(check: "Run", body: str, kind: str, name: str, quote: str) -> None:
    assert check(body, kind)[name].quote == quote


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Mr Colin Draper was charged. My colleague Mr Drake, the barrister, told the court.", "vcl-stopped"),
        ("You will have my full reply by Friday 13 March 2026, four weeks after his.", "complaint-acknowledgement"),
        ("The first hearing was on 10 February 2026. The hearing on 12 February 2026 was short.", "vcl-stopped"),
        ("I saw Juniper. She was down. You ask how the trial of Mr Pike for hurting her ended.", "complaint-stage-1"),
        ("You lost £64,000. Of this £6,400 came back, and £57,600 was never found.", "complaint-stage-1"),
        ("You said that your neighbour’s car was damaged. You sold your car.", "vcl-no-charge"),
        ("I will write to you shortly about the film, and by 20 March you will have my reply.", "complaint-holding"),
        ("You raised two points. First, you asked about the film. It was lost. Second, the phone. It was searched.",
         "complaint-stage-1"),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(check: "Run", body: str, kind: str) -> None:
    names = {
        "name-spelt-two-ways", "deadline-does-not-follow", "reply-on-two-dates", "event-on-two-dates",
        "pronoun-differs",
        "amounts-differ", "sentence-from-another-case", "reply-without-a-day",
    }  # fmt: skip
    assert names.isdisjoint(check(body, kind))


def test_a_greeting_that_the_rest_of_the_letter_confirms_is_right_and_the_address_wrong(check: "Run") -> None:
    text = letter_text("We have looked at your case, Mrs Kowalska.").replace("Mrs Anna Kowalska", "Mrs Anna Kowallska")
    finding = check(text)["greeting-name-differs"]
    assert finding.quote == "Mrs Anna Kowallska"
    assert "The address" in finding.message


def test_a_witness_who_withdrew_is_shown_beside_the_reader_who_did_not(check: "Run") -> None:
    body = (
        "The neighbour would not give evidence. We stopped the case. "
        "Your support, which you withdrew in January, has been taken into account."
    )
    finding = check(body)["you-withdrew-from-nowhere"]
    assert finding.also is not None
