"""A name that stands once, where only the accused can be meant → somebody of another case."""

from collections.abc import Iterator

from vlucheck.checks.consistency.cast import accused_of, in_body, stands_as_accused
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import is_introduced, speaks_of_two_people
from vlucheck.checks.consistency.spelling import bare, nearly_same
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Person, Role

_OFTEN = 2


def accused_from_nowhere(letter: Letter) -> Iterator[Clash]:
    """Yield a name with a title and nothing else that is accused once, in a letter about somebody else."""
    people = accused_of(letter)
    known = [p for p in people if len(p.mentions) >= _OFTEN and any(m.first for m in p.mentions)]
    rare = [p for p in people if len(p.mentions) == 1 and p.first is None and p.title]
    if not known or len(rare) != 1 or len(people) != len(known) + len(rare) or speaks_of_two_people(letter):
        return
    mention = rare[0].mentions[0]
    if not list(in_body(rare[0])) or not stands_as_accused(letter, mention) or is_introduced(letter, mention):
        return
    if not _is_like(rare[0], (*known, *(p for p in letter.people if p.role is Role.RECIPIENT))):
        usual = next((m for m in known[0].mentions if stands_as_accused(letter, m)), known[0].mentions[0])
        yield Clash(mention.span, usual.span, unsure=Confidence.MEDIUM if len(known) > 1 else None)


def _is_like(person: Person, others: tuple[Person, ...]) -> bool:
    """A slip for a name of the letter, or a relative's name, is told by other rules or by none."""
    return any(bare(person.last) == bare(o.last) or nearly_same(person.last, o.last) for o in others)
