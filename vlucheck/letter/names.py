"""What a person's name looks like in an English letter: the patterns that people, parts and dates are read with.

They are matched against the text as written, because capitals tell a name from a word.
"""

import re
from collections.abc import Iterable

UPPER = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper() or chr(code).istitle()
)
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_QUOTE = "['’ʼ]"
_HYPHEN = "[-‐‑]"
_TAIL = rf"{_LETTER}*(?:{_QUOTE}(?![sS](?!{_LETTER})){_LETTER}+)*"
_CAPITAL = rf"(?:[DdOo]{_QUOTE}|[Aa]l-|[Ee]l-)?[{UPPER}](?={_LETTER}|{_QUOTE}[{UPPER}]){_TAIL}"
_PREFIX = r"(?:St\.?|Mac|Mc|O|Ó|Ní|Ni|Nic|Uí|Ui|Van|De|Du|La|Le|El|Al|Bin|Ap)"
PARTICLE = (
    r"(?:van der|van den|van de|van|von der|von|de la|de los|de|del|della|den|der|des|di|da|dos|du|la|le|al|el|ap|ab"
    r"|bin|binti|bint|ibn|ul|ter|ten)"
)
WORD = rf"{_CAPITAL}(?:{_HYPHEN}{_LETTER}{_TAIL})*"
INITIALS = rf"(?:[{UPPER}]\.? ?){{1,3}}(?= )"
SURNAME = rf"(?:(?:{PARTICLE}|{_PREFIX}) )*{WORD}"
NICKNAME = r"(?:[\"“‘'(][^\W\d_]+[\"”’')])"
SPACE = r"[ \u00a0\t]+"


def title_source(titles: Iterable[str]) -> str:
    """The pattern of one title, or of two that share a name ("Mr and Mrs"), longest first, the full stop optional."""
    one = "(?:" + "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True)) + r")\.?"
    return rf"(?:{one}(?:{SPACE}(?:and|&){SPACE}{one})?)"


def full_name_source(never: Iterable[str]) -> str:
    """The pattern of up to four first names or initials and a last name, in groups `first` and `last`.

    A word in `never` (titles, months, words that begin sentences) is no part of a name.
    """
    other = rf"(?!(?i:{'|'.join(sorted(map(re.escape, never), key=len, reverse=True))})\b(?!{_QUOTE}[^sS]))"
    first = rf"(?:{other}(?!{_PREFIX} )(?:{WORD}|{INITIALS}|{NICKNAME}))"
    return rf"(?:(?P<first>{first}(?:{SPACE}{first}){{0,3}}){SPACE})?(?P<last>{other}{SURNAME})"


def plain(name: str) -> str:
    """The name in the form that comparisons use: lower case, straight apostrophes and hyphens, no full stops."""
    straight = re.sub(_HYPHEN, "-", re.sub(_QUOTE, "'", name))
    return re.sub(r"\s+", " ", straight.replace(".", "")).strip().casefold()
