"""Parts of an e-mail, whatever program saved it → Document: the body, and letters among the attachments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Final

from vlucheck.document import BlockKind, Document, Notice, NoticeKind, Piece, assemble
from vlucheck.errors import UnreadableLetter
from vlucheck.readers import READERS, parse
from vlucheck.readers.characters import plain

_GREETING: Final = re.compile(r"(?:dear|hello|good (?:morning|afternoon))\b", re.IGNORECASE)
_DATE: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_ANSWERED: Final = re.compile(r"\s*(?:re|fw|fwd)\s*:", re.IGNORECASE)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_OFFICE_FILES: Final = (".doc", ".dot", ".docm", ".pages", ".wpd", ".wps", ".p7m", ".zip")
# Mail in mail in mail: more than anybody sends, and a way to keep a program busy.
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in an e-mail: its name as given there, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail: the body as pieces, what was noticed, the attachments, and what its head says."""

    body: list[Piece]
    notices: list[Notice] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    subject: str = ""
    sent: date | None = None


def mail_document(path: str, form: str, mail: Mail) -> Document:
    """The document. The date and subject of the head come first where the letter in the body has none of its own;
    attachments that are no letters are left out, and those that cannot be read are noticed."""
    documents: list[Document] = []
    notices = list(mail.notices)
    for attachment in mail.attachments:
        name = PurePath(attachment.name.replace("\\", "/")).name or "attachment"
        try:
            documents += _attached(path, name, attachment.data)
        except UnreadableLetter as error:
            notices.append(Notice(NoticeKind.UNREAD_PART, f'the attachment "{name}" was not checked: {error}'))
    return assemble(path, form, [*_head(mail), *mail.body], notices, documents)


def _attached(path: str, name: str, data: bytes) -> Iterable[Document]:
    suffix = PurePath(name).suffix.lower()
    if suffix in _OFFICE_FILES:
        raise UnreadableLetter("save it as a Word document (.docx) and check that.")
    if suffix not in READERS:
        return ()
    if sum(path.lower().count(f"{each}/") for each in (".eml", ".msg")) >= _DEEPEST:
        raise UnreadableLetter("it lies too deep, in an e-mail within e-mails: save it as a file and check that.")
    return (parse(f"{path}/{name}", suffix, data),)


def _head(mail: Mail) -> list[Piece]:
    """What a reader sees above the body of the e-mail, as far as the letter needs it."""
    lines = [line.strip() for piece in mail.body for line in piece.text.split("\n") if line.strip()]
    greeting = next((place for place, line in enumerate(lines) if _GREETING.match(line)), None)
    if greeting is None:
        return []
    found: list[str] = []
    if mail.sent is not None and not any(_DATE.search(line) for line in lines[: greeting + 3]):
        found.append(f"{mail.sent.day} {_MONTHS[mail.sent.month - 1]} {mail.sent.year}")
    after = lines[greeting + 1] if greeting + 1 < len(lines) else ""
    if mail.subject.strip() and not _is_subject(after) and not _ANSWERED.match(mail.subject):
        found.append(" ".join(plain(mail.subject).split()))
    return [Piece(text, BlockKind.HEADER, source="head of the e-mail") for text in found]


def _is_subject(line: str) -> bool:
    return 0 < len(line.split()) <= 14 and not line.endswith((".", "!", "?", ",", ";"))
