"""The rules of the user's own, tried on their examples → what to say of them."""

from dataclasses import dataclass

from vlucheck.rulebook.model import Rulebook
from vlucheck.trial import Failure, can_be_tried, count_examples, open_trial


@dataclass(frozen=True, slots=True)
class Tried:
    """How many rules and examples were tried, those that failed, and the ids of rules that could not be tried."""

    rules: int
    examples: int
    failed: tuple[Failure, ...]
    left: tuple[str, ...]

    @property
    def summary(self) -> str:
        """One sentence or two: "2 of them are yours; all 6 examples are judged as they should be."."""
        yours = self.rules + len(self.left)
        whose = f"{yours} of them {'is' if yours == 1 else 'are'} yours"
        wrong = len(self.failed)
        if wrong:
            return f"{whose}; of {self.examples} examples {wrong} {'fails' if wrong == 1 else 'fail'}."
        return f"{whose}; all {self.examples} examples are judged as they should be."

    @property
    def complaints(self) -> tuple[str, ...]:
        """A sentence for each example that failed, and for each rule that was not tried."""
        wrong = (f'{each.place}: {each.rule.id} does not {each.wanted} "{each.example}"' for each in self.failed)
        left = (f"{name} speaks through the grammar engine: its examples were not tried." for name in self.left)
        return (*wrong, *left)

    def as_values(self) -> dict[str, object]:
        """The same for another program."""
        failed = [
            {"rule": each.rule.id, "wanted": each.wanted, "example": each.example, "place": each.place}
            for each in self.failed
        ]
        return {"examples": {"tried": self.examples, "failed": failed, "not_tried": list(self.left)}}


def try_users_rules(rulebook: Rulebook) -> Tried:
    """Try each rule of the user's on its own examples. Raises BadRule where that cannot be done."""
    own = [rule for rule in rulebook.rules if rule.id in rulebook.users]
    fit = [rule for rule in own if can_be_tried(rule)]
    trial = open_trial(rulebook)
    failed = tuple(failure for rule in fit for failure in trial.failures(rule))
    left = tuple(rule.id for rule in own if not can_be_tried(rule))
    return Tried(len(fit), sum(map(count_examples, fit)), failed, left)
