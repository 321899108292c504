"""Phrases as a letter expert writes them → regular expressions over folded text.

    if you (feel|felt) [that]      alternatives in round brackets, optional words in square ones
    apologis*                      a word with any ending
    you ... review                 up to eight words between
    {you-can} ask {us} to          a list of wordings kept under `rules/concepts/`

Spaces match any white space, with a comma or semicolon in front of it. A phrase matches whole words only.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

GAP_WORDS = 8
_TOKEN = re.compile(r"\s+|\.\.\.|[()\[\]|]|\{[a-z0-9-]+\}|[^\s()\[\]|{}]+?(?=\.\.\.)|[^\s()\[\]|{}]+")
_GAP = rf"(?:[,;:]?\s+[^\s]+?){{0,{GAP_WORDS}}}?"
_SPACE = r"[,;]?\s+"

Concepts = Mapping[str, tuple[str, ...]]


class BadPhrase(ValueError):
    """A phrase that cannot be read; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A compiled piece of a phrase; `glue` pieces bring their own space."""

    pattern: str
    optional: bool = False
    gap: bool = False


def compile_phrase(phrase: str, concepts: Concepts) -> re.Pattern[str]:
    """Return the regular expression of one phrase. Raises BadPhrase for unclosed brackets and unknown concepts."""
    return _compile(phrase_source(phrase, concepts))


def compile_phrases(phrases: Iterable[str], concepts: Concepts) -> re.Pattern[str]:
    """Return one regular expression that matches any of the phrases."""
    sources = [phrase_source(phrase, concepts) for phrase in phrases]
    if not sources:
        raise BadPhrase("no phrase given")
    return _compile("|".join(f"(?:{source})" for source in sources))


def compile_pattern(pattern: str, concepts: Concepts) -> re.Pattern[str]:
    """Return the regular expression of a raw pattern in which {name} stands for a concept. Raises BadPhrase."""
    return _compile(pattern_source(pattern, concepts))


def pattern_source(pattern: str, concepts: Concepts) -> str:
    """The raw pattern with its concepts filled in. Raises BadPhrase for a concept that does not exist."""
    return re.sub(r"\{([a-z][a-z0-9-]*)\}", lambda found: _concept(found[1], concepts, ()), pattern)


def phrase_source(phrase: str, concepts: Concepts) -> str:
    """The source of the regular expression for one phrase, with word boundaries. Raises BadPhrase."""
    body = _alternatives(phrase, concepts, ())
    return rf"(?<!\w)(?<!\w['-]){body}(?!\w)(?!'\w)"


def _compile(source: str) -> re.Pattern[str]:
    try:
        return _cached(source)
    except re.error as error:
        raise BadPhrase(f"not a pattern: {error}") from error


@lru_cache(maxsize=8192)
def _cached(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _alternatives(phrase: str, concepts: Concepts, within: tuple[str, ...]) -> str:
    tokens = _TOKEN.findall(phrase.lower().replace("’", "'"))
    pattern, rest = _group(tokens, "", concepts, within)
    if rest:
        raise BadPhrase(f"a bracket is closed that was never opened: {phrase}")
    if not pattern:
        raise BadPhrase("an empty phrase")
    return f"(?:{pattern})"


def _group(tokens: list[str], closing: str, concepts: Concepts, within: tuple[str, ...]) -> tuple[str, list[str]]:
    """Read up to the closing bracket; return the pattern and the tokens after it."""
    branches: list[list[_Item]] = [[]]
    glued = True
    while tokens:
        token, *tokens = tokens
        if token == closing:
            return "|".join(_sequence(branch) for branch in branches), tokens
        if token in ")]":
            raise BadPhrase(f'a "{token}" without its opening bracket')
        if token.isspace():
            glued = False
            continue
        if token == "|":
            branches.append([])
            glued = True
            continue
        item, tokens = _item(token, tokens, concepts, within)
        _append(branches[-1], item, glued)
        glued = True
    if closing:
        raise BadPhrase(f'the closing "{closing}" is missing')
    return "|".join(_sequence(branch) for branch in branches), []


def _append(branch: list[_Item], item: _Item, glued: bool) -> None:
    """Add the item; one that follows without a space ("apolog(y|ies)") is glued to the one before."""
    if glued and branch and not branch[-1].gap and not item.gap:
        last = branch.pop()
        tail = f"(?:{item.pattern})?" if item.optional else item.pattern
        branch.append(_Item(last.pattern + tail if not last.optional else f"(?:{last.pattern})?{tail}"))
    else:
        branch.append(item)


def _item(token: str, tokens: list[str], concepts: Concepts, within: tuple[str, ...]) -> tuple[_Item, list[str]]:
    if token == "(":
        pattern, rest = _group(tokens, ")", concepts, within)
        return _Item(f"(?:{pattern})"), rest
    if token == "[":
        pattern, rest = _group(tokens, "]", concepts, within)
        return _Item(f"(?:{pattern})", optional=True), rest
    if token == "...":
        return _Item(_GAP, gap=True), tokens
    if token.startswith("{"):
        return _Item(_concept(token[1:-1], concepts, within)), tokens
    return _Item(r"[\w'-]*".join(re.escape(part) for part in token.split("*"))), tokens


def _concept(name: str, concepts: Concepts, within: tuple[str, ...]) -> str:
    if name in within:
        raise BadPhrase(f"{{{name}}} is made of itself")
    if name not in concepts:
        raise BadPhrase(f"{{{name}}} is not a list under concepts/")
    return f"(?:{'|'.join(_alternatives(phrase, concepts, (*within, name)) for phrase in concepts[name])})"


def _sequence(items: list[_Item]) -> str:
    """Join items with spaces, so that an optional one takes its space with it."""
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
    return source if started else pending.replace(_SPACE, "")
