"""A letter and the table of real words typed for one another → findings where one stands in the other's place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from vlucheck.checks.grammar.pairs import misplaced
from vlucheck.checks.grammar.parts import Misfit, misfits_of, out_of_part
from vlucheck.document import Span
from vlucheck.errors import BadRule
from vlucheck.findings import Confidence, Finding, Outcome
from vlucheck.letter.model import Letter
from vlucheck.phrases import BadPhrase
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.seek import Unit, quoted_spans, units
from vlucheck.wording import compile_phrases

TABLE = "words/slips"
CHECK = "real-words"
_HERE = "ъ"  # stands for the word in its wordings: a letter, so that words end beside it, and in no English word
_TOKEN = re.compile(r"[\w£](?:[\w'-]*\w)?|[^\w\s]")
_IN_TITLES = frozenset({"untied", "minster", "persecution", "curt", "bord"})  # "the Untied Kingdom"
_ENDS = frozenset(".!?")
_REACH = 120  # characters in front of a word that may give it away; three times as many behind it
_KEYS = frozenset({"word", "meant", "when", "unless", "wrong", "right", "confidence"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that may stand where `meant` should: if `when` is found around it (or is empty) and `unless` is not."""

    word: str
    meant: str
    when: tuple[str, ...]
    unless: tuple[str, ...]
    confidence: Confidence
    wrong: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spaced:
    """A sentence with one space between two words or marks; `places` are its words' places there and in the letter."""

    text: str
    places: tuple[tuple[str, int, Span], ...]


@dataclass(frozen=True, slots=True)
class RealWords:
    """Looks at every word that is known to be typed for another one."""

    rule: Rule | None
    slips: Mapping[str, tuple[Slip, ...]]
    lists: Mapping[str, tuple[str, ...]]
    misfits: Mapping[str, tuple[Misfit, ...]]
    name: str = "real words in the wrong place"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "RealWords":
        """Read the table of slips. Raises BadRule for an entry that cannot be read."""
        return cls(rulebook.compare(CHECK), slips_of(rulebook), lists_of(rulebook), misfits_of(rulebook))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each word that stands in the place of another."""
        if self.rule is None:
            return Outcome()
        quoted = quoted_spans(letter)
        read = (*units(letter, "body"), *units(letter, "heading"))
        listed = [(slip.meant, slip.confidence, span) for unit in read for slip, span in self._in_sentence(unit)]
        known = {span for *_, span in listed}
        placed = [(meant, Confidence.MEDIUM, span) for meant, span in self._out_of_place(letter) if span not in known]
        return Outcome(
            findings=tuple(
                _finding(self.rule, letter, meant, confidence, span)
                for meant, confidence, span in (*listed, *placed)
                if not any(each.covers(span) for each in quoted) and not _is_name(letter, span)
            )
        )

    def _in_sentence(self, unit: Unit) -> Iterator[tuple[Slip, Span]]:
        spaced = _spaced(unit)
        for word, at, span in spaced.places:
            slip = next((s for s in self.slips.get(word, ()) if _is_slip(s, self.lists, spaced.text, at)), None)
            if slip is not None:
                yield slip, span

    def _out_of_place(self, letter: Letter) -> Iterator[tuple[str, Span]]:
        """The words that the parts of speech beside them give away, with what was meant."""
        for sentence in letter.sentences:
            for first, last, meant in misplaced(sentence.parse):
                yield meant, Span(first.idx + sentence.offset, last.idx + len(last.text) + sentence.offset)
            for word, meant in out_of_part(sentence.parse, self.misfits):
                yield meant, Span(word.idx + sentence.offset, word.idx + len(word.text) + sentence.offset)


def slips_of(rulebook: Rulebook) -> dict[str, tuple[Slip, ...]]:
    """The entries of the table by their word. Raises BadRule."""
    place = f"{rulebook.folder / TABLE}.yaml"
    entries = rulebook.tables.get(TABLE, {}).get("slips", [])
    if not isinstance(entries, list):
        raise BadRule(f'{place}: "slips" must be a list')
    found: dict[str, tuple[Slip, ...]] = {}
    for entry in entries:
        slip = _slip(place, entry)
        found[slip.word] = (*found.get(slip.word, ()), slip)
    return found


def lists_of(rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    """The lists of words that the wordings of the table share. Raises BadRule."""
    lists = rulebook.tables.get(TABLE, {}).get("lists", {})
    if not isinstance(lists, Mapping):
        raise BadRule(f'{rulebook.folder / TABLE}.yaml: "lists" must hold lists')
    return {str(name): tuple(map(str, words)) for name, words in lists.items()}


def _slip(place: str, entry: object) -> Slip:
    if not isinstance(entry, Mapping) or not {"word", "meant"} <= entry.keys() or entry.keys() - _KEYS:
        raise BadRule(f'{place}: "word" and "meant" are wanted, with when, unless, wrong, right: {entry}')
    word = str(entry["word"])
    when, unless, wrong, right = (tuple(map(str, entry.get(key, ()))) for key in ("when", "unless", "wrong", "right"))
    try:
        confidence = Confidence(str(entry.get("confidence", "medium")))
    except ValueError as error:
        raise BadRule(f"{place}: {word}: {error}") from error
    return Slip(word, str(entry["meant"]), when, unless, confidence, wrong, right)


def _pattern(phrases: tuple[str, ...], word: str, lists: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Compiled only when the word is met: most of the table is about words that a letter does not have."""
    try:
        return compile_phrases([phrase.replace("_", word) for phrase in phrases], lists)
    except BadPhrase as error:
        raise BadRule(f"{TABLE}.yaml: {word}: {error}") from error


