"""A reply to a complaint → the stretches in which it takes up one point each: a section, or the paragraphs from one
point to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vlucheck.checks.elements.judges.points import Table, opening_of, opens_with_point
from vlucheck.checks.elements.judges.raising import is_closing, numbered_head, turns_to
from vlucheck.checks.elements.reading import Reading, text_of
from vlucheck.letter.model import Paragraph, Part, Sentence

_NUMBERED = re.compile(r"^\W*(?:(?:point|part|complaint|question|issue|ground) )?\(?(?:\d{1,2}|[a-h])[.):]")
_WHOLE = re.compile(r"\b(?:complaint|review|stage|reply|request|case|r v)\b|: ")
_HEAD = 16
_HAS_WORDS = re.compile(r"\w")
_ASKS = re.compile(r"^\W*(?:\d{1,2}[.)] )?(?:your (?:\w+ )?question|why|was|were|did|do|does|had|has)\b.*\?$")


@dataclass(frozen=True, slots=True)
class Block:
    """One point as the letter takes it up: its heading, if it has one, and its sentences."""

    heading: Sentence | None
    sentences: tuple[Sentence, ...]
    surely_point: bool
    numbered: bool


def read_blocks(table: Table, reading: Reading) -> tuple[Block, ...]:
    """Return the stretches of the letter, in order; `surely_point` where one opens as a point of the reader's does."""
    letter = reading.letter
    start = min((each.end for each in table.announced), default=0)
    headings = [each for each in letter.headings if not _is_title(each, reading)]
    bounds = [heading.span.start for heading in headings]
    found: list[Block] = []
    for number, heading in enumerate([None, *headings]):
        begin = heading.span.end if heading else 0
        end = bounds[number] if number < len(bounds) else len(letter.text)
        section = [
            p
            for p in letter.paragraphs
            if begin <= p.span.start < end and _HAS_WORDS.search(letter.text, p.span.start, p.span.end)
        ]
        found += _in_section(heading, section, start, reading)
    return tuple(found)


def _is_title(heading: Sentence, reading: Reading) -> bool:
    """Whether it is the subject of the whole letter, and no heading of a first section."""
    alone = len(reading.letter.headings) == 1
    return heading.part is Part.SUBJECT and (alone or _WHOLE.search(text_of(heading, reading)) is not None)


def _in_section(heading: Sentence | None, section: list[Paragraph], start: int, reading: Reading) -> Iterator[Block]:
    """The section as one point, or the points that its paragraphs open with, each up to the next."""
    opening = [
        n
        for n, p in enumerate(section)
        if opens_with_point(p, start, reading) and not (n and _is_head_alone(section[n - 1], start, reading))
    ]
    if not section or (heading is not None and is_closing(text_of(heading, reading))):
        return
    if heading is not None and len(opening) <= 1:
        sentences = tuple(each for paragraph in section for each in paragraph.sentences)
        yield Block(heading, sentences, _names_point(heading, sentences, reading), _is_numbered(heading, reading))
        return
    for at, number in enumerate(opening):
        alone = _is_head_alone(section[number], start, reading)
        last = opening[at + 1] if at + 1 < len(opening) else number + 1 + alone
        sentences = tuple(each for paragraph in section[number:last] for each in paragraph.sentences)
        surely = len(sentences) > 1 or turns_to(text_of(sentences[0], reading)) is None
        yield Block(None, sentences, surely, _is_numbered(sentences[0], reading))


def _is_numbered(first: Sentence, reading: Reading) -> bool:
    return numbered_head(text_of(first, reading))


def _is_head_alone(paragraph: Paragraph, start: int, reading: Reading) -> bool:
    """Whether the paragraph is nothing but the small heading of the next one."""
    return (
        len(paragraph.sentences) == 1
        and paragraph.sentences[0].words <= _HEAD
        and bool(opens_with_point(paragraph, start, reading))
    )


def _names_point(heading: Sentence, sentences: tuple[Sentence, ...], reading: Reading) -> bool:
    folded = text_of(heading, reading)
    if _ASKS.match(folded) or _NUMBERED.match(folded):
        return True
    return any(opening_of(each, reading) for each in sentences[:2])
