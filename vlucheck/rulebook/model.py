"""A rule, as read from its file: what it says, what it looks for, and its own examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from vlucheck.findings import Category, Confidence, Severity, Status

ALL_LETTERS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wording:
    """Ways of saying something. Any of `phrases` (see `vlucheck.wording`), `patterns` (regular expressions that name
    {concept}s) or `tokens` (spaCy Matcher patterns) is enough; each of `has` must be there too, in any order."""

    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    tokens: tuple[tuple[Mapping[str, object], ...], ...] = ()
    has: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: int = 1
    where: str = "body"


@dataclass(frozen=True, slots=True)
class Avoid:
    """Kind `avoid`: this wording should not stand in the letter. `quoted`: not even inside quotation marks.
    `accused`: only where nobody but the accused can be meant by its "he", "she" and names."""

    wording: Wording
    quoted: bool = False
    accused: bool = False


@dataclass(frozen=True, slots=True)
class Prefer:
    """Kind `prefer`: each left-hand wording has a better one, or several."""

    swaps: Mapping[str, tuple[str, ...]]
    wording: Wording
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Require:
    """Kind `require`: the letter has to say this. `met` and `partly` are ways of saying it, `unless` what looks like it
    and is not; `missing` and `half` are the messages for a missing and a partly met element. Where it is lacking, the
    finding points at what comes `near`, or else at the element that it belongs `beside`."""

    element: str
    title: str
    met: tuple[Wording, ...]
    partly: tuple[Wording, ...]
    unless: tuple[Wording, ...]
    missing: str
    half: str
    near: tuple[Wording, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Kind `order`: `first` has to stand before `then` when both are there."""

    first: Wording
    then: Wording


@dataclass(frozen=True, slots=True)
class Limit:
    """Kind `limit`: a figure with steps, worst first: (more than, severity). `measure` names the figure."""

    measure: str
    steps: tuple[tuple[float, Severity], ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Kind `compare`: a comparison made in code, named after what it compares; the file holds its words and figures."""

    check: str
    settings: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


Test = Avoid | Prefer | Require | Order | Limit | Compare


EXAMPLES = ("bad", "good", "met", "partly", "missing", "near")


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences (or whole short letters) the rule has to find and must leave alone; for elements by status, and `near`
    what a finding points at where the element is lacking. `case` is the case file that goes with them."""

    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    case: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rulebook. `letters` empty means all types. `message` may hold {match}."""

    id: str
    name: str
    kind: str
    category: Category
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    test: Test
    examples: Examples
    letters: frozenset[str] = ALL_LETTERS
    instead: tuple[str, ...] = ()
    source: str = ""
    since: str = ""
    path: Path = Path()

    def applies_to(self, letter_type: str) -> bool:
        """Whether the rule is meant for letters of this type."""
        return not self.letters or letter_type in self.letters


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One row of the need table: for each letter type "R", "-" or a condition ("C1").

    `alike`: from which share on a sentence that reads like the element's examples makes up for words that no rule
    found (by the status that the rules gave); for met, the share that at least one of the rules' sentences must have.
    """

    element: str
    needs: Mapping[str, str]
    severity_missing: Severity
    severity_partly: Severity
    alike: Mapping[Status, float]


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Every rule and every table of the rules folder, equal to itself alone. `tables` are the other YAML files by name
    without suffix ("score", "thresholds", "engine/lingotweaker"); `words` the word lists by name; `digest` the SHA-256
    of it all; `models` the folder of the trained models; `users` the ids of the rules that come from the user."""

    folder: Path
    rules: tuple[Rule, ...]
    concepts: Mapping[str, tuple[str, ...]]
    needs: tuple[NeedRow, ...]
    tables: Mapping[str, Mapping[str, object]]
    words: Mapping[str, frozenset[str]]
    digest: str
    models: Path
    users: tuple[str, ...] = ()

    def rules_by_id(self) -> Mapping[str, Rule]:
        """Every rule under its id."""
        return {rule.id: rule for rule in self.rules}

    def model(self, name: str) -> Path:
        """The file of the trained model of this name."""
        return self.models / f"{name}.npz"

    def of_kind(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, in order of their ids."""
        return tuple(rule for rule in self.rules if rule.kind == kind)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule with this id or name, upper or lower case."""
        wanted = rule_id.lower()
        return next((rule for rule in self.rules if wanted in (rule.id.lower(), rule.name.lower())), None)

    def compare(self, check: str) -> Rule | None:
        """The rule whose comparison has this name."""
        return next((r for r in self.rules if isinstance(r.test, Compare) and r.test.check == check), None)
