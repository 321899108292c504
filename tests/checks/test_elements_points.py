"""Points counted and left out, outcomes for some of them, letters late by their dates, and the choice of evidence."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.elements.alike import Alike
from vlucheck.checks.elements.conditions import CONDITIONS
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.judges.points import announced, leaves_one_out, outcomes_in, own_words
from vlucheck.checks.elements.lateness import LateAfter, lateness
from vlucheck.checks.elements.reading import Reading, Verdict, questions_of, read_letter
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def read(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> Read:
    """A body and a letter type → what the letter says; the letter is dated 5 March 2026."""
    questions = questions_of(rulebook)

    def reading(body: str, kind: str = "complaint-stage-1") -> Reading:
        letter = letter_from(letter_text(body), parser, knowledge, kind)
        return read_letter(letter, questions)

    return reading


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        ("You made three points. First, the phone was examined. Second, the film shows nobody.", True),
        ("You made three points. First, the phone was examined. Secondly, he was abroad. Finally, she is well.", False),
        ("You gave two reasons. On your first point, the police examined the phone.", True),
        ("You gave two reasons. Your first point is the phone. Your other point is the film, and it is dark.", False),
        (
            "You complained of three things: the screen, the letter and your fares. A screen was free. No letter came.",
            True,
        ),
        ("You complained of two things: the screen and the letter. A screen was free. Your letter was lost.", False),
        ("You raised the phone. It was examined first, and the film second.", False),
        ("We must prove three things. First, that he was there. Second, that he meant it.", False),
    ],
)
def test_points_announced_by_number_are_all_to_be_taken_up(read: Read, body: str, left_out: bool) -> None:
    assert leaves_one_out(read(body)) is left_out


def test_the_number_of_points_is_read_where_they_are_the_readers(read: Read) -> None:
    assert announced(read("I have looked at all three matters that you raised.")) == 3
    assert announced(read("I uphold two parts of your complaint.")) == 0
    assert announced(read("Write to us within three months.")) == 0


def test_points_repeated_in_the_readers_own_words_are_found(read: Read) -> None:
    body = "1. Nobody rang to warn me.\n\nWe should have rung.\n\n2. The prosecutor told me to move.\n\nShe did not."
    assert len(own_words(read(body))) == 2


@pytest.mark.parametrize(
    ("sentence", "points"),
    [("i uphold the first three.", 3), ("i uphold your first and third points.", 2), ("i uphold this part.", 1)],
)
def test_one_sentence_can_give_several_outcomes(sentence: str, points: int) -> None:
    assert outcomes_in(sentence) == points


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (
            "You raise three matters. The first is the watch. I uphold this part. The second is the call. I uphold it.",
            "partly",
        ),
        ("You raise three matters. I uphold all three.", "met"),
        ("You raise three matters. I uphold the first two. I do not uphold the third.", "met"),
        (
            "The hearing\n\nYou were not told. I uphold this part.\n\nThe charge\n\nYou ask why. It fitted.",
            "partly",
        ),
        (
            "The hearing\n\nYou were not told. I uphold this part.\n\nThe charge\n\nYou ask why. I do not uphold it.",
            "met",
        ),
        ("Your complaint is upheld.", "met"),
    ],
)
def test_every_part_needs_its_outcome(read: Read, body: str, status: str) -> None:
    assert str(judge("complaint-outcome", read(body)).status) == status


def test_a_decision_told_in_two_sentences_dates_the_letter_as_late(read: Read) -> None:
    body = "On Monday 23 February 2026 our barrister went to court. He offered no evidence on the charge of theft."
    found = lateness(read(body, "vcl-stopped"))
    assert found is not None and found.after is LateAfter.DECISION
    soon = "On Tuesday 3 March 2026 our barrister went to court. He offered no evidence on the charge of theft."
    assert lateness(read(soon, "vcl-stopped")) is None
    assert lateness(read(soon.replace("theft", "rape"), "vcl-stopped")) is not None


def test_a_complaint_put_into_somebodys_hands_has_arrived(read: Read) -> None:
    body = "Your complaint of 20 February was put into my hands on Tuesday 24 February 2026."
    assert lateness(read(body, "complaint-acknowledgement")) is not None


@pytest.mark.parametrize(
    "body",
    [
        "Please correct me where I am wrong.",
        "The expert has checked it and accepts that his first figure was wrong.",
        "You should have kept copies of the messages.",
        "Somebody had written that fault in the repairs book.",
    ],
)
def test_what_is_no_mistake_of_ours_calls_for_no_apology(read: Read, body: str) -> None:
    assert not CONDITIONS["C8"](read(body, "vcl-no-charge"))


def test_a_part_upheld_calls_for_an_apology(read: Read) -> None:
    assert CONDITIONS["C8"](read("I uphold this part of your complaint.", "complaint-stage-2"))


def test_a_funeral_near_the_crime_makes_no_bereaved_victim(read: Read) -> None:
    body = "They broke into the shop the week after your father's funeral."
    assert not CONDITIONS["C6"](read(body, "vcl-stopped"))
    assert CONDITIONS["C6"](read("I am sorry about your father's death.", "vcl-stopped"))


def test_the_likest_sentences_are_shown_for_what_is_met() -> None:
    spans = [Span(start, start + 5) for start in (0, 10, 20, 30, 40)]
    alike = Alike({"empathy": ((0.9, spans[3]), (0.5, spans[1]), (0.2, spans[0]), (0.1, spans[4]), (0.0, spans[2]))})
    met = alike.shown("empathy", Verdict(Status.MET, (spans[0], spans[2], spans[4])))
    assert met.evidence == (spans[0], spans[1], spans[3])
    half = Verdict(Status.PARTLY, (spans[0],))
    assert alike.shown("empathy", half) == half


def test_what_the_rules_call_half_said_is_not_raised_by_its_own_likeness() -> None:
    own, other = Span(0, 5), Span(10, 15)
    half = Verdict(Status.PARTLY, (own,))
    least = {Status.PARTLY: 0.4}
    assert Alike({"empathy": ((0.8, own),)}).raised("empathy", half, frozenset(), least) == half
    assert Alike({"empathy": ((0.8, own), (0.5, other))}).raised("empathy", half, frozenset(), least).evidence == (
        other,
    )
    assert Alike({"decision": ((0.8, own),)}).raised("decision", half, frozenset(), least).status is Status.MET


def test_two_parts_upheld_outweigh_a_sentence_that_none_is(read: Read) -> None:
    parts = "This part of the complaint is upheld. The next part of your complaint is upheld."
    assert CONDITIONS["C9"](read(f"{parts} None of your complaint is upheld."))
    assert not CONDITIONS["C9"](read("I uphold your second point. None of your complaint is upheld."))
