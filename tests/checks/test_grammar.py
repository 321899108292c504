"""What the grammar engine may say about a letter, and what it must leave alone."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.grammar import Grammar
from vlucheck.engines import Engine, EngineHit, open_engine
from vlucheck.errors import EngineUnavailable, WrongUsage
from vlucheck.findings import Finding, Severity
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Compare, Rule, Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

ENGINE_RULES = [r for r in load_rulebook().rules if isinstance(r.test, Compare) and r.test.check.startswith("engine-")]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    pytest.importorskip("lt_py", reason="lingotweaker has no wheel for this machine")
    return open_engine("lingotweaker", cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def found(engine: Engine, parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> "Found":
    return Found(Grammar.opened(rulebook, engine), parser, knowledge)


class Found:
    """A text → the findings of the grammar check about it."""

    def __init__(self, check: Grammar, parser: "Language", knowledge: Knowledge) -> None:
        self.check, self.parser, self.knowledge = check, parser, knowledge

    def __call__(self, text: str, where: str = "body") -> tuple[Finding, ...]:
        return self.check.run(letter_from(letter_text(text, where), self.parser, self.knowledge)).findings


@pytest.mark.parametrize("rule", ENGINE_RULES, ids=lambda rule: f"{rule.id}-{rule.name}")
def test_a_rule_for_the_engine_finds_its_bad_examples_and_leaves_its_good_ones(rule: Rule, found: Found) -> None:
    def speaks(example: str) -> bool:
        return any(finding.rule == rule.id for finding in found(example))

    assert [example for example in rule.examples.bad if not speaks(example)] == []
    assert [example for example in rule.examples.good if speaks(example)] == []


def test_there_is_a_rule_for_each_category_of_the_tables(rulebook: Rulebook, found: Found) -> None:
    assert {entry.category for entry in found.check.entries.values()} == set(found.check.rules)


def test_a_misspelling_says_its_word_its_place_and_the_engine_rule(found: Found) -> None:
    (finding,) = found("We recieved your letter on Monday.")
    assert finding.rule == "VLU-G001"
    assert finding.quote == "recieved"
    assert finding.message == '"recieved" is not a word we know.'
    assert "received" in finding.suggestions
    assert finding.source == "lingotweaker:MORFOLOGIK_RULE_EN_GB"
    assert finding.severity is Severity.MUST_FIX


def test_an_american_spelling_should_be_put_right(found: Found) -> None:
    (finding,) = found("His behavior towards you was wrong.")
    assert finding.severity is Severity.SHOULD_FIX
    assert finding.suggestions[0] == "behaviour"


@pytest.mark.parametrize(
    "text",
    [
        "I have spoken to Bilaal and to Mrs Thistlewaite.",
        "Oyelaran's statement was read in full. The officer was PC Szczepanski.",
        "The trial will be at Ynysybwl on 5 May.",
        "Your ISVA and your IDVA can come with you.",
        "Please write to norwick.vlu@cps.example.uk about 12NY1111326.",
        "Ffion's statement was read. Llinos agreed. Eluned did not. de Souza was there.",
        "HAVLICHEK v R. Zara-Mae, Tyler-James and Iwona gave evidence.",
        'The dog, Biscoff, barked. He was known as "Tigz".',
        "We met at Llanfihangel-y-Pennant in May.",
    ],
)
def test_names_and_references_are_not_misspellings(text: str, found: Found) -> None:
    assert found(text) == ()


def test_a_name_is_never_given_a_suggestion(found: Found) -> None:
    findings = found("Mr Havlichek were at the shop. Havlichek have wrote to us. Wojcik has went home.")
    assert not [each for each in findings if any("Havl" in s or "Woj" in s for s in each.suggestions)]


def test_a_person_whose_name_is_nearly_a_word_of_the_office_is_left_alone(found: Found) -> None:
    assert found("The evidence against Mr Cround was strong. We spoke to Mr Cround in May.") == ()


def test_a_slip_in_the_name_of_an_office_is_found_with_the_word_that_is_meant(found: Found) -> None:
    (finding,) = found("You can speak to the Crown Prosecuter about it.")
    assert (finding.quote, finding.suggestions) == ("Prosecuter", ("Prosecutor",))


def test_a_field_that_was_never_filled_in_is_not_a_misspelling(found: Found) -> None:
    assert found("We wrote to you on «defendantfirstname» about it.") == ()


def test_words_between_quotation_marks_keep_their_grammar(found: Found) -> None:
    assert found('You said: "he were stood there and I seen him". We believe you.') == ()


def test_a_slip_in_a_signature_or_a_subject_line_is_found(found: Found) -> None:
    assert [each.quote for each in found("Thandeka Mkhwanazi\nVictim Liason Officer", "signature")] == ["Liason"]
    assert [each.quote for each in found("Your complaint about teh hearing", "subject")] == ["teh"]


@pytest.mark.parametrize(
    ("text", "where", "word", "meant"),
    [
        ("Crown Prosecution Servise", "letterhead", "Servise", "Service"),
        ("Case of 2026\nDefendent: Mr Paul Dean", "reference", "Defendent", "Defendant"),
        ("VICTIM LAISON UNIT", "letterhead", "LAISON", "LIAISON"),
        ("Our referance: 11AB1234526", "reference", "referance", "reference"),
        ("Enclosure: Victims' Right to Reveiw leaflet", "enclosures", "Reveiw", "Review"),
        ("Enclosures:\n1. Expences form", "enclosures", "Expences", "Expenses"),
        ("cc: Witness Care Unti, Hexham", "enclosures", "Unti", "Unit"),
    ],
)
def test_a_misspelt_word_of_the_field_is_found_at_the_edges(
    text: str, where: str, word: str, meant: str, found: Found
) -> None:
    assert [(each.quote, each.suggestions) for each in found(text, where)] == [(word, (meant,))]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Wessex House, Quayside Wharfe", "letterhead"),
        ("CPS Northmere", "letterhead"),
        ("Serviss Lane, Hexham NE46 1AB", "letterhead"),
        ("Ein cyf: 11AB1234526 RA-klm", "reference"),
        ("cc: DC Marek Wisniewski, Ashbridge Police Station", "enclosures"),
        ("Copies: Mr Servis, Oakhurst Law LLP; J Witnes; Anna Reviow", "enclosures"),
        ("Enclosures:\nTaflen Hawl i Adolygu", "enclosures"),
        ("Write to enquiries.vlu@cps.example or see www.cps.example/servise", "letterhead"),
    ],
)
def test_names_places_and_addresses_at_the_edges_are_left_alone(text: str, where: str, found: Found) -> None:
    assert found(text, where) == ()


def test_the_word_that_the_letter_uses_elsewhere_is_suggested_first(found: Found) -> None:
    (finding,) = found("The defendant came late. The defendent then left.")
    assert finding.suggestions[0] == "defendant"


@pytest.mark.parametrize(
    "text",
    ["Unfortunatly we cannot change this.", "Recieving this letter is hard.", "Accomodation was found for you."],
)
def test_a_slip_in_the_first_word_of_a_sentence_is_found(text: str, found: Found) -> None:
    assert [each.quote for each in found(text)] == [text.split()[0]]


def test_items_of_a_list_may_begin_with_a_small_letter(found: Found) -> None:
    text = "We looked at:\n\n- the statement that you made in June\n- the film from the camera at the door"
    assert found(text) == ()


def test_the_address_is_not_read(found: Found) -> None:
    assert found("Mrs Ana Szczepanski\n4 Qwertham Lane\nZyxborough\nHB2 7QT", "address") == ()


def test_words_of_the_users_own_are_right(
    engine: Engine, parser: "Language", knowledge: Knowledge, rulebook: Rulebook, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("zorbling  # a word of this office\n", encoding="utf-8")
    text = "The zorbling takes place in May."
    assert Found(Grammar.opened(rulebook, engine), parser, knowledge)(text) != ()
    assert Found(Grammar.opened(rulebook, engine, (words,)), parser, knowledge)(text) == ()


def test_a_file_of_words_that_cannot_be_read_is_said_so(engine: Engine, rulebook: Rulebook, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes(b"caf\xe9\n")
    with pytest.raises(WrongUsage, match=r"words\.txt"):
        Grammar.opened(rulebook, engine, (words,))


class Dead:
    """An engine that stopped answering."""

    name = "languagetool"

    def wait(self) -> None:
        """It was ready."""

    def check(self, text: str) -> list[EngineHit]:
        raise EngineUnavailable("The server does not answer.")

    def close(self) -> None:
        """Nothing is held open."""


def test_an_engine_that_died_is_not_hidden(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> None:
    check = Grammar.opened(rulebook, Dead())
    with pytest.raises(EngineUnavailable):
        Found(check, parser, knowledge)("We have looked at it.")


@pytest.mark.parametrize(
    "right",
    [
        "Neither shows how the door broke or how you came by the cut.",
        "Neither of them saw the man or the van.",
    ],
)
def test_neither_that_stands_for_one_of_two_needs_no_nor(right: str, found: Found) -> None:
    assert not [finding for finding in found(right) if finding.source.endswith("NEITHER_NOR")]


def test_a_stray_mark_is_shown_and_mended_with_the_words_beside_it(found: Found) -> None:
    (finding,) = found("Nobody could say who wore it . The police asked everyone.")
    assert finding.quote == "wore it ."
    assert finding.suggestions[:1] == ("wore it.",)
