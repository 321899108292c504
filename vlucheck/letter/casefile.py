"""What the case file says about a case: the truth that a letter is checked against. Pure values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Decision(StrEnum):
    """What was decided, and how: the ways in which a case ends are kept apart, for some can be begun again."""

    NO_CHARGE = "no charge"
    CHARGED = "charged"
    STOPPED = "stopped"
    DISCONTINUED = "discontinued"
    WITHDRAWN = "withdrawn"
    NO_EVIDENCE = "no evidence offered"
    ON_FILE = "left on file"
    ALTERED = "altered"
    UPHELD = "upheld"
    OVERTURNED = "overturned"


ENDINGS = frozenset(
    (Decision.STOPPED, Decision.DISCONTINUED, Decision.WITHDRAWN, Decision.NO_EVIDENCE, Decision.ON_FILE)
)
"""The decisions that end a charged case."""


@dataclass(frozen=True, slots=True)
class CasePerson:
    """A person of the case; what the file does not say is empty. `pronoun`: "he", "she", "they", "it" (a company)."""

    title: str = ""
    first: str = ""
    last: str = ""
    pronoun: str = ""

    @property
    def name(self) -> str:
        """Title, first and last name as far as known, with single spaces."""
        return " ".join(part for part in (self.title, self.first, self.last) if part)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The facts of one case as its file has them; what the file does not say is empty or None.

    `recipient` None: the letter goes to the victim. `enhanced`: the victim has the right to the enhanced service.
    `withdrew`: the victim no longer supports the prosecution. `complaint_with_request`: a review was asked for and a
    complaint made. `issues` are the points that the reader raised. `file` is the name of the letter's file, in a list
    of cases.
    `places` tells where each value stands ("case.yaml, line 3"), `place` where the case begins.
    """

    victim: CasePerson | None = None
    recipient: CasePerson | None = None
    defendants: tuple[CasePerson, ...] = ()
    urn: str = ""
    offences: tuple[str, ...] = ()
    decision: Decision | None = None
    decision_date: date | None = None
    letter_date: date | None = None
    enhanced: bool | None = None
    withdrew: bool | None = None
    complaint_with_request: bool | None = None
    issues: tuple[str, ...] = ()
    letter_type: str = ""
    file: str = ""
    place: str = ""
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def reader(self) -> CasePerson | None:
        """Whom the letter goes to."""
        return self.recipient or self.victim

    @property
    def people(self) -> tuple[CasePerson, ...]:
        """Everybody of the case: victim, recipient, defendants."""
        return tuple(each for each in (self.victim, self.recipient, *self.defendants) if each is not None)

    def place_of(self, key: str) -> str:
        """Where the value of this key stands, or where the case begins."""
        return self.places.get(key, self.place)
