"""From the units an engine counts in to code points of the text, in which every place is kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from vlucheck.accents import Joined, joined
from vlucheck.engines import EngineHit

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def readable(text: str) -> Joined:
    """Return `text` as engines can read it: accents joined to their letters, and half characters, which no engine
    accepts, replaced."""
    return joined(LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text))


def at_home(hit: EngineHit, read: Joined) -> EngineHit:
    """Return the hit with its place in the text that `readable` was given."""
    return replace(hit, start=read.before(hit.start), end=read.before(hit.end))


def from_utf8(text: str) -> Callable[[int], int]:
    """Return the function from an offset in UTF-8 bytes of `text` to one in code points."""
    if text.isascii():
        return lambda offset: offset
    starts = list(accumulate((len(character.encode()) for character in text), initial=0))
    return lambda offset: bisect_right(starts, offset) - 1


def end_after_utf16(text: str, start: int, length: int) -> int:
    """Return where `length` UTF-16 units from code point `start` end, in code points."""
    end, units = start, 0
    while end < len(text) and units < length:
        units += 2 if ord(text[end]) > 0xFFFF else 1
        end += 1
    return end
