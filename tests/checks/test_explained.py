"""A legal term that is explained, in whatever way, gets silence; one that stands bare is found."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from letters import letter_from, letter_text

from vlucheck.checks.glossary import read_glossary
from vlucheck.checks.jargon import Jargon
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCES = yaml.safe_load((Path(__file__).parent / "terms.yaml").read_text(encoding="utf-8"))


def found(text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> list[str]:
    """The terms that a letter with this body leaves unexplained, as far as the officer is asked to mend them."""
    findings = Jargon.opened(rulebook).run(letter_from(letter_text(text), parser, knowledge)).findings
    return [each.quote for each in findings if each.severity != "consider"]


@pytest.mark.parametrize("text", SENTENCES["explained"])
def test_an_explained_term_is_left_alone(
    text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    assert found(text, parser, knowledge, rulebook) == []


@pytest.mark.parametrize("text", SENTENCES["bare"])
def test_a_bare_term_is_found(text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> None:
    assert found(text, parser, knowledge, rulebook) != []


@pytest.mark.parametrize("text", SENTENCES["considered"])
def test_a_term_that_most_readers_know_is_only_offered_for_a_second_look(
    text: str, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    findings = Jargon.opened(rulebook).run(letter_from(letter_text(text), parser, knowledge)).findings
    assert [each.severity for each in findings] == ["consider"]


def test_the_glossary_has_a_plain_meaning_for_every_term(rulebook: Rulebook) -> None:
    terms = [each for each in read_glossary(rulebook) if not each.capitals]
    assert len(terms) >= 150
    assert [each.name for each in terms if len(each.means) < 5] == []
