"""Rules and model together: likely sentences raise a status, unlikely ones are doubted, a day or a way must stand."""

from collections.abc import Callable

import pytest

from vlucheck.checks.elements.alike import Alike
from vlucheck.checks.elements.reading import Reading, Verdict
from vlucheck.document import Span
from vlucheck.findings import Status

Read = Callable[..., Reading]
LEAST = {Status.MISSING: 0.3, Status.PARTLY: 0.4, Status.MET: 0.05}
MISSING = Verdict(Status.MISSING)


def weighed(element: str, verdict: Verdict, read: Read, body: str, share: float = 0.9) -> Verdict:
    """The verdict on a letter whose first sentence of the body has this share."""
    reading = read(body)
    return Alike({element: ((share, reading.letter.sentences[0].span),)}).weighed(element, verdict, LEAST, reading)


def test_the_likest_sentences_are_shown_for_what_is_met() -> None:
    spans = [Span(start, start + 5) for start in (0, 10, 20, 30, 40)]
    shares = ((0.9, spans[3]), (0.5, spans[1]), (0.2, spans[0]), (0.1, spans[4]), (0.0, spans[2]))
    found = Verdict(Status.MET, (spans[0], spans[2], spans[4]))
    assert Alike({"support": shares}).shown("support", found).evidence == (spans[0], spans[1], spans[3])
    alike = Alike({"empathy": shares})  # told over several sentences: one more is shown
    assert alike.shown("empathy", found).evidence == (spans[0], spans[1], spans[3], spans[4])
    half = Verdict(Status.PARTLY, (spans[0],))
    assert alike.shown("empathy", half) == half


def test_beside_a_likely_sentence_one_far_from_likely_is_not_shown() -> None:
    likely, far = Span(10, 15), Span(0, 5)
    alike = Alike({"contact": ((0.9, likely), (0.04, far))})
    assert alike.shown("contact", Verdict(Status.MET, (far, likely))).evidence == (likely,)


def test_what_the_rules_call_half_said_is_not_raised_by_its_own_likeness(read: Read) -> None:
    own, other = Span(0, 5), Span(10, 15)
    half = Verdict(Status.PARTLY, (own,))
    reading = read("We wrote to you.")
    sure = Alike({"empathy": ((0.95, own),)}).weighed("empathy", half, LEAST, reading)
    assert sure.status is Status.MET
    assert Alike({"empathy": ((0.8, own),)}).weighed("empathy", half, LEAST, reading) == half
    both = Alike({"empathy": ((0.8, own), (0.5, other))}).weighed("empathy", half, LEAST, reading)
    assert both.evidence == (other,)
    assert Alike({"decision": ((0.8, own),)}).weighed("decision", half, LEAST, reading).status is Status.MET


@pytest.mark.parametrize(
    ("element", "body", "status"),
    [
        ("reply-by", "You will have my answer in due course.", Status.MISSING),
        ("reply-by", "You will have my answer by 3 June 2026.", Status.MET),
        ("receipt", "Thank you for the note you sent about the hearing.", Status.PARTLY),
        ("receipt", "Thank you for the note you sent. It came on 2 March 2026.", Status.MET),
        ("contact", "Do get in touch with the unit if anything is unclear.", Status.PARTLY),
        ("contact", "Do get in touch with the unit if anything is unclear. It is on 01632 960123.", Status.MET),
        ("support", "Kind people can listen to you.", Status.PARTLY),
        ("empathy", "What a dreadful night that must have been.", Status.MET),
    ],
)
def test_likeness_does_not_make_up_for_a_day_or_a_way(read: Read, element: str, body: str, status: Status) -> None:
    assert weighed(element, MISSING, read, body).status is status


