"""A letter and the rulebook's elements → where each element's wordings and the facts stand in the letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from vlucheck.checks.elements.known import known_facts
from vlucheck.checks.elements.vouching import Voice, unvouched
from vlucheck.checks.offences import Offences, offences_of
from vlucheck.document import Span
from vlucheck.errors import BadRule
from vlucheck.findings import Status
from vlucheck.letter.model import Letter, Sentence
from vlucheck.phrases import BadPhrase
from vlucheck.rulebook.build import build_wordings
from vlucheck.rulebook.model import Require, Rule, Rulebook, Wording
from vlucheck.rulebook.seek import Hit, Seeker, Unit, seeker

# The elements that count only where the writer vouches for the words, and what takes that away.
_OUTCOME = frozenset(Voice)
_OWN_DOING = _OUTCOME - {Voice.POSSIBLE}
DOUBTS: Mapping[str, frozenset[Voice]] = MappingProxyType(
    {
        "decision": _OUTCOME,
        "review-outcome": _OUTCOME,
        "complaint-outcome": _OUTCOME,
        "apology": _OWN_DOING,
        "remedy": _OWN_DOING,
        "vrr-right": frozenset((Voice.REPORTED,)),
        "meeting-offer": frozenset((Voice.REPORTED,)),
        "vrr-before-complaint": frozenset((Voice.REPORTED,)),
        "restart-honesty": frozenset((Voice.REPORTED, Voice.OPEN)),
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the letter has an element, and the sentences that say so; `doubted` where rules and model disagree,
    `sure` where what stands beside the sentences proves them, however they are worded."""

    status: Status
    evidence: tuple[Span, ...] = ()
    doubted: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences and lines in which an element's wordings were found, in order: in full, and by half; and the places
    of those that only look like it."""

    met: tuple[Unit, ...] = ()
    partly: tuple[Unit, ...] = ()
    not_it: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Sought:
    """An element's wordings, compiled."""

    rule: Rule
    met: tuple[Seeker, ...]
    partly: tuple[Seeker, ...]
    unless: tuple[Seeker, ...]
    near: tuple[Seeker, ...] = ()

    @property
    def element(self) -> str:
        """The element's id."""
        return _require(self.rule).element

    @property
    def beside(self) -> str:
        """The id of the element that a lacking one belongs beside, or nothing."""
        return _require(self.rule).beside


@dataclass(frozen=True, slots=True)
class Reading:
    """One letter as the judges see it: what it says of each element, which facts it tells (with the sentences), and
    which the case file settles (`known`)."""

    letter: Letter
    said: Mapping[str, Said]
    facts: Mapping[str, tuple[Unit, ...]]
    tables: Mapping[str, Mapping[str, object]]
    known: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))

    def holds(self, fact: str) -> bool:
        """Whether the fact is true of the case: by the case file, or else by what the letter tells."""
        return self.known.get(fact, self.tells(fact))

    def tells(self, fact: str) -> bool:
        """Whether the letter tells this fact of `rules/facts.yaml`."""
        return bool(self.facts.get(fact))


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """What is asked of every letter: the wordings of elements and facts, the tables of the judges, the offences."""

    elements: tuple[Sought, ...]
    facts: Mapping[str, tuple[Seeker, ...]]
    tables: Mapping[str, Mapping[str, object]]
    offences: Offences


@lru_cache(maxsize=2)
def questions_of(rulebook: Rulebook) -> Questions:
    """Return the rulebook's questions; several checks ask the same. Raises BadRule."""
    try:
        return Questions(
            elements=tuple(_sought(rule, rulebook.concepts) for rule in rulebook.of_kind("require")),
            facts={
                name: tuple(seeker(wording, rulebook.concepts) for wording in several)
                for name, several in _facts(rulebook).items()
            },
            tables=rulebook.tables,
            offences=offences_of(rulebook.tables.get("offences", {})),
        )
    except BadPhrase as error:
        raise BadRule(f"{rulebook.folder}: {error}") from error


@lru_cache(maxsize=2)
def read_letter(letter: Letter, questions: Questions) -> Reading:
    """Return what the letter says of each element and fact; the checks of one letter share it."""
    return Reading(
        letter=letter,
        said={sought.element: said(letter, sought) for sought in questions.elements},
        facts={name: units_found(letter, seekers) for name, seekers in questions.facts.items()},
        tables=questions.tables,
        known=known_facts(letter.case, questions.offences),
    )


def _facts(rulebook: Rulebook) -> Mapping[str, tuple[Wording, ...]]:
    """The wordings of `rules/facts.yaml`, by fact."""
    table = rulebook.tables.get("facts")
    if not isinstance(table, Mapping):
        raise BadRule(f"{rulebook.folder / 'facts.yaml'}: the file is missing")
    return build_wordings(rulebook.folder / "facts.yaml", table)


def said(letter: Letter, sought: Sought) -> Said:
    """Return the units in which the element's wordings stand, without those that only look like it."""
    not_it = frozenset(unit.span for unit in units_found(letter, sought.unless))
    doubts = DOUBTS.get(sought.element, frozenset())
    met = tuple(unit for unit in units_found(letter, sought.met, doubts) if unit.span not in not_it)
    taken = {unit.span for unit in met}
    half = tuple(unit for unit in units_found(letter, sought.partly) if unit.span not in not_it | taken)
    return Said(met, half, not_it)


def units_found(
    letter: Letter, seekers: tuple[Seeker, ...], doubts: frozenset[Voice] = frozenset()
) -> tuple[Unit, ...]:
    """The units that hold a hit of any of the seekers, each once, in order; a hit that stands whole in a stretch which
    the writer does not vouch for, for one of the reasons, is passed over."""
    found = {
        unit.span: unit
        for each in seekers
        for hit in each.find(letter)
        if not (doubts and _only_in(hit, doubts))
        for unit in hit.units
    }
    return tuple(found[span] for span in sorted(found))


def _only_in(hit: Hit, doubts: frozenset[Voice]) -> bool:
    """Whether the hit lies within a stretch that the writer does not vouch for."""
    if len(hit.units) != 1 or hit.units[0].sentence is None:
        return False
    return any(voice in doubts and span.covers(hit.span) for voice, span in unvouched(hit.units[0].sentence))


def text_of(sentence: Sentence, reading: Reading) -> str:
    """The folded text of the sentence."""
    return reading.letter.folded[sentence.span.start : sentence.span.end]


def spans(units: tuple[Unit, ...]) -> tuple[Span, ...]:
    """The spans of the units."""
    return tuple(unit.span for unit in units)


def _sought(rule: Rule, concepts: Mapping[str, tuple[str, ...]]) -> Sought:
    test = _require(rule)
    kinds = (test.met, test.partly, test.unless, test.near)
    return Sought(rule, *(tuple(seeker(wording, concepts) for wording in some) for some in kinds))


def _require(rule: Rule) -> Require:
    if not isinstance(rule.test, Require):
        raise TypeError(f"{rule.id} is not a require rule")
    return rule.test
