"""A letter → the table of the points that the reader raised: where each is told, and what stands behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vlucheck.checks.elements.judges.announcing import Announcement, announcements
from vlucheck.checks.elements.judges.raising import (
    answers_itself,
    inline_head,
    is_closing,
    numbered_head,
    opens_in_order,
    opens_point,
    tells_order,
    turns_to,
)
from vlucheck.checks.elements.reading import Reading, text_of
from vlucheck.checks.elements.sections import section_of
from vlucheck.letter.model import Paragraph, Sentence

_NEAR = 4  # paragraphs between the announcement and the first of the numbers that it announces
_INTRODUCTION = 2  # paragraphs in which "you wrote" tells what came in, or how it was for the reader
_NUMBER = re.compile(r"^\W*(?:(?:point|part|complaint|question|issue|ground) )?\(?(\d{1,2}|i{1,3}|iv|[a-h])[.):]")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Point:
    """A point as a sentence tells it: the sentence, the words that say what it is, and the sentences behind it in its
    paragraph, up to the next point."""

    sentence: Sentence
    words: str
    behind: tuple[Sentence, ...]
    answers_itself: bool


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What the letter announces of the reader's points, and the points that it tells one by one, in order."""

    announced: tuple[Announcement, ...]
    told: tuple[Point, ...]


def read_points(reading: Reading) -> Table:
    """Return the letter's table of points."""
    announced = announcements(reading)
    return Table(announced, tuple(_told(announced, reading)))


def opening_of(sentence: Sentence, reading: Reading, in_order: bool = True) -> re.Match[str] | None:
    """Return the words by which the sentence raises a point: "You asked", "As to the"; "The second was", if told so."""
    folded = text_of(sentence, reading)
    return opens_point(folded) or turns_to(folded) or (opens_in_order(folded) if in_order else None)


def _told(announced: tuple[Announcement, ...], reading: Reading) -> Iterator[Point]:
    """Each sentence that raises a point, behind the announcement, or else behind the introduction of the letter."""
    letter = reading.letter
    if not letter.paragraphs:
        return
    beginning = letter.paragraphs[min(_INTRODUCTION, len(letter.paragraphs) - 1)].span.start
    start = min((each.sentence.span.end for each in announced), default=beginning)
    names = {name for each in announced for name in each.names}
    for paragraph in letter.paragraphs:
        opening = {
            each: found
            for each in paragraph.sentences
            if each.span.start >= start
            and all(each is not announcement.sentence for announcement in announced)
            and not any(name.covers(each.span) or each.span.covers(name) for name in names)
            and (found := opening_of(each, reading, bool(announced)))
        }
        yield from _in_paragraph(paragraph, opening, reading)


def _in_paragraph(paragraph: Paragraph, opening: dict[Sentence, re.Match[str]], reading: Reading) -> Iterator[Point]:
    for sentence, found in opening.items():
        behind: list[Sentence] = []
        folded = text_of(sentence, reading)
        for each in paragraph.sentences[sentence.index :]:
            if each in opening and (behind or not tells_order(folded)):
                break
            behind.append(each)
        turned = turns_to(folded) is not None and not opens_point(folded)
        yield Point(sentence, folded[found.end() :], tuple(behind), turned or answers_itself(folded))


def numbered_up_to(reading: Reading, start: int) -> int:
    """Return the last number of the headings or items that the letter counts from 1, or from (a), on behind the
    place."""
    everything = sorted({*reading.letter.headings, *reading.letter.sentences}, key=lambda each: each.span)
    last = 0
    for each in everything:
        found = _NUMBER.match(text_of(each, reading)) if each.span.start >= start else None
        if found:
            letter = _ROMAN.get(found[1]) or ord(found[1][0]) - ord("a") + 1
            number = int(found[1]) if found[1].isdigit() else letter
            near = last > 0 or sum(start <= p.span.start < each.span.start for p in reading.letter.paragraphs) <= _NEAR
            last += near and number == last + 1
    return last


def opens_with_point(paragraph: Paragraph, start: int, reading: Reading) -> int:
    """Return how many points the paragraph tells from the place on, if it opens with one; 0 if it does not."""
    behind = [each for each in paragraph.sentences if each.span.start >= start]
    if not behind:
        return 0
    opening = [each for each in behind if opening_of(each, reading)]
    if opening and opening[0] is behind[0]:
        return len(opening)
    folded = text_of(behind[0], reading)
    alone = len(paragraph.sentences) == 1 and numbered_head(folded)
    return int(behind[0] is paragraph.sentences[0] and (alone or (start > 0 and inline_head(behind[0], folded))))


def headings_behind(start: int, reading: Reading) -> int:
    """Return how many headings stand behind the place that may name a point, and are not those of the letter's end."""
    behind = (each for each in reading.letter.headings if each.span.start >= start)
    return sum(not is_closing(text_of(each, reading)) for each in behind)


def same_section(one: Paragraph, other: Paragraph, reading: Reading) -> bool:
    """Return whether no heading stands between the two."""
    return section_of(one.span, reading.letter) == section_of(other.span, reading.letter)
