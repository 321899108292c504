"""Legal terms are right where the letter explains them, and a finding where it does not."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.glossary import read_glossary
from vlucheck.checks.jargon import Jargon
from vlucheck.findings import Finding, Severity
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def jargon(rulebook: Rulebook) -> Jargon:
    return Jargon.opened(rulebook)


def _findings(jargon: Jargon, body: str, parser: "Language", knowledge: Knowledge) -> tuple[Finding, ...]:
    return jargon.run(letter_from(letter_text(body), parser, knowledge)).findings


def test_the_rules_own_examples_hold(
    jargon: Jargon, rulebook: Rulebook, parser: "Language", knowledge: Knowledge
) -> None:
    rule = rulebook.compare("jargon")
    assert rule is not None
    assert [each for each in rule.examples.bad if not _findings(jargon, each, parser, knowledge)] == []
    assert [each for each in rule.examples.good if _findings(jargon, each, parser, knowledge)] == []


def test_every_term_has_a_meaning_that_is_a_sentence(rulebook: Rulebook) -> None:
    terms = [term for term in read_glossary(rulebook) if not term.capitals]
    assert len(terms) >= 60
    assert [term.name for term in terms if term.means[-1] not in ".?" or not term.means[0].isupper()] == []


def test_a_finding_quotes_the_term_and_offers_its_meaning(
    jargon: Jargon, parser: "Language", knowledge: Knowledge
) -> None:
    (finding,) = _findings(jargon, "The charge of theft was taken off the indictment.", parser, knowledge)
    assert finding.quote == "indictment"
    assert finding.severity is Severity.SHOULD_FIX
    assert finding.suggestions == ("The document that lists the charges in the Crown Court.",)


def test_only_the_first_use_is_reported(jargon: Jargon, parser: "Language", knowledge: Knowledge) -> None:
    body = "The trial was vacated. A second trial was then vacated as well."
    assert len(_findings(jargon, body, parser, knowledge)) == 1


def test_an_explanation_further_down_serves_the_whole_letter(
    jargon: Jargon, parser: "Language", knowledge: Knowledge
) -> None:
    body = "We have no more corroboration.\n\nCorroboration means other evidence that backs up what you said."
    assert _findings(jargon, body, parser, knowledge) == ()


def test_the_words_of_others_are_left_alone(jargon: Jargon, parser: "Language", knowledge: Knowledge) -> None:
    body = "You wrote: “Nobody told me that the trial was vacated.” You were right to say so."
    assert _findings(jargon, body, parser, knowledge) == ()


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("Your ISVA was told on Monday.", ["ISVA"]),
        ("Your Independent Sexual Violence Adviser (ISVA) was told. The ISVA will call you.", []),
        ("The officer took DNA from the cup and looked at the CCTV.", []),
        ("We have asked the OIC for the MG11.", ["OIC", "MG11"]),
    ],
)
def test_abbreviations_have_to_be_written_out(
    body: str, quotes: list[str], jargon: Jargon, parser: "Language", knowledge: Knowledge
) -> None:
    assert [finding.quote for finding in _findings(jargon, body, parser, knowledge)] == quotes
