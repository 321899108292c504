"""A wording and a letter → the places where the letter says it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vlucheck.document import Span
from vlucheck.letter.model import Letter, Line, Part, Sentence
from vlucheck.phrases import Phrase, Phrases
from vlucheck.rulebook.model import Wording
from vlucheck.wording import read_pattern, read_phrases

if TYPE_CHECKING:
    from spacy.matcher import Matcher

MARKED = "marked"
_HEAD = (Part.LETTERHEAD, Part.ADDRESS, Part.DATE, Part.REFERENCE, Part.PRIVATE, Part.SUBJECT)
_FOOT = (Part.SIGN_OFF, Part.SIGNATURE, Part.ENCLOSURES, Part.FOOTNOTE, Part.FOOTER)
_QUOTED = re.compile(r'"[^"\n]{1,600}"|(?<!\w)\'[^\'\n]{3,300}(?:\w\'\w[^\'\n]*)*\'(?!\w)')


@dataclass(frozen=True, slots=True)
class Unit:
    """What a wording is looked for in, at once: a sentence, a heading, or a line outside the body."""

    span: Span
    folded: str
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a wording was found; `units` are the sentences or lines that hold all of it."""

    span: Span
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Seeker:
    """A wording, compiled. `either` is any of its phrases and patterns, `each` all that have to be there as well."""

    where: str
    either: Phrases | None
    each: tuple[Phrases, ...]
    unless: Phrases | None
    tokens: tuple[tuple[Mapping[str, object], ...], ...]
    within: int

    def find(self, letter: Letter) -> list[Hit]:
        """Return every place in the letter, in order."""
        return self.find_in(units(letter, self.where))

    def find_in(self, among: Sequence[Unit]) -> list[Hit]:
        """Return every place in the units, in order; a wording of several sentences is sought in as many in a row."""
        if self.within > 1:
            return [hit for index in range(len(among)) if (hit := self._across(among[index : index + self.within]))]
        return [hit for unit in among for hit in self._inside(unit)]

    def _inside(self, unit: Unit) -> Iterator[Hit]:
        if self.unless and self.unless.search(unit.folded):
            return
        if not all(pattern.search(unit.folded) for pattern in self.each):
            return
        if self.either is None and not self.tokens:
            spans = [found.span() for pattern in self.each if (found := pattern.search(unit.folded))]
            yield Hit(_at(unit, min(start for start, _ in spans), max(end for _, end in spans)), (unit,))
            return
        if self.either:
            yield from (Hit(_at(unit, *_marked(found)), (unit,)) for found in self.either.finditer(unit.folded))
        if self.tokens and unit.sentence:
            yield from (Hit(span, (unit,)) for span in _token_spans(unit.sentence, self.tokens))

    def _across(self, window: Sequence[Unit]) -> Hit | None:
        """One hit if everything is found in the window and some of it in its first sentence."""
        if self.unless and any(self.unless.search(unit.folded) for unit in window):
            return None
        wanted = (*self.each, *((self.either,) if self.either else ()))
        holding: set[int] = set()
        for pattern in wanted:
            first = next((i for i, unit in enumerate(window) if pattern.search(unit.folded)), None)
            if first is None:
                return None
            holding.add(first)
        if 0 not in holding:
            return None
        found = tuple(window[index] for index in sorted(holding))
        return Hit(Span(found[0].span.start, found[-1].span.end), found)


def seeker(wording: Wording, concepts: Mapping[str, tuple[str, ...]]) -> Seeker:
    """Compile a wording. Raises BadPhrase."""
    either = read_phrases(wording.phrases, concepts)
    either += [read_pattern(pattern, concepts) for pattern in wording.patterns]
    unless = read_phrases((phrase for phrase in wording.unless if phrase != "quoted speech"), concepts)
    return Seeker(
        where=wording.where,
        either=_any(either),
        each=tuple(Phrases(read_phrases([phrase], concepts)) for phrase in wording.has),
        unless=_any(unless),
        tokens=wording.tokens,
        within=wording.within,
    )


def units(letter: Letter, where: str) -> tuple[Unit, ...]:
    """The units of a place in the letter, in order (the places are those of `rulebook.build.PLACES`)."""
    if where == "body":
        return tuple(_sentence_units(letter, letter.sentences))
    if where == "heading":
        return tuple(_sentence_units(letter, letter.headings))
    if where == "first sentence":
        return tuple(_sentence_units(letter, letter.sentences[:1]))
    if where in ("first paragraph", "last paragraph"):
        chosen = letter.paragraphs[:1] if where.startswith("first") else letter.paragraphs[-1:]
        return tuple(_sentence_units(letter, (s for p in chosen for s in p.sentences)))
    if where == "letter":
        outside = tuple(line for line in letter.lines if line.part not in (Part.BODY, Part.HEADING))
        both = (*_sentence_units(letter, (*letter.sentences, *letter.headings)), *_line_units(letter, outside))
        return tuple(sorted(both, key=lambda unit: unit.span))
    parts = {"head": _HEAD, "foot": _FOOT}.get(where) or (Part(where),)
    return tuple(_line_units(letter, letter.part_lines(*parts)))


def quoted_spans(letter: Letter) -> tuple[Span, ...]:
    """What stands between quotation marks: somebody else's words."""
    return tuple(Span(*found.span()) for found in _QUOTED.finditer(letter.folded))


def _sentence_units(letter: Letter, sentences: Iterable[Sentence]) -> Iterator[Unit]:
    return (Unit(s.span, letter.folded[s.span.start : s.span.end], s) for s in sentences)


def _line_units(letter: Letter, lines: Iterable[Line]) -> Iterator[Unit]:
    return (Unit(line.span, letter.folded[line.span.start : line.span.end]) for line in lines)


def _any(phrases: Sequence[Phrase]) -> Phrases | None:
    return Phrases(phrases) if phrases else None


def _marked(found: re.Match[str]) -> tuple[int, int]:
    """What the finding shows: the group "marked" of a raw pattern that has one, else everything that was matched."""
    return found.span(MARKED) if MARKED in found.re.groupindex else found.span()


def _at(unit: Unit, start: int, end: int) -> Span:
    return Span(unit.span.start + start, unit.span.start + end)


def _token_spans(sentence: Sentence, patterns: tuple[tuple[Mapping[str, object], ...], ...]) -> Iterator[Span]:
    matcher = _matcher(sentence, patterns)
    for _, start, end in matcher(sentence.parse):
        found = sentence.parse[start:end]
        yield Span(found.start_char + sentence.offset, found.end_char + sentence.offset)


def _matcher(sentence: Sentence, patterns: tuple[tuple[Mapping[str, object], ...], ...]) -> "Matcher":
    from spacy.matcher import Matcher

    matcher = Matcher(sentence.parse.vocab)
    matcher.add("wording", [[dict(token) for token in pattern] for pattern in patterns], greedy="LONGEST")
    return matcher
