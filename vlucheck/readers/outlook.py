"""An Outlook message (.msg) → Mail. Fields have the names of Microsoft's specification [MS-OXMSG], [MS-OXPROPS]."""

import re
import struct
from datetime import date, datetime, timedelta
from typing import Final

import olefile

from vlucheck.document import Notice, NoticeKind, Piece
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.html import decode_html, html_pieces
from vlucheck.readers.mail import DEEPEST, Attachment, Mail
from vlucheck.readers.packed_rtf import unpacked
from vlucheck.readers.rtf import rtf_pieces
from vlucheck.readers.rtf.state import code_page
from vlucheck.readers.text import text_pieces

_SUBJECT: Final = 0x0037
_SENT: Final = 0x0039
_DELIVERED: Final = 0x0E06
_BODY: Final = 0x1000
_RTF: Final = 0x1009
_HTML: Final = 0x1013
_CODE_PAGE: Final = 0x3FFD
_DATA: Final = 0x3701
_NAME: Final = 0x3704
_LONG_NAME: Final = 0x3707
_TEXT, _NARROW, _BINARY = "001F", "001E", "0102"
_DISPLAY_NAME: Final = 0x3001
_HEAD_LENGTH, _INNER_HEAD_LENGTH = 32, 24
_LARGEST: Final = 100_000_000
_DAMAGE: Final = (OSError, struct.error, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError)


def outlook_mail(path: str, data: bytes) -> Mail:
    """The e-mail in the file; raises UnreadableLetter when the file is damaged or not from Outlook."""
    try:
        file = olefile.OleFileIO(data, raise_defects=olefile.DEFECT_INCORRECT)
        with file:
            return _mail(path, file)
    except _DAMAGE:
        raise UnreadableLetter(
            f'"{path}" is damaged or not an e-mail: open it in Outlook, save it again and check that copy.'
        ) from None


def _mail(path: str, file: olefile.OleFileIO, root: str = "", outer: str | None = None, depth: int = 0) -> Mail:
    """The message in the folder `root` ("": the file's own); `outer` is the encoding of the one it is attached to."""
    if not file.exists(f"{root}__properties_version1.0"):
        raise ValueError("no message")
    encoding = _encoding(file, root, outer)
    pieces, notices = _body(path, file, encoding, root)
    attachments: list[Attachment] = []
    for folder in _attachment_folders(file, root):
        name = _text(file, _LONG_NAME, encoding, folder) or _text(file, _NAME, encoding, folder)
        content, inner = _stream(file, _DATA, _BINARY, folder), f"{folder}__substg1.0_{_DATA:04X}000D/"
        if content is not None:
            attachments.append(Attachment(name, content))
        elif file.exists(f"{inner}__properties_version1.0"):
            mail = _mail(path, file, inner, encoding, depth + 1) if depth < DEEPEST else None
            title = name or _text(file, _DISPLAY_NAME, encoding, folder) or (mail.subject if mail else "")
            attachments.append(Attachment(_message_name(title), None, mail))
        elif file.exists(inner.rstrip("/")):
            notices.append(Notice(NoticeKind.UNREAD_PART, "an object put into the e-mail from another program"))
    return Mail(pieces, notices, attachments, _text(file, _SUBJECT, encoding, root), _sent(file, root))


def _attachment_folders(file: olefile.OleFileIO, root: str) -> list[str]:
    depth = root.count("/")
    entries = ("/".join(entry[: depth + 1]) + "/" for entry in file.listdir(streams=True, storages=True))
    return sorted({each for each in entries if each.startswith(f"{root}__attach")})


def _message_name(title: str) -> str:
    """A file name for a message that is known by its subject."""
    name = re.sub(r"[\\/:]+", "-", " ".join(title.split())) or "message"
    return name if name.lower().endswith(".msg") else f"{name}.msg"


def _body(path: str, file: olefile.OleFileIO, encoding: str, root: str) -> tuple[list[Piece], list[Notice]]:
    plain = list(text_pieces(_text(file, _BODY, encoding, root)))
    if any(piece.text.strip() for piece in plain):
        return plain, []
    page = _stream(file, _HTML, _BINARY, root)
    markup = decode_html(path, page).text if page is not None else _text(file, _HTML, encoding, root)
    if markup.strip():
        return html_pieces(markup)
    packed = _stream(file, _RTF, _BINARY, root)
    return rtf_pieces(path, unpacked(packed)) if packed else ([], [])


def _stream(file: olefile.OleFileIO, number: int, kind: str, folder: str = "") -> bytes | None:
    """The bytes of a property in a folder, whose name ends with "/"."""
    name = f"{folder}__substg1.0_{number:04X}{kind}"
    if not file.exists(name):
        return None
    with file.openstream(name) as stream:
        return bytes(stream.read(_LARGEST))


def _text(file: olefile.OleFileIO, number: int, encoding: str, folder: str = "") -> str:
    wide = _stream(file, number, _TEXT, folder)
    if wide is not None:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return (_stream(file, number, _NARROW, folder) or b"").decode(encoding, "replace").rstrip("\0")


def _encoding(file: olefile.OleFileIO, root: str, outer: str | None) -> str:
    value = _fixed(file, root, _CODE_PAGE, 0x0003)
    return outer if outer and not value else code_page(struct.unpack("<I", value[:4])[0] if value else None)


def _sent(file: olefile.OleFileIO, root: str) -> date | None:
    for number in (_SENT, _DELIVERED):
        value = _fixed(file, root, number, 0x0040)
        ticks = struct.unpack("<Q", value)[0] if value else 0
        if 0 < ticks < 1 << 60:
            # Tenths of a microsecond since 1601, in universal time.
            return (datetime(1601, 1, 1) + timedelta(microseconds=ticks // 10)).date()
    return None


def _fixed(file: olefile.OleFileIO, root: str, number: int, kind: int) -> bytes | None:
    """The eight bytes of a property of fixed length, or None."""
    with file.openstream(f"{root}__properties_version1.0") as stream:
        data = stream.read(_LARGEST)[_INNER_HEAD_LENGTH if root else _HEAD_LENGTH :]
    for start in range(0, len(data) - 15, 16):
        if struct.unpack_from("<I", data, start)[0] == number << 16 | kind:
            return bytes(data[start + 8 : start + 16])
    return None
