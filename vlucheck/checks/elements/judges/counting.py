"""How far a letter counts the reader's points: "first … secondly …", "1. … 2. …", and paragraphs that open with one."""

import re

from vlucheck.checks.elements.judges.announcing import COUNT, Announcement
from vlucheck.checks.elements.judges.points import (
    headings_behind,
    numbered_up_to,
    opens_with_point,
    same_section,
)
from vlucheck.checks.elements.judges.raising import THINGS, is_closing, turns_to
from vlucheck.checks.elements.reading import Reading, text_of
from vlucheck.checks.elements.sections import section_of
from vlucheck.letter.model import Paragraph

_FEWEST = 3  # fewer points are often told in one breath
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})"
    rf"(?:ly\b|,| {THINGS}\b| (?:is|was|concern(?:s|ed)?|asks?|about|of (?:these|them)\b))"
    r"|(?:point|complaint|question|issue|part|reason|matter|ground) (?P<number>\d|one|two|three|four|five|six)\b)"
)
# Not "the first blow" nor "last week": what is counted is a point, or nothing that is named.
_NUMBERS_TOLD = re.compile(
    rf"\b(?:first|last) ({'|'.join(COUNT)})\b"
    rf"|\b({'|'.join(_ORDINALS)}|last)(?:ly)?\b"
    rf"(?=\W*$|[,:;.]| (?:{THINGS}|thing|of|is|was|were|and|or|but|one|you|too|also)\b)"
)
_ALSO = re.compile(r"\b(?:another|also|too|next|then|both|each|neither)\b")
_LAST = re.compile(
    rf"\b(?:finally|lastly|(?:the|your) (?:other|last|final|remaining|rest)(?: (?:of|one|is|was|two|{THINGS})\b))"
    r"|\b(?:you (?:also|further|then|next)|there (?:is|was) (?:also|one more)"
    r"|as (?:to|for|regards)) "
)
_COUNTED_ON = re.compile(
    rf"\b(?:the other (?:{THINGS}|ones?|two|three)|finally|lastly|each of|(?:both|neither"
    rf"|either) of (?:these|those|them)"
    rf"|(?:remaining|rest of|last|final) (?:of )?(?:the |your )?(?:{THINGS}|ones?|two|three)"
    rf"|all (?:three|four|five|of (?:these|them))(?= (?:{THINGS}|are|is|of)\b))\b"
)
_OF_SEVERAL = re.compile(r"\b(?:both|all|two|three|either|neither|together|these|those|the others?)\b")
_OF_ALL = re.compile(r"\b(?:as a whole|overall|in (?:short|sum|total|part|all)|your complaint is|taken together)\b")
_ANOTHER_WAY = re.compile(
    r"\W*(?:as |on |in |with |the |your |about |concerning|regarding|turning|third|fourth|lastly|finally"
    r"|then |there |another"
    r"|also |next )"
)


def stops_short(announcement: Announcement, reading: Reading) -> bool:
    """Return whether the letter takes up fewer points than it announces, and then goes on to something else."""
    number, start = announcement.number, announcement.sentence.span.start
    numbered = numbered_up_to(reading, start)
    if numbered >= number or (_ends_section(announcement, reading) and headings_behind(start, reading) >= number):
        return False
    if _counts_too_few(reading.letter.folded[start:], number):
        return True
    if number < _FEWEST or _COUNTED_ON.search(reading.letter.folded[announcement.end :]):
        return False
    return numbered == number - 1 or _told_in_a_row(announcement, reading) == number - 1


def takes_up_all(announcement: Announcement, reading: Reading) -> bool:
    """Return whether as many points as are announced are told behind it, by number or one to a paragraph."""
    number = announcement.number
    return numbered_up_to(reading, announcement.end) == number or _told_in_a_row(announcement, reading) == number


def numbers_told(folded: str, last: int) -> set[int]:
    """Return the numbers of the points that a sentence names: 1 and 2 in "the first two", 3 in "the third"."""
    told: set[int] = set()
    for found in _NUMBERS_TOLD.finditer(folded):
        if found[1]:
            several = COUNT[found[1]]
            told |= (
                set(range(1, several + 1)) if found[0].startswith("first") else set(range(last - several + 1, last + 1))
            )
        else:
            told.add(_ORDINALS.get(found[2], last))
    return told


