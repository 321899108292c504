"""Elements about the decision: what was decided, why, by which test, with what feeling, and what the person asked."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.conditions import CONDITIONS
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.reading import Reading

Read = Callable[[str, str], Reading]

OUTCOME = "On 3 March we stopped the case against Mr Dean Marsh. He had been charged with assault."


def status(element: str, reading: Reading) -> str:
    return str(judge(element, reading).status)


def test_a_decision_may_stand_in_two_sentences(read: Read) -> None:
    assert status("decision", read(OUTCOME, "vcl-stopped")) == "met"


def test_a_decision_without_a_name_is_half_a_decision(read: Read) -> None:
    assert status("decision", read("We have stopped the case about the assault.", "vcl-stopped")) == "partly"


def test_what_could_happen_to_anybody_is_no_decision(read: Read) -> None:
    body = "A case of assault can be stopped only if a prosecutor has looked at it. Mr Dean Marsh denied it."
    assert status("decision", read(body, "vcl-stopped")) == "missing"


def test_both_outcomes_left_in_are_half_a_decision(read: Read) -> None:
    body = "On 3 March we [discontinued the case / offered no evidence] against Mr Dean Marsh for assault."
    assert status("decision", read(body, "vcl-stopped")) == "partly"


def test_one_fact_is_half_a_reason_and_two_are_enough(read: Read) -> None:
    one = "The shop's camera was broken that evening."
    assert status("reasons", read(one, "vcl-no-charge")) == "partly"
    two = one + " Your neighbour did not see the man's face."
    assert status("reasons", read(two, "vcl-no-charge")) == "met"


def test_a_fact_with_the_conclusion_drawn_from_it_is_enough(read: Read) -> None:
    body = "The palm print is his, but he cleaned your windows in May. A print cannot be dated."
    assert status("reasons", read(body, "vcl-no-charge")) == "met"


def test_how_a_case_was_handled_is_a_reason_only_in_a_complaint_letter(read: Read) -> None:
    body = "The hearing was moved to Friday by the court. The usher put the list in the wrong tray."
    assert status("reasons", read(body, "complaint-stage-1")) == "met"
    assert status("reasons", read(body, "vcl-stopped")) != "met"


def test_the_name_of_the_test_alone_explains_nothing(read: Read) -> None:
    named = "There is no realistic prospect of conviction."
    assert status("legal-test", read(named, "vcl-no-charge")) == "partly"
    explained = named + " In other words, a court is not more likely than not to convict."
    assert status("legal-test", read(explained, "vcl-no-charge")) == "met"


def test_after_no_evidence_a_promise_to_start_again_is_false(read: Read) -> None:
    body = "We offered no evidence. If new evidence is found, the case can be started again."
    reading = read(body, "vcl-stopped")
    assert CONDITIONS["C4"](reading)
    assert status("restart-honesty", reading) == "missing"


def test_a_discontinued_case_that_can_start_again_is_told_truly(read: Read) -> None:
    body = "We discontinued the case. If new evidence is found, it can be started again."
    assert status("restart-honesty", read(body, "vcl-stopped")) == "met"


def test_a_letter_that_is_silent_on_starting_again_need_not_speak_of_it(read: Read) -> None:
    assert not CONDITIONS["C4"](read(OUTCOME, "vcl-stopped"))


def test_a_stock_phrase_is_empathy_at_the_beginning_and_half_of_it_at_the_end(read: Read) -> None:
    stock = "I appreciate that you may be disappointed by this decision."
    rest = "The camera was broken.\n\nNobody saw his face.\n\nThe phone was never found."
    assert status("empathy", read(f"{stock}\n\n{rest}", "vcl-no-charge")) == "met"
    assert status("empathy", read(f"{rest}\n\n{stock}", "vcl-no-charge")) == "partly"


def test_harm_that_is_named_needs_no_word_of_feeling(read: Read) -> None:
    assert status("empathy", read("You had 14 stitches and were off work for three months.", "vcl-altered")) == "met"


def test_an_apology_for_a_late_letter_is_no_empathy(read: Read) -> None:
    assert status("empathy", read("I am sorry for the delay in writing to you.", "vcl-altered")) == "missing"


def test_a_review_that_leaves_both_answers_in_has_half_an_outcome(read: Read) -> None:
    assert (
        status("review-outcome", read("I have upheld / overturned the decision.", "vrr-local-resolution")) == "partly"
    )


def test_what_the_reader_thinks_of_the_decision_is_not_its_outcome(read: Read) -> None:
    assert status("review-outcome", read("You say that the decision was wrong.", "vrr-local-resolution")) == "missing"


def test_a_further_review_is_open_only_while_the_decision_stands(read: Read) -> None:
    assert CONDITIONS["C3"](read("I have concluded that the decision was right.", "vrr-local-resolution"))
    assert not CONDITIONS["C3"](read("I have concluded that the decision was wrong.", "vrr-local-resolution"))


def test_points_that_are_only_noted_are_not_answered(read: Read) -> None:
    point = "You asked why the film was not used."
    kind = "vrr-local-resolution"
    assert status("issues-answered", read(f"{point} This has been noted.", kind)) == "missing"
    assert status("issues-answered", read(f"{point} It is too dark to show a face.", kind)) == "met"
    half = f"{point} It is too dark to show a face. Your other points have been noted."
    assert status("issues-answered", read(half, kind)) == "partly"


def test_three_issues_of_which_two_are_taken_up_are_answered_in_part(read: Read) -> None:
    body = (
        "You raised three issues.\n\nAs regards the plea, the second report found no fracture, so it was changed."
        "\n\nYour second issue was the interpreter. The court had booked one for the wrong day."
    )
    assert status("issues-answered", read(body, "complaint-stage-1")) == "partly"


def test_a_request_for_a_review_is_no_point_that_needs_an_answer(read: Read) -> None:
    assert not CONDITIONS["C7"](read("You asked us to review the decision.", "vrr-local-resolution"))
    assert CONDITIONS["C7"](read("You asked why nobody spoke to your friend.", "vrr-local-resolution"))


def test_no_review_is_needed_where_the_victim_withdrew_or_the_case_goes_on(read: Read) -> None:
    assert CONDITIONS["C2"](read(OUTCOME, "vcl-stopped"))
    assert not CONDITIONS["C2"](
        read(f"{OUTCOME} You told us that you no longer wished the case to go on.", "vcl-stopped")
    )
    assert not CONDITIONS["C2"](read(f"{OUTCOME} The case against his brother will go ahead.", "vcl-stopped"))


def test_a_witness_who_withdrew_is_not_the_victim(read: Read) -> None:
    assert CONDITIONS["C2"](read(f"{OUTCOME} Mr Khan withdrew his statement.", "vcl-stopped"))


def test_a_case_that_ends_because_the_suspect_died_rests_on_no_test(read: Read) -> None:
    assert CONDITIONS["C1"](read(OUTCOME, "vcl-stopped"))
    assert not CONDITIONS["C1"](read("We stopped the case because Mr Dean Marsh has died.", "vcl-stopped"))


def test_reassurance_about_reporting_is_not_a_request_for_evidence(read: Read) -> None:
    asks = "Please tell the police straight away if you have new evidence."
    assert status("reporting-reassurance", read(asks, "vcl-no-charge")) == "missing"
    assert status("reporting-reassurance", read("You were right to call the police.", "vcl-no-charge")) == "met"


def test_a_heading_that_asks_about_starting_again_is_answered_by_the_next_sentence(read: Read) -> None:
    asked = "We offered no evidence.\n\nCan it begin again?\n\n{answer}"
    assert status("restart-honesty", read(asked.format(answer="It cannot, I am afraid."), "vcl-stopped")) == "met"
    assert (
        status("restart-honesty", read(asked.format(answer="Yes. New evidence would do."), "vcl-stopped")) == "missing"
    )
    assert status("restart-honesty", read(asked.format(answer="You may ring me."), "vcl-stopped")) == "missing"


@pytest.mark.parametrize(
    ("sentence", "withdrew"),
    [
        ("You said you could not carry on with the case.", True),
        ("You felt that you could not face a trial.", True),
        ("You told us in March that you did not feel able to go on.", True),
        ("Once you had stepped back, we could not prove it.", True),
        ("You had told Constable Orr that going on was more than you could manage.", True),
        ("You changed your mind about giving evidence.", True),
        ("You asked not to be called as a witness.", True),
        ("In May you let us know that you wanted it all to stop.", True),
        ("You pulled out of the case in May.", True),
        ("You told PC Hallam that you could not face giving evidence.", True),
        ("You asked the police to drop the charge.", True),
        ("You asked for this in the statement that you made on 16 February.", True),
        ("Having asked for this case to end will not count against you.", True),
        ("We respect your decision not to give evidence.", True),
        ("You told her that you would sooner not be a witness.", True),
        ("The prosecutor thought about whether you should be made to come.", True),
        ("She considered whether to ask the court to order you to come, and would not.", True),
        ("If one day you feel able to give evidence, tell the police.", True),
        ("You took back your statement in May.", True),
        ("You said that you wanted the case to stop.", True),
        ("You said you could not carry on working after the attack.", False),
        ("You asked him to stop, and you asked him to leave it alone.", False),
        ("You went to the police because you wanted it to stop.", False),
        ("You told us that you had had enough of his calls.", False),
        ("He made you go into the van.", False),
        ("He forced you to give him your card.", False),
        ("You took back your bag and ran.", False),
        ("You asked for this when you rang on Monday.", False),
        ("You decided to step back from the fight.", False),
        ("You preferred not to go home by bus.", False),
        ("You asked us to stop sending letters to your old address.", False),
        ("You changed your mind about the meeting.", False),
        ("If you felt that you could not go on, we would understand.", False),
        ("You felt that you could not face him in the corridor.", False),
    ],
)
def test_a_victim_who_could_not_go_on_has_withdrawn(read: Read, sentence: str, withdrew: bool) -> None:
    assert CONDITIONS["C2"](read(f"{OUTCOME} {sentence}", "vcl-stopped")) is not withdrew


def test_a_number_beside_a_service_is_that_of_the_service(read: Read) -> None:
    helps = "Harbour Trust is a free service for families. Ring 01632 960572 on any weekday.\n\n"
    assert status("contact", read(f"{OUTCOME}\n\n{helps}For more, please contact us.", "vcl-stopped")) == "partly"
