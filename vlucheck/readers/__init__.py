"""File → Document, by the file's suffix. The file is opened once, for reading; all that can go wrong is said."""

import importlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from vlucheck.document import Document
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.refused import LETTER_LIKE

Reader = Callable[[str, bytes], Document]

MAX_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class ReaderEntry:
    """Where the reader of a format is, loaded only when a file of that format comes ("module:function")."""

    suffix: str
    location: str

    def load(self) -> Reader:
        """The function from path and bytes to Document."""
        module, _, name = self.location.partition(":")
        return cast(Reader, getattr(importlib.import_module(f"vlucheck.readers.{module}"), name))


READERS: Final[dict[str, ReaderEntry]] = {
    suffix: ReaderEntry(suffix, location)
    for suffix, location in (
        (".docx", "docx:read_docx"),
        (".dotx", "docx:read_docx"),
        (".odt", "odt:read_odt"),
        (".rtf", "rtf:read_rtf"),
        (".pdf", "pdf:read_pdf"),
        (".html", "html:read_html"),
        (".htm", "html:read_html"),
        (".md", "markdown:read_markdown"),
        (".txt", "text:read_text"),
        (".eml", "email:read_eml"),
        (".msg", "email:read_msg"),
    )
}

SUFFIXES: Final = tuple(READERS)

# Files that say at their start what they are; the third column are the suffixes they may rightly have.
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file", ".pdf", (".pdf",)),
    (b"{\\rtf", "a rich text file", ".rtf", (".rtf",)),
    (b"PK\x03\x04", "a Word or OpenDocument file", ".docx or .odt", (".docx", ".dotx", ".odt")),
)


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document in a file of one of `SUFFIXES`; raises UnreadableLetter with one sentence that says what to do."""
    entry = _entry(path)
    data = _content(path, max_bytes)
    return parse(str(path), entry.suffix, data)


def parse(path: str, suffix: str, data: bytes) -> Document:
    """The document in the bytes of a file or attachment; raises UnreadableLetter, also when no word is in it."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadableLetter(f'"{path}" is empty: check that it is the right file and that it was saved.')
    _refuse_other_format(path, suffix, data)
    return with_words(READERS[suffix].load()(path, data))


def with_words(document: Document) -> Document:
    """The document itself; raises UnreadableLetter when neither it nor what is attached to it has a word."""
    inside = document.attachments or document.unread
    if not inside and not any(character.isalnum() for character in document.text):
        raise UnreadableLetter(f'"{document.path}" has no text in it: check that it is the right file.')
    return document


def read_stdin(data: bytes) -> Document:
    """The document in text from standard input; its path is "-"."""
    if not data.strip():
        raise UnreadableLetter("Nothing came in on standard input: pipe the text of a letter in, or name a file.")
    if len(data) > MAX_BYTES or b"\0\0\0" in data or data.startswith(tuple(each[0] for each in _SIGNATURES)):
        raise UnreadableLetter("What came in on standard input is not the text of a letter: name the file instead.")
    return parse("-", ".txt", data)


def _entry(path: Path) -> ReaderEntry:
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    _status(path)
    if suffix in LETTER_LIKE:
        raise UnreadableLetter(f'"{path}" {LETTER_LIKE[suffix]}')
    known = " ".join(SUFFIXES)
    if suffix:
        raise UnreadableLetter(f'"{path}": vlucheck cannot read "{suffix}" files: save the letter as one of {known}.')
    raise UnreadableLetter(
        f'The name "{path}" has no ending that tells what kind of file it is: save the letter as one of {known}.'
    )


def _status(path: Path) -> os.stat_result:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise UnreadableLetter(_absent(path)) from None
    except (OSError, ValueError) as error:
        raise UnreadableLetter(_unopened(path, error)) from None
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableLetter(
            f'"{path}" is a folder, not a letter: name the letters in it, or check the whole folder.'
        )
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableLetter(f'"{path}" is not a file: name a letter that is saved on disk.')
    return status


def _absent(path: Path) -> str:
    if path.is_symlink():
        return f'"{path}" is a shortcut to a file that is not there: find the letter itself and name that.'
    return f'"{path}" is not there: check the name and the folder.'


def _unopened(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return f'"{path}" may not be opened by you: close it in other programs, or ask its owner for leave to read it.'
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f'"{path}" could not be opened ({reason}): copy it to your own computer and try again.'


def _content(path: Path, max_bytes: int) -> bytes:
    status = _status(path)
    if status.st_size > max_bytes:
        raise UnreadableLetter(_too_big(path, max_bytes))
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableLetter(_unopened(path, error)) from None
    if len(data) > max_bytes:
        raise UnreadableLetter(_too_big(path, max_bytes))
    return data


def _too_big(path: Path, max_bytes: int) -> str:
    return (
        f'"{path}" is larger than {max_bytes / 1_000_000:g} MB, too large for a letter: '
        "take large pictures out of it, or check that it is the right file."
    )


def _refuse_other_format(path: str, suffix: str, data: bytes) -> None:
    for start, what, right, allowed in _SIGNATURES:
        if data.startswith(start) and suffix not in allowed:
            raise UnreadableLetter(f'"{path}" is in truth {what}: change the end of its name to {right}.')
