"""Points counted and left out, outcomes for some of them, and letters late by their dates."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.conditions import CONDITIONS
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.judges.announcing import announcements
from vlucheck.checks.elements.judges.counting import outcomes_in
from vlucheck.checks.elements.judges.points import read_points
from vlucheck.checks.elements.judges.unanswered import unanswered
from vlucheck.checks.elements.lateness import LateAfter, lateness
from vlucheck.checks.elements.reading import Reading

Read = Callable[..., Reading]


def left(reading: Reading) -> list[str]:
    return [reading.letter.document.quote(span) for span in unanswered(read_points(reading), reading, set())]


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
    assert bool(left(read(body))) is left_out


def test_the_number_of_points_is_read_where_they_are_the_readers(read: Read) -> None:
    assert [each.number for each in announcements(read("I have looked at all three matters that you raised."))] == [3]
    assert announcements(read("I uphold two parts of your complaint.")) == ()
    assert announcements(read("Write to us within three months.")) == ()


def test_each_point_is_named_where_the_letter_lists_them(read: Read) -> None:
    reading = read(
        "You gave three grounds, namely the key, the barking dog, and what Mr Ellis saw.\n\nThe key was cut in May."
    )
    names = [reading.letter.document.quote(name) for name in announcements(reading)[0].names]
    assert names == ["the key", "the barking dog", "what Mr Ellis saw"]


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
    assert bool(left(read(body))) is bare


_HEAD = "Your complaint reached us on 2 March 2026. I manage this office.\n\n"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            "You complained of three things: the screen, the corridor and your train fares. The screen was ours. I am "
            "sorry. Nobody heard what was said in the corridor.",
            "your train fares",
        ),
        (
            "You had three concerns: the torn coat, the broken lift, and the parking fine.\n\n"
            "The coat was torn by the clasp of our trolley.\n\nThe lift had been reported in May.",
            "the parking fine",
        ),
        (
            "The car park was full that day, and I am sorry.\n\nYou asked about the lift. It was mended on "
            "Monday. You asked too about the man who ran the kiosk.\n\n"
            "What happens next\n\nYou can ring me.",
            "You asked too about the man who ran the kiosk.",
        ),
        (
            "You put three things to us.\n\nThe coat: you said it was torn. It was, by our trolley.\n\n"
            "The lift: you said it stuck. It did, twice.\n\nI know that this has been a long wait.",
            "You put three things to us.",
        ),
    ],
)
def test_the_place_that_leaves_a_point_is_shown(read: Read, body: str, shown: str) -> None:
    assert left(read(_HEAD + body)) == [shown]


def test_all_points_taken_up_in_order_leave_none(read: Read) -> None:
    body = (
        "You had three concerns: the torn coat, the broken lift, and the parking fine.\n\nThe coat caught on "
        "our trolley. "
        "As to the lift, it was mended on Monday. The fine has been paid back."
    )
    assert left(read(_HEAD + body)) == []


def test_what_only_implies_an_outcome_is_shown_first(read: Read) -> None:
    body = (
        "You put two matters to me.\n\nThe lost key\n\nYou told me that the key never came. It was in our drawer. More "
        "could have been done to find it.\n\nThe noise\n\nYou told me that the guard shouted. I do not "
        "uphold this part."
    )
    verdict = judge("complaint-outcome", reading := read(_HEAD + body))
    assert str(verdict.status) == "partly"
    assert reading.letter.document.quote(verdict.evidence[0]) == "More could have been done to find it."
