"""Kind `order`: something stands before what ought to come first."""

from collections.abc import Callable, Mapping

from vlucheck.findings import Finding
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Order, Rule
from vlucheck.rulebook.seek import seeker


def compile_order(rule: Rule, concepts: Mapping[str, tuple[str, ...]]) -> Callable[[Letter], list[Finding]]:
    """Return the function that finds `then` standing before `first`; both have to be there. Raises BadPhrase."""
    if not isinstance(rule.test, Order):
        raise TypeError(f"{rule.id} is not an order rule")
    first, then = seeker(rule.test.first, concepts), seeker(rule.test.then, concepts)

    def find(letter: Letter) -> list[Finding]:
        early, late = then.find(letter), first.find(letter)
        if not early or not late or late[0].span.start < early[0].span.start:
            return []
        return [marked(rule, letter, early[0].span)]

    return find
