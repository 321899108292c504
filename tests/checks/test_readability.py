"""Long sentences, their limits and hints, and the figures of a letter."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.readability import Readability
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Limit, Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

Run = Callable[[str], Outcome]


@pytest.fixture(scope="module")
def run(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> Run:
    """A body → what the check returns."""
    check = Readability.opened(rulebook)
    return lambda body: check.run(letter_from(letter_text(body), parser, knowledge))


def long_ones(outcome: Outcome) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.name == "long-sentence"]


def sentence_of(words: int) -> str:
    return "We " + "really " * (words - 4) + "read your letter."


@pytest.mark.parametrize(
    ("words", "severity"),
    [(26, "consider"), (30, "consider"), (31, "should-fix"), (40, "should-fix"), (41, "must-fix")],
)
def test_the_longer_the_sentence_the_worse(run: Run, words: int, severity: str) -> None:
    (finding,) = long_ones(run(sentence_of(words)))
    assert (str(finding.severity), finding.quote) == (severity, sentence_of(words))
    assert f"{words} words" in finding.message


def test_a_sentence_of_25_words_is_right(run: Run) -> None:
    assert long_ones(run(sentence_of(25))) == []


def test_the_message_says_where_a_new_sentence_could_start(run: Run) -> None:
    body = (
        "The prosecutor looked at the film that the shop gave to the police in the week after the burglary, and she "
        "asked the officer to speak to the two neighbours again."
    )
    (finding,) = long_ones(run(body))
    assert finding.message.endswith('A new one could start at "and she asked the".')


def test_no_place_is_named_where_none_is_good(run: Run) -> None:
    (finding,) = long_ones(run(sentence_of(30)))
    assert "A new one" not in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "You can ask us for this by letter to the Victims' Right to Review team, Crown Prosecution Service, "
        "Harborough House, 4 Mill Lane, Harborough, HB2 7QT, and we will reply to you soon after that.",
        "If you would like to talk about any of this before you decide, please telephone me on 01632 960123 or write "
        "to ruth.ainsley@example.gov.uk at any time.",
        "The law is in section 28 of the Crime and Disorder Act 1998, and it says what a court must be sure of before "
        "it finds somebody guilty.",
    ],
)
def test_contact_details_and_titles_of_acts_do_not_make_a_sentence_long(run: Run, body: str) -> None:
    assert long_ones(run(body)) == []


@pytest.mark.parametrize("marks", ['""', "‘’", "“”"])
def test_somebody_elses_long_words_are_not_counted(run: Run, marks: str) -> None:
    words = "the officer told me on the day that I would be able to see the film before the trial and the plea"
    assert long_ones(run(f"You wrote to us about this and said {marks[0]}{words}{marks[1]}, and he did not.")) == []


def test_items_of_a_list_are_sentences_of_their_own(run: Run) -> None:
    body = (
        "You told us three things about the day of the trial:\n\n"
        "- nobody met you at the door of the court building that morning;\n\n"
        "- you had to sit beside the family of the man who robbed you;\n\n"
        "- nobody told you afterwards what had happened or what would happen next."
    )
    assert long_ones(run(body)) == []


def test_the_figures_count_sentences_and_give_an_age(run: Run) -> None:
    body = "We have stopped the case. The film does not show who took your bag. I am sorry. " * 5
    values = {metric.id: metric for metric in run(body).metrics}
    assert values["sentences"].value == 15
    assert (values["words-per-sentence"].value, values["words-per-sentence"].met) == (5.7, True)
    assert (values["longest-sentence"].value, values["longest-sentence"].target) == (9, "<= 25")
    assert 5 <= values["reading-age"].value <= 8
    assert values["reading-age"].met is None


def test_stiff_prose_needs_an_older_reader(run: Run) -> None:
    plain = "We have stopped the case. The film does not show who took your bag. I am sorry about this. " * 4
    stiff = (
        "Consideration has been given to the availability of additional evidential material and representations. " * 6
    )
    ages = [next(m.value for m in run(body).metrics if m.id == "reading-age") for body in (plain, stiff)]
    assert ages[1] > ages[0] + 5


def test_a_few_words_have_no_reading_age(run: Run) -> None:
    assert "reading-age" not in {metric.id for metric in run("We have stopped the case.").metrics}


def names(outcome: Outcome) -> set[str]:
    return {finding.name for finding in outcome.findings}


def test_three_verbs_without_a_doer_are_a_chain(run: Run) -> None:
    assert "chain-of-passives" in names(run("The file was sent, the statements were read and the film was watched."))
    assert "chain-of-passives" not in names(
        run("The file was sent, and it was read by the officer when it was opened.")
    )


def test_only_a_which_that_hangs_a_clause_on_the_sentence_counts(run: Run) -> None:
    assert "string-of-which" in names(run("The film, which came from the shop, shows a coat which he does not own."))
    assert "string-of-which" not in names(run("Please tell us which decision you mean and which form you sent."))


def test_an_unknown_measure_is_said_with_its_file(rulebook: Rulebook) -> None:
    rule = next(rule for rule in rulebook.rules if isinstance(rule.test, Limit))
    wrong = replace(rulebook, rules=(replace(rule, test=Limit("syllables", ())),))
    with pytest.raises(BadRule, match=r"VLU-R001\.yaml.*syllables.*sentence-words"):
        Readability.opened(wrong)
