"""A mark that something is wrong with → the mark with the words around it, by which the officer finds the place."""

import re

from vlucheck.document import Span

_BEFORE = re.compile(r"\S+\s*$")
_TWO_BEFORE = re.compile(r"(?:\S+[^\S\n]+)?\S+\s*$")
_AFTER = re.compile(r"[^\S\n]*\S+")
_REST = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?]\s*$")
_OPENED = re.compile(r"(?:\S+[^\S\n]+){0,4}?\S*[.;!?](?=\s|$)|(?:\S+[^\S\n]+){0,3}\S*")
_CLOSED = re.compile(r"(?:[^\s.!?;]+[^\S\n]+){0,3}\S+$")
_STOPS = (".", ",", ";")
_MOST_LETTERS = 2  # "e.H": the end of one word and the beginning of the next


def with_words(text: str, span: Span) -> Span:
    """Return the span with the words it touches, where it holds no whole word: " ." → "told you ."; ",I" → "and,I".

    A mark that ends a sentence takes two words before it and none of the next sentence.
    """
    held = text[span.start : span.end]
    if sum(character.isalnum() for character in held) > _MOST_LETTERS or "\n" in held.strip():
        return span
    line = text.rfind("\n", 0, span.start) + 1
    ends = _ENDS.search(held) is not None
    before = (_TWO_BEFORE if ends else _BEFORE).search(text[line : span.start])
    start = line + before.start() if before else span.start
    after = (_REST if ends or held[-1:].isalnum() else _AFTER).match(text, span.end)
    return Span(start, after.end() if after else span.end)


def from_mark(text: str, at: int) -> Span:
    """From a bracket or quotation mark that opens to the end of its sentence, or four words on."""
    found = _OPENED.match(text, at)
    return Span(at, max(at + 1, found.end() if found else 0))


def up_to_mark(text: str, at: int) -> Span:
    """Up to a bracket or quotation mark that closes, and its full stop, from four words before it in its sentence."""
    line = text.rfind("\n", 0, at) + 1
    found = _CLOSED.search(text[line : at + 1])
    end = at + 1 + (text[at + 1 : at + 2] in _STOPS and at + 1 < len(text))
    return Span(line + found.start() if found else at, end)
