"""The wordings of a user's rule → nothing, or a sentence with the line of the one that cannot be used."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from vlucheck.letter.model import fold
from vlucheck.phrases import BadPhrase, Phrase, compile_source
from vlucheck.rulebook.model import Avoid, Order, Prefer, Require, Rule, Wording
from vlucheck.rulebook.yamlfile import Key, YamlFile
from vlucheck.wording import read_pattern, read_phrase

Concepts = Mapping[str, tuple[str, ...]]
# A wording that matches nothing, or only blanks, in one of these would do so in every letter.
_ANY_TEXT: Final = ("", " ", "a", "we are writing to you, and we are sorry.", "(1) 5 march 2026 - 'yes'?")
_LIKE_LIST = re.compile(r"(?<!\\)\{[A-Za-z][\w -]*\}")
_QUOTED_SPEECH = "quoted speech"


def refuse_bad_wordings(file: YamlFile, rule: Rule, concepts: Concepts) -> None:
    """Raise BadRule, with file and line, for a wording that cannot be read or that matches empty text."""
    for key, wording in _wordings(rule):
        for name in ("phrases", "has", "unless"):
            for index, phrase in enumerate(getattr(wording, name)):
                if phrase != _QUOTED_SPEECH:
                    _try_phrase(file, phrase, concepts, (*key, name, index))
        for index, pattern in enumerate(wording.patterns):
            _try_pattern(file, pattern, concepts, rule.examples.bad, (*key, "patterns", index))
        if wording.tokens:
            _try_tokens(file, wording, (*key, "tokens"))
    if isinstance(rule.test, Prefer):
        for phrase in rule.test.swaps:
            _try_phrase(file, phrase, concepts, ("swaps", phrase))


def refuse_bad_lists(file: YamlFile, concepts: Concepts) -> None:
    """Raise BadRule, with file and line, for a wording in a file of lists (concepts/) that cannot be read."""
    for name in file.data:
        for index, phrase in enumerate(concepts[name]):
            try:
                compile_source(read_phrase(phrase, concepts).source)
            except BadPhrase as error:
                file.fail(f'"{phrase}" cannot be looked for: {error}', name, index)


def _wordings(rule: Rule) -> Iterator[tuple[Key, Wording]]:
    test = rule.test
    if isinstance(test, Avoid | Prefer):
        yield (), test.wording
    elif isinstance(test, Order):
        yield ("first",), test.first
        yield ("then",), test.then
    elif isinstance(test, Require):
        for name in ("met", "partly", "unless", "near"):
            yield from (((name, index), wording) for index, wording in enumerate(getattr(test, name)))


def _try_phrase(file: YamlFile, phrase: str, concepts: Concepts, key: Key) -> None:
    try:
        _refuse_empty(read_phrase(phrase, concepts), only_blanks=True)
    except BadPhrase as error:
        file.fail(f'"{phrase}" cannot be looked for: {error}', *key)


def _try_pattern(file: YamlFile, pattern: str, concepts: Concepts, examples: tuple[str, ...], key: Key) -> None:
    """What a pattern looks ahead for may stand in the examples alone, so they are tried as well."""
    try:
        if braces := _LIKE_LIST.search(pattern):
            name = braces[0].strip("{}")
            if name not in concepts:
                raise BadPhrase(f"{braces[0]} is not a list under concepts/; for a bracket itself write \\{{")
        _refuse_empty(read_pattern(pattern, concepts), only_blanks=False, texts=(*_ANY_TEXT, *map(fold, examples)))
    except BadPhrase as error:
        file.fail(f'"{pattern}" cannot be looked for: {error}', *key)


def _refuse_empty(phrase: Phrase, only_blanks: bool, texts: tuple[str, ...] = _ANY_TEXT) -> None:
    """Raise BadPhrase for what matches where nothing stands, and so everywhere."""
    compiled = compile_source(phrase.source)
    for text in texts:
        found = compiled.search(text)
        if found and not (found[0].strip() if only_blanks else found[0]):
            raise BadPhrase("it matches empty text, and so every letter; give it a word that has to be there")


def _try_tokens(file: YamlFile, wording: Wording, key: Key) -> None:
    """spaCy says what is wrong with a pattern of tokens; it is loaded only for a rule that has some."""
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab

    for index, pattern in enumerate(wording.tokens):
        if not pattern:
            file.fail("a pattern without tokens finds nothing", *key, index)
        try:
            Matcher(Vocab(), validate=True).add("wording", [[dict(token) for token in pattern]])
        except (MatchPatternError, ValueError, KeyError, TypeError, re.error) as error:
            said = " ".join(str(error).split()[:40])
            file.fail(f"this pattern of tokens cannot be used: {said}", *key, index)
