"""The reader's points as a letter lists or tells them one after another → whether one of them is never taken up."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.judges.points import announced
from vlucheck.checks.elements.judges.ways import has_way
from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.elements.sections import heading_of
from vlucheck.letter.model import Paragraph

_FEWEST, _MOST, _LONGEST = 2, 8, 40
_INTRODUCES = re.compile(
    r"\b(?:you(?:'ve| have| had)?(?: \w+)?"
    r" (?:ask\w*|complain\w*|rais\w*|wrote|write|say|said|told|put|made|make|want\w*|list\w*)"
    r"|your (?:\w+ ){0,2}(?:points?|questions?|complaints?|concerns?|grounds?|letter|e-?mail|issues?|matters?))\b"
)
_NOT_THE_READERS = re.compile(
    r"\b(?:you (?:can|may|could|might|should|will|need)|(?:i|we) (?:have|will|did|shall|can) )\b"
)
_MARK = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.):])?\W*")
_OPENS_POINT = re.compile(
    r"^\W*you(?:r \w+)?(?: also| then| next| further)?"
    r" (?:said|say|asked?|wrote|write|pointed|complain\w*|told|felt|think)\b"
)
_ANNOUNCES = re.compile(
    r"\b(?:two|three|four|five|six) (?:\w+ )?(?:points?|matters?|questions?|complaints?|reasons?|things|grounds?)\b"
)
_COUNTED_ON = re.compile(
    r"\b(?:third\w*|fourth\w*|last\w*|final\w*|other|remaining|rest|all (?:three|four|five)|each of)\b"
)
# Words that speak of the same thing in the answer as in the point.
_SAME = (
    r"ring|rang|rung|call\w*|phon\w*|telephon\w*|voicemail\w*|messag\w*",
    r"letter\w*|wr(?:ote|ite\w*|itten)|e-?mails?|repl(?:y|ies|ied)|answer\w*|respon\w*",
    r"late\w*|delay\w*|wait\w*|slow\w*|weeks?|months?|long\w*|sooner",
    r"rude\w*|manner\w*|tone|sp(?:oke|eak)\w*|brusque\w*|unkind\w*|curt\w*",
    r"told|tell\w*|inform\w*|notice|knew|know\w*|hear\w*|learn\w*|aware",
    r"money|expens\w*|fares?|cost\w*|pa(?:y|id)\w*|claim\w*|compensat\w*|£",
    r"screen\w*|curtain\w*|link|measures?",
    r"charg\w*|offence\w*|plea\w*|decision\w*|decid\w*",
    r"names?|spel\w*|misspel\w*|address\w*|title\w*",
    r"witness\w*|saw|seen|see",
    r"court\w*|hearing\w*|trial\w*|date\w*|judge\w*",
    r"polic\w*|officer\w*|sergeant|constable|pc|dc",
    r"film\w*|camera\w*|footage|cctv|record\w*|pictur\w*|photo\w*|video\w*",
)
_ALIKE = tuple(re.compile(rf"\b(?:{words})\b") for words in _SAME)
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "about after again because been before could from have having into made more never nobody none only other "
        "over should some than that their them then there these they this those very were what when where which "
        "while with without word would your yours",
    )
)


def forgets_one(reading: Reading) -> bool:
    """Return whether the letter sets out the reader's points and passes over exactly one of them."""
    return any(_one_lost(items, after) for items, after in _lists(reading)) or _tells_too_few(reading)


def _lists(reading: Reading) -> Iterator[tuple[list[str], str]]:
    """Each list that is introduced as the reader's points: its items, and the answering text behind it."""
    paragraphs = reading.letter.paragraphs
    at = 0
    while at < len(paragraphs):
        end = at
        while end < len(paragraphs) and _is_item(paragraphs[end], reading):
            end += 1
        if _FEWEST <= end - at <= _MOST and _introduced(at, reading):
            items = [_MARK.sub("", _text(paragraph, reading), count=1) for paragraph in paragraphs[at:end]]
            yield items, _answering(paragraphs[end:], reading)
        at = max(end, at + 1)


def _is_item(paragraph: Paragraph, reading: Reading) -> bool:
    """A short item of a list, which says what was asked and does not yet answer it."""
    text = _text(paragraph, reading)
    one = len(paragraph.sentences) == 1 and not text.rstrip().endswith(":")
    return paragraph.is_item and one and len(text.split()) <= _LONGEST


def _introduced(at: int, reading: Reading) -> bool:
    paragraphs = reading.letter.paragraphs
    heading = heading_of(paragraphs[at].span, reading.letter)
    before = paragraphs[at - 1].sentences[-1].span if at else None
    intro = reading.letter.folded[before.start : before.end] if before else ""
    ends_open = intro.rstrip().endswith((":", "-", "these", "this"))
    said = intro if ends_open else heading
    return _INTRODUCES.search(said) is not None and not _NOT_THE_READERS.search(said)


def _answering(paragraphs: tuple[Paragraph, ...], reading: Reading) -> str:
    """What follows the list, without the sentences that only say how to reach somebody or what comes next."""
    ways = {unit.span for unit in reading.said["next-stage"].met}
    sentences = (sentence.span for paragraph in paragraphs for sentence in paragraph.sentences)
    told = [reading.letter.folded[span.start : span.end] for span in sentences if span not in ways]
    headings = [reading.letter.folded[h.span.start : h.span.end] for h in reading.letter.headings]
    start = paragraphs[0].span.start if paragraphs else len(reading.letter.text)
    later = [text for h, text in zip(reading.letter.headings, headings, strict=True) if h.span.start >= start - 200]
    return "\n".join(text for text in (*told, *later) if not has_way(text))


def _one_lost(items: list[str], after: str) -> bool:
    return sum(not comes_back(item, after) for item in items) == 1


def comes_back(item: str, after: str) -> bool:
    """Return whether a telling word of the item, a word for the same thing, or a number of it stands in the text."""
    words = {word for word in re.findall(r"[^\W\d_]{4,}", item) if word not in _PLAIN}
    if any(re.search(rf"\b{re.escape(word[:5])}", after) for word in words):
        return True
    if any(alike.search(item) and alike.search(after) for alike in _ALIKE):
        return True
    return any(re.search(rf"\b{number}\b", after) for number in re.findall(r"\d+", item))


def _tells_too_few(reading: Reading) -> bool:
    """Whether three points or more are announced, each that is told opens a paragraph with "You said …", and one is
    wanting, with no word of a last or another one."""
    paragraphs = reading.letter.paragraphs
    openers = [n for n, p in enumerate(paragraphs) if _OPENS_POINT.search(_text(p, reading))]
    in_a_row = openers == list(range(openers[0], openers[-1] + 1)) if openers else False
    number = announced(reading)
    if number <= _FEWEST or len(openers) != number - 1 or not in_a_row or openers[0] == 0:
        return False
    said_before = _ANNOUNCES.search(_text(paragraphs[openers[0] - 1], reading)) is not None
    rest = reading.letter.folded[paragraphs[openers[0]].span.start :]
    return said_before and not _COUNTED_ON.search(rest)


def _text(paragraph: Paragraph, reading: Reading) -> str:
    return reading.letter.folded[paragraph.span.start : paragraph.span.end]
