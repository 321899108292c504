"""A rule and its own examples → those that it does not judge as it says: the test of a rule, ours or the user's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vlucheck.checks import CHECKS, Check, Opening
from vlucheck.checks.rules import finder
from vlucheck.errors import BadCase, UnreadableLetter
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.model import Letter
from vlucheck.letter.parser import open_parser
from vlucheck.rulebook.kinds import KINDS
from vlucheck.rulebook.knowledge import knowledge_of
from vlucheck.rulebook.model import EXAMPLES, Avoid, Compare, Order, Prefer, Require, Rule, Rulebook
from vlucheck.rulebook.yamlfile import read_yaml
from vlucheck.trial.letters import case_from, letter_from, letter_text

if TYPE_CHECKING:
    from spacy.language import Language

    from vlucheck.checks.elements import Elements

FINDS, LEAVES = "find", "leave alone"
_WANTED = {
    "bad": FINDS,
    "good": LEAVES,
    "met": "call met",
    "partly": "call partly met",
    "missing": "call missing",
    "near": "point at",
}
_NOT_TRIED_ALONE = ("rules", "grammar", "elements")
_USUAL_TYPE = "vcl-stopped"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that the rule does not judge as its file says. `wanted`: what it should do with it."""

    rule: Rule
    list: str
    index: int
    example: str

    @property
    def wanted(self) -> str:
        """What the rule should do with the example: find it, leave it alone, call it met."""
        return _WANTED[self.list]

    @property
    def place(self) -> str:
        """The file and the line of the example."""
        return read_yaml(self.rule.path).place("examples", self.list, self.index)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is opened once for the examples of all rules."""

    rulebook: Rulebook
    knowledge: Knowledge
    parser: "Language"

    def failures(self, rule: Rule) -> tuple[Failure, ...]:
        """Return the examples that the rule judges otherwise than its file says. Raises BadRule for an example that is
        no text of a letter, and for a case that cannot be read."""
        case, judged = _case(rule), self._judge(rule)
        wrong: list[Failure] = []
        for name in EXAMPLES:
            for index, example in enumerate(getattr(rule.examples, name)):
                failure = Failure(rule, name, index, example)
                if not judged(self._letter(failure, case), name):
                    wrong.append(failure)
        return tuple(wrong)

    def _letter(self, tried: Failure, case: CaseFile | None) -> Letter:
        text = letter_text(tried.example, _place(tried.rule))
        try:
            return letter_from(text, self.parser, self.knowledge, min(tried.rule.letters, default=_USUAL_TYPE), case)
        except UnreadableLetter as error:
            read_yaml(tried.rule.path).fail(f"this example is no text: {error}", "examples", tried.list, tried.index)

    def _judge(self, rule: Rule) -> Callable[[Letter, str], bool]:
        """Letter and the name of a list of examples → whether it belongs there."""
        if isinstance(rule.test, Require):
            return _judge_of_element(rule.test.element, self.rulebook)
        speaks = self._wording(rule) if rule.kind in KINDS else self._comparison(rule)
        return lambda letter, name: speaks(letter) is (name == "bad")

    def _wording(self, rule: Rule) -> Callable[[Letter], bool]:
        apply = finder(rule, self.rulebook.concepts)
        return lambda letter: bool(apply(letter))

    def _comparison(self, rule: Rule) -> Callable[[Letter], bool]:
        checks = _comparing(self.rulebook)
        return lambda letter: any(finding.rule == rule.id for each in checks for finding in each.run(letter).findings)


def open_trial(rulebook: Rulebook) -> Trial:
    """Open the language model. Raises BadRule."""
    return Trial(rulebook, knowledge_of(rulebook), open_parser())


def can_be_tried(rule: Rule) -> bool:
    """Whether the examples can be judged without a grammar engine."""
    return not (isinstance(rule.test, Compare) and rule.test.check.startswith("engine-"))


def count_examples(rule: Rule) -> int:
    """How many examples the rule has."""
    return sum(len(getattr(rule.examples, name)) for name in EXAMPLES)


def _place(rule: Rule) -> str:
    """The part of the letter that the examples stand in."""
    if isinstance(rule.test, Avoid | Prefer):
        return rule.test.wording.where
    if isinstance(rule.test, Require) and rule.test.met:
        return rule.test.met[0].where
    return rule.test.then.where if isinstance(rule.test, Order) else "body"


def _case(rule: Rule) -> CaseFile | None:
    try:
        return case_from(rule.examples.case)
    except BadCase as error:
        read_yaml(rule.path).fail(f"the case that goes with the examples cannot be used: {error}", "examples", "case")


def _judge_of_element(element: str, rulebook: Rulebook) -> Callable[[Letter, str], bool]:
    from vlucheck.checks.elements.judges import judge
    from vlucheck.checks.elements.reading import read_letter, units_found

    questions = _elements(rulebook).questions
    sought = next(each for each in questions.elements if each.element == element)

    def judged(letter: Letter, name: str) -> bool:
        if name == "near":
            return bool(units_found(letter, sought.near))
        return str(judge(element, read_letter(letter, questions)).status) == name

    return judged


@lru_cache(maxsize=2)
def _elements(rulebook: Rulebook) -> "Elements":
    from vlucheck.checks.elements import Elements

    return Elements.opened(rulebook)


@lru_cache(maxsize=2)
def _comparing(rulebook: Rulebook) -> tuple[Check, ...]:
    """The checks of everything that is no wording rule and needs no engine."""
    return tuple(_opened(Opening(rulebook, None, ())))


def _opened(opening: Opening) -> Iterator[Check]:
    for name in CHECKS:
        check = CHECKS[name](opening) if name not in _NOT_TRIED_ALONE else None
        if check is not None:
            yield check
