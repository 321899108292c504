"""The points that a letter takes up ("You asked …", "Your third point …") → whether one is wanting or only repeated."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.judges.listed import comes_back
from vlucheck.checks.elements.judges.points import announcements, numbered_up_to
from vlucheck.checks.elements.judges.ways import has_way
from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.elements.sections import section_of
from vlucheck.letter.model import Paragraph, Sentence

_INTRODUCTION = 2  # paragraphs in which "you wrote" tells what came in, or how it was for the reader
_FEWEST = 3  # fewer points are often told in one breath
_ORDER = r"(?:first|second|third|fourth|fifth|sixth|next|last|final|other|remaining)"
_START = rf"^\W*(?:\(?(?:\d{{1,2}}|[a-h]|[ivx]{{1,4}})[.):])?\W*(?:(?:and|then|{_ORDER}(?:ly)?),? )?"
_YOU_ASKED = re.compile(
    rf"{_START}(?:you(?:'ve| have| had)?(?: also| then| next| further| lastly| finally)?"
    r" (?:said|say|asked|ask|wrote|write|pointed|complained|complain|told us|told me|rais\w+|questioned|question"
    r"|want to know|wanted to know|mentioned|mention|referred|refer|believed?|suggested|suggest|added|add)"
    rf" (?!(?:to )?(?:us|me|this office|the cps) on\b)|your {_ORDER}(?: \w+)? (?:is|was|concern\w*|relate\w*|ask\w*)\b)"
)
_IN_ORDER = re.compile(rf"{_START}the {_ORDER}(?: \w+)? (?:is|was|concern\w*|relate\w*|of (?:these|them))\b")
_ANSWERED_AT_ONCE = re.compile(r"\w[:;] | [–-] |, (?:and|but|which|so) (?:i|we|it|he|she|they|that|there|is|was)\b")
_COUNTED_ON = re.compile(
    r"\b(?:the other (?:points?|ones?|matters?|questions?|two|three)|finally|lastly|each of"
    r"|both of (?:these|those|them)"
    r"|(?:remaining|rest of|last|final) (?:of )?(?:the |your )?(?:points?|ones?|matters?|questions?|two|three)"
    r"|all (?:three|four|five|of (?:these|them))(?= (?:points?|matters?|questions?|are|is|of)\b))\b"
)
_ANOTHER_WAY = re.compile(
    r"\W*(?:as |on |in |with |the |your |about |concerning|regarding|turning|third|fourth|lastly|finally)"
)


def leaves_one_bare(reading: Reading) -> bool:
    """Return whether the letter takes up one point fewer than it announces, or answers every point but one in the
    breath in which it repeats it."""
    return _tells_too_few(reading) or _repeats_only(reading)


def _tells_too_few(reading: Reading) -> bool:
    for number, sentence in announcements(reading):
        if number < _FEWEST or _COUNTED_ON.search(reading.letter.folded[sentence.span.end :]):
            continue
        if numbered_up_to(reading) == number - 1 or _told_in_a_row(sentence, reading) == number - 1:
            return True
    return False


def _told_in_a_row(announcing: Sentence, reading: Reading) -> int:
    """How many points are told behind the announcement, where every paragraph from there on opens with one and what
    follows them is plainly something else; 0 where a point may be told in another way."""
    paragraphs = [p for p in reading.letter.paragraphs if p.sentences[-1].span.start > announcing.span.start]
    told = 0
    for number, paragraph in enumerate(paragraphs):
        behind = [each for each in paragraph.sentences if each.span.start >= announcing.span.end]
        opening = [each for each in behind if _opens_point(each, reading)]
        if opening and (opening[0] is behind[0]):
            told += len(opening)
        elif told:
            return told if _is_something_else(paragraph, paragraphs[number - 1], reading) else 0
        else:
            return 0
    return told


def _is_something_else(paragraph: Paragraph, before: Paragraph, reading: Reading) -> bool:
    if section_of(paragraph.span, reading.letter) != section_of(before.span, reading.letter):
        return True
    return _ANOTHER_WAY.match(_text(paragraph.sentences[0], reading)) is None


def _repeats_only(reading: Reading) -> bool:
    """Where the other points are answered in the paragraph that repeats them, one stands alone, and the next sentence
    is about something else."""
    bare: list[tuple[Sentence, Sentence | None]] = []
    answered = 0
    points = tuple(_points(reading))
    opening = [point for point, _ in points]
    for point, after in points:
        if after is not None and after.paragraph == point.paragraph:
            answered += after not in opening
        elif not _ANSWERED_AT_ONCE.search(_text(point, reading)):
            bare.append((point, after))
    if len(bare) != 1 or answered < 1:
        return False
    point, after = bare[0]
    beside = any(abs(other.paragraph - point.paragraph) <= 1 for other in opening if other is not point)
    return beside and (after is None or not _takes_up(after, point, reading))


def _points(reading: Reading) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each sentence that opens a point, with the one behind it."""
    sentences, last = reading.letter.sentences, len(reading.letter.paragraphs) - 1
    announcing = [sentence for _, sentence in announcements(reading)]
    start = announcing[0].span.end if announcing else reading.letter.paragraphs[min(_INTRODUCTION, last)].span.start
    for number, sentence in enumerate(sentences):
        in_order = announcing and _IN_ORDER.match(_text(sentence, reading))
        if (
            sentence.span.start >= start
            and sentence not in announcing
            and (in_order or _opens_point(sentence, reading))
        ):
            yield sentence, sentences[number + 1] if number + 1 < len(sentences) else None


def _opens_point(sentence: Sentence, reading: Reading) -> bool:
    return _YOU_ASKED.match(_text(sentence, reading)) is not None


def _takes_up(after: Sentence, point: Sentence, reading: Reading) -> bool:
    """Whether what follows is about the point: by a word of it, or a pronoun that stands for it."""
    text = "\n".join(
        told
        for each in reading.letter.sentences
        if each.paragraph == after.paragraph and not has_way(told := _text(each, reading))
    )
    opener = _YOU_ASKED.match(_text(point, reading)) or _IN_ORDER.match(_text(point, reading))
    said = _text(point, reading)[opener.end() :] if opener else ""
    return comes_back(said, text) or re.match(r"\W*(?:yes|no|it|they|that|this|he|she|these|those)\b", text) is not None


def _text(sentence: Sentence, reading: Reading) -> str:
    return reading.letter.folded[sentence.span.start : sentence.span.end]
