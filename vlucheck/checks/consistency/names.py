"""The people of a letter → a name that is spelt two ways."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import bare, distance, nearly_same
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Mention, Part, Person

_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "master", ""})
_TWO_PEOPLE = re.compile(
    r"\bconfus(?:e|ed|ing|ion)\b|\b(?:nearly|almost) the same (?:sur)?name|\bsimilar (?:sur)?names?|\bno relation\b"
    r"|\bnamesake|\btwo different (?:people|men|women|officers|persons)|\bmixed (?:him|her|them|you) up\b"
    r"|\b(?:mis-?spel[lt]\w*|wrongly (?:spelt|spelled)|spel(?:t|led|ling) (?:of )?(?:your|his|her|the) name)"
)


def names_spelt_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield the rarer spelling of a name that the letter also spells another way, at its first place."""
    if speaks_of_two_people(letter):
        return
    for one, other in combinations(letter.people, 2):
        wrong, right = sorted((one, other), key=_weight)
        if _may_be_same(one, other):
            yield _clash(wrong, right, None)
        elif _looks_alike(wrong, right):
            yield _clash(wrong, right, Confidence.MEDIUM)


def speaks_of_two_people(letter: Letter) -> bool:
    """Whether the letter itself says that two names are alike, or were misspelt before."""
    return _TWO_PEOPLE.search(letter.folded) is not None


def _clash(wrong: Person, right: Person, unsure: Confidence | None) -> Clash:
    place, model = wrong.mentions[0], right.mentions[0]
    return Clash(place.span, model.span, {}, better=(_like(place, right),), unsure=unsure)


def _like(place: Mention, right: Person) -> str:
    """The name as it should stand in the place: with the parts that stand there now."""
    parts = (place.title and (right.title or place.title), place.first and (right.first or place.first), right.last)
    return " ".join(part for part in parts if part)


def _weight(person: Person) -> tuple[int, int, int]:
    """How much speaks for a spelling: the address block before all, then how often it stands in the letter."""
    parts = Counter(mention.part for mention in person.mentions)
    return parts[Part.ADDRESS], len(person.mentions), person.first is not None


def _may_be_same(one: Person, other: Person) -> bool:
    if not _titles_agree(one, other) or all(m.part is Part.SALUTATION for p in (one, other) for m in p.mentions):
        return False
    firsts = [bare(person.first).split()[0] if person.first else "" for person in (one, other)]
    same_last, near_last = bare(one.last) == bare(other.last), nearly_same(one.last, other.last)
    if same_last:
        return all(firsts) and nearly_same(*firsts)
    return near_last and (not all(firsts) or _firsts_agree(*firsts))


def _firsts_agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _titles_agree(one: Person, other: Person) -> bool:
    titles = [(person.title or "").casefold().rstrip(".") for person in (one, other)]
    civil = [title in _CIVIL for title in titles]
    return civil[0] == civil[1] and not ("mr" in titles and {"mrs", "ms", "miss"} & set(titles))


def _looks_alike(rare: Person, known: Person) -> bool:
    """A name with a title that stands once, and looks like another of the same title: "Mr Lyle" beside "Mr Lisle"."""
    a, b = bare(rare.last), bare(known.last)
    once = len(rare.mentions) == 1 and rare.first is None and len(known.mentions) > 1
    same_title = rare.title is not None and rare.title == known.title
    return once and same_title and min(len(a), len(b)) >= 4 and a[0] + a[-1] == b[0] + b[-1] and distance(a, b) == 2
