"""Parts of an e-mail, whatever program saved it → Document: the body, and letters among the attachments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath
from typing import Final

from vlucheck.document import BlockKind, Document, Notice, Piece, Unread, assemble
from vlucheck.errors import UnreadableLetter
from vlucheck.readers import READERS, parse, with_words
from vlucheck.readers.characters import plain
from vlucheck.readers.refused import LETTER_LIKE, SEALED

_GREETING: Final = re.compile(r"(?:dear|hello|good (?:morning|afternoon))\b", re.IGNORECASE)
_DATE: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_ANSWERED: Final = re.compile(r"\s*(?:re|fw|fwd)\s*:", re.IGNORECASE)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Mail in mail in mail: more than anybody forwards, and a way to keep a program busy.
DEEPEST: Final = 5
# Exchange makes such a file of the text that stood below an attachment, mostly an empty line or a name.
_SCRAP: Final = re.compile(r"att\d+\.(?:txt|html?)", re.IGNORECASE)
_LONGEST_SCRAP: Final = 60


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in an e-mail: its name as given there, and its bytes, or the e-mail that it is where it has none of its
    own (neither: it cannot be taken out)."""

    name: str
    data: bytes | None
    mail: "Mail | None" = None


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
    attachments that are no letters are left out, and those that cannot be read are listed as unread."""
    documents: list[Document] = []
    unread: list[Unread] = []
    for name, attachment in _numbered(mail.attachments):
        try:
            document = _attached(path, name, attachment)
        except UnreadableLetter as error:
            unread.append(Unread(f"{path}/{name}", str(error)))
        else:
            documents += [document] if document else []
    document = assemble(path, form, [*_head(mail), *mail.body], mail.notices, documents)
    return replace(document, unread=tuple(unread))


def _numbered(attachments: list[Attachment]) -> Iterator[tuple[str, Attachment]]:
    """The attachments under names without folders, the second of one name as "letter (2).docx"."""
    seen: set[str] = set()
    for attachment in attachments:
        given = PurePath(PurePath(attachment.name.replace("\\", "/")).name or "attachment")
        name, number = given.name, 1
        while name.lower() in seen:
            number += 1
            name = f"{given.stem} ({number}){given.suffix}"
        seen.add(name.lower())
        yield name, attachment


def _attached(path: str, name: str, attachment: Attachment) -> Document | None:
    """The letter in the attachment, None when it is no letter. Raises UnreadableLetter."""
    data, suffix, inside = attachment.data, PurePath(name).suffix.lower(), f"{path}/{name}"
    for known in (LETTER_LIKE, SEALED):
        if suffix in known:
            raise UnreadableLetter(f'"{inside}" {known[suffix]}')
    if suffix not in READERS or _is_scrap(name, data):
        return None
    if f"{path}/".lower().count(".eml/") + f"{path}/".lower().count(".msg/") > DEEPEST:
        raise UnreadableLetter(
            f'"{inside}" lies too deep, in e-mails within e-mails: save it as a file and check that.'
        )
    if attachment.mail is not None:
        return with_words(mail_document(inside, suffix.lstrip("."), attachment.mail))
    if data is None:
        raise UnreadableLetter(f'"{inside}" could not be taken out of the e-mail: save it as a file and check that.')
    return parse(inside, suffix, data)


def _is_scrap(name: str, data: bytes | None) -> bool:
    return data is not None and _SCRAP.fullmatch(name) is not None and len(data.split()) < _LONGEST_SCRAP


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
