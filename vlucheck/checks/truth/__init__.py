"""A letter against its case file: names, titles, reference, offences, dates and decision that are not the case's."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from vlucheck.checks.consistency.clash import Clash, finding_of
from vlucheck.checks.elements.reading import Questions, Reading, questions_of, read_letter
from vlucheck.checks.firstnames import Nicknames, nicknames_of
from vlucheck.checks.truth.charges import wrong_offences
from vlucheck.checks.truth.days import wrong_decision_date, wrong_letter_date
from vlucheck.checks.truth.issues import unanswered
from vlucheck.checks.truth.names import misspelt_defendants, misspelt_victims, other_victims
from vlucheck.checks.truth.outcome import other_decisions, other_types, withdrawals_that_were_none
from vlucheck.checks.truth.pronouns import wrong_pronouns
from vlucheck.checks.truth.reader import wrong_readers, wrong_titles_of_reader
from vlucheck.checks.truth.references import wrong_references
from vlucheck.checks.truth.relatives import wrong_relatives
from vlucheck.checks.truth.strangers import strangers_accused
from vlucheck.checks.truth.titles import wrong_titles
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Compare, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Scene:
    """A letter with its case file, and what is needed to compare the two."""

    letter: Letter
    case: CaseFile
    reading: Reading
    nicknames: Nicknames
    questions: Questions


Comparison = Callable[[Scene], Iterable[Clash]]

COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "case-reader-name": lambda scene: wrong_readers(scene.letter, scene.case, scene.nicknames),
        "case-reader-title": lambda scene: wrong_titles_of_reader(scene.letter, scene.case),
        "case-victim-name": lambda scene: misspelt_victims(scene.letter, scene.case, scene.nicknames),
        "case-other-victim": lambda scene: other_victims(scene.letter, scene.case, scene.nicknames),
        "case-defendant-name": lambda scene: misspelt_defendants(scene.letter, scene.case, scene.nicknames),
        "case-stranger-accused": lambda scene: strangers_accused(scene.letter, scene.case),
        "case-title": lambda scene: wrong_titles(scene.letter, scene.case, scene.nicknames),
        "case-pronoun": lambda scene: wrong_pronouns(scene.letter, scene.case),
        "case-relative": lambda scene: wrong_relatives(scene.letter, scene.case),
        "case-reference": lambda scene: wrong_references(scene.letter, scene.case),
        "case-offence": lambda scene: wrong_offences(scene.letter, scene.case, scene.questions.offences),
        "case-letter-date": lambda scene: wrong_letter_date(scene.letter, scene.case),
        "case-decision-date": lambda scene: wrong_decision_date(scene.reading, scene.case),
        "case-decision": lambda scene: other_decisions(scene.reading, scene.case),
        "case-type": lambda scene: other_types(scene.letter, scene.case),
        "case-withdrew": lambda scene: withdrawals_that_were_none(scene.reading, scene.case),
    }
)
ISSUES = "case-issue"


@dataclass(frozen=True, slots=True)
class Truth:
    """Every comparison with the case file that the rulebook has a rule for."""

    rules: tuple[tuple[Rule, Comparison], ...]
    issues: Rule | None
    nicknames: Nicknames
    questions: Questions
    name: str = "the case file"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Truth":
        """Pair the rules with their comparisons. Raises BadRule."""
        ruled = ((rule, rule.test.check) for rule in rulebook.rules if isinstance(rule.test, Compare))
        return cls(
            rules=tuple((rule, COMPARISONS[check]) for rule, check in ruled if check in COMPARISONS),
            issues=rulebook.compare(ISSUES),
            nicknames=nicknames_of(rulebook.tables.get("nicknames", {})),
            questions=questions_of(rulebook),
        )

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place that is not as the case file has it; none without a case file."""
        if letter.case is None:
            return Outcome()
        reading = read_letter(letter, self.questions)
        scene = Scene(letter, letter.case, reading, self.nicknames, self.questions)
        meant = ((rule, compare) for rule, compare in self.rules if rule.applies_to(letter.type.type))
        found = (finding_of(clash, rule, letter) for rule, compare in meant for clash in compare(scene))
        return Outcome(findings=(*(replace(finding, known=True) for finding in found), *self._left_out(scene)))

    def _left_out(self, scene: Scene) -> Iterator[Finding]:
        """A finding for each issue that the letter leaves out; there is no place to point at."""
        rule = self.issues
        if rule is None or not rule.applies_to(scene.letter.type.type):
            return
        for issue, sure in unanswered(scene.letter, scene.case):
            words = {"case": issue, "place": scene.case.place_of("issues")}
            yield replace(marked(rule, scene.letter, None, words), confidence=sure, suggestions=(), known=True)
