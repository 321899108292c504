"""A letter against its case file: what differs is found once, and lawful forms of a name are left alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from letters import case_from, letter_from, letter_text

from vlucheck.checks import CHECKS, Opening
from vlucheck.checks.consistency import Consistency
from vlucheck.checks.elements.conditions import need_of
from vlucheck.checks.elements.reading import questions_of, read_letter
from vlucheck.checks.firstnames import nicknames_of
from vlucheck.checks.offences import offences_of
from vlucheck.checks.truth import COMPARISONS, ISSUES, Truth
from vlucheck.checks.truth.naming import first_agrees, title_agrees
from vlucheck.findings import Finding, Need
from vlucheck.letter.casefile import CasePerson
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Compare, Rulebook
from vlucheck.tidy import tidy

if TYPE_CHECKING:
    from spacy.language import Language

Values = dict[str, object]
Check = Callable[[str, Values], dict[str, Finding]]

ANNA: Values = {"victim": {"title": "Mrs", "first": "Anna", "last": "Kowalska", "pronoun": "she"}}
MARSH: Values = {"defendants": [{"name": "Dean Marsh", "pronoun": "he"}]}
TOM: Values = {
    "victim": {"title": "Master", "first": "Thomas", "last": "Kowalski", "pronoun": "he"},
    "recipient": {"title": "Mrs", "first": "Anna", "last": "Kowalska"},
}


@pytest.fixture(scope="module")
def check(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> Check:
    """An example and the values of a case file → what is found after tidying, by the id of its rule."""
    truth, itself = Truth.opened(rulebook), Consistency.opened(rulebook)

    def run(example: str, values: Values) -> dict[str, Finding]:
        letter = letter_from(letter_text(example), parser, knowledge, "vcl-stopped", case_from(values))
        findings = (*truth.run(letter).findings, *itself.run(letter).findings)
        return {finding.rule: finding for finding in tidy(findings)}

    return run


def test_every_comparison_has_its_rule(rulebook: Rulebook) -> None:
    ruled = {rule.test.check for rule in rulebook.rules if isinstance(rule.test, Compare)}
    assert {*COMPARISONS, ISSUES} <= ruled


def test_without_a_case_file_nothing_is_found(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> None:
    letter = letter_from(letter_text("We stopped the case against Mr Tilley."), parser, knowledge)
    assert Truth.opened(rulebook).run(letter).findings == ()


@pytest.mark.parametrize(
    ("greeting", "values"),
    [
        ("Dear Mrs Kowalska", ANNA),
        ("Dear Anna", ANNA),
        ("Dear Mrs Anna Kowalska", ANNA),
        ("Dear Annie", ANNA),
        ("Dear Mr and Mrs Kowalska", ANNA),
        ("Dear Mrs Kowalska", TOM),
        ("Dear Ms Smith Jones", {"victim": "Ms Ann Smith-Jones"}),
        ("Dear Ms Jones", {"victim": "Ms Ann Smith-Jones"}),
        ("Dear Mrs O’Brien", {"victim": "Mrs Una O'Brien"}),
        ("Dear Mr Adeyemi", {"victim": "Mr Olu Adéyẹmí"}),
        ("Dear Revd Tallow", {"victim": "Reverend Josephine Tallow"}),
        ("Dear Canon Marr", {"victim": "Canon Josephine Marr"}),
        ("Dear Sir or Madam", {"victim": "Harborough Motors Ltd"}),
    ],
)
def test_a_lawful_greeting_is_left_alone(check: Check, greeting: str, values: Values) -> None:
    address = "" if "Anna" not in str(values) else "Mrs Anna Kowalska\n4 Mill Lane\nHarborough\nHB2 7QT\n\n"
    letter = f"{address}5 March 2026\n\n{greeting}\n\nI am writing about your case.\n\nYours sincerely\n\nRuth Ainsley"
    assert not [rule for rule in check(letter, values) if rule > "VLU-X100"]


@pytest.mark.parametrize(
    "example",
    [
        "We stopped the case R v Marsh. Marsh will not be tried.",
        "Dean Marsh will not be charged. Mr Marsh's solicitor, Ms Mash, wrote to us in March.",
        "Your son Tom told the police what he saw. Thomas was brave.",
        'Thomas ("Tom") Kowalski told the police what he saw.',
        "Mr Kowalski, your husband, rang us. He asked about Tom.",
        "PC Karl Marsch of Marston police station took the statement.",
        "The case against another man, Mr Tilley, goes on. Mr Marsh will not be charged.",
        "Our barrister, Mr Pell, looked at the evidence against Mr Marsh.",
        "Thomas told his teacher, Miss Hale. She rang the police, and they spoke to her.",
        "Mr Marsh told the police that his sister was there. She said the same.",
    ],
)
def test_a_lawful_form_of_a_name_is_left_alone(check: Check, example: str) -> None:
    assert not [rule for rule in check(example, {**TOM, **MARSH}) if rule > "VLU-X100"]


def test_the_case_file_wins_over_what_the_letter_says_of_itself(check: Check) -> None:
    letter = letter_text("We stopped the case.").replace("Mrs Anna Kowalska", "Mrs Anna Kowalksa")
    found = check(letter, ANNA)
    assert found["VLU-X101"].quote == "Mrs Anna Kowalksa"
    assert found["VLU-X101"].suggestions == ("Mrs Anna Kowalska",)
    assert "VLU-X001" not in found


def test_what_the_case_file_does_not_touch_is_still_found(check: Check) -> None:
    found = check("The hearing is on Monday 12 May 2026. Mr Mersh will be there.", {**ANNA, **MARSH})
    assert {"VLU-X006", "VLU-X105"} <= set(found)


def test_the_message_shows_the_case_files_words_and_the_letters(check: Check) -> None:
    finding = check("The case against Mr Mersh is over.", MARSH)["VLU-X105"]
    assert finding.message == 'The case file (case.yaml, line 1) says "Dean Marsh"; the letter says "Mersh".'


@pytest.mark.parametrize(
    ("case", "row", "kind", "need"),
    [
        ({"withdrew": True}, "vrr-right", "vcl-stopped", Need.NONE),
        ({"withdrew": False}, "vrr-right", "vcl-stopped", Need.CONDITIONAL),
        ({"decision": "no evidence offered"}, "restart-honesty", "vcl-stopped", Need.CONDITIONAL),
        ({"decision": "discontinued"}, "restart-honesty", "vcl-stopped", Need.NONE),
        ({"offences": ["rape"]}, "meeting-offer", "vcl-no-charge", Need.CONDITIONAL),
        ({"offences": ["murder"]}, "meeting-offer", "vcl-no-charge", Need.CONDITIONAL),
        ({"offences": ["racially aggravated harassment"]}, "meeting-offer", "vcl-no-charge", Need.CONDITIONAL),
        ({"offences": ["theft"]}, "meeting-offer", "vcl-no-charge", Need.NONE),
        ({"complaint_with_request": True}, "vrr-before-complaint", "vrr-acknowledgement", Need.CONDITIONAL),
        ({"complaint_with_request": False}, "vrr-before-complaint", "vrr-acknowledgement", Need.NONE),
        ({"decision": "upheld"}, "vrr-right", "vrr-local-resolution", Need.CONDITIONAL),
        ({"decision": "overturned"}, "vrr-right", "vrr-local-resolution", Need.NONE),
        ({"issues": ["nobody rang"]}, "issues-answered", "vrr-local-resolution", Need.CONDITIONAL),
        ({"decision_date": "2026-03-03", "enhanced": True}, "apology", "vcl-stopped", Need.CONDITIONAL),
        ({"decision_date": "2026-03-03", "enhanced": False}, "apology", "vcl-stopped", Need.NONE),
    ],
)
def test_conditions_take_the_truth_from_the_case_file(
    parser: "Language",
    knowledge: Knowledge,
    rulebook: Rulebook,
    case: Values,
    row: str,
    kind: str,
    need: Need,
) -> None:
    letter = letter_from(letter_text("I am writing about your case."), parser, knowledge, kind, case_from(case))
    reading = read_letter(letter, questions_of(rulebook))
    assert next(need_of(each, reading) for each in rulebook.needs if each.element == row) is need


def test_a_review_offered_to_somebody_who_withdrew_is_found(
    parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    text = letter_text("We stopped the case. You can ask us to look at this decision again within 10 working days.")
    flaws = CHECKS["flaws"](Opening(rulebook, None, ()))
    assert flaws is not None
    for withdrew in (True, False):
        letter = letter_from(text, parser, knowledge, "vcl-stopped", case_from({"withdrew": withdrew}))
        assert any(finding.rule == "VLU-F005" for finding in flaws.run(letter).findings) is withdrew


def test_names_of_the_case_file_are_no_spelling_mistakes(parser: "Language", knowledge: Knowledge) -> None:
    letter = letter_from(
        letter_text("I wrote about xavyer."), parser, knowledge, None, case_from({"victim": "Xavyer Q"})
    )
    assert "Xavyer" in letter.names


def test_there_are_many_offences_and_each_is_known_by_its_short_forms(rulebook: Rulebook) -> None:
    offences = offences_of(rulebook.tables["offences"])
    assert len(offences.kinds) >= 120
    abh = offences.in_words(("ABH",))
    assert abh == offences.in_words(("assault occasioning actual bodily harm",)) != frozenset()
    assert offences.goes_with(offences.in_words(("theft",)), offences.in_words(("robbery",)))
    assert not offences.goes_with(offences.in_words(("robbery",)), offences.in_words(("theft",)))
    assert offences.in_words(("theft", "sneezing")) == frozenset()


def test_nicknames_go_both_ways_and_titles_of_one_meaning_agree(rulebook: Rulebook) -> None:
    nicknames = nicknames_of(rulebook.tables["nicknames"])
    person = CasePerson("Revd", "William", "Hale", "he")
    assert first_agrees("Bill", person, nicknames)
    assert first_agrees("William", replace(person, first="Bill"), nicknames)
    assert not first_agrees("Walter", person, nicknames)
    assert title_agrees("Reverend", person)
    assert not title_agrees("Mr", person)
    assert title_agrees("Mr", replace(person, title=""))
    assert not title_agrees("Mrs", replace(person, title=""))
