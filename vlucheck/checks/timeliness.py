"""The dates in a letter and the time limits of the service → whether the letter is late, as one finding."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from vlucheck.checks.elements.judges.apology import apology
from vlucheck.checks.elements.lateness import LateAfter, Lateness, lateness
from vlucheck.checks.elements.reading import Questions, questions_of, read_letter
from vlucheck.document import Span
from vlucheck.findings import Finding, Outcome, Severity, Status
from vlucheck.letter.model import Letter, Part
from vlucheck.letter.workdays import working_days_between
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Compares the letter's date with the decision, the promise or the complaint that it follows."""

    rules: Mapping[LateAfter, Rule]
    questions: Questions
    name: str = "whether the letter is late"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Timeliness":
        """Compile what is needed. Raises BadRule."""
        rules = {after: rule for after in LateAfter if (rule := rulebook.compare(f"late-after-{after}"))}
        return cls(rules, questions_of(rulebook))

    def run(self, letter: Letter) -> Outcome:
        """Return one finding when the dates show that the letter is late; one that says sorry needs no change."""
        reading = read_letter(letter, self.questions)
        late = lateness(reading)
        rule = self.rules.get(late.after) if late else None
        if late is None or rule is None or letter.date is None:
            return Outcome()
        finding = _finding(rule, letter, late, letter.date)
        if apology(reading).status is Status.MET:  # nothing in the letter is left to change
            finding = replace(finding, severity=Severity.CONSIDER)
        return Outcome(findings=(finding,))


def _finding(rule: Rule, letter: Letter, late: Lateness, written: date) -> Finding:
    known = {
        "day": _in_words(late.day),
        "written": _in_words(written),
        "days": str(working_days_between(late.day, written)),
        "limit": f"{late.limit} working day{'' if late.limit == 1 else 's'}",
    }
    also = next((each.span for each in letter.dates if each.date == late.day), None)
    return replace(marked(rule, letter, _date_line(letter), known), also=also)


def _date_line(letter: Letter) -> Span | None:
    return next((each.span for each in letter.dates if letter.part_at(each.span.start) is Part.DATE), None)


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
