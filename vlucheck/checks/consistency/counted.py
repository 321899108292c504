"""A number announced ("three things:", "the two points in your letter") → one that is not the number that follows."""

import re
from collections.abc import Iterator
from itertools import takewhile

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Part, Sentence

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_WORDS = {number: word for word, number in _COUNTS.items()}
_NOUN = (
    r"(?:points?|questions?|matters?|things|complaints|concerns|issues|reasons|parts|criticisms|grounds|steps|ways"
    r"|facts|changes|choices|options|witnesses|charges|offences|pieces of evidence|sources|kinds|sorts|items|documents"
    r"|leaflets|people|services|organisations|measures|conditions|mistakes|errors|failings|promises|requests|limbs"
    r"|heads|tests|stages|officers|men|women|films|recordings|statements|places|times|days|dates|signs|problems"
    r"|difficulties|gaps|obstacles|aspects|topics|subjects|gentlemen|accounts|factors|decisions|letters|calls)"
)
_NUMBER = rf"(?P<n>{'|'.join(_COUNTS)})"
_ADJECTIVES = r"(?:(?!of\b|and\b|or\b)[a-z-]+ ){0,2}"
_ANNOUNCED = re.compile(rf"\b{_NUMBER} {_ADJECTIVES}{_NOUN}\b[^.:;?!–]{{0,80}}:")
_ASKED = re.compile(
    rf"\b(?:your|the|these|those|its|all) {_NUMBER} {_ADJECTIVES}"
    rf"(?:points|questions|complaints|concerns|criticisms|issues|matters|parts|grounds|things)\b(?=[^.:;]{{0,60}}\.)"
    rf"|\b(?:made|raised|raise|make|complain of|asked|ask)"
    rf" (?P<m>{'|'.join(_COUNTS)}) (?:separate |main )?(?:points|questions|complaints|concerns|matters|things)\b"
)
_ORDINALS = re.compile(r"\b(?:first(?:ly)?|second(?:ly)?|one (?:is|was|of)|on the one|the other|namely|both|either)\b")
_PART_OF = re.compile(r"\b(?:first|second|last|other|another|more|further|remaining|next|next to|of the|out of|or) $")
_GOES_ON = re.compile(
    r"\W*(?:the (?:second|third|fourth|last|other|final)|second|third|fourth|lastly|finally|also|another|and|then"
    r"|there is (?:also|a)|a (?:second|third)|in addition|besides)\b"
)
_ASIDE = re.compile(
    r"(?:who|which|whose|where|when|because|as|if|though|although|since|while|after|before|with|without|so"
    r"|but|for|by|in"
    r"|at|on|from|until|including|such|even|not|then|too|however|aged|\w+ing|\w+ed)\b"
)
_OPENS = {
    word: kind
    for kind, words in {
        "no": "no nobody nothing neither",
        "thing": "a an the your his her their our its my",
        "that": "that",
        "question": "whether why how what",
        "who": "he she it they you we nobody there",
        "to": "to",
    }.items()
    for word in words.split()
}
_SEVERAL = re.compile(
    r"(?:^|,|;|\band) ?(?:the|your|his|her|their|our|its|my) (?:\w+ )?(?!was\b|has\b|does\b)\w+[^\Wsu]s\b"
    r"|\b(?:two|three|both|couple)\b"
)
_NUMBERED = re.compile(r"[^\w]{0,2}(?:point |question |complaint |part )?(?P<i>\d)[.):]?\s")
_ONE_OTHER = re.compile(
    r"\W*one\b[^.]{3,120},? (?:and )?the other\b(?! (?:two|three|four))(?![^.]*\b(?:third|another|rest)\b)"
)
_BOTH = re.compile(r"\W*both (?:of (?:them|these|those)|were|are|concern|relate|turn|arise|have|had)\b")
_THREE_OR_MORE = re.compile(rf"\b(?P<n>{'|'.join(w for w, n in _COUNTS.items() if n > 2)}) {_ADJECTIVES}{_NOUN}\.?\s*$")


