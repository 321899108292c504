"""The elements of the letter standard: what the letter has to say, what it says, and what is missing."""

from dataclasses import dataclass, replace

from vlucheck.checks.elements.alike import Alike, find_alike
from vlucheck.checks.elements.conditions import need_of
from vlucheck.checks.elements.judges import judge
from vlucheck.checks.elements.pointing import pointed
from vlucheck.checks.elements.reading import Questions, Reading, Verdict, questions_of, read_letter
from vlucheck.checks.elements.wanted import instead
from vlucheck.document import Span
from vlucheck.errors import BadRule
from vlucheck.findings import Confidence, Element, Finding, Need, Outcome, Status
from vlucheck.letter.model import Letter
from vlucheck.linear import LinearModel, load_model
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import NeedRow, Require, Rule, Rulebook

_SHOWN_OF_HALF = 4
_LACKING = (Status.PARTLY, Status.MISSING)
_DOUBTED = 'This is the nearest that the letter comes to "{}". Check that it says so in words nobody can miss.'


@dataclass(frozen=True, slots=True)
class Elements:
    """Judges every element of the need table for one letter after the other."""

    needs: tuple[NeedRow, ...]
    questions: Questions
    model: LinearModel
    name: str = "what the letter has to say"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Elements":
        """Compile the elements' wordings. Raises BadRule."""
        questions = questions_of(rulebook)
        known = {each.element for each in questions.elements}
        for row in rulebook.needs:
            if row.element not in known:
                raise BadRule(f"{rulebook.folder / 'elements.yaml'}: there is no require rule for {row.element}")
        for each in questions.elements:
            if each.beside and each.beside not in known:
                raise BadRule(f"{each.rule.path}: there is no element {each.beside} to stand beside")
            instead(each.rule, rulebook.tables)
        return cls(rulebook.needs, questions, load_model(rulebook.model("elements")))

    def run(self, letter: Letter) -> Outcome:
        """Return every element with its status, and a finding for each that is needed and lacking."""
        reading = read_letter(letter, self.questions)
        alike = find_alike(letter, self.model)
        sought = {each.element: each for each in self.questions.elements}
        elements, findings = [], []
        for row in self.needs:
            asked = sought[row.element]
            element = _element(row, asked.rule, reading, alike)
            if _lacking(element):
                place = pointed(element, asked, alike, reading)
                findings.append(self._finding(row, element, asked.rule, marked(asked.rule, letter, place), letter))
                element = _first(place, element, alike)
            elements.append(element)
        return Outcome(findings=tuple(findings), elements=tuple(elements))

    def _finding(self, row: NeedRow, element: Element, rule: Rule, at: Finding, letter: Letter) -> Finding:
        partly = element.status is Status.PARTLY
        return replace(
            at,
            severity=row.severity_partly if partly else row.severity_missing,
            confidence=Confidence.HIGH if not partly else rule.confidence,
            message=element.message,
            suggestions=instead(rule, self.questions.tables, letter),
        )


def _lacking(element: Element) -> bool:
    return element.need is not Need.NONE and element.status in _LACKING


def _first(place: Span | None, element: Element, alike: Alike) -> Element:
    """The element with the place that its finding points at first among the evidence for the half that is there, then
    what reads most like it."""
    if place is None or element.status is not Status.PARTLY:
        return element
    shares = {span: share for share, span in (alike.read or alike.found).get(element.id, ())}
    others = sorted({*element.evidence} - {place}, key=lambda span: (-shares.get(span, 0.0), span))
    return replace(element, evidence=(place, *others)[:_SHOWN_OF_HALF])


def _element(row: NeedRow, rule: Rule, reading: Reading, alike: Alike) -> Element:
    need = need_of(row, reading)
    verdict = alike.shown(row.element, alike.weighed(row.element, judge(row.element, reading), row.alike, reading))
    status = verdict.status
    if need is Need.NONE and status in _LACKING:
        status, verdict = Status.NOT_APPLICABLE, Verdict(Status.NOT_APPLICABLE)
    return Element(
        id=row.element,
        need=need,
        status=status,
        rule=rule.id,
        message=_DOUBTED.format(_test(rule).title) if verdict.doubted else _message(rule, status),
        evidence=verdict.evidence,
        title=_test(rule).title,
    )


def _message(rule: Rule, status: Status) -> str:
    test = _test(rule)
    if status is Status.MISSING:
        return test.missing
    return test.half or test.missing if status is Status.PARTLY else ""


def _test(rule: Rule) -> Require:
    if not isinstance(rule.test, Require):
        raise TypeError(f"{rule.id} is not a require rule")
    return rule.test
