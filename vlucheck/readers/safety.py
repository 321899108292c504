"""Zip containers and XML from strangers, within limits: no bombs, no entities, no network, no surprise."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from vlucheck.errors import UnreadableLetter

MAX_MEMBERS: Final = 2_000
MAX_UNPACKED: Final = 200_000_000
MAX_RATIO: Final = 200
# Small files pack well without being bombs (a white logo, an empty table): the ratio counts only above this size.
RATIO_FREE: Final = 10_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,  # what zipfile says of a way of packing that it does not know
    OSError,
    ValueError,
)
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|drawingml|wordprocessingml)/")
_USUAL: Final = rb"http://schemas.openxmlformats.org/\1/2006/"


@dataclass(frozen=True, slots=True)
class Parts:
    """The members of a zip container by name, unpacked when asked for. Names are found whatever their case."""

    path: str
    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names as the container spells them."""
        return tuple(info.filename for info in self.members.values())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and _key(name) in self.members

    def __getitem__(self, name: str) -> bytes:
        """The member's bytes; raises KeyError when there is none and UnreadableLetter when it is damaged."""
        info = self.members[_key(name)]
        try:
            with self.archive.open(info) as member:
                # A size is given because a member may hold far more than its entry says.
                return member.read(info.file_size)
        except _DAMAGE:
            raise damaged(self.path) from None

    def xml(self, name: str) -> etree._Element | None:
        """The member's root element, or None when there is none."""
        return parse_xml(self[name], self.path) if name in self else None


def open_zip(path: str, data: bytes) -> Parts:
    """The parts of a zip container; raises UnreadableLetter when it is none, has a password, or breaks a limit."""
    if data.startswith(_OLE):
        raise _old_or_encrypted(path, data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if not info.is_dir()]
    except _DAMAGE:
        raise damaged(path) from None
    if any(info.flag_bits & 0x1 for info in infos):
        raise _locked(path)
    _check_limits(path, infos)
    return Parts(path, archive, {_key(info.filename): info for info in infos})


def parse_xml(data: bytes, path: str = "the file") -> etree._Element:
    """The root element, with no entity replaced, nothing loaded and libxml2's limits in force.

    Raises UnreadableLetter when the XML is broken or declares entities. Namespaces of ISO "strict" documents are
    given their usual names.
    """
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise UnreadableLetter(
            f'"{path}" holds declarations that no letter has and that can do harm: '
            "open it in Word, save it under a new name and check that copy."
        )
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(_USUAL, data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(path) from None


def damaged(path: str) -> UnreadableLetter:
    """The error for a file that cannot be taken apart."""
    return UnreadableLetter(
        f'"{path}" is damaged or not what its name says: open it in Word, save it under a new name and check that copy.'
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _check_limits(path: str, infos: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    too_dense = unpacked > RATIO_FREE and unpacked > MAX_RATIO * packed
    if len(infos) > MAX_MEMBERS or unpacked > MAX_UNPACKED or too_dense:
        raise UnreadableLetter(
            f'"{path}" unpacks to far more than a letter ever holds, so it was not opened: '
            "check where it comes from, then copy its text into a new document."
        )


def _old_or_encrypted(path: str, data: bytes) -> UnreadableLetter:
    if _ENCRYPTED in data:
        return _locked(path)
    return UnreadableLetter(
        f'"{path}" is in the old Word format, whatever its name says: '
        "open it in Word and save it as a Word document (.docx)."
    )


def _locked(path: str) -> UnreadableLetter:
    return UnreadableLetter(
        f'"{path}" is protected by a password: open it in Word, save a copy without the password and check that.'
    )
