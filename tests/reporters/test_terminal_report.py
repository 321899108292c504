"""What the officer reads: the answer first, then what to put right in the words of the letter."""

from dataclasses import replace

import pytest
from reports import APOLOGY, GOOD, POOR, UNREAD, finding, placed, report

from vlucheck.document import Span
from vlucheck.report import FileReport
from vlucheck.reporters import REPORTERS, View


def shown(*files: FileReport, view: View | None = None) -> str:
    return REPORTERS["terminal"](report(*files), view or View())


def test_the_first_line_answers_the_question() -> None:
    assert shown(POOR).splitlines()[0] == "NOT READY   61 of 100 (standard not met)   Case stopped"
    assert shown(GOOD).splitlines()[0] == "READY TO SEND   100 of 100 (good)   Case stopped"


def test_a_finding_shows_place_words_reason_and_remedy() -> None:
    text = shown(POOR)
    assert "Greeting      Dear Mrs [Kowalksa]" in text
    assert "We apologise [if you feel] that we were late." in text
    assert "This makes the apology depend on her." in text
    assert "Why: The letter was late, whatever she feels." in text
    assert "Write: We are sorry that this letter is late." in text


def test_the_other_place_of_a_contradiction_is_shown() -> None:
    other = replace(APOLOGY, finding=replace(APOLOGY.finding, also=Span(0, 17)))
    assert 'Compare: "Dear Mrs Kowalksa"' in shown(replace(POOR, findings=(other,)))


def test_a_blank_in_brackets_is_not_bracketed_again() -> None:
    assert "heard on [insert date] at" in shown(POOR)


def test_must_comes_before_should_and_what_is_unsure_is_only_worth_a_look() -> None:
    text = shown(POOR)
    assert text.index("Must be put right") < text.index("Worth a second look") < text.index("Perhaps: Is this")


def test_the_reason_for_a_rule_is_given_once() -> None:
    assert shown(replace(POOR, findings=(APOLOGY, APOLOGY))).count("Why: The letter was late") == 1


def test_elements_figures_sum_and_what_was_not_checked_follow() -> None:
    text = shown(POOR)
    assert 'What was decided              met      "On 3 March 2026 we stopped the case' in text
    assert "The right to a review         missing" in text
    assert "words per sentence" in text
    assert "aim: at most 20" in text
    assert "Score 61 = 100 - 20 cannot go as it is - 5 name spelt two ways" in text
    assert "Not checked: Spelling: no server answers" in text
    assert "Not checked: nothing." in shown(GOOD)


def test_the_last_line_says_how_much_there_is_to_do() -> None:
    assert shown(POOR).splitlines()[-1] == "Not ready: 4 must be put right."


def test_a_doubtful_type_is_said_aloud() -> None:
    assert POOR.letter is not None
    doubtful = replace(POOR, letter=replace(POOR.letter, type_confidence=0.41))
    assert "only 41% sure" in shown(doubtful)
    assert "--type" in shown(doubtful)


def test_what_decided_a_doubtful_type_is_quoted() -> None:
    assert POOR.letter is not None
    first = Span(0, POOR.text.index("\n"))
    doubtful = replace(POOR, letter=replace(POOR.letter, type_confidence=0.41, type_evidence=(first,)))
    assert f'What decided it: "{POOR.text[first.start : first.end].strip()}"' in " ".join(shown(doubtful).split())
    assert "What decided it" not in shown(replace(POOR, letter=replace(POOR.letter, type_evidence=(first,))))
    assert "sure what kind" not in shown(POOR)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("width", [40, 59, 60, 80, 100])
def test_every_line_fits_and_can_be_written(encoding: str, width: int) -> None:
    text = shown(POOR, GOOD, UNREAD, view=View(width, encoding=encoding))
    text.encode(encoding)
    assert max(map(len, text.splitlines())) <= width


def test_on_a_narrow_screen_rule_numbers_and_file_names_have_lines_of_their_own() -> None:
    lines = [line.strip() for line in shown(POOR, GOOD, view=View(40)).splitlines()]
    assert "VLU-T004" in lines
    assert "feel] that we were late." in lines
    assert lines[lines.index("All letters, worst first") + 1] == POOR.path
    assert "Not ready, score 61, 4 must, 0 should" in lines
    assert "VLU-T004" not in [line.strip() for line in shown(POOR, view=View(60)).splitlines()]


def test_without_colour_there_are_no_escape_codes_and_with_colour_no_brackets() -> None:
    assert "\x1b" not in shown(POOR)
    coloured = shown(POOR, view=View(colour=True))
    assert "\x1b[" in coloured
    assert "[Kowalksa]" not in coloured


def test_words_of_a_letter_cannot_steer_the_terminal_or_be_taken_for_markup() -> None:
    text = "We said \x1b[2Jstop \u202e [bold]now[/bold] :smile: to you."
    evil = placed(replace(finding(None), span=Span(8, 15), quote=text[8:15]))
    file = replace(GOOD, text=text, findings=(replace(evil, context=Span(0, len(text))),))
    for colour in (False, True):
        shown_text = shown(file, view=View(colour=colour))
        assert "\x1b[2J" not in shown_text
        assert "\u202e" not in shown_text
        assert "[bold]now[/bold] :smile:" in shown_text


def test_a_very_long_sentence_is_cut_around_the_fault() -> None:
    text = "We " + "really " * 80 + "apologise if you feel " + "very " * 80 + "sad."
    start = text.index("if you feel")
    far = replace(APOLOGY, finding=replace(APOLOGY.finding, span=Span(start, start + 11)), context=Span(0, len(text)))
    lines = shown(replace(GOOD, text=text, findings=(far,))).splitlines()
    assert any("[if you feel]" in line for line in lines)
    assert sum("really" in line or "very" in line for line in lines) <= 5


def test_an_unreadable_file_is_said_with_its_reason() -> None:
    assert shown(UNREAD).splitlines() == ["COULD NOT BE CHECKED", '"letters/old.doc" is in the old Word format.']


def test_several_letters_end_with_a_table_worst_first_and_totals() -> None:
    lines = shown(GOOD, POOR, UNREAD).splitlines()
    table = lines[lines.index("All letters, worst first") :]
    order = [next(i for i, line in enumerate(table) if file.path in line) for file in (UNREAD, POOR, GOOD)]
    assert order == sorted(order)
    assert lines[-1] == "3 letters: 1 ready to send, 1 not ready, 1 could not be checked."
