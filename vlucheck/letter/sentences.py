"""The lines of the body → paragraphs of sentences, each parsed by spaCy as one piece.

Rules decide where a sentence ends, because a statistical parser breaks legal prose ("R v Marsh", "s.23", "10 a.m.").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from vlucheck.document import BlockKind, Document, Span
from vlucheck.letter.model import Line, Paragraph, Part, Sentence
from vlucheck.letter.rawlines import MARKER
from vlucheck.letter.wordlists import NEVER_LAST, NUMBERED, PERHAPS_LAST, STARTERS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Parse
    from thinc.types import Ints2d

_STOP = re.compile(
    r"(?P<word>[^\s.!?…]*(?:\.[^\s.!?…]+)*)(?P<mark>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+|(?=[A-Z][a-z]+(?:[\s,;:!?]|$)))"
)
_INLINE_ITEM = re.compile(r"(?:(?<=\s)|^)\(?(?P<label>[a-h]|[ivx]{1,4}|\d{1,2})\)\s+")


def read_paragraphs(
    lines: Sequence[Line], document: Document, nlp: "Language"
) -> tuple[tuple[Paragraph, ...], tuple[Sentence, ...]]:
    """Return the body's paragraphs and, apart, its headings and the subject as sentences of their own."""
    items = {line.span for line in lines if document.blocks[line.block].kind is BlockKind.LIST_ITEM}
    plan = list(_plan(lines, _without_footers(lines, document.text), items))
    parses = parse_each([piece for *_, piece in plan], nlp)
    paragraphs: list[Paragraph] = []
    headings: list[Sentence] = []
    for (line, number, index, item, span, piece), parse in zip(plan, parses, strict=True):
        sentence = Sentence(span, piece, line.part, number, index, parse, span.start, item)
        if number == 0:
            headings.append(sentence)
        elif index == 1:
            paragraphs.append(Paragraph(number, line.span, (sentence,), _is_item(line, items)))
        else:
            last = paragraphs.pop()
            paragraphs.append(Paragraph(number, last.span, (*last.sentences, sentence), last.is_item))
    return tuple(paragraphs), tuple(headings)


def parse_each(pieces: Sequence[str], nlp: "Language") -> "list[Parse]":
    """Parse each text as one sentence; the span's character offsets count from the text's start."""
    docs = [nlp.make_doc(piece) for piece in pieces]
    for doc in docs:
        _one_sentence(doc)
    return [doc[:] for doc in nlp.pipe(docs)]


def _one_sentence(doc: "Doc") -> None:
    """All at once: set one by one, each looks through the whole text first."""
    import numpy

    starts = numpy.full((len(doc), 1), -1, dtype="int64")
    starts[:1] = 1
    doc.from_array(["SENT_START"], cast("Ints2d", starts.astype("uint64")))


_Plan = tuple[Line, int, int, bool, Span, str]


def _without_footers(lines: Iterable[Line], text: str) -> str:
    """The text with spaces in place of footers, so that a sentence that runs over a page's end is whole."""
    for line in lines:
        if line.part is Part.FOOTER:
            text = text[: line.span.start] + " " * (line.span.end - line.span.start) + text[line.span.end :]
    return text


def _is_item(line: Line, items: set[Span]) -> bool:
    return line.span in items or MARKER.match(line.text) is not None


def _plan(lines: Iterable[Line], text: str, items: set[Span]) -> Iterator[_Plan]:
    number = 0
    for line in lines:
        if line.part in (Part.HEADING, Part.SUBJECT):
            yield line, 0, 1, False, line.span, _spaced(text, line.span)
        elif line.part is Part.BODY:
            number += 1
            for index, (start, end, item) in enumerate(split_sentences(text[line.span.start : line.span.end]), 1):
                span = Span(line.span.start + start, line.span.start + end)
                yield line, number, index, item or line.span in items, span, _spaced(text, span)


def _spaced(text: str, span: Span) -> str:
    """The characters of the span with every line break and tab as a space, one for one."""
    return re.sub(r"\s", " ", text[span.start : span.end])


def split_sentences(text: str) -> list[tuple[int, int, bool]]:
    """Return start, end and whether it is a list item for each sentence of a paragraph, without surrounding space."""
    found: list[tuple[int, int, bool]] = []
    is_item = MARKER.match(text) is not None
    for start, end, item in _items(text):
        cuts = [start, *_stops(text, start, end), end]
        for first, last in pairwise(cuts):
            piece = text[first:last]
            if piece.strip():
                begin = first + len(piece) - len(piece.lstrip())
                found.append((begin, first + len(piece.rstrip()), item or is_item))
    return found


def _items(text: str) -> list[tuple[int, int, bool]]:
    """The paragraph cut before "(a)", "(b)" … where at least two follow each other."""
    marks = [match for match in _INLINE_ITEM.finditer(text)]
    first = next((n for n, match in enumerate(marks) if match["label"] in ("a", "i", "1")), None)
    if first is None or len(marks) - first < 2 or marks[first + 1]["label"] not in ("b", "ii", "2"):
        return [(0, len(text), False)]
    cuts = [match.start() for match in marks[first:]] + [len(text)]
    return [(0, cuts[0], False), *((a, b, True) for a, b in pairwise(cuts))]


def _stops(text: str, start: int, end: int) -> list[int]:
    """The positions in a piece of text where a new sentence starts."""
    return [match.end() for match in _STOP.finditer(text, start, end) if _ends(match, text, end, start)]


def _ends(match: re.Match[str], text: str, end: int, start: int) -> bool:
    following = text[match.end() : end].lstrip("\"'“‘«([")
    if not following:
        return False
    word, mark = match["word"].lstrip("\"'“‘«([").casefold(), match["mark"]
    starter = re.match(r"[^\W\d_]+", following)
    starts = starter is not None and starter[0].casefold() in STARTERS and starter[0][0].isupper()
    if not match["gap"]:
        return len(word) > 1 and word.isalpha() and word not in NEVER_LAST and word != "www"
    if match.start() == start and MARKER.match(match[0]):
        return False
    if mark != ".":
        return following[0].isupper() or following[0].isdigit() or (mark in "!?" and not match["close"])
    if match["close"] and following[0].islower():
        return False
    return _full_stop(word, following, starts)


def _full_stop(word: str, following: str, starts: bool) -> bool:
    if word in NUMBERED and following[0].isdigit():
        return False
    if word in NEVER_LAST or word in ("no", "nos"):
        return word == "no" and not following[0].isdigit()
    if word in PERHAPS_LAST or (len(word) == 1 and word.isalpha()) or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return starts
    return following[0].isupper() or not following[0].islower() or len(word) > 3
