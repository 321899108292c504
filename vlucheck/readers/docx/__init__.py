"""Word file → Document, as Word shows it: headers, body with text boxes, footnotes, footers, and what was noticed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.etree import _Element

from vlucheck.document import BlockKind, Document, Notice, NoticeKind, Piece, assemble
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.docx.margins import margins
from vlucheck.readers.docx.names import W
from vlucheck.readers.docx.numbering import Numbering, WordList, read_lists
from vlucheck.readers.docx.package import Package, Part, open_package
from vlucheck.readers.docx.pages import Pages, first_page
from vlucheck.readers.docx.story import Setting, Story
from vlucheck.readers.docx.styles import read_styles
from vlucheck.readers.safety import damaged
from vlucheck.readers.settle import settled

_FORMATTING = ("tblPrChange", "trPrChange", "tcPrChange", "sectPrChange")


def read_docx(path: str, data: bytes) -> Document:
    """The document in a Word file. Tracked changes are read as accepted; raises UnreadableLetter with what to do."""
    package = open_package(path, data)
    try:
        return _read(path, package)
    except RecursionError:
        raise damaged(path) from None


def _read(path: str, package: Package) -> Document:
    lists = read_lists(_root(package.companion("numbering")))
    setting = Setting(
        read_styles(_root(package.companion("styles"))), Numbering(lists), _comments(package.companion("comments")), {}
    )
    pieces = [
        *_margin(package, setting, lists, BlockKind.HEADER),
        *_body(package, setting, lists),
        *_margin(package, setting, lists, BlockKind.FOOTER),
    ]
    if any(package.main.root.iter(*(W + name for name in _FORMATTING))):
        setting.notices[Notice(NoticeKind.TRACKED_CHANGE, "formatting of a table or a section changed")] = None
    if not any(piece.text.strip() for piece in pieces):
        raise _no_text(path, package)
    return assemble(path, "docx", *settled(pieces, setting.notices))


def _body(package: Package, setting: Setting, lists: dict[str, WordList]) -> list[Piece]:
    root = package.main.root
    body = root.find(W + "body")
    if body is None:
        return []
    story = Story(setting, package.main, BlockKind.PARAGRAPH, first_page(root))
    pieces = story.read(body)
    for kind in ("footnotes", "endnotes"):
        part = package.companion(kind)
        if part is not None:
            pieces += _notes(
                part, replace(setting, numbering=Numbering(lists)), [i for k, i in story.notes if k == kind]
            )
    return pieces


def _notes(part: Part, setting: Setting, wanted: Iterable[str]) -> Iterator[Piece]:
    by_id = {note.get(W + "id", ""): note for note in part.root}
    for note_id in wanted:
        if note_id in by_id:
            yield from Story(setting, part, BlockKind.FOOTNOTE, Pages()).read(by_id[note_id])


def _margin(package: Package, setting: Setting, lists: dict[str, WordList], kind: BlockKind) -> list[Piece]:
    """The pieces of all headers or footers; what one repeats of another is left out."""
    pieces: list[Piece] = []
    for part in margins(package, kind.value):
        known = {piece.text for piece in pieces}
        own = replace(setting, numbering=Numbering(lists))
        read = Story(own, part, kind, Pages()).read(part.root)
        pieces += (piece for piece in read if piece.text not in known or piece.marks)
    return pieces


def _comments(part: Part | None) -> dict[str, str]:
    if part is None:
        return {}
    return {
        comment.get(W + "id", ""): " ".join("".join(text.text or "" for text in line.iter(W + "t")) for line in comment)
        for comment in part.root.iterchildren(W + "comment")
    }


def _root(part: Part | None) -> _Element | None:
    return None if part is None else part.root


def _no_text(path: str, package: Package) -> UnreadableLetter:
    if any("/media/" in f"/{name}" for name in package.parts.names):
        return UnreadableLetter(
            f'"{path}" holds only pictures, whose words cannot be read: '
            "type the letter, or turn the scan into text first."
        )
    return UnreadableLetter(f'"{path}" has no text in it: check that it is the right file.')
