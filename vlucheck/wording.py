"""Phrases as a letter expert writes them → regular expressions over folded text.

    if you (feel|felt) [that]      alternatives in round brackets, optional words in square ones
    apologis*                      a word with any ending
    you ... review                 up to eight words between
    {you-can} ask {us} to          a list of wordings kept under `rules/concepts/`
    ^apologies for                 only where the sentence begins with it
    and it cannot$                 only where the sentence ends with it

Spaces match any white space, with a comma or semicolon in front of it. A phrase matches whole words only.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from vlucheck.nearest import nearest
from vlucheck.phrases import BadPhrase, Phrase, compile_source

GAP_WORDS = 8
ANCHORS = 3
_TOKEN = re.compile(r"\s+|\.\.\.|[()\[\]|]|\{[a-z0-9-]+\}|[^\s()\[\]|{}]+?(?=\.\.\.)|[^\s()\[\]|{}]+")
_LIST = re.compile(r"\{[a-z0-9-]+\}")
_WORD_RUN = re.compile(r"(?<![\w*])\w+\*?")
_GAP = rf"(?:[,;:]?\s+[^\s]+?){{0,{GAP_WORDS}}}?"
_SPACE = r"[,;]?\s+"
_MISPLACED = re.compile(r"\$(?!\d)")  # "$50" is a sum
_BEGINS, _ENDS = r"^\W*", r"(?=\W*$)"

Concepts = Mapping[str, tuple[str, ...]]


class Lists(dict[str, tuple[str, ...]]):
    """Concepts that remember what each was turned into, and each phrase: many use the same one."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(lists)
        self.turned: dict[str, _Item] = {}
        self.read: dict[str, Phrase] = {}


@dataclass(frozen=True, slots=True)
class _Item:
    """A piece of a phrase; its `anchors` are those of `Phrase`."""

    pattern: str
    optional: bool = False
    gap: bool = False
    anchors: tuple[frozenset[str], ...] = ()


def compile_phrases(phrases: Iterable[str], concepts: Concepts) -> re.Pattern[str]:
    """Return one regular expression that matches any of the phrases."""
    sources = [phrase_source(phrase, concepts) for phrase in phrases]
    if not sources:
        raise BadPhrase("no phrase given")
    return compile_source("|".join(f"(?:{source})" for source in sources))


def pattern_source(pattern: str, concepts: Concepts) -> str:
    """The raw pattern with its concepts filled in. Raises BadPhrase for a concept that does not exist."""
    return re.sub(r"\{([a-z][a-z0-9-]*)\}", lambda found: f"(?:{_concept(found[1], concepts, ()).pattern})", pattern)


def phrase_source(phrase: str, concepts: Concepts) -> str:
    """The source of the regular expression for one phrase, with word boundaries. Raises BadPhrase."""
    return read_phrase(phrase, concepts).source


def read_phrase(phrase: str, concepts: Concepts) -> Phrase:
    """The phrase, not compiled yet. Raises BadPhrase."""
    known = concepts.read if isinstance(concepts, Lists) else {}
    if phrase not in known:
        body = _alternatives(phrase, concepts, ())
        known[phrase] = Phrase(rf"(?<!\w)(?<!\w['-]){body.pattern}(?!\w)(?!'\w)", body.anchors)
    return known[phrase]


def read_phrases(phrases: Iterable[str], concepts: Concepts) -> list[Phrase]:
    """The phrases, not compiled yet; one that is nothing but a list ("{you-can}") becomes a phrase for each of its
    wordings, of which a text needs few. Raises BadPhrase."""
    return [
        read_phrase(each, concepts)
        for phrase in phrases
        for each in (concepts.get(phrase[1:-1]) if _LIST.fullmatch(phrase) else None) or (phrase,)
    ]


def read_pattern(pattern: str, concepts: Concepts) -> Phrase:
    """A raw pattern in which {name} stands for a concept. Raises BadPhrase."""
    return Phrase(pattern_source(pattern, concepts))


def _alternatives(phrase: str, concepts: Concepts, within: tuple[str, ...]) -> _Item:
    whole = phrase.lower().replace("’", "'")
    text = whole.removeprefix("^").removesuffix("$")
    if "^" in text or _MISPLACED.search(text):
        raise BadPhrase("^ stands only at the very beginning, and $ only at the very end")
    tokens = _TOKEN.findall(text)
    if sum(map(len, tokens)) != len(text):
        raise BadPhrase("a curly bracket is not part of the name of a list, such as {you-can}")
    item = _group(iter(tokens), "", concepts, within)
    if not item.pattern:
        raise BadPhrase("an empty phrase")
    begins, ends = _BEGINS * whole.startswith("^"), _ENDS * whole.endswith("$")
    return replace(item, pattern=f"(?:{begins}{item.pattern}{ends})") if begins or ends else item


