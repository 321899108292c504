"""The head of a letter, the review, help and contact: where one sentence does not decide alone."""

import datetime
from collections.abc import Callable

import pytest

from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.judges.limits import Limit, limits_in
from vlucheck.checks.elements.judges.ways import has_mail, has_number, has_post, has_way
from vlucheck.checks.elements.reading import Reading
from vlucheck.document import Span
from vlucheck.rulebook.seek import Unit

Judged = Callable[..., tuple[str, list[str]]]
Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def read(read: Callable[..., Reading]) -> Read:
    """The same, as a letter about a stopped case unless another type is named."""
    return lambda text, kind="vcl-stopped": read(text, kind)


@pytest.fixture(scope="module")
def judged(read: Read) -> Judged:
    """Judges an element of a text: its status and the sentences shown for it."""

    def status(element: str, text: str, kind: str = "vcl-stopped") -> tuple[str, list[str]]:
        reading = read(text, kind)
        verdict = judge(element, reading)
        return str(verdict.status), [reading.letter.document.quote(span) for span in verdict.evidence]

    return status


def whole(head: str, body: str, foot: str = "Ruth Ainsley\nVictim Liaison Officer") -> str:
    """A letter with its own head and signature."""
    address = "Mrs Anna Kowalska\n4 High Street\nHarborough\nHB2 7QT"
    parts = (head, address, "5 March 2026", "Dear Mrs Kowalska", body, "Yours sincerely", foot)
    return "\n\n".join(parts)


def test_a_urn_in_the_subject_or_in_the_text_is_a_reference(judged: Judged) -> None:
    assert judged("reference", whole("CPS Harborough", "Our number for your case is 36SW4100925."))[0] == "met"
    assert judged("reference", whole("CPS Harborough", "COMPLAINT - 13CP1187325\n\nWe have your letter."))[0] == "met"


def test_a_telephone_number_is_no_reference(judged: Judged) -> None:
    assert judged("reference", whole("CPS Harborough\nTel: 01632 960700", "We have your letter."))[0] == "missing"


def test_a_letter_about_a_complaint_needs_only_the_role_of_the_writer(judged: Judged) -> None:
    text = "I manage complaints in this office. Your letter reached us on Monday."
    assert judged("writer-role", text, "complaint-acknowledgement")[0] == "met"
    assert judged("writer-role", text, "vcl-no-charge")[0] == "partly"


def test_a_name_without_a_role_is_half_of_it_and_no_name_is_nothing(judged: Judged) -> None:
    body = "The case has been stopped."
    assert judged("writer-role", whole("CPS", body, "R Ainsley\nVLU"), "complaint-stage-1")[0] == "partly"
    assert judged("writer-role", f"Dear Mrs Kowalska\n\n{body}\n\nYours sincerely", "complaint-stage-1")[0] == "missing"


def test_where_a_review_was_asked_for_with_a_complaint_telling_of_it_is_enough(judged: Judged) -> None:
    text = (
        "You ask us to look again at our decision, and you also complain. Another prosecutor will carry out the review."
    )
    assert judged("vrr-right", text, "vrr-and-complaint")[0] == "met"
    assert judged("vrr-right", text, "vcl-no-charge")[0] == "missing"


def test_a_number_for_help_is_no_number_for_the_request(judged: Judged) -> None:
    text = (
        "You can ask for a review.\n\nThe Lantern Centre helps people who have been hurt. Its number is 01632 960177."
    )
    assert judged("vrr-how-to-ask", text)[0] == "missing"
    assert judged("support", text)[0] == "met"
    assert judged("contact", text)[0] == "missing"


def test_a_request_may_be_explained_in_the_next_paragraph(judged: Judged) -> None:
    text = "You can ask for a review.\n\nTo ask for one, ring Ms Marchetti on 01632 961220 by 19 March 2026."
    assert judged("vrr-how-to-ask", text) == (
        "met",
        ["To ask for one, ring Ms Marchetti on 01632 961220 by 19 March 2026."],
    )
    assert judged("vrr-time-limit", text)[0] == "met"


def test_what_stands_under_another_heading_is_about_something_else(judged: Judged) -> None:
    text = (
        "You can ask for a review.\n\nWhat happens to your things\n\nPlease ask for them within 7 days on 01632 960444."
    )
    assert judged("vrr-how-to-ask", text)[0] == "missing"
    assert judged("vrr-time-limit", text)[0] == "missing"


@pytest.mark.parametrize(
    ("day", "status"),
    [("Thursday 19 March 2026", "met"), ("Wednesday 18 March 2026", "partly"), ("Friday 27 March 2026", "partly")],
)
def test_a_last_day_alone_has_to_follow_from_the_date_of_the_letter(judged: Judged, day: str, status: str) -> None:
    text = f"You can ask for a review. You have 10 working days for that. The last day is {day}."
    assert judged("vrr-time-limit", text)[0] == status


def test_a_limit_told_with_its_start_is_met_whatever_last_day_is_named_beside_it(judged: Judged) -> None:
    text = "You can ask for a review. Please ask within 10 working days of this letter, so by Friday 27 March."
    assert judged("vrr-time-limit", text)[0] == "met"


