"""Pieces without a word → nothing, but what was noticed in them goes to the piece before."""

from collections.abc import Iterable
from dataclasses import replace

from vlucheck.document import Notice, Piece, Span
from vlucheck.readers.docx.line import word_span


def settled(pieces: Iterable[Piece], notices: Iterable[Notice]) -> tuple[list[Piece], list[Notice]]:
    """The pieces that show something, and the notices that belong to none of them."""
    kept: list[Piece] = []
    loose = list(notices)
    for piece in pieces:
        if piece.text.strip():
            kept.append(piece)
        elif kept:
            last = kept[-1]
            place = word_span(last.text, len(last.text), len(last.text))
            kept[-1] = replace(last, marks=last.marks + tuple(_at(mark, place) for mark in piece.marks))
        else:
            loose.extend(_at(mark, None) for mark in piece.marks)
    return kept, loose


def _at(mark: Notice, place: Span | None) -> Notice:
    return Notice(mark.kind, mark.detail, place)
