"""The sentence by which a letter says how many points the reader raised ("You raise three matters: …"), or the list
of them → the number, and where it names each of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from vlucheck.checks.elements.judges.raising import THINGS, tells_order
from vlucheck.checks.elements.reading import Reading, text_of
from vlucheck.checks.elements.sections import heading_of
from vlucheck.document import Span
from vlucheck.letter.model import Sentence

COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_ANNOUNCED = re.compile(
    rf"(?<!of the )(?<!first )(?<!last )(?<!other )\b(?P<number>{'|'.join(COUNT)}) "
    rf"(?:[a-z]+ )?{THINGS}\b(?! (?:to (?:show|prove|decide)|that (?:we|i|must) ))"
)
_BY_THE_READER = re.compile(r"\b(?:you|your|raised?|all (?:two|three|four|five))\b")
_NOT_RAISED = re.compile(
    r"\b(?:uphold|upheld|agree|(?:one|two|three) of|working days|questions? (?:about|on) this"
    r"|you (?:can|may|could|might|should|will|need|must)|point towards|are right)\b"
)
_NAMES_FOLLOW = re.compile(
    rf": |\bnamely,? |\b(?:about|of) (?=the |your )|\byour (?:two|three|four|five) {THINGS} (?:are|were) (?:about )?"
)
_THESE = re.compile(
    r"^\W*(?:(?:these|they|those) (?:are|were)(?: about)? "
    r"|you (?:say|said|write|wrote|tell us|told us|complain|complained|feel|felt|believe"
    r"|believed) (?=that\b[^.]*,? and that\b))"
)
_OPENS_ITEM = re.compile(r"(?:the|your|a|an|our|my|his|her|their|that|what|how|why|when|who|whether|\w+'s)\b")
_SEPARATOR = re.compile(r"[,;] (?:and (?:lastly |finally )?)?| and (?=(?:the|your|that|what|how|why|whether|who)\b)")
_INTRODUCES = re.compile(
    r"\b(?:you(?:'ve| have| had)?(?: \w+)?"
    r" (?:ask\w*|complain\w*|rais\w*|wrote|write|say|said|told|put|made|make|want\w*|list\w*)"
    rf"|your (?:\w+ ){{0,2}}(?:{THINGS}|letter|e-?mail))\b"
)
_NOT_THE_READERS = re.compile(
    r"\b(?:you (?:can|may|could|might|should|will|need)|(?:i|we) (?:have|will|did|shall|can) )\b"
)
_BY_TURNS = re.compile(r"\W*(?:one|the other|another|(?:the |your )?(?:first|second|third|last|final)(?:ly)?)\b")
_FEWEST, _MOST, _LONGEST = 2, 8, 40
_ANSWERS = re.compile(r"\W*(?:it|he|she|they|this|that|there|yes|no|none|neither|both|i|we|these|those)\b")


@dataclass(frozen=True, slots=True)
class Announcement:
    """How many points a sentence says there are, where each is named, and where the naming ends."""

    number: int
    sentence: Sentence
    names: tuple[Span, ...]
    end: int


def announcements(reading: Reading) -> tuple[Announcement, ...]:
    """Return each sentence that says how many points the reader raised, and each list that gives them, in order."""
    counted = tuple(_read(number, sentence, reading) for number, sentence in _sentences(reading))
    known = {name for each in counted for name in each.names}
    listed = (each for each in _lists(reading) if not known & set(each.names))
    return tuple(sorted((*counted, *listed), key=lambda each: each.sentence.span))


def _lists(reading: Reading) -> Iterator[Announcement]:
    """Each list of short items that is introduced as the reader's points, without a number."""
    paragraphs = reading.letter.paragraphs
    at = 0
    while at < len(paragraphs):
        items = _listed_from(at, reading)
        if _FEWEST <= len(items) <= _MOST and _introduced(at, reading):
            told = paragraphs[at - 1].sentences[-1] if at else paragraphs[at].sentences[0]
            yield Announcement(len(items), told, items, items[-1].end)
        at += max(len(items), 1)


