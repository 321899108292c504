"""Rich text → Document: headers, body with text boxes, footnotes, footers, and what was noticed."""

from collections.abc import Iterable

from vlucheck.document import BlockKind, Document, Notice, Piece, assemble
from vlucheck.readers.rtf.reader import Reader
from vlucheck.readers.rtf.story import Story
from vlucheck.readers.rtf.tokens import tokens
from vlucheck.readers.safety import damaged
from vlucheck.readers.settle import settled

_MARGINS = frozenset({BlockKind.HEADER, BlockKind.FOOTER})


def read_rtf(path: str, data: bytes) -> Document:
    """The document in a rich text file; raises UnreadableLetter when it is not rich text or breaks off."""
    return assemble(path, "rtf", *rtf_pieces(path, data))


def rtf_pieces(path: str, data: bytes) -> tuple[list[Piece], list[Notice]]:
    """What a rich text file says, tracked changes read as accepted, and what was noticed outside its text."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.startswith(b"{\\rtf"):
        raise damaged(path)
    reader = Reader()
    for token in tokens(data):
        reader.feed(token)
    if reader.depth > 0:
        raise damaged(path)
    reader.finish()
    pieces = [
        piece
        for kind in (BlockKind.HEADER, BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.FOOTER)
        for piece in _of_kind(reader.stories, kind)
    ]
    return settled(pieces, reader.notices)


def _of_kind(stories: Iterable[Story], kind: BlockKind) -> list[Piece]:
    """The pieces of the stories of a kind; what one header or footer repeats of another is left out."""
    pieces: list[Piece] = []
    for story in stories:
        if story.kind is kind:
            known = {piece.text for piece in pieces} if kind in _MARGINS else set()
            pieces += (piece for piece in story.pieces() if piece.text not in known)
    return pieces
