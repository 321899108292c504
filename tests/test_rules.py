"""Every rule's own examples are its tests."""

import pytest

from vlucheck.rulebook.kinds import KINDS
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.proof import prove
from vlucheck.rulebook.yamlfile import read_yaml
from vlucheck.trial import Trial, can_be_tried, open_trial

RULES = load_rulebook().rules


def _id(rule: Rule) -> str:
    return f"{rule.id}-{rule.name}"


@pytest.fixture(scope="module")
def trial(rulebook: Rulebook) -> Trial:
    return open_trial(rulebook)


def test_there_are_rules() -> None:
    assert len([rule for rule in RULES if rule.kind in KINDS]) >= 40
    assert len([rule for rule in RULES if rule.kind == "require"]) == 26


@pytest.mark.parametrize("rule", [rule for rule in RULES if can_be_tried(rule)], ids=_id)
def test_a_rule_judges_its_own_examples_as_it_says(rule: Rule, trial: Trial) -> None:
    """Those that speak through a grammar engine are tried in tests/checks/test_grammar.py."""
    assert [(failure.wanted, failure.example) for failure in trial.failures(rule)] == []


def test_our_rules_stand_the_proof_that_the_rules_of_others_must_stand(rulebook: Rulebook) -> None:
    for rule in rulebook.rules:
        prove(read_yaml(rule.path), rule, rulebook, rulebook)
