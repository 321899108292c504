"""E-mail (.eml as sent, .msg as Outlook saves it) → Document."""

import binascii
import email
import email.errors
import email.header
import email.policy
import email.utils
import re
from collections.abc import Iterator
from datetime import date
from email.message import Message
from typing import Final

from vlucheck.document import Document, Notice, NoticeKind, Piece
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.encoding import Decoded, decode
from vlucheck.readers.mail import Attachment, Mail, mail_document
from vlucheck.readers.outlook import outlook_mail

_ENCRYPTED: Final = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_BROKEN_OFF: Final = (email.errors.CloseBoundaryNotFoundDefect, email.errors.StartBoundaryNotFoundDefect)
# Letters that were attached without a name go by their type.
_ENDINGS: Final = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_FIELD: Final = re.compile(rb"^[A-Za-z][A-Za-z0-9-]*:", re.MULTILINE)


def read_msg(path: str, data: bytes) -> Document:
    """The document in an e-mail that Outlook saved; raises UnreadableLetter when it is damaged."""
    return mail_document(path, "msg", outlook_mail(path, data))


def read_eml(path: str, data: bytes) -> Document:
    """The document in an e-mail as it was sent; raises UnreadableLetter when it is none, or encrypted."""
    if not _FIELD.match(data.lstrip()):
        raise UnreadableLetter(
            f'"{path}" is damaged or not an e-mail: open it in your mail program, save it again and check that copy.'
        )
    # The older policy: the newer one gives up on broken headers.
    return mail_document(path, "eml", _mail(path, email.message_from_bytes(data, policy=email.policy.compat32)))


def _mail(path: str, message: Message) -> Mail:
    if message.get_content_type() in _ENCRYPTED and message.get_param("smime-type") != "signed-data":
        raise UnreadableLetter(
            f'"{path}" is encrypted: open it in your mail program, save the letter as a Word document and check that.'
        )
    parts = [part for part in _parts(message) if not part.is_multipart()]
    bodies = [part for part in parts if not _name(part) and part.get_content_maintype() == "text"]
    pieces, notices = _body(path, [part for part in bodies if part.get_content_subtype() == "plain"])
    if not pieces:
        pieces, notices = _body(path, [part for part in bodies if part.get_content_subtype() == "html"])
    if any(isinstance(defect, _BROKEN_OFF) for part in _parts(message) for defect in part.defects):
        notices.append(Notice(NoticeKind.UNREAD_PART, "the end of the e-mail: the file breaks off"))
    attached = [Attachment(_name(part), _content(part)) for part in parts if _name(part)]
    attached += [
        Attachment("message.eml", inner.as_bytes())
        for part in _parts(message)
        if part.get_content_type() == "message/rfc822"
        for inner in _inner(part)
    ]
    return Mail(pieces, notices, attached, _readable(message.get("Subject")), _sent(message))


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a message, without those of messages attached to it."""
    yield message
    if message.is_multipart() and message.get_content_type() != "message/rfc822":
        for part in _inner(message):
            yield from _parts(part)


def _inner(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _name(part: Message) -> str:
    name = part.get_filename()
    ending = _ENDINGS.get(part.get_content_type(), "")
    if name is None and (ending or part.get_content_disposition() == "attachment"):
        return f"attachment{ending or '.txt' * (part.get_content_type() == 'text/plain')}"
    return _readable(name)


def _readable(value: object) -> str:
    """A header's text, encoded words decoded; as it stands when they are broken."""
    if value is None:
        return ""
    try:
        return str(email.header.make_header(email.header.decode_header(str(value))))
    except (email.errors.HeaderParseError, LookupError, UnicodeError, ValueError):
        return str(value)


def _sent(message: Message) -> date | None:
    try:
        return email.utils.parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _body(path: str, parts: list[Message]) -> tuple[list[Piece], list[Notice]]:
    from vlucheck.readers.html import html_pieces
    from vlucheck.readers.text import text_pieces

    pieces: list[Piece] = []
    notices: list[Notice] = []
    for part in parts:
        decoded = _decoded(path, part)
        if decoded.doubtful is not None:
            notices.append(
                Notice(NoticeKind.ENCODING, f'some characters may be wrong, the first is "{decoded.doubtful}"')
            )
        if part.get_content_subtype() == "html":
            found, noticed = html_pieces(decoded.text)
            pieces, notices = [*pieces, *found], [*notices, *noticed]
        else:
            pieces += text_pieces(_unflowed(decoded.text, part))
    return [piece for piece in pieces if piece.text.strip()], notices


def _decoded(path: str, part: Message) -> Decoded:
    data = _content(part)
    charset = (part.get_content_charset() or "").lower()
    if charset in ("", "utf-8", "us-ascii", "iso-8859-1", "windows-1252"):
        return decode(path, data)
    try:
        return Decoded(data.decode(charset), charset)
    except (LookupError, UnicodeError):
        return decode(path, data)


def _content(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (binascii.Error, ValueError, LookupError):
        return b""
    return data if isinstance(data, bytes) else b""


def _unflowed(text: str, part: Message) -> str:
    """Lines that the mail program broke put together again (RFC 3676)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    space = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    text = text.replace("\r\n", "\n")
    return re.sub(r"(?m)(?<!^--)(?<=\S) \n(?=[^\n>])", space, text)
