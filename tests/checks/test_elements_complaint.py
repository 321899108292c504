"""Elements of complaint letters, and the conditions that decide which letter needs them."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.conditions import CONDITIONS
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.lateness import is_late
from vlucheck.checks.elements.reading import Reading

Read = Callable[[str, str], Reading]


def status(element: str, reading: Reading) -> str:
    return str(judge(element, reading).status)


def test_what_came_and_when_may_stand_in_two_sentences(read: Read) -> None:
    body = "Thank you for the form that you filled in. It reached us on Monday 2 March 2026."
    assert status("receipt", read(body, "vrr-acknowledgement")) == "met"


def test_the_date_of_a_hearing_is_no_date_of_receipt(read: Read) -> None:
    assert (
        status("receipt", read("We received your complaint about the hearing on 2 March.", "complaint-stage-1"))
        == "partly"
    )


def test_a_letter_that_owes_two_answers_needs_a_day_for_each(read: Read) -> None:
    one = "You will have the result of the review by Thursday 19 March 2026. A reply to the complaint will follow."
    two = one + " You will have that reply within 20 working days of the review."
    assert status("reply-by", read(one, "vrr-and-complaint")) == "partly"
    assert status("reply-by", read(two, "vrr-and-complaint")) == "met"


def test_a_day_that_has_passed_is_no_promise(read: Read) -> None:
    assert (
        status("reply-by", read("You will have my full reply by 20 February 2026.", "complaint-holding")) == "missing"
    )


def test_what_is_usual_counts_only_in_an_acknowledgement(read: Read) -> None:
    body = "Complaints are normally answered within 20 working days."
    assert status("reply-by", read(body, "complaint-acknowledgement")) == "met"
    assert status("reply-by", read(body, "complaint-holding")) == "missing"


def test_a_bare_sorry_beside_the_mistake_is_an_apology(read: Read) -> None:
    assert status("apology", read("We sent your letter to the wrong house. I am sorry.", "vcl-stopped")) == "met"
    assert status("apology", read("Your husband was a kind man. I am sorry.", "vcl-stopped")) == "missing"


def test_an_apology_without_condition_outweighs_a_conditional_one(read: Read) -> None:
    body = "I am sorry if this upset you. The mistake was ours, and I apologise for it."
    assert status("apology", read(body, "complaint-stage-1")) == "met"


def test_what_stands_under_its_heading_is_a_remedy(read: Read) -> None:
    heading = "I uphold your complaint about the call that we made to you.\n\nWhat we are doing\n\n"
    concrete = "Mrs Dent listens in on ten calls a week, and the caller's manager sits beside her."
    assert status("remedy", read(heading + concrete, "complaint-stage-1")) == "met"
    assert status("remedy", read(heading + "Lessons will be learned.", "complaint-stage-1")) == "partly"


def test_both_alternatives_left_in_leave_the_outcome_open(read: Read) -> None:
    body = "I uphold/do not uphold your first point. Your second point is not upheld."
    assert status("complaint-outcome", read(body, "complaint-stage-1")) == "partly"


def test_the_assessor_needs_an_address_of_her_own(read: Read) -> None:
    body = "You can take this to the Independent Assessor of Complaints. Please write to her."
    assert status("next-stage", read(body, "complaint-stage-2")) == "partly"
    assert (
        status("next-stage", read(f"{body} The address is PO Box 119, Harborough HB1 1AA.", "complaint-stage-2"))
        == "met"
    )


@pytest.mark.parametrize(
    ("limit", "wanted"),
    [
        ("within one month", "met"),
        ("by Tuesday 7 April 2026", "met"),
        ("within 28 days", "partly"),
        ("soon", "missing"),
    ],
)
def test_the_limit_of_the_next_stage_is_that_of_the_table(read: Read, limit: str, wanted: str) -> None:
    body = f"You can ask for stage 2. Please write to the Stage 2 Complaints Team {limit}."
    assert status("next-stage-time-limit", read(body, "complaint-stage-1")) == wanted


def test_a_review_and_a_complaint_without_their_order_are_half_of_it(read: Read) -> None:
    body = "You asked us to review our decision. You also complained about our service, and a manager will reply."
    assert status("vrr-before-complaint", read(body, "vrr-and-complaint")) == "partly"


def test_the_reason_may_follow_its_announcement(read: Read) -> None:
    body = "There are two reasons for the delay. Ms Dunne broke her wrist in a fall. Her deputy knows nothing of it."
    assert status("delay-reason", read(body, "complaint-holding")) == "met"


@pytest.mark.parametrize(
    ("body", "letter_type", "late"),
    [
        ("On 23 February 2026 we decided to stop the case against Mr Bell.", "vcl-stopped", True),
        ("On 2 March 2026 we decided to stop the case against Mr Bell.", "vcl-stopped", False),
        ("We have decided not to charge Mr Bell with the burglary on 8 November 2025.", "vcl-no-charge", False),
        (
            "Mr Bell was charged with theft on 8 November 2025. We stopped the case on 4 March 2026.",
            "vcl-stopped",
            False,
        ),
        ("The charge was changed at Harborough Crown Court on 20 February 2026.", "vcl-altered", True),
        ("We promised you a full reply by 27 February 2026.", "complaint-stage-1", True),
        ("We promised you a full reply by 6 March 2026.", "complaint-stage-1", False),
        ("We received your complaint on Friday 20 February 2026.", "complaint-acknowledgement", True),
        ("We received your complaint on Tuesday 3 March 2026.", "complaint-acknowledgement", False),
        ("Your complaint reached us on Monday 12 January 2026.", "complaint-stage-1", True),
    ],
)
def test_dates_show_whether_a_letter_is_late(read: Read, body: str, letter_type: str, late: bool) -> None:
    assert is_late(read(body, letter_type)) is late


@pytest.mark.parametrize(
    ("condition", "body", "letter_type", "holds"),
    [
        ("C5", "You also complained about how we treated you.", "vrr-local-resolution", True),
        ("C5", "If you want to complain, please tell us.", "vrr-local-resolution", False),
        ("C5", "You have also asked for a review of our decision.", "complaint-acknowledgement", True),
        ("C5", "You asked for a review of our decision. The review was finished in May.", "complaint-stage-1", False),
        ("C8", "We got this wrong.", "vcl-stopped", True),
        ("C8", "His driving fell below the standard of a careful driver.", "vcl-altered", False),
        ("C8", "The reviewer is free to decide that we were wrong.", "vrr-acknowledgement", False),
        ("C9", "I uphold your first point.", "complaint-stage-1", True),
        ("C9", "I do not uphold either of them.", "complaint-stage-1", False),
        ("C10", "Both of your points are about legal decisions.", "complaint-stage-2", False),
        ("C10", "Your points are about our service and about two legal decisions.", "complaint-stage-2", True),
    ],
)
def test_conditions_follow_what_the_letter_tells(
    read: Read, condition: str, body: str, letter_type: str, holds: bool
) -> None:
    assert CONDITIONS[condition](read(body, letter_type)) is holds


def test_regret_beside_an_admitted_mistake_is_an_apology_whatever_its_words(read: Read) -> None:
    mistake = "We sent the letter to the wrong address. "
    assert status("apology", read(mistake + "I regret that very much.", "vrr-and-complaint")) == "met"
    assert status("apology", read(mistake + "I am sorry if it upset you.", "vrr-and-complaint")) == "partly"
    apart = mistake + "It has been put right. The file is closed.\n\nI regret that very much."
    assert status("apology", read(apart, "vrr-and-complaint")) != "met"


def test_a_complaint_that_waits_for_the_reviewer_by_name_has_its_order(read: Read) -> None:
    body = "You also complain about a call. I will keep that until Mr Orr has done."
    assert status("vrr-before-complaint", read(body, "vrr-and-complaint")) == "met"
    body = "You also complain about a call. Mr Orr will look at it. Nothing was said after Mr Orr had finished."
    assert status("vrr-before-complaint", read(body, "vrr-and-complaint")) == "partly"


def test_a_hollow_apology_and_a_hollow_lesson_admit_a_fault(read: Read) -> None:
    both = read("I apologise if you were upset. Lessons have been learned.", "complaint-stage-1")
    assert CONDITIONS["C8"](both)
    assert CONDITIONS["C9"](both)
    assert not CONDITIONS["C9"](read("I apologise if you were upset.", "complaint-stage-1"))
