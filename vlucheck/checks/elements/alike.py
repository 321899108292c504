"""A letter's sentences and the trained model → the sentences that read like the examples of each element.

The rules' wordings decide first. The model saw the rules' examples and the marked sentences of many letters. It knows
an element in words that no rule foresaw, and raises the status to met; and where the sentences that the rules found
read like nothing that ever carried the element, it says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vlucheck.checks.elements.reading import DOUBTS, Verdict
from vlucheck.checks.elements.vouching import vouched_text
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Letter, Part
from vlucheck.linear import LinearModel, character_marks, share, word_marks
from vlucheck.rulebook.seek import Unit, units

_SHOWN = 3
_LIKELY = 0.4
_IN_THE_HEAD = ("private-heading", "reference")
_HALF_IS_HALF = ("contact", "empathy", "writer-role")  # what their rules call half said stays so


@dataclass(frozen=True, slots=True)
class Alike:
    """How much the sentences of one letter read like each element: (share from 0 to 1, place), the likest first.

    `read`: the same of whole sentences, whatever they vouch for. `announcing`: headings and address lines, which name
    a thing and do not say it ("If you would like a review")."""

    found: Mapping[str, tuple[tuple[float, Span], ...]]
    announcing: frozenset[Span] = frozenset()
    read: Mapping[str, tuple[tuple[float, Span], ...]] | None = None

    def confirmed(
        self, element: str, verdict: Verdict, half: tuple[Span, ...], least: Mapping[Status, float]
    ) -> Verdict:
        """Return the verdict, unless it is met and none of its sentences reads like the element by the share that
        `least` asks of what the rules call met: then it is partly where the rules found `half`, else missing."""
        asked = least.get(Status.MET)
        if asked is None or verdict.status is not Status.MET:
            return verdict
        shares = {span: likeness for likeness, span in self.found.get(element, ())}
        if any(shares.get(span, 1.0) >= asked for span in verdict.evidence):
            return verdict
        return Verdict(Status.PARTLY, half) if half else Verdict(Status.MISSING)

    def raised(self, element: str, verdict: Verdict, not_it: frozenset[Span], least: Mapping[Status, float]) -> Verdict:
        """Return met instead of the verdict where a sentence reads like the element by at least the share that
        `least` asks for this status, and is none of those that only look like it; else the verdict."""
        asked = least.get(verdict.status)
        if asked is None or verdict.status is Status.MET:
            return verdict
        passed_over = self.announcing | not_it | set(verdict.evidence if element in _HALF_IS_HALF else ())
        likely = (span for likeness, span in self.found.get(element, ()) if likeness >= asked)
        spans = [span for span in likely if span not in passed_over]
        return Verdict(Status.MET, tuple(sorted(spans[:2]))) if spans else verdict

    def shown(self, element: str, verdict: Verdict) -> Verdict:
        """Return the verdict with the sentences to show for a met element: of those that the rules found and those
        that are likely to say it, the likest."""
        if verdict.status is not Status.MET:
            return verdict
        shares = {span: likeness for likeness, span in (self.read or self.found).get(element, ())}
        likely = {span for span, likeness in shares.items() if likeness >= _LIKELY}
        ranked = sorted({*verdict.evidence, *likely}, key=lambda span: (-shares.get(span, 0.0), span))
        return Verdict(Status.MET, tuple(sorted(ranked[:_SHOWN])))


def find_alike(letter: Letter, model: LinearModel) -> Alike:
    """Return the likeness of every sentence, heading and line of the letter to every element.

    For an element that counts only where the writer vouches for it, it is the likeness of what they vouch for."""
    read = [(model.points(unit_marks(unit.folded)), unit) for unit in units(letter, "letter")]
    among = [(_points(points, unit, model), unit) for points, unit in read]
    announcing = frozenset(
        unit.span for unit in units(letter, "letter") if letter.part_at(unit.span.start) in (Part.HEADING, Part.ADDRESS)
    )
    return Alike(
        {element: tuple(_ranked(element, among)) for element in model.labels},
        announcing,
        {element: tuple(_ranked(element, read)) for element in model.labels},
    )


def _points(read: Mapping[str, float], unit: Unit, model: LinearModel) -> Mapping[str, float]:
    """The points of what the writer vouches for, where that is less than the whole sentence has."""
    points = dict(read)
    if unit.sentence is None:
        return points
    for doubts in set(DOUBTS.values()):
        text = vouched_text(unit.sentence, unit.folded, doubts)
        if text != unit.folded:
            vouched = model.points(unit_marks(text))
            points |= {e: min(points[e], vouched[e]) for e, each in DOUBTS.items() if each == doubts}
    return points


def _ranked(element: str, among: Sequence[tuple[Mapping[str, float], Unit]]) -> list[tuple[float, Span]]:
    """The likest first. What is said in the letter itself is not sought in the lines of its head and foot."""
    anywhere = element in _IN_THE_HEAD
    found = ((share(points[element]), unit.span) for points, unit in among if anywhere or unit.sentence)
    return sorted(found, key=lambda each: -each[0])


def unit_marks(folded: str) -> Iterator[str]:
    """What the model sees of a sentence or line."""
    yield from word_marks(folded)
    yield from character_marks(folded)
