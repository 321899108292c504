"""Compressed rich text, as Outlook keeps it → rich text. The format is that of Microsoft's [MS-OXRTFCP]."""

import struct
from typing import Final

_KNOWN: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
    b"{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW: Final = 4096
_HEAD_LENGTH: Final = 16
_PACKED: Final = b"LZFu"


def unpacked(data: bytes) -> bytes:
    """The rich text; raises ValueError when the data breaks off or is something else."""
    if len(data) < _HEAD_LENGTH:
        raise ValueError("too short")
    size = struct.unpack_from("<I", data, 4)[0]
    if data[8:12] != _PACKED:
        return data[_HEAD_LENGTH : _HEAD_LENGTH + size]
    text = bytearray(_KNOWN)
    at = _HEAD_LENGTH
    while at < len(data) and len(text) < len(_KNOWN) + size:
        flags, at = data[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                text += data[at : at + 1]
                at += 1
                continue
            token, at = int.from_bytes(data[at : at + 2], "big"), at + 2
            if token >> 4 == len(text) % _WINDOW:
                return bytes(text[len(_KNOWN) :])
            _copy(text, token)
    return bytes(text[len(_KNOWN) :])


def _copy(text: bytearray, token: int) -> None:
    """Append a stretch that came before; the window is counted from its start, and may not be full yet."""
    offset = token >> 4
    start = len(text) - (len(text) - offset) % _WINDOW
    for place in range(start, start + (token & 15) + 2):
        text.append(text[place] if 0 <= place < len(text) else 0x20)
