"""Judge of the answers to the points that the reader raised."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.blocks import read_blocks
from vlucheck.checks.elements.judges.counting import takes_up_all
from vlucheck.checks.elements.judges.points import Table, opening_of, read_points
from vlucheck.checks.elements.judges.raising import THINGS
from vlucheck.checks.elements.judges.reasons import judge_reasons
from vlucheck.checks.elements.judges.unanswered import all_named_again, is_bare_outcome, unanswered
from vlucheck.checks.elements.reading import Reading, Verdict, text_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.letter.model import Sentence

_SHOWN, _SHORT = 2, 4  # sentences to show of each point, and the words that tell too little
_CLOSES = re.compile(r"\bcorrespond")
_POINTS = re.compile(rf"\b{THINGS}\b")
_FEELS = re.compile(r"\W*(?:i|we) (?:can |do |quite |fully |well )*(?:see|understand|appreciate|recognise)\b")


def judge_issues(reading: Reading) -> Verdict:
    """Whether each point that the person raised is followed by an answer; "This has been noted" is none. Where one is
    not, the evidence begins with the place that leaves it."""
    points = {unit.span for unit in reading.facts.get("points-raised", ())}
    table = read_points(reading)
    noted = set(_noted(table, points, reading))
    answers = _answers(reading, points, noted)
    if not answers:
        if points or not reading.letter.type.type.startswith("complaint"):
            return Verdict(Status.MISSING)
        return judge_reasons(reading)
    told = tuple(span for span in answers if not _is_bare(span, reading))
    by_name = sorted(noted, key=lambda span: (not _POINTS.search(reading.letter.folded, span.start, span.end), span))
    shown = tuple(_facts(table, told, noted, reading))
    left = (*unanswered(table, reading, noted), *by_name)
    if left or not told:
        return Verdict(Status.PARTLY, tuple(dict.fromkeys((*left, *(shown or answers)))))
    return Verdict(
        Status.MET,
        tuple(sorted({*told, *shown})),
        sure=any(takes_up_all(each, reading) or all_named_again(each, reading, noted) for each in table.announced),
    )


def _facts(table: Table, answers: tuple[Span, ...], noted: set[Span], reading: Reading) -> Iterator[Span]:
    """The first sentences under each point that tell something, or else the answers as they were found."""
    blocks = read_blocks(table, reading)
    stretches = [block.sentences for block in blocks if block.surely_point] or [point.behind for point in table.told]
    found: set[Span] = set()
    for stretch in stretches:
        telling = [
            each.span
            for each in stretch
            if each.span not in noted
            and not is_bare_outcome(text_of(each, reading))
            and not opening_of(each, reading)
            and each.words > _SHORT
        ]
        found |= set(telling[:_SHOWN])
    return iter(sorted(found or answers))


def _noted(table: Table, points: set[Span], reading: Reading) -> Iterator[Span]:
    """The sentences that only note a point. What stands before the first point tells how the letter came in; and
    "I can see how that looked" behind an answer is sympathy."""
    first = min((*(each.sentence.span for each in table.announced), *points), default=Span(0, 0))
    for unit in reading.facts.get("brush-off", ()):
        if unit.span < first or (_CLOSES.search(unit.folded) and not _POINTS.search(unit.folded)):
            continue
        if not (_FEELS.match(unit.folded) and unit.sentence and _stands_behind_answer(unit.sentence, reading)):
            yield unit.span


def _stands_behind_answer(sentence: Sentence, reading: Reading) -> bool:
    before = [
        each
        for each in reading.letter.sentences
        if each.paragraph == sentence.paragraph and each.index < sentence.index
    ]
    return any(not opening_of(each, reading) for each in before)


def _is_bare(span: Span, reading: Reading) -> bool:
    return is_bare_outcome(reading.letter.folded[span.start : span.end])


def _answers(reading: Reading, points: set[Span], noted: set[Span]) -> tuple[Span, ...]:
    """The sentences that stand behind a point (or answer by themselves) and neither are points nor only note one."""
    everything = sorted((*reading.letter.sentences, *reading.letter.headings), key=lambda sentence: sentence.span)
    found = {unit.span for unit in reading.facts.get("gives-answer", ())} - noted
    for sentence, follows in itertools.pairwise(everything):
        near = follows.paragraph - sentence.paragraph <= 1 or sentence.paragraph == 0
        if sentence.span in points - noted and near and follows.paragraph and follows.span not in points | noted:
            found.add(follows.span)
    return tuple(sorted(found))


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"issues-answered": judge_issues})
