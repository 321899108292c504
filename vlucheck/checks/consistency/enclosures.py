"""What the letter says it encloses → is it in the list at its end, and does the letter speak of all that is there?"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part, Sentence, fold
from vlucheck.letter.wordlists import SMALL_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENCLOSED = re.compile(
    r"\b(?:i|we)(?:'ve|'m|'re)? (?:have |am |are |also |now )*(?:enclos(?:e|ed|ing)|attach(?:ed|ing)?)\b"
    r"(?! (?:to|great|much|no|nothing|none)\b)"
    r"|\b(?:i have|i've|we have|we've|i|we) (?:also )?(?:put|included|slipped|tucked)(?: \w+){0,4}? (?:in )?with "
    r"this letter\b"
    r"|\b(?:is|are) enclosed\b|\b(?:the|an|a) enclosed \w+|\benclosed (?:with this letter|is|are|you will find)\b"
)
_LISTED = re.compile(
    r"\b(?:encs?|encl|enclosures?|attachments?|attached)\b\s*[.:)(]|^\s*(?:encs?|encl|enclosures?)\b", re.MULTILINE
)
_NONE_LISTED = re.compile(
    r"^[ \t]*(?:encs?|enclosures?|attachments?|attached)\.?[ \t]*[:–-]?[ \t]*(?:none|nil|no|0)\b", re.MULTILINE
)
_LABEL = re.compile(
    r"^\W*(?:encs?|encl|enclosures?|enclosed|attachments?|attached|with this letter)\b\.?\s*(?:\(\d+\)"
    r"|\d+(?=\s*[:.-]))?\s*[:.-]*\s*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z])[.)])?\s*[-•*]?\s*", re.IGNORECASE)
_MENTIONED = re.compile(r"\b(?:enclos|attach|leaflet|booklet|factsheet|with this letter|copy of|form|guide)\w*")
_COPY = re.compile(
    r"\W*(?:cc|bcc|c\.c\.?|cop(?:y|ies|ied))(?: (?:to|for|mr|mrs|ms|miss|dr|pc|dc|ds|sgt|the|your)\b|\s*[:(]|\s*$)",
    re.IGNORECASE,
)
# What stands before the title of a leaflet, of which the letter need say no more than that it is one
_TITLED = re.compile(r"\b(?:leaflet|booklet|factsheet|guide),? *[:\"']* *$")
_LEAFLET = re.compile(r"\b(?:the|an?) enclosed (?:leaflet|booklet|factsheet|guide)\b")
_OTHER_THING = re.compile(r"\b(?:envelope|card|form|certificate|map|slip|receipt|cheque|statement)s?\W*$")
_VERBS = frozenset({"enclose", "attach", "include"})
_LEAFLETS = frozenset({"leaflet", "booklet", "factsheet", "guide", "sheet", "information", "brochure", "fact"})


def enclosures_not_listed(letter: Letter) -> Iterator[Clash]:
    """Yield the first place that speaks of an enclosure in a letter that lists none, and each that a list leaves
    out."""
    none = _NONE_LISTED.search(letter.folded)
    items = _items(letter)
    if items and not none:
        yield from _left_out(letter, items)
        return
    if not none and (letter.part_lines(Part.ENCLOSURES) or _LISTED.search(letter.folded)):
        return
    for sentence in letter.sentences:
        found = _ENCLOSED.search(letter.folded, sentence.span.start, sentence.span.end)
        if found:
            listed = (
                f'the letter has "{" ".join(none[0].split())}"'
                if none
                else "no enclosure is listed under the signature"
            )
            yield Clash(Span(found.start(), found.end()), Span(*none.span()) if none else None, {"listed": listed})
            return


def enclosures_not_named(letter: Letter) -> Iterator[Clash]:
    """Yield each item of the list of enclosures that no sentence of the letter speaks of."""
    sentences = [s for s in letter.sentences if _MENTIONED.search(letter.folded, s.span.start, s.span.end)]
    body = " ".join(line.text for line in letter.part_lines(Part.BODY, Part.HEADING, Part.SUBJECT)).casefold()
    said = {word for s in sentences for word in _content(letter.folded[s.span.start : s.span.end])}
    for item in _items(letter):
        words = _content(letter.folded[item.start : item.end])
        if _TITLED.search(letter.folded[: item.start][-20:]) and "leaflet" in body:
            continue
        known = {word for word in words if re.search(rf"\b{re.escape(word[:6])}", body)}
        if words and not _share(words, said) and 2 * len(known) < len(words):
            yield Clash(item, sentences[0].span if sentences else None)


def _left_out(letter: Letter, items: list[Span]) -> Iterator[Clash]:
    listed = {word for item in items for word in _content(letter.folded[item.start : item.end])}
    yield from _leaflet_left_out(letter, items, listed)
    for sentence in letter.sentences:
        for thing in _things(sentence):
            span = Span(sentence.offset + thing[0].idx, sentence.offset + thing[-1].idx + len(thing[-1].text))
            words = _content(letter.folded[span.start : span.end])
            if words and not _share(words, listed):
                fill = {
                    "listed": f'the list of enclosures has only "{" ".join(letter.document.quote(items[0]).split())}"'
                }
                if len(items) > 1:
                    fill = {"listed": "it is not in the list of enclosures"}
                yield Clash(span, items[0], fill)


def _leaflet_left_out(letter: Letter, items: list[Span], listed: set[str]) -> Iterator[Clash]:
    """ "The enclosed leaflet" where the list has only an envelope or the like: leaflets may stand there by title."""
    if len(items) != 1 or not _OTHER_THING.search(letter.folded[items[0].start : items[0].end]) or "leaflet" in listed:
        return
    for sentence in letter.sentences:
        found = _LEAFLET.search(letter.folded, sentence.span.start, sentence.span.end)
        if found:
            only = " ".join(letter.document.quote(items[0]).split())
            yield Clash(Span(*found.span()), items[0], {"listed": f'the list of enclosures has only "{only}"'})
            return


def _things(sentence: Sentence) -> Iterator[list["Token"]]:
    """The things that "I enclose" or "I attach" is said of, each as the words before and with its noun."""
    for verb in (token for token in sentence.parse if token.lemma_.lower() in _VERBS - {"include"}):
        if not any(child.lower_ in ("i", "we") for child in verb.children if child.dep_ == "nsubj"):
            continue
        for child in (child for child in verb.children if child.dep_ in ("dobj", "obj")):
            conjuncts = (token for token in child.subtree if token.dep_ == "conj" and _begins_anew(token))
            listed = [token for token in conjuncts if not _shares_its_form(token)]
            yield from (_phrase(noun) for noun in (child, *listed) if noun.pos_ in ("NOUN", "PROPN"))


def _begins_anew(noun: "Token") -> bool:
    """Whether the noun after "and" has a word of its own before it: "a leaflet about support and a form"."""
    return any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


def _shares_its_form(noun: "Token") -> bool:
    """Whether the noun is the second of two that one thing is for: "a form for your bus fares and your lunch"."""
    first = noun.head
    while first.dep_ == "conj":
        first = first.head
    words = [{child.lower_ for child in each.lefts if child.dep_ in ("det", "poss")} for each in (first, noun)]
    return first.dep_ == "pobj" and words[0] == words[1]


def _phrase(noun: "Token") -> list["Token"]:
    """The noun with its own words, and with "of …" where it is a copy of something."""
    parts = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "det", "poss", "nummod")]
    after = [t for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of" for t in c.subtree]
    return [*parts, noun, *after]


def _items(letter: Letter) -> list[Span]:
    """The items of the list, without the label before them."""
    found: list[Span] = []
    for line in letter.part_lines(Part.ENCLOSURES):
        if _COPY.match(line.text):
            continue
        label = _LABEL.match(line.text)
        start = label.end() if label else 0
        for piece in re.finditer(r"[^\n;,]+", line.text[start:]):
            number = _NUMBERING.match(piece[0])
            begin = line.span.start + start + piece.start() + (number.end() if number else 0)
            end = line.span.start + start + piece.start() + len(piece[0].rstrip(" ."))
            if end - begin > 3 and not re.match(
                r"\W*(?:cc\b|bcc\b|c\.c\b|cop(?:y|ies|ied)(?: (?:to|for)\b|:| \(|$))", fold(piece[0])
            ):
                found.append(Span(begin, end))
    return found


def _content(words: str) -> set[str]:
    """The words that tell one enclosure from another, each without its ending."""
    plain = {word.removesuffix("'s").rstrip("s'") for word in re.findall(r"[a-z][a-z'-]{2,}", words)} - SMALL_WORDS
    return plain | ({"leaflet"} if plain & _LEAFLETS else set())


def _share(one: set[str], other: set[str]) -> bool:
    return bool(one & other) or any(len(a) > 4 and b.startswith(a[:5]) for a in one for b in other)
