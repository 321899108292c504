"""Points counted and left out, outcomes for some of them, and letters late by their dates."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.conditions import CONDITIONS
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.judges.points import announced, leaves_one_out, outcomes_in, own_words
from vlucheck.checks.elements.judges.retold import leaves_one_bare
from vlucheck.checks.elements.lateness import LateAfter, lateness
from vlucheck.checks.elements.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        (
            "You raised three points. The screen was forgotten. The letter was late. Your fares are paid. "
            "If you want to ask me anything first, my number is 01632 960144.",
            False,
        ),
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


def test_two_parts_upheld_outweigh_a_sentence_that_none_is(read: Read) -> None:
    parts = "This part of the complaint is upheld. The next part of your complaint is upheld."
    assert CONDITIONS["C9"](read(f"{parts} None of your complaint is upheld."))
    assert not CONDITIONS["C9"](read("I uphold your second point. None of your complaint is upheld."))


@pytest.mark.parametrize(
    ("body", "bare"),
    [
        # one fewer than announced, each opening with "You …", and then something else
        (
            "You raised three matters.\n\nYou asked why the gate was not photographed. It had been mended by then.\n\n"
            "You told us that he lied about his work. His employer says the same as he does.\n\n"
            "I know that this is hard to read.",
            True,
        ),
        (
            "You raised three matters.\n\nYou asked why the gate was not photographed. It had been mended by then.\n\n"
            "You told us that he lied about his work. His employer says the same as he does.\n\n"
            "As to your fares, they were paid in May.",
            False,
        ),
        # answered one after another, but for the one that is only repeated
        (
            "You made three points.\n\n1. You asked about the film. It was watched twice.\n\n"
            "2. You asked about the lock. Nobody had tried it.\n\n"
            "3. You wrote that your aunt had heard him boast.\n\nThe law asks whether a court would convict.",
            True,
        ),
        (
            "You made three points.\n\n1. You asked about the film. It was watched twice.\n\n"
            "2. You asked about the lock. Nobody had tried it.\n\n"
            "3. You wrote that your aunt had heard him boast.\n\nYour aunt was asked, and could not recall the words.",
            False,
        ),
        (
            "You made two complaints. The first is about the call. The second is about the charge.\n\nI uphold both.",
            False,
        ),
        ("You asked about the film, and it was watched.\n\nYou asked about the lock: nobody tried it.", False),
    ],
)
def test_a_point_that_is_only_repeated_or_wanting_is_noticed(read: Read, body: str, bare: bool) -> None:
    assert leaves_one_bare(read(body)) is bare