def test_bank_holidays_are_not_counted(judged: Judged) -> None:
    text = "You can ask for a review. You have 10 working days for that. The last day is {}."
    easter = whole("CPS Harborough", text).replace("5 March 2026", "27 March 2026")
    assert judged("vrr-time-limit", easter.format("Tuesday 14 April 2026"))[0] == "met"
    assert judged("vrr-time-limit", easter.format("Friday 10 April 2026"))[0] == "partly"


def test_the_limit_comes_from_the_rules(read: Read) -> None:
    reading = read("You can ask for a review within 10 working days of the date of this letter.")
    other = Reading(
        reading.letter, reading.said, reading.facts, {"deadlines": {"limits": {"vrr-request": {"working-days": 15}}}}
    )
    assert str(judge("vrr-time-limit", reading).status) == "met"
    assert str(judge("vrr-time-limit", other).status) == "partly"


def test_help_is_shown_with_its_name_and_its_number_only(judged: Judged) -> None:
    text = (
        "Steadfast is a local charity that supports people who have been threatened. It is free. "
        "Its number is 01632 960738.\n\nMy own number is 01632 960111."
    )
    status, shown = judged("support", text)
    assert status == "met"
    assert shown == [
        "Steadfast is a local charity that supports people who have been threatened.",
        "Its number is 01632 960738.",
    ]


def test_the_writer_s_own_number_is_no_way_to_a_service(judged: Judged) -> None:
    text = "Victim Support helps anyone affected by crime.\n\nIf you have questions, ring me on 01632 960111."
    assert judged("support", text)[0] == "partly"
    assert judged("contact", text) == ("met", ["If you have questions, ring me on 01632 960111."])


def test_a_name_under_a_heading_of_help_is_a_service(judged: Judged) -> None:
    text = "Help for you both\n\nThe Otter Pool has quiet mornings for you. You can ring it on 01632 960650."
    assert judged("support", text)[0] == "met"


def test_a_person_s_number_given_before_is_enough(judged: Judged) -> None:
    text = (
        "You can ask for a review. Please ring Priya Anand on 01632 960233 within 10 working days of today.\n\n"
        "If any part of this letter is not clear, Priya Anand will be glad to explain it."
    )
    assert judged("contact", text)[0] == "met"


def test_the_number_above_needs_a_number_above(judged: Judged) -> None:
    body = "If you have any questions, please ring me on the number above."
    assert judged("contact", whole("CPS Harborough\nTel: 01632 960700", body))[0] == "met"
    assert judged("contact", whole("CPS Harborough", body))[0] == "partly"


def test_the_number_above_needs_a_person_at_the_end_of_the_line(judged: Judged) -> None:
    head = "CPS Harborough\nTel: 01632 960700"
    assert judged("contact", whole(head, "Questions should be put by telephone to the number above."))[0] == "partly"
    assert judged("contact", whole(head, "For any question, ask for Mrs Dunn on the number above."))[0] == "met"


def test_a_letterhead_is_half_and_nothing_where_contact_is_refused(judged: Judged) -> None:
    head = "CPS Harborough\nTel: 01632 960700"
    assert judged("contact", whole(head, "The case has been stopped."))[0] == "partly"
    assert judged("contact", whole(head, "Please do not contact this office for an update."))[0] == "missing"


@pytest.mark.parametrize(
    ("fact", "tells", "silent"),
    [
        ("bereaved", "I am so sorry for the death of your wife.", "They took your late father's watch."),
        (
            "bereaved",
            "She was charged with causing death by careless driving.",
            "He was charged with attempted murder.",
        ),
        (
            "sexual-offence",
            "He will not be charged with sexual assault.",
            "He insulted you for your sexual orientation.",
        ),
        ("child-abuse", "He was charged with cruelty to a child.", "Your son was robbed of his bicycle."),
        ("hate-crime", "The charge was racially aggravated assault.", "The charge was aggravated burglary."),
    ],
)
def test_facts_of_grave_cases(read: Read, fact: str, tells: str, silent: str) -> None:
    assert read(tells).tells(fact)
    assert not read(silent).tells(fact)


def test_lengths_of_time_are_read_with_their_unit() -> None:
    def read_limits(text: str) -> tuple[Limit, ...]:
        return limits_in(Unit(Span(0, len(text)), text))

    assert read_limits("within ten working days") == (Limit(10, "working-days"),)
    assert read_limits("within 10 (ten) working days or three months") == (
        Limit(10, "working-days"),
        Limit(3, "months"),
    )
    assert read_limits("in a fortnight") == (Limit(2, "weeks"),)
    assert read_limits("that was two months ago") == ()


def test_ways_to_reach_somebody() -> None:
    assert has_number("ring 01632 960111") and has_number("on (020) 7946 0381") and has_number("call 116 123")
    assert not has_number("urn 07ke1940225") and not has_number(f"on {datetime.date(2026, 3, 5):%d/%m/%Y}")
    assert has_mail("to vlu@cps.gov.uk") and has_post("12 high street, hb1 1aa") and has_post("po box 41")
    assert not has_way("please contact us")
