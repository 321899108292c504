"""Findings of many checks become a list that an officer can work through."""

from dataclasses import replace

from vlucheck.document import Span
from vlucheck.findings import Category, Confidence, Finding, Severity
from vlucheck.tidy import tidy

SENTENCE = "We apologise if you feel that we were late in writing to you about the decison that we made in March."


def found(quote: str, rule: str = "VLU-T001", category: Category = Category.TONE, **changes: object) -> Finding:
    start = SENTENCE.index(quote)
    made = Finding(
        rule, "a-name", category, Severity.SHOULD_FIX, Confidence.HIGH, f"{rule} speaks", "",
        Span(start, start + len(quote)), quote,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [each.rule for each in findings]


def test_the_same_finding_twice_comes_once() -> None:
    assert len(tidy([found("if you feel"), found("if you feel")])) == 1


def test_whole_letter_findings_that_say_different_things_both_stay_and_come_last() -> None:
    one = replace(found("late"), rule="VLU-C001", span=None, quote="", category=Category.CONTENT)
    two = replace(one, rule="VLU-C002", message="another thing")
    assert rules(tidy([one, two, found("late")])) == ["VLU-T001", "VLU-C001", "VLU-C002"]


def test_of_two_findings_on_the_same_words_the_more_severe_stays() -> None:
    mild = found("apologise if you feel", "VLU-T002", severity=Severity.CONSIDER)
    grave = found("if you feel", "VLU-T004", severity=Severity.MUST_FIX)
    assert rules(tidy([mild, grave])) == ["VLU-T004"]


def test_ours_stays_before_an_engines_even_if_the_engine_is_more_severe() -> None:
    ours = found("decison", "VLU-S002", Category.SPELLING, severity=Severity.SHOULD_FIX)
    engine = found("decison", "VLU-S001", Category.SPELLING, severity=Severity.MUST_FIX, source="lingotweaker:X")
    assert rules(tidy([engine, ours])) == ["VLU-S002"]


def test_an_engines_misspelling_inside_our_wrong_name_is_one_thing() -> None:
    ours = found("decison", "VLU-X001", Category.CONSISTENCY)
    engine = found("decison", "VLU-S001", Category.SPELLING, source="lingotweaker:X", suggestions=("decision",))
    (kept,) = tidy([engine, ours])
    assert (kept.rule, kept.suggestions) == ("VLU-X001", ("decision",))


def test_a_misspelt_word_in_a_line_that_stands_in_the_wrong_place_is_a_fault_of_its_own() -> None:
    line = found("decison", "VLU-X040", Category.CONSISTENCY)
    assert line.span is not None
    whole = replace(line, span=replace(line.span, end=line.span.end + 3), quote=f"{line.quote} of")
    word = found("decison", "VLU-G001", Category.SPELLING, source="lingotweaker:X")
    assert rules(tidy([whole, word])) == ["VLU-G001", "VLU-X040"]
    assert rules(tidy([replace(whole, quote=f"Mr {line.quote}"), word])) == ["VLU-X040"]


def test_a_guess_gives_way_to_a_sure_finding() -> None:
    guess = found("decison", "VLU-S002", Category.SPELLING, confidence=Confidence.LOW, severity=Severity.MUST_FIX)
    sure = found("decison", "VLU-S001", Category.SPELLING, severity=Severity.CONSIDER, source="lingotweaker:X")
    assert rules(tidy([guess, sure])) == ["VLU-S001"]


def test_a_sentence_and_most_of_it_are_one_thing_but_a_few_of_its_words_are_another() -> None:
    whole = found(SENTENCE, "VLU-T121", severity=Severity.MUST_FIX)
    most = found("We apologise if you feel that we were late in writing to you about", "VLU-T030")
    few = found("late in writing", "VLU-T040")
    assert rules(tidy([whole, most])) == ["VLU-T121"]
    assert rules(tidy([whole, few])) == ["VLU-T121", "VLU-T040"]


def test_one_place_can_have_two_flaws_of_different_categories() -> None:
    tone = found("if you feel")
    jargon = found("if you feel", "VLU-R001", Category.READABILITY)
    assert len(tidy([tone, jargon])) == 2


def test_a_long_sentence_does_not_swallow_the_jargon_in_it() -> None:
    long = found(SENTENCE, "VLU-R001", Category.READABILITY, severity=Severity.MUST_FIX)
    word = found("decison", "VLU-R002", Category.READABILITY)
    assert len(tidy([long, word])) == 2


def test_two_statements_of_fact_in_the_same_words_both_stay() -> None:
    limit = found("in March", "VLU-C001", Category.CONTENT)
    scheme = found("in March", "VLU-C002", Category.CONTENT)
    assert len(tidy([limit, scheme])) == 2


def test_findings_come_in_reading_order() -> None:
    last, first = found("in March"), found("We apologise", "VLU-T009")
    assert rules(tidy([last, first])) == ["VLU-T009", "VLU-T001"]


def test_only_five_of_the_same_rule_and_words_are_kept_unless_they_must_be_fixed() -> None:
    many = [replace(found("late"), span=Span(at, at + 4)) for at in range(0, 80, 10)]
    assert [each.span.start for each in tidy(many) if each.span] == [0, 10, 20, 30, 40]
    assert len(tidy(replace(each, severity=Severity.MUST_FIX) for each in many)) == 8


def test_what_is_said_of_the_file_hides_nothing_in_its_words() -> None:
    notice = found("decison", "VLU-P010", Category.PRESENTATION, about_file=True)
    slip = found("decison", "VLU-G001", Category.SPELLING, source="lingotweaker:MORFOLOGIK_RULE_EN_GB")
    assert set(rules(tidy([notice, slip]))) == {"VLU-P010", "VLU-G001"}


def test_a_guess_is_offered_for_a_second_look_only() -> None:
    (kept,) = tidy([found("late", confidence=Confidence.LOW, severity=Severity.MUST_FIX)])
    assert kept.severity is Severity.CONSIDER