def test_a_sentence_unlike_any_that_had_the_element_is_doubted(read: Read) -> None:
    body = "There are other people waiting. We are sorry for what happened to you."
    first, second = (sentence.span for sentence in read(body).letter.sentences)
    met = Verdict(Status.MET, (first,))
    alone = Alike({"empathy": ((0.01, first),)}).weighed("empathy", met, LEAST, read(body))
    assert (alone.status, alone.doubted, alone.evidence) == (Status.PARTLY, True, (first,))
    beside = Alike({"empathy": ((0.8, second), (0.01, first))}).weighed("empathy", met, LEAST, read(body))
    assert beside.status is Status.MET


def test_what_takes_several_sentences_counts_their_shares_together(read: Read) -> None:
    body = "His phone was at home. The camera was broken. Nobody saw a face."
    reading = read(body)
    shares = tuple((share, s.span) for share, s in zip((0.25, 0.2, 0.2), reading.letter.sentences, strict=True))
    met = Verdict(Status.MET, tuple(span for _, span in shares[:2]))
    least = {Status.MISSING: 0.3, Status.MET: 0.6}
    assert Alike({"reasons": shares}).weighed("reasons", met, least, reading) == met
    few = Alike({"reasons": shares[1:]}).weighed("reasons", met, least, reading)
    assert (few.status, few.doubted) == (Status.PARTLY, True)
    one = Alike({"reasons": ((0.4, shares[0][1]),)}).weighed("reasons", MISSING, least, reading)
    assert (one.status, one.evidence) == (Status.PARTLY, (shares[0][1],))


def test_an_unlikely_sentence_gives_way_to_a_likely_one(read: Read) -> None:
    body = "There are other people waiting. From Monday two people read every letter."
    first, second = (sentence.span for sentence in read(body).letter.sentences)
    found = {"remedy": ((0.8, second), (0.01, first))}
    beside = Alike(found).weighed("remedy", Verdict(Status.MET, (first,)), LEAST, read(body))
    assert (beside.status, beside.evidence) == (Status.MET, (second,))


def test_a_sentence_that_gives_the_way_is_not_doubted(read: Read) -> None:
    body = "E-mail reviews@example.uk within ten days."
    met = Verdict(Status.MET, (read(body).letter.sentences[0].span,))
    assert weighed("vrr-how-to-ask", met, read, body, 0.01) == met


def test_headings_and_lookalikes_raise_nothing(read: Read) -> None:
    reading = read("You have no right to a review.")
    span = reading.letter.sentences[0].span
    found = {"vrr-right": ((0.9, span),), "empathy": ((0.9, span),)}
    assert span in reading.said["vrr-right"].not_it
    assert Alike(found).weighed("vrr-right", MISSING, LEAST, reading) == MISSING
    assert Alike(found).weighed("empathy", MISSING, LEAST, reading) == Verdict(Status.MET, (span,))
    assert Alike(found, frozenset((span,))).weighed("empathy", MISSING, LEAST, reading) == MISSING


def test_where_the_rules_found_half_of_it_an_unlikely_whole_is_that_half(read: Read) -> None:
    reading = read("I know that this will come as a shock. There are other people waiting.")
    half, whole = (sentence.span for sentence in reading.letter.sentences)
    assert [unit.span for unit in reading.said["empathy"].partly] == [half]
    verdict = Alike({"empathy": ((0.01, whole), (0.01, half))}).weighed(
        "empathy", Verdict(Status.MET, (whole,)), LEAST, reading
    )
    assert (verdict.status, verdict.evidence, verdict.doubted) == (Status.PARTLY, (half,), False)


def test_a_stock_phrase_beside_a_sentence_about_this_reader_is_enough(read: Read) -> None:
    reading = read("I know that this will come as a shock. Your bangles were your mother's. The file is closed.")
    stock, own, last = (sentence.span for sentence in reading.letter.sentences)
    half = Verdict(Status.PARTLY, (stock,))
    least = {Status.PARTLY: 0.6}
    assert Alike({"empathy": ((0.35, own), (0.2, stock))}).weighed("empathy", half, least, reading).status is Status.MET
    assert Alike({"empathy": ((0.35, last), (0.2, stock))}).weighed("empathy", half, least, reading) == half