def outcomes_in(folded: str) -> int:
    """Return about how many points a sentence speaks of: two in "the first and third", three in "the first three"."""
    together = re.search(rf"\b(?:first|last|other) ({'|'.join(COUNT)})\b", folded)
    if together:
        return COUNT[together[1]]
    several = rf"\b(?:{'|'.join(_ORDINALS)}|points? \d|and \d|(?:complaint|point|part|one) (?:about|of|that))\b"
    return max(1, len(re.findall(several, folded)))


def _ends_section(announcement: Announcement, reading: Reading) -> bool:
    """Whether a heading stands right behind the announcement, or behind one more sentence."""
    letter = reading.letter
    here = section_of(announcement.sentence.span, letter)
    return (
        sum(each.span.start >= announcement.end and section_of(each.span, letter) == here for each in letter.sentences)
        < 2
    )


def _counts_too_few(text: str, number: int) -> bool:
    """Whether the text counts its points and stops before the number; "finally" and "also" carry the count on."""
    found = [each for each in _ORDINAL.finditer(text) if not each[0].endswith(",") or _opens(text, each.start())]
    highest = max((_value(each) for each in found), default=0)
    if not 0 < highest < number:
        return False
    last = max((each for each in found if _value(each) == highest), key=lambda each: each.start())
    rest = text[last.end() :]
    if _LAST.search(rest):
        return False
    return highest > 1 or not _ALSO.search(rest.partition("\n")[0])


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or item begins here: "First, …" counts points, "ask me first, …" does not."""
    return text[:at].rstrip(" \t*•–-")[-1:] in ("", ".", "!", "?", ":", ";", "\n")


def _value(found: re.Match[str]) -> int:
    if found["word"]:
        return _ORDINALS[found["word"]]
    number = found["number"]
    return int(number) if number.isdigit() else {"one": 1, **COUNT}[number]


def _told_in_a_row(announcement: Announcement, reading: Reading) -> int:
    """How many points are told behind the announcement, where every paragraph from there on opens with one and what
    follows them is plainly something else; 0 where a point may be told in another way."""
    start = announcement.end
    paragraphs = [p for p in reading.letter.paragraphs if p.sentences[-1].span.start >= start]
    told = 0
    for number, paragraph in enumerate(paragraphs):
        if any(turns_to(text_of(each, reading)) for each in paragraph.sentences if each.span.start >= start):
            return 0  # "As to the rest, …" may take up several
        points = opens_with_point(paragraph, start, reading)
        behind = sum(each.span.start >= start for each in paragraph.sentences)
        if not points and behind == 1 and behind < len(paragraph.sentences) and not told:
            continue  # the rest of what announces them ("I take them in turn")
        if not points:
            return told if told and _is_something_else(paragraph, paragraphs[number - 1], reading) else 0
        told += points
    return told


def decides_too_few(announcement: Announcement, reading: Reading) -> bool:
    """Return whether one section fewer than the points announced gives an outcome: those right behind the announcement,
    one each, and no other place of the letter, where the last point might be decided."""
    letter = reading.letter
    if announcement.number < _FEWEST or _COUNTED_ON.search(letter.folded[announcement.end :]):
        return False
    here = section_of(announcement.sentence.span, letter)
    closing = {at for at, each in enumerate(letter.headings, 1) if is_closing(text_of(each, reading))}
    outcomes = [unit for unit in reading.said["complaint-outcome"].met if not _OF_ALL.search(unit.folded)]
    if any(_OF_SEVERAL.search(letter.folded, at.start, at.end) for at in [unit.span for unit in outcomes]):
        return False
    behind = {
        section_of(each.span, letter) for each in letter.sentences if each.span.start > announcement.end
    } - closing
    if behind - {here} - set(range(here + 1, here + announcement.number)):
        return False  # another section, which may answer the last point without an outcome
    decided = {section_of(unit.span, letter) for unit in outcomes} - closing
    return len(outcomes) == len(decided) and decided == set(range(here + 1, here + announcement.number))


def _is_something_else(paragraph: Paragraph, before: Paragraph, reading: Reading) -> bool:
    if not same_section(paragraph, before, reading):
        return True
    if paragraph.is_item:
        return False
    return _ANOTHER_WAY.match(text_of(paragraph.sentences[0], reading)) is None
