"""What belongs together by standing under one heading, the reader's listed points, and another stage by its parts."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.judges.points import read_points
from vlucheck.checks.elements.judges.unanswered import unanswered
from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.elements.sections import heading_of, section_of

Read = Callable[..., Reading]


def forgets_one(reading: Reading) -> bool:
    return bool(unanswered(read_points(reading), reading, set()))


def status(element: str, reading: Reading) -> str:
    return str(judge(element, reading).status)


_WAY = "My number is 01632 960144, from nine to five."
_STAGE = "You can ask for your complaint to go to stage two. A senior manager would look at it."


def test_a_place_belongs_to_the_heading_above_it(read: Read) -> None:
    letter = read("I uphold your complaint.\n\nWhat you can do\n\nPlease write to us.").letter
    first, last = letter.sentences[0].span, letter.sentences[-1].span
    assert section_of(first, letter) < section_of(last, letter)
    assert heading_of(last, letter) == "what you can do"


def test_the_line_for_questions_under_its_own_heading_is_no_place_for_a_complaint(read: Read) -> None:
    assert status("next-stage", read(f"If you are not happy\n\n{_STAGE}\n\nTalk to me\n\n{_WAY}")) == "partly"
    assert status("next-stage", read(f"If you are not happy\n\n{_STAGE} Write to her at the address above.")) == "met"


def test_a_service_is_not_reached_at_the_writers_own_address(read: Read) -> None:
    service = "Someone on your side\n\nVictim Support is there for you."
    own = f"{service}\n\nQuestions\n\nCall me on 01632 960299."
    assert status("support", read(own, "vcl-no-charge")) == "partly"
    assert status("support", read(f"{service} Ring them on 01632 960299.", "vcl-no-charge")) == "met"


def test_the_request_may_be_explained_later_under_the_same_heading(read: Read) -> None:
    body = (
        "If you think we got it wrong\n\nYou can have this decision reviewed under the Victims' Right to Review.\n\n"
        "I want to be straight with you. The verdict is final.\n\n"
        "To ask for it, ring me on 01632 960145. Please ask within 10 working days of the date of this letter."
    )
    assert status("vrr-how-to-ask", read(body, "vcl-stopped")) == "met"
    assert status("vrr-time-limit", read(body, "vcl-stopped")) == "met"


@pytest.mark.parametrize(
    "body",
    [
        "My decision need not be the last word. Until 1 April you can appeal it to Chief Crown Prosecutor Ruth Adey, "
        "at 4 Low Road, Leeford LE3 4CD.",
        "Perhaps you believe your points deserve more than I gave them. Then telephone 01632 960530 within one month, "
        "and the head of unit will consider every one of them.",
    ],
)
def test_somebody_senior_with_a_way_and_a_limit_is_another_stage(read: Read, body: str) -> None:
    assert status("next-stage", read(body)) == "met"


def test_what_is_being_put_right_is_no_other_stage(read: Read) -> None:
    body = (
        "From 1 April the head of unit will check each letter. I have asked my manager to ring you on 01632 960530 by "
        "1 April."
    )
    assert status("next-stage", read(body)) == "missing"


_ASKED = (
    "What you asked us\n\n1. Why did nobody tell you of the hearing?\n\n2. Why was no screen booked?\n\n"
    "3. Why did the prosecutor walk past you?\n\nWhat I found\n\n"
)
_TWO = "The court moved the hearing on Friday.\n\nThe screen: your form was scanned into the wrong file."


def test_a_listed_point_that_never_comes_back_is_left_out(read: Read) -> None:
    assert forgets_one(read(_ASKED + _TWO))
    assert not forgets_one(read(f"{_ASKED}{_TWO}\n\nThe prosecutor ought to have spoken to you."))


def test_points_told_one_by_one_are_counted(read: Read) -> None:
    told = "Your letter gave three reasons.\n\nYou said that he was there. The film shows it.\n\n"
    two = f"{told}You said that he swore. I listened to the call twice.\n\n"
    assert forgets_one(read(two, "vrr-local-resolution"))
    assert not forgets_one(read(f"{two}Your last point is the glove, which was tested.", "vrr-local-resolution"))


def test_a_charge_that_took_anothers_place_is_named(read: Read) -> None:
    vague = "Yesterday we altered the charge against Mr Dean Marsh. He now faces a less serious one."
    named = "Yesterday we altered the charge of robbery against Mr Dean Marsh to one of theft."
    assert status("decision", read(vague, "vcl-altered")) == "partly"
    assert status("decision", read(named, "vcl-altered")) == "met"


def test_pressure_of_work_under_a_heading_that_asks_why_is_half_a_reason(read: Read) -> None:
    body = (
        "Why you are still waiting\n\nWe have had a lot of letters this autumn, and we are a small team.\n\n"
        "What is still to do\n\nI need to see what the court wrote down on 14 February."
    )
    assert status("delay-reason", read(body, "complaint-holding")) == "partly"
