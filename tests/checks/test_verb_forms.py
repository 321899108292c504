"""The table of verbs is read into forms, and each form goes back to its verb."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.grammar.forms import Forms, forms_of
from vlucheck.checks.grammar.syntax import Syntax
from vlucheck.errors import BadRule
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def forms(rulebook: Rulebook) -> Forms:
    return forms_of(rulebook)


@pytest.mark.parametrize(
    ("kind", "form", "verb"),
    [
        ("third", "causes", "cause"),
        ("third", "goes", "go"),
        ("third", "carries", "carry"),
        ("third", "stays", "stay"),
        ("past", "went", "go"),
        ("past", "stopped", "stop"),
        ("past", "replied", "reply"),
        ("past", "visited", "visit"),
        ("participle", "written", "write"),
        ("participle", "admitted", "admit"),
        ("ing", "making", "make"),
        ("ing", "getting", "get"),
        ("ing", "agreeing", "agree"),
        ("ing", "lying", "lie"),
        ("ing", "visiting", "visit"),
    ],
)
def test_a_form_leads_back_to_its_verb(kind: str, form: str, verb: str, forms: Forms) -> None:
    assert getattr(forms, kind)[form] == verb


def test_a_past_that_is_no_participle_is_known(forms: Forms) -> None:
    assert {"went", "wrote", "gave"} <= forms.only_past
    assert not {"told", "read", "come", "stopped"} & forms.only_past


def test_a_rulebook_without_the_table_has_no_verbs(rulebook: Rulebook) -> None:
    assert forms_of(replace(rulebook, tables={})).base == frozenset()


def test_a_table_without_two_forms_for_a_verb_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(BadRule, match="two forms"):
        forms_of(replace(rulebook, tables={"words/verbs": {"irregular": {"go": ["went"]}}}))


def test_a_time_before_its_verb_is_marked_from_the_first_to_the_last_word(
    parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    letter = letter_from(letter_text("In 2023 he has pleaded guilty to a similar offence."), parser, knowledge)
    assert [finding.quote for finding in Syntax.opened(rulebook).run(letter).findings] == ["In 2023 he has"]
