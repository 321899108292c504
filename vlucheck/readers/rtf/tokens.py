"""Bytes of a rich text file → its tokens: groups, control words, escaped bytes, text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    r"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    r"|\\(?P<symbol>[^A-Za-z'])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
    r"|(?P<nothing>[\r\n]+|\\)",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `name` is the control word or symbol, `number` its parameter, `data` the bytes of text."""

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in order; binary data is left out."""
    source, at = data.decode("latin-1"), 0
    while found := _TOKEN.match(source, at):
        at = found.end()
        token = _token(found)
        if token is None:
            continue
        if token.name == "bin":
            at += max(0, token.number or 0)
        yield token


def _token(found: re.Match[str]) -> Token | None:
    if word := found["word"]:
        return Token(Kind.WORD, word, int(found["number"]) if found["number"] else None)
    if text := found["text"]:
        return Token(Kind.BYTES, data=text.encode("latin-1"))
    if byte := found["byte"]:
        return Token(Kind.BYTES, "'", data=bytes.fromhex(byte))
    if brace := found["brace"]:
        return Token(Kind.OPEN if brace == "{" else Kind.CLOSE)
    if symbol := found["symbol"]:
        return Token(Kind.SYMBOL, symbol)
    return None
