"""A letter's sentences and the trained model → the sentences that read like the examples of each element.

The rules' wordings decide first. The model saw the rules' examples and the marked sentences of many letters. It knows
an element in words that no rule foresaw, and raises the status; and it doubts sentences in which the rules found an
element, but which are nothing like those that have it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vlucheck.checks.elements.judges.decision import names_charges
from vlucheck.checks.elements.proof import gives_way, is_proved
from vlucheck.checks.elements.reading import DOUBTS, Reading, Verdict, spans
from vlucheck.checks.elements.vouching import vouched_text
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Letter, Part
from vlucheck.linear import LinearModel, character_marks, share, word_marks
from vlucheck.rulebook.seek import Unit, units

_SHOWN, _SHOWN_TOGETHER = 3, 4
_LIKELY, _FAIRLY = 0.3, 0.2
_IN_THE_HEAD = ("private-heading", "reference")
_HALF_IS_HALF = ("contact", "empathy", "writer-role")  # what their rules call half said stays so


_HALF_WITHOUT_PROOF = ("receipt", "contact", "support", "vrr-how-to-ask", "next-stage")
_NEAR_BEST = 0.05
_SURELY = 0.9  # what even a sentence of which the rules found half may count for in full
_FITTING_BESIDE, _FITS = ("empathy",), 0.25
_NAMES_ITSELF = 0.6  # so like a decision that it names charge and person, in whatever words
# Told over several sentences, so that their shares add up: from which share a sentence counts. In a long letter many
# sentences have a little of a reason without being one, and a brief letter must not need as many as a long one.
_TOGETHER = MappingProxyType({"empathy": 0.05, "issues-answered": 0.05, "reasons": 0.15})


@dataclass(frozen=True, slots=True)
class Alike:
    """How much the sentences of one letter read like each element: (share from 0 to 1, place), the likest first.

    `read`: the same of whole sentences, whatever the writer vouches for in them. `announcing`: headings and address
    lines, which name a thing and do not say it ("If you would like a review").
    """

    found: Mapping[str, tuple[tuple[float, Span], ...]]
    announcing: frozenset[Span] = frozenset()
    read: Mapping[str, tuple[tuple[float, Span], ...]] | None = None

    def weighed(self, element: str, verdict: Verdict, least: Mapping[Status, float], reading: Reading) -> Verdict:
        """Return the verdict of rules and model together; `least` are the shares of the need table.

        A sentence likely enough makes the element met, if it is none of those that only look like it and the letter
        also gives the day or the way that is asked for; without that a missing element is half met. Where the rules'
        own sentences are unlikely and no other is likely, a met element is half met, and doubted.
        """
        enough = least.get(Status.MET, 0.0)
        if verdict.status is Status.MET:
            if (
                verdict.sure
                or self._weight(element, verdict, reading) >= enough
                or gives_way(element, verdict.evidence, reading)
            ):
                return verdict
            half = spans(reading.said[element].partly)
            verdict = Verdict(Status.PARTLY, half or verdict.evidence, doubted=not half)
            asked = None if element in _TOGETHER else least.get(Status.MISSING)
            return self._raised(element, verdict, asked, reading)
        raised = self._raised(element, verdict, least.get(verdict.status), reading)
        if element in _TOGETHER and raised.status is Status.MET and self._weight(element, raised, reading) < enough:
            return Verdict(Status.PARTLY, raised.evidence, doubted=True)
        return raised

    def _weight(self, element: str, verdict: Verdict, reading: Reading) -> float:
        """The share of the verdict's likeliest sentence; of what takes several sentences to tell, the sum of the shares
        of all that may tell it: a reason in one letter is six sentences, none of which alone reads like one."""
        shares = {span: likeness for likeness, span in self.found.get(element, ())}
        if element not in _TOGETHER:
            return max((shares.get(span, 1.0) for span in verdict.evidence), default=1.0)
        passed_over = self.announcing | reading.said[element].not_it
        least = _TOGETHER[element]
        return sum(share for span, share in shares.items() if share >= least and span not in passed_over)

    def _raised(self, element: str, verdict: Verdict, asked: float | None, reading: Reading) -> Verdict:
        """Met where a sentence is likely enough and proved."""
        if asked is None:
            return verdict
        halves = verdict.evidence if element in _HALF_IS_HALF or verdict.doubted else ()
        if not verdict.doubted and element in _FITTING_BESIDE and self._fits_beside(element, halves, reading):
            return Verdict(Status.MET, verdict.evidence)
        passed_over = self.announcing | reading.said[element].not_it
        ranked = [(likeness, span) for likeness, span in self.found.get(element, ()) if span not in passed_over]
        likely = [span for likeness, span in ranked if likeness >= (_SURELY if span in halves else asked)]
        names_itself = element == "decision" and names_charges(reading)
        sure = {span for likeness, span in ranked if likeness >= _NAMES_ITSELF} if names_itself else set()
        proved = [span for span in likely if span in sure or is_proved(element, span, reading)]
        if proved:
            return Verdict(Status.MET, tuple(sorted(proved[:2])))
        if likely and verdict.status is Status.MISSING and element in _HALF_WITHOUT_PROOF:
            return Verdict(Status.PARTLY, tuple(sorted(likely[:1])))
        return verdict

    def _fits_beside(self, element: str, halves: tuple[Span, ...], reading: Reading) -> bool:
        """Whether a stock phrase stands beside a sentence that makes it fit this reader."""
        order = [sentence.span for sentence in reading.letter.sentences]
        at = {span: number for number, span in enumerate(order)}
        fitting = {span for likeness, span in self.found.get(element, ()) if likeness >= _FITS and span not in halves}
        return any(span in at and fitting & set(order[max(0, at[span] - 1) : at[span] + 2]) for span in halves)

    def shown(self, element: str, verdict: Verdict) -> Verdict:
        """Return the verdict with the sentences to show for a met element: of those that the rules found and those
        that are likely to say it, the likest. Beside a likely one, those that are far from likely are left out. Where
        the rules' sentences are unlikely, one that is twice as likely is shown too."""
        if verdict.status is not Status.MET:
            return verdict
        shares = {span: likeness for likeness, span in (self.read or self.found).get(element, ())}
        known = max((shares.get(span, 1.0) for span in verdict.evidence), default=1.0)
        asked = min(_LIKELY, max(_FAIRLY, 2 * known))
        likely = {span for span, likeness in shares.items() if likeness >= asked}
        least = max(shares.values()) * _NEAR_BEST if likely else 0.0
        near = {*likely, *(span for span in verdict.evidence if shares.get(span, 1.0) >= least)}
        ranked = sorted(near, key=lambda span: (-shares.get(span, 0.0), span))
        return Verdict(Status.MET, tuple(sorted(ranked[: _SHOWN_TOGETHER if element in _TOGETHER else _SHOWN])))


def find_alike(letter: Letter, model: LinearModel) -> Alike:
    """Return the likeness of every sentence, heading and line of the letter to every element.

    For an element that counts only where the writer vouches for it, it is the likeness of what they vouch for."""
    read = [(model.points(unit_marks(unit.folded)), unit) for unit in units(letter, "letter")]
    among = [(_vouched(points, unit, model), unit) for points, unit in read]
    naming = (Part.HEADING, Part.ADDRESS)
    return Alike(
        found={element: tuple(_ranked(element, among)) for element in model.labels},
        announcing=frozenset(unit.span for _, unit in read if letter.part_at(unit.span.start) in naming),
        read={element: tuple(_ranked(element, read)) for element in model.labels},
    )


def _vouched(read: Mapping[str, float], unit: Unit, model: LinearModel) -> Mapping[str, float]:
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
