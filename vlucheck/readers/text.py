"""Plain text → Document: paragraphs from blank lines, from line lengths where lines were wrapped, from list marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vlucheck.document import Document, Notice, NoticeKind, Piece, Span, assemble
from vlucheck.readers.characters import plain
from vlucheck.readers.encoding import Decoded, decode
from vlucheck.readers.marks import ITEM, as_item

_ENDED: Final = re.compile(r"[.!?:;][\"'’”)\]]*$")
_LONGEST_WRAPPED: Final = 100
_SHORTEST_WRAPPED: Final = 45
_LONGEST_ADDRESS_LINE: Final = 60


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int


def read_text(path: str, data: bytes) -> Document:
    """The document in a text file; raises UnreadableLetter when the bytes are no text."""
    decoded = decode(path, data)
    document = document_of(path, "txt", decoded.text)
    return with_doubt(document, decoded)


def document_of(path: str, form: str, text: str) -> Document:
    """The document in plain text that has been decoded."""
    return assemble(path, form, text_pieces(text))


def text_pieces(text: str) -> Iterator[Piece]:
    """The paragraphs, address groups and list items of plain text, line ends kept inside each."""
    groups = _groups(plain(text).replace("\f", "\n\n"))
    width = _wrapped_at(groups)
    # Without blank lines, each line that was not wrapped is a paragraph.
    spaced = len(groups) > 1
    for group in groups:
        for block in _blocks(group, width, spaced):
            yield _piece(block)


def with_doubt(document: Document, decoded: Decoded) -> Document:
    """The document, with a notice when its characters are in doubt."""
    if decoded.doubtful is None:
        return document
    notice = _encoding_notice(document.text, decoded.doubtful)
    return Document(document.path, document.format, document.text, document.blocks, (*document.notices, notice))


def _encoding_notice(text: str, doubtful: str) -> Notice:
    """The notice that characters may be wrong, at the first of them that is left in the text."""
    start = text.find(doubtful)
    span = Span(start, start + len(doubtful)) if start >= 0 else None
    return Notice(NoticeKind.ENCODING, f'some characters may be wrong, the first is "{doubtful}"', span)


def _groups(text: str) -> list[list[_Line]]:
    groups: list[list[_Line]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        if stripped := line.strip():
            groups[-1].append(_Line(stripped, number))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrapped_at(groups: list[list[_Line]]) -> int | None:
    """The column at which an editor broke the lines, or None when each line is a paragraph or an address line."""
    lengths = [len(line.text) for group in groups for line in group]
    if sum(length > _LONGEST_WRAPPED for length in lengths) > len(lengths) / 10:
        return None
    breaks = [
        (first.text, second.text)
        for group in groups
        for first, second in pairwise(group)
        if _SHORTEST_WRAPPED <= len(first.text) <= _LONGEST_WRAPPED and not ITEM.match(second.text)
    ]
    inside = [second for first, second in breaks if not _ENDED.search(first)]
    if 2 * len(inside) <= len(breaks) or not any(second[0].islower() for second in inside):
        return None
    return max(len(first) for first, _ in breaks)


def _blocks(group: list[_Line], width: int | None, spaced: bool) -> list[list[_Line]]:
    blocks = [[group[0]]]
    for before, line in pairwise(group):
        if _continues(before.text, line.text, width) or (spaced and _same_address(blocks[-1][0].text, before, line)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _continues(before: str, line: str, width: int | None) -> bool:
    if width is None or (ITEM.match(line) and _ENDED.search(before)):
        return False
    full = len(before) + 1 + len(line.split()[0]) > width
    if ITEM.match(line):
        return full and line[0] in "-–—" and not ITEM.match(before)
    return full or (line[0].islower() and len(before) > width / 2)


def _same_address(first: str, before: _Line, line: _Line) -> bool:
    texts = (before.text, line.text)
    return not any(ITEM.match(text) for text in (first, *texts)) and not any(_is_sentence(text) for text in texts)


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_ADDRESS_LINE or (len(text.split()) > 5 and bool(_ENDED.search(text)))


def _piece(lines: list[_Line]) -> Piece:
    text = "\n".join(line.text for line in lines)
    return as_item(Piece(text, source=f"line {lines[0].number}"))
