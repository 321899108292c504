"""Files that may well hold a letter and cannot be read, by suffix → what they are and what to do about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SAVE: Final = "and save it as a Word document (.docx)."
_OLD_WORD: Final = f"is in the old Word format: open it in Word {_SAVE}"
_MACROS: Final = f"is a Word file that may hold programs (macros), and is not opened: open it in Word {_SAVE}"

LETTER_LIKE: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".doc": _OLD_WORD,
        ".dot": _OLD_WORD,
        ".docm": _MACROS,
        ".dotm": _MACROS,
        ".wpd": f"is in the format of WordPerfect: open it in Word or LibreOffice {_SAVE}",
        ".wps": f"is in the format of Works or WPS: open it in Word or LibreOffice {_SAVE}",
        ".pages": "is in the format of Pages: open it in Pages and export it as a Word document (.docx).",
        ".ott": "is an OpenDocument template: open it in LibreOffice and save it as a document (.odt).",
        ".fodt": "is an OpenDocument file in one piece: open it in LibreOffice and save it as a document (.odt).",
    }
)

SEALED: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".zip": "is packed: unpack it and check the letters in it.",
        ".p7m": "is sealed or encrypted: open it in your mail program, save the letter from it and check that.",
    }
)
"""What can come with an e-mail and hold letters."""
