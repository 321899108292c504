"""Characters as files have them → characters as the checks see them, one for one wherever one is left."""

from typing import Final

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffc"
_LINE_BREAKS: Final = "\u0085\u2028\u2029\u000b"
_CONTROLS: Final = "".join(map(chr, {*range(0x20), 0x7F} - {9, 10, 11, 12, 13}))

_TABLE: Final = (
    dict.fromkeys(map(ord, _SPACES + _CONTROLS), " ")
    | dict.fromkeys(map(ord, _INVISIBLE))
    | dict.fromkeys(map(ord, _LINE_BREAKS), "\n")
    | {ord("\u2011"): "-"}
)


def plain(text: str) -> str:
    """The text with plain spaces for fixed ones, "-" for hyphens that do not break, and without soft hyphens and marks
    that nobody sees. Joiners inside emoji stay; every kind of line end becomes "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