def _group(tokens: Iterator[str], closing: str, concepts: Concepts, within: tuple[str, ...]) -> _Item:
    """Read up to the closing bracket, or to the end where none is wanted; return what was read."""
    branches: list[list[_Item]] = [[]]
    glued = True
    for token in tokens:
        if token == closing:
            return _one_of(branches)
        if token in ")]":
            raise BadPhrase(f'a "{token}" without its opening bracket')
        if token.isspace():
            glued = False
            continue
        if token == "|":
            branches.append([])
            glued = True
            continue
        _append(branches[-1], _item(token, tokens, concepts, within), glued)
        glued = True
    if closing:
        raise BadPhrase(f'the closing "{closing}" is missing')
    return _one_of(branches)


def _one_of(branches: list[list[_Item]]) -> _Item:
    return _either([_sequence(branch) for branch in branches])


def _either(branches: list[_Item]) -> _Item:
    """One of the branches: a text that lacks a word of each that some branch needs cannot match."""
    if len(branches) == 1:
        return branches[0]
    least = min(len(branch.anchors) for branch in branches)
    together = (frozenset[str]().union(*(branch.anchors[rank] for branch in branches)) for rank in range(least))
    return _Item(f"(?:{'|'.join(branch.pattern for branch in branches)})", anchors=tuple(together))


def _append(branch: list[_Item], item: _Item, glued: bool) -> None:
    """Add the item; one that follows without a space ("apolog(y|ies)") is glued to the one before."""
    if glued and branch and not branch[-1].gap and not item.gap:
        last = branch.pop()
        tail = f"(?:{item.pattern})?" if item.optional else item.pattern
        if last.optional:
            branch.append(_Item(f"(?:{last.pattern})?{tail}"))
        else:
            begun = (frozenset(f"{word.removesuffix('*')}*" for word in words) for words in last.anchors)
            branch.append(_Item(last.pattern + tail, anchors=tuple(begun)))
    else:
        branch.append(item)


def _item(token: str, tokens: Iterator[str], concepts: Concepts, within: tuple[str, ...]) -> _Item:
    if token in "([":
        if token == "(":
            return _group(tokens, ")", concepts, within)
        inner = _group(tokens, "]", concepts, within)
        return _Item(inner.pattern, optional=True)
    if token == "...":
        return _Item(_GAP, gap=True)
    if token.startswith("{"):
        return _concept(token[1:-1], concepts, within)
    return _literal(token)


@lru_cache(maxsize=16384)
def _literal(token: str) -> _Item:
    pattern = r"[\w'-]*".join(re.escape(part) for part in token.split("*"))
    return _Item(pattern, anchors=_literal_anchors(token))


def _literal_anchors(token: str) -> tuple[frozenset[str], ...]:
    """The longest run of letters or figures that begins a word; one before a star is only the beginning of a word."""
    runs = [run[0] for run in _WORD_RUN.finditer(token)]
    return (frozenset({max(runs, key=len)}),) if runs else ()


def _concept(name: str, concepts: Concepts, within: tuple[str, ...]) -> _Item:
    if name in within:
        raise BadPhrase(f"{{{name}}} is made of itself")
    if name not in concepts:
        near = nearest(name, concepts)
        offer = f": did you mean {{{near}}}?" if near else ""
        raise BadPhrase(f"{{{name}}} is not a list under concepts/{offer}")
    known = concepts.turned if isinstance(concepts, Lists) else {}
    if name not in known:
        known[name] = _either([_alternatives(phrase, concepts, (*within, name)) for phrase in concepts[name]])
    return known[name]


def _sequence(items: list[_Item]) -> _Item:
    """Join items with spaces, so that an optional one takes its space with it."""
    if len(items) == 1 and not (items[0].gap or items[0].optional):
        return items[0]
    while items and items[0].gap:
        items = items[1:]
    while items and items[-1].gap:
        items = items[:-1]
    source, pending = "", ""
    started = False
    for item in items:
        if item.gap:
            source += item.pattern
        elif not started and item.optional:
            pending += f"(?:{item.pattern}{_SPACE})?"
        elif not started:
            source, started = pending + item.pattern, True
        else:
            source += f"(?:{_SPACE}{item.pattern})?" if item.optional else _SPACE + item.pattern
    return _Item(source if started else pending.replace(_SPACE, ""), anchors=_rarest(items))


def _rarest(items: list[_Item]) -> tuple[frozenset[str], ...]:
    """The anchors of the pieces that have to be there; those that fewest texts will have (of long words) come first."""
    needed = [words for item in items if not item.optional and not item.gap for words in item.anchors]
    return tuple(sorted(needed, key=_frequency)[:ANCHORS]) if len(needed) > 1 else tuple(needed)


@lru_cache(maxsize=16384)
def _frequency(words: frozenset[str]) -> float:
    """A guess at how many texts have one of the words: fewer the longer they are."""
    return sum(26.0 ** -min(len(word), 6) for word in words)