def _introduced(at: int, reading: Reading) -> bool:
    """Whether the sentence above the list, or else the heading, says that the reader wrote what follows."""
    paragraphs = reading.letter.paragraphs
    before = paragraphs[at - 1].sentences[-1].span if at else None
    intro = reading.letter.folded[before.start : before.end] if before else ""
    ends_open = intro.rstrip().endswith((":", "-", "these", "this"))
    said = intro if ends_open else heading_of(paragraphs[at].span, reading.letter)
    return _INTRODUCES.search(said) is not None and not _NOT_THE_READERS.search(said)


def _sentences(reading: Reading) -> Iterator[tuple[int, Sentence]]:
    everything = sorted((*reading.letter.headings, *reading.letter.sentences), key=lambda each: each.span)
    for sentence in everything:
        folded = text_of(sentence, reading)
        found = _ANNOUNCED.search(folded)
        if found and _BY_THE_READER.search(folded) and not _NOT_RAISED.search(folded):
            yield COUNT[found["number"]], sentence


def _read(number: int, sentence: Sentence, reading: Reading) -> Announcement:
    """The announcement with its names: behind a colon or "namely", in the next sentence ("They are …"), as so many
    sentences to the end of the paragraph, or as a list below it."""
    paragraphs = reading.letter.paragraphs
    below = sum(paragraph.span.start <= sentence.span.start for paragraph in paragraphs)
    behind = paragraphs[below - 1].sentences[sentence.index :] if sentence.paragraph else ()
    ways = (
        _named_in(sentence, _NAMES_FOLLOW, reading),
        _named_in(behind[0], _THESE, reading) if behind else (),
        _told_behind(behind, reading),
        () if behind else _listed_from(below, reading),
    )
    names = next((some for some in ways if len(some) == number), ())
    return Announcement(number, sentence, names, max(sentence.span.end, *(name.end for name in names), 0))


def _named_in(sentence: Sentence, opener: re.Pattern[str], reading: Reading) -> tuple[Span, ...]:
    """The things listed in the sentence; what does not begin one ("the second doctor, Dr Sen") belongs to the one
    before it."""
    start, end = sentence.span.start, sentence.span.end
    found = opener.search(reading.letter.folded[start:end])
    if found is None:
        return ()
    at, stop = start + found.end(), start + len(reading.letter.folded[start:end].rstrip(" .\n"))
    starts = [at]
    for separator in _SEPARATOR.finditer(reading.letter.folded, at, stop):
        if _OPENS_ITEM.match(reading.letter.folded, separator.end()):
            starts.append(separator.end())
    bounds = [*starts, stop]
    trimmed = (reading.letter.folded[one:two] for one, two in zip(starts, bounds[1:], strict=True))
    lengths = [len(re.sub(r"(?:[,;]? and(?: lastly| finally)?|[,;]) ?$", "", text)) for text in trimmed]
    return tuple(Span(one, one + length) for one, length in zip(starts, lengths, strict=True) if length)


def _told_behind(behind: tuple[Sentence, ...], reading: Reading) -> tuple[Span, ...]:
    """The sentences that each name one point: all to the end of the paragraph, or those that take turns at first ("One
    was … The other was …")."""
    texts = [text_of(each, reading) for each in behind]
    by_turns = len(list(takewhile(_BY_TURNS.match, texts)))
    if by_turns >= _FEWEST:
        behind, texts = behind[:by_turns], texts[:by_turns]
    in_order = sum(tells_order(text) for text in texts)
    mixed = by_turns < _FEWEST and 0 < in_order < len(texts)  # "The first was … Her bank … The second was …"
    decided = {unit.span for unit in reading.said["complaint-outcome"].met} & {each.span for each in behind}
    if mixed or decided or any(_ANSWERS.match(text) for text in texts):
        return ()
    return tuple(each.span for each in behind)


def _listed_from(at: int, reading: Reading) -> tuple[Span, ...]:
    """The items that stand from this paragraph on: short ones, which say what was asked and do not yet answer it."""
    items: list[Span] = []
    for paragraph in reading.letter.paragraphs[at:]:
        text = reading.letter.folded[paragraph.span.start : paragraph.span.end]
        short = len(paragraph.sentences) == 1 and len(text.split()) <= _LONGEST and not text.rstrip().endswith(":")
        if not (paragraph.is_item and short and "\t" not in text):
            break
        items.append(paragraph.span)
    return tuple(items)
