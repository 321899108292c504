"""The table of points → where the letter names those that it leaves without an answer: told and passed over, listed and
never named again, or announced by number and wanting."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.judges.announcing import Announcement
from vlucheck.checks.elements.judges.counting import decides_too_few, numbers_told, stops_short
from vlucheck.checks.elements.judges.points import Point, Table
from vlucheck.checks.elements.judges.telling import comes_back, is_named_again, stands_for_it
from vlucheck.checks.elements.judges.ways import has_way
from vlucheck.checks.elements.reading import Reading, text_of
from vlucheck.checks.elements.sections import section_of
from vlucheck.document import Span
from vlucheck.letter.model import Sentence

_BARE_OUTCOME = re.compile(
    r"\W*(?:in short,? |so |therefore,? |here |and |the |my answer[^:]{0,20}: )*"
    r"(?:(?:i|we) (?:therefore |also |have |do |fully |partly |cannot )*(?:not )?(?:uphold|upheld|agree|accept)\b"
    r"|(?:partly |not |partially |fully )*upheld\b|.{0,90}[:|–] *(?:partly |not )?upheld)[^.;]{0,70}$"
)
_BECAUSE = re.compile(
    r"\b(?:because|since|as (?:it|he|she|we|they|the|you)|for |when|who|although|but|found|was|were|did|had)\b"
)
_TOGETHER = re.compile(r"\b(?:both|neither|either|each|all (?:three|four|five)|these|those|together)\b")


def is_bare_outcome(folded: str) -> bool:
    """Return whether a sentence gives an outcome and nothing else ("I uphold the first two"): no answer."""
    return _BARE_OUTCOME.match(folded) is not None and not _BECAUSE.search(folded)


def unanswered(table: Table, reading: Reading, noted: set[Span]) -> tuple[Span, ...]:
    """Return the places; `noted` are the sentences that only say that a point was noted."""
    passed_over = tuple(_passed_over(table.told, reading, noted))
    if passed_over:
        return passed_over
    for announcement in table.announced:
        lost = _never_named_again(announcement, reading, noted)
        if lost:
            return (lost,)
    short = (
        each.sentence.span for each in table.announced if stops_short(each, reading) or decides_too_few(each, reading)
    )
    return tuple(short)[:1]


def all_named_again(announcement: Announcement, reading: Reading, noted: set[Span]) -> bool:
    """Return whether the announcement names its points, and a word of each comes back in an answer."""
    after = _answering(announcement.end, reading, noted)
    names = (reading.letter.folded[name.start : name.end] for name in announcement.names)
    return len(announcement.names) > 1 and all(comes_back(name, after) for name in names)


def _passed_over(told: tuple[Point, ...], reading: Reading, noted: set[Span]) -> Iterator[Span]:
    """The points that are only repeated, where at least as many others are answered in the breath that repeats them."""
    bare = [point for point in told if not point.answers_itself and _is_bare(point, told, reading)]
    answered = [point for point in told if any(each.span not in noted for each in point.behind)]
    if 0 < len(bare) <= len(answered):
        yield from (point.sentence.span for point in bare if _stands_beside(point, told))


def _is_bare(point: Point, told: tuple[Point, ...], reading: Reading) -> bool:
    """Whether nothing stands behind the point in its paragraph, what comes next is about something else, and the words
    that were new in the point never come back."""
    if point.behind:
        return False
    letter, here = reading.letter, point.sentence
    after = next((each for each in letter.sentences if each.span.start >= here.span.end), None)
    before, rest = letter.folded[: here.span.start], _answering(here.span.end, reading, set())
    if after is not None and (after.paragraph == here.paragraph or any(after is each.sentence for each in told)):
        run_on = _TOGETHER.search(rest) is not None
        return not run_on and not is_named_again(point.words, before, rest) and not comes_back(point.words, rest)
    apart = after is None or section_of(after.span, letter) != section_of(here.span, letter)
    if after is not None and not apart and stands_for_it(text_of(after, reading)):
        return False
    return not is_named_again(point.words, before, rest)


def _stands_beside(point: Point, told: tuple[Point, ...]) -> bool:
    """Whether another point is told in the same paragraph or the next."""
    at = point.sentence.paragraph
    return any(abs(other.sentence.paragraph - at) <= 1 for other in told if other is not point)


def _never_named_again(announcement: Announcement, reading: Reading, noted: set[Span]) -> Span | None:
    """The one of the named points of which no word comes back, and which no later sentence takes up by its number."""
    if len(announcement.names) < 2:
        return None
    number = announcement.number
    after = _answering(announcement.end, reading, noted)
    before = reading.letter.folded[: announcement.sentence.span.start]
    taken_up = numbers_told(after, number) if numbers_told(after, number) != {number} else set()
    lost = [
        name
        for at, name in enumerate(announcement.names, 1)
        if at not in taken_up and not comes_back(reading.letter.folded[name.start : name.end], after, before)
    ]
    return lost[0] if len(lost) == 1 else None


def _answering(start: int, reading: Reading, noted: set[Span]) -> str:
    """What the letter says from there on, headings too, without the sentences that only note a point, give an outcome
    or say how to reach somebody and what comes next."""
    letter = reading.letter
    stage = reading.said["next-stage"].met
    near = {unit.sentence.paragraph for unit in stage if unit.sentence}
    limits = reading.said["next-stage-time-limit"].met
    business = {unit.span for unit in (*stage, *limits) if unit.sentence and unit.sentence.paragraph in near}
    told: list[Sentence] = [each for each in (*letter.sentences, *letter.headings) if each.span.start >= start]
    texts = [text_of(each, reading) for each in told if each.span not in business | noted]
    return "\n".join(text for text in texts if not has_way(text) and not is_bare_outcome(text))