def _spaced(unit: Unit) -> Spaced:
    """A full stop stands at the end in any case, so that "_ ." also finds the last word of a list item."""
    places: list[tuple[str, int, Span]] = []
    parts: list[str] = []
    length = 0
    for found in _TOKEN.finditer(unit.folded):
        places.append((found[0], length, Span(unit.span.start + found.start(), unit.span.start + found.end())))
        parts.append("." if found[0] in _ENDS else found[0])
        length += len(found[0]) + 1
    return Spaced(" ".join([*parts, "."]), tuple(places))


def _is_slip(slip: Slip, lists: Mapping[str, tuple[str, ...]], text: str, at: int) -> bool:
    """Whether the wording that gives the slip away stands around the word at this place."""
    marked_text = f"{text[:at]}{_HERE}{text[at + len(slip.word) :]}"  # of two "to" only the one that is meant
    if slip.when and not _stands_around(_pattern(slip.when, _HERE, lists), marked_text, at, at + len(_HERE)):
        return False
    return not (slip.unless and _pattern(slip.unless, slip.word, lists).search(text))


def _stands_around(pattern: re.Pattern[str], text: str, at: int, end: int) -> bool:
    start, last = max(0, at - _REACH), text.find(" ", end + 3 * _REACH)
    while (found := pattern.search(text, start, last if last > 0 else len(text))) and found.start() <= at:
        if found.end() >= end:
            return True
        start = found.start() + 1
    return False


def _is_name(letter: Letter, span: Span) -> bool:
    """Whether the word is written like a name: with a capital inside a sentence."""
    text = letter.text[span.start : span.end]
    ahead = letter.text[: span.start]
    before = ahead.rstrip()
    if text.lower() in _IN_TITLES or "\n" in ahead[len(before) :]:
        return False
    return text[:1].isupper() and bool(before) and before[-1] not in ".!?:\"'“‘•*-–|"


def _finding(rule: Rule, letter: Letter, word: str, confidence: Confidence, span: Span) -> Finding:
    quote = letter.document.quote(span)
    meant = word[:1].upper() + word[1:] if quote[:1].isupper() else word
    return replace(marked(rule, letter, span, {"meant": meant}), confidence=confidence, suggestions=(meant,))