def counts_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield each number that is not that of the things listed after it; the places that may be read two ways are not
    shown, or as less sure."""
    for number, sentence in enumerate(letter.sentences):
        last = _last_part(letter, number)
        words = letter.folded[sentence.span.start : letter.sentences[last].span.end]
        following = letter.sentences[last + 1] if last + 1 < len(letter.sentences) else None
        yield from _announced(letter, sentence, words, following)
        yield from _one_and_other(letter, sentence, words, following)
        yield from _numbered(letter, sentence, words)


def _last_part(letter: Letter, number: int) -> int:
    """The number of the sentence that ends this one: the grammar may part a sentence at a semicolon."""
    sentences, last = letter.sentences, number
    while last + 1 < len(sentences) and sentences[last].text.rstrip().endswith(";") and not sentences[last].is_item:
        if sentences[last + 1].paragraph != sentences[number].paragraph:
            break
        last += 1
    return last


def _announced(letter: Letter, sentence: Sentence, words: str, following: Sentence | None) -> Iterator[Clash]:
    """ "Three things:" and then the things, in the sentence itself or as a list below it."""
    found = next(iter(_ANNOUNCED.finditer(words)), None)
    if found is None or _PART_OF.search(words[: found.start()]):
        return
    tail, count = words[found.end() :], _COUNTS[found["n"]]
    start = sentence.span.start + found.start()
    if not tail.strip():
        items = _items_below(letter, sentence)
        if items >= 2 and items != count:
            yield Clash(Span(start, sentence.span.end), fill=_told(count, items))
        return
    goes_on = following is not None and _GOES_ON.match(letter.folded, following.span.start)
    listed = None if goes_on or _ORDINALS.search(tail) else _listed(tail)
    several = listed is not None and listed < count and _SEVERAL.search(tail)
    if listed is not None and listed != count and not several:
        span = Span(start, sentence.span.start + len(words.rstrip(" .")))
        yield Clash(span, fill=_told(count, listed))


def _listed(tail: str) -> int | None:
    """How many things the words list, or None where it cannot be said for sure."""
    text = tail.strip(" .\n")
    if re.search(r"[.?!(–:\"]| - ", text):
        return None
    if ";" in text:
        pieces = [piece for piece in re.split(r";\s*", text) if piece.strip()]
        return None if any(" and " in piece for piece in pieces) else len(pieces)
    last = text.rfind(" and ")
    if last < 0:
        return None
    head, end = text[:last].rstrip(", "), text[last + 5 :]
    pieces = [*(piece.strip() for piece in head.split(",")), end.split(",")[0].strip()]
    return len(pieces) if _are_alike(pieces, text) else None


def _are_alike(pieces: list[str], text: str) -> bool:
    """Whether the pieces begin alike ("a …, a …", "no …, no …"), so that none is an aside to the one before."""
    kinds = [_OPENS.get(piece.split()[0]) if piece else None for piece in pieces]
    if None in kinds or any(_ASIDE.match(piece) or len(piece) < 4 for piece in pieces):
        return False
    rest = [piece for piece in pieces if " and " in piece or " or " in piece]
    if rest or (len(pieces) == 2 and text.count(" and ") > 1):
        return False
    clauses = {"no", "who", "thing"}
    return len(set(kinds)) == 1 or (set(kinds) <= clauses and len(pieces) > 2 and ", and " in text)


def _items_below(letter: Letter, sentence: Sentence) -> int:
    following = [p for p in letter.paragraphs if p.span.start >= sentence.span.end]
    return sum(1 for _ in takewhile(lambda each: each.is_item, following))


def _one_and_other(letter: Letter, sentence: Sentence, words: str, following: Sentence | None) -> Iterator[Clash]:
    """ "There are three charges. One is theft, and the other is assault.", "It has three limbs. Both of them …"."""
    found = _THREE_OR_MORE.search(words)
    if found is None or following is None:
        return
    text = letter.folded[following.span.start : following.span.end]
    if _ONE_OTHER.match(text) or _BOTH.match(text):
        start = sentence.span.start
        span = Span(start + found.start(), start + len(words[: found.end()].rstrip(" .\n")))
        yield Clash(span, following.span, _told(_COUNTS[found["n"]], 2))


def _numbered(letter: Letter, sentence: Sentence, words: str) -> Iterator[Clash]:
    """ "The two points in your letter" before three numbered headings or paragraphs."""
    found = _ASKED.search(words)
    if found is None or _PART_OF.search(words[: found.start("n") if found["n"] else found.start("m")]):
        return
    count, run = _COUNTS[found["n"] or found["m"]], _run_after(letter, sentence.span.end)
    if run > count >= 2:
        start = sentence.span.start
        span = Span(start + found.start(), start + found.end())
        yield Clash(span, fill=_told(count, run), unsure=Confidence.MEDIUM)


def _run_after(letter: Letter, place: int) -> int:
    """How far the first numbering after the place goes: 3 for lines that begin with 1, 2 and 3."""
    last = 0
    for line in letter.lines:
        found = (
            _NUMBERED.match(line.text) if line.part in (Part.BODY, Part.HEADING) and line.span.start >= place else None
        )
        if found and int(found["i"]) == last + 1:
            last += 1
        elif found and int(found["i"]) == 1:
            break
    return last


def _told(count: int, listed: int) -> dict[str, str]:
    return {"said": _WORDS[count], "found": _WORDS.get(listed, str(listed))}
