"""Every rule's own examples are its tests."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest
from letters import case_from, letter_from, letter_text

from vlucheck.checks import CHECKS, Opening
from vlucheck.checks.elements import Elements
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.reading import read_letter
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.kinds import KINDS
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Avoid, Compare, Order, Prefer, Require, Rule, Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

    from vlucheck.letter.model import Letter

RULES = load_rulebook().rules
WORDING = [rule for rule in RULES if rule.kind in KINDS]
ELEMENTS = [rule for rule in RULES if isinstance(rule.test, Require)]


def _needs_engine(rule: Rule) -> bool:
    """Whether the rule speaks through a grammar engine: tests/checks/test_grammar.py tries those."""
    return isinstance(rule.test, Compare) and rule.test.check.startswith("engine-")


OTHERS = [rule for rule in RULES if rule.kind in ("limit", "compare") and not _needs_engine(rule)]


def _id(rule: Rule) -> str:
    return f"{rule.id}-{rule.name}"


def _type(rule: Rule) -> str:
    return min(rule.letters, default="vcl-stopped")


def _place(rule: Rule) -> str:
    if isinstance(rule.test, (Avoid, Prefer)):
        return rule.test.wording.where
    return rule.test.then.where if isinstance(rule.test, Order) else "body"


@cache
def _finders(rulebook_digest: str) -> tuple[Callable[["Letter"], set[str]], ...]:
    """The checks of everything that is no wording rule and needs no engine: letter → ids of the rules that spoke."""
    opening = Opening(load_rulebook(), None, ())
    names = [name for name in CHECKS if name not in ("rules", "grammar", "elements")]
    checks = [check for name in names if (check := CHECKS[name](opening))]
    return tuple(lambda letter, check=check: {f.rule for f in check.run(letter).findings} for check in checks)


@cache
def _elements(rulebook_digest: str) -> Elements:
    return Elements.opened(load_rulebook())


def test_there_are_rules() -> None:
    assert len(WORDING) >= 40
    assert len(ELEMENTS) == 26


@pytest.mark.parametrize("rule", WORDING, ids=_id)
def test_a_wording_rule_finds_its_bad_examples_and_leaves_its_good_ones(
    rule: Rule, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    apply = KINDS[rule.kind](rule, rulebook.concepts)

    def speaks(example: str) -> bool:
        return bool(apply(letter_from(letter_text(example, _place(rule)), parser, knowledge, _type(rule))))

    assert [example for example in rule.examples.bad if not speaks(example)] == []
    assert [example for example in rule.examples.good if speaks(example)] == []


@pytest.mark.parametrize("rule", OTHERS, ids=_id)
def test_a_comparison_finds_its_bad_examples_and_leaves_its_good_ones(
    rule: Rule, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    def speaks(example: str) -> bool:
        letter = letter_from(letter_text(example), parser, knowledge, _type(rule), case_from(rule.examples.case))
        return any(rule.id in find(letter) for find in _finders(rulebook.digest))

    assert [example for example in rule.examples.bad if not speaks(example)] == []
    assert [example for example in rule.examples.good if speaks(example)] == []


@pytest.mark.parametrize("rule", ELEMENTS, ids=_id)
def test_an_element_is_judged_as_its_examples_say(
    rule: Rule, parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    check = _elements(rulebook.digest)
    place = rule.test.met[0].where if isinstance(rule.test, Require) and rule.test.met else "body"
    kind = _type(rule)

    def status(example: str) -> str:
        letter = letter_from(letter_text(example, place), parser, knowledge, kind)
        return str(judge(rule.name, read_letter(letter, check.questions)).status)

    wanted = {"met": rule.examples.met, "partly": rule.examples.partly, "missing": rule.examples.missing}
    wrong = [(want, got, each) for want, some in wanted.items() for each in some if (got := status(each)) != want]
    assert wrong == []
