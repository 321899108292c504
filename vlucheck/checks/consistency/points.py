"""The points that the reader raised, as the letter says → a number that is not the one answered, a point left out."""

import re
from collections.abc import Iterator
from itertools import takewhile

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Sentence

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_THING = (
    r"(?:separate |legal |main |further )?(?:points?|questions?|matters?|things?|complaints?|concerns?|issues?|reasons?"
    r"|parts?|criticisms?|grounds?)"
)
_ANNOUNCED = re.compile(
    rf"\b(?:you|it|your (?:letter|e-?mail|complaint|request)|in it you|complaint has)\b[^.:;]{{0,60}}?"
    rf"\b(?P<n>{'|'.join(_COUNTS)}) {_THING}\b|^(?P<start>{'|'.join(_COUNTS)}) {_THING} (?:stood|stand|come|came)\b"
)
_ORDER = (
    r"first(?:ly)?|your first|point 1|\(?1[.)]|\(?a\)",
    r"second(?:ly)?|your second|point 2|\(?2[.)]|\(?b\)",
    r"third(?:ly)?|your third|point 3|\(?3[.)]|\(?c\)|lastly|finally|last",
    r"fourth(?:ly)?|your fourth|point 4|\(?4[.)]|\(?d\)",
    r"fifth(?:ly)?|your fifth|point 5|\(?5[.)]|\(?e\)",
    r"sixth(?:ly)?|your sixth|point 6|\(?6[.)]|\(?f\)",
)
_OPENS = tuple(
    re.compile(
        rf"\W*(?:the |on (?:your |the )?|as (?:to|for) (?:your |the )?)?(?:{each})\b"
        if ")" not in each
        else rf"\W*(?:the |on (?:your |the )?|as (?:to|for) (?:your |the )?)?(?:{each})(?!\w)"
    )
    for each in _ORDER
)
_REMAINING = re.compile(
    r"\b(?:remaining|last|final|other|both|third|all (?:three|four|five)) (?:point|question|matter|thing"
    r"|complaint|concern|issue|part)s?\b|\bboth\b(?! (?:say|said|men|women|of us|he\b|she\b|mr|mrs|ms"
    r"|miss|they|told|tell|my|the police|witnesses|officers))|(?<!\bin )(?<!\bat )\ball\b|\b(?:lastly|finally)\b"
)
_MORE = re.compile(
    r"(?:as (?:for|to)|you (?:also|asked|ask|complained|mentioned|wrote)|turning to|with regard|then there)\b"
)
_LETTERED = re.compile(r"\W{0,2}(?:[a-h]|\d|[ivx]{1,4})[.)] ")
_ITEM = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*(?:and\s+)?")


def points_without_answer(letter: Letter) -> Iterator[Clash]:
    """Yield the announcement of so many points where fewer are taken up, and a listed point that never comes again."""
    for number, sentence in enumerate(letter.sentences):
        words = letter.folded[sentence.span.start : sentence.span.end]
        found = _ANNOUNCED.search(words)
        if found is None:
            continue
        count = _COUNTS[found["n"] or found["start"]]
        after = letter.sentences[number + 1 :]
        forgotten = list(_forgotten(letter, sentence, words, count))
        if forgotten:
            yield from (Clash(span, sentence.span) for span in forgotten)
        elif _is_list_shorter(letter, sentence, count) or (":" not in words and _taken_up(letter, after, count)):
            start = sentence.span.start
            yield Clash(Span(start, sentence.span.end))
        return


def _is_list_shorter(letter: Letter, sentence: Sentence, count: int) -> bool:
    """Whether a list of at least two lettered or numbered items follows "four complaints:", and has fewer items."""
    if not letter.folded[sentence.span.start : sentence.span.end].rstrip().endswith(":"):
        return False
    following = [p for p in letter.paragraphs if p.span.start >= sentence.span.end]
    items = list(takewhile(lambda p: p.is_item or _LETTERED.match(letter.folded, p.span.start) is not None, following))
    return 2 <= len(items) < count


def _taken_up(letter: Letter, after: tuple[Sentence, ...], count: int) -> bool:
    """Whether the points are numbered in the letter, at least two of them, and fewer than announced."""
    folded = [letter.folded[s.span.start : s.span.end] for s in (*after, *letter.headings)]
    opened = [any(pattern.match(each) for each in folded) for pattern in _OPENS]
    last = max((n for n, there in enumerate(opened, 1) if there), default=0)
    said = " ".join(letter.folded[s.span.start : s.span.end] for s in after)
    more = any(_MORE.match(letter.folded[s.span.start : s.span.end]) for s in after)
    return 2 <= last < count and all(opened[:last]) and not more and not _REMAINING.search(said)


def _forgotten(letter: Letter, sentence: Sentence, words: str, count: int) -> Iterator[Span]:
    """The items after the colon of which no word stands in the rest of the body or its headings."""
    head, colon, tail = words.partition(":")
    items = [item for item in _ITEM.split(tail.rstrip(". ")) if item.strip()] if colon else []
    if len(items) != count:
        return
    rest = letter.folded[sentence.span.end :]
    nouns = {token.lower_ for token in sentence.parse if token.pos_ in ("NOUN", "PROPN")}
    bare = [[w for w in re.findall(r"[a-z'-]{3,}", item) if w in nouns] for item in items]
    answered = [any(_stands(word, rest) for word in item) for item in bare]
    if sum(answered) < len(items) - 1 or not all(bare):
        return
    for item, there in zip(items, answered, strict=True):
        if not there:
            start = sentence.span.start + len(head) + 1 + tail.index(item)
            yield Span(start, start + len(item))


def _stands(word: str, rest: str) -> bool:
    stem = re.escape(word[: max(4, len(word) - 2)]) if len(word) > 4 else re.escape(word)
    return re.search(rf"\b{stem}", rest) is not None
