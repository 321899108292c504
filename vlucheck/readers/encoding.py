"""Bytes → text, and what was doubtful about it. Never a guess in silence."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from vlucheck.errors import UnreadableLetter

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Windows Western European text that may be of another code page after all (a Polish "ł" would be read as "³"):
# a character that English letters do not have, a "£" before a letter, a capital inside a word.
_UNUSUAL: Final = re.compile(
    "[^\x00-\x7f\u00a0£§°·½¼¾€‚„…†‡‹‘’“”•–—™›©®«»À-ÅÇ-ÏÑ-ÖØ-Üà-åç-ïñ-öø-üÿŠšŽž]"
    "|£(?=[^\\W\\d_])|(?<=[a-z])[À-ÞŠŽ](?=[a-z]|\\b)"
)

# UTF-8 that was once read as Windows text and saved again: "â€™" for an apostrophe, "Ã©" for "é", "Â£" for "£".
_GARBLED: Final = re.compile("â€[\u0080-\u02ff\u2000-\u2122œž]?|Ã[\u0080-\u00bf]|Â[\u00a0£§°½]|\ufffd+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and the first stretch of characters that may be wrong (None: no doubt)."""

    text: str
    encoding: str
    doubtful: str | None = None


def decode(path: str, data: bytes) -> Decoded:
    """The text of the bytes.

    Tries a byte order mark, UTF-16 by its zero bytes, UTF-8, then Windows Western European. Raises UnreadableLetter
    for bytes that are no text.
    """
    decoded = _marked(data) or _wide(data) or _narrow(data)
    if _is_binary(decoded.text):
        raise UnreadableLetter(
            f'"{path}" is not a text file: open it in the program it was made with and save it as a Word document.'
        )
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _doubting(data[len(mark) :].decode(encoding, "replace"), encoding)
    return None


def _wide(data: bytes) -> Decoded | None:
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = 0.4 * (len(sample) / 2), 0.05 * (len(sample) / 2)
    if odd > most and even <= least:
        return _doubting(data.decode("utf-16-le", "replace"), "utf-16-le")
    if even > most and odd <= least:
        return _doubting(data.decode("utf-16-be", "replace"), "utf-16-be")
    return None


def _narrow(data: bytes) -> Decoded:
    try:
        return _doubting(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        broken = data.decode("utf-8", "replace")
    text = data.decode("cp1252", "replace")
    # Well-formed UTF-8 beside a few bad bytes: a UTF-8 file with something pasted into it.
    if sum(character > "\x7f" and character != "\ufffd" for character in broken) > broken.count("\ufffd"):
        return _doubting(broken, "utf-8")
    unusual = _UNUSUAL.search(text)
    return Decoded(text, "cp1252", unusual[0] if unusual else None)


def _doubting(text: str, encoding: str) -> Decoded:
    found = _GARBLED.search(text)
    return Decoded(text, encoding, found[0] if found else None)


def _is_binary(text: str) -> bool:
    controls = sum(character < " " and character not in "\t\n\v\f\r\x1a" for character in text)
    return "\0" in text or controls > len(text) / 100
