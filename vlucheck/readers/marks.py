"""The marks that list items begin with ("•", "2.", "(a)"), where a format has them only as characters."""

import re
from dataclasses import replace
from typing import Final

from vlucheck.document import BlockKind, Notice, Piece, Span

# Bullets of symbol fonts come as characters of the private area.
ITEM: Final = re.compile(r"(?:[-–—•*·▪‣◦○●■➢✓\ue000-\uf8ff]|o(?=\t)|\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)])[ \t]+(?=\S)")
_BULLETS: Final = frozenset("•*·▪‣◦○●■➢✓o")


def label(mark: str) -> str:
    """A list mark as the checks see it: every kind of bullet is "•", numbers and dashes stay."""
    mark = mark.strip()
    return "•" if mark in _BULLETS or "\ue000" <= mark <= "\uf8ff" else mark


def split_item(text: str) -> tuple[str, str] | None:
    """The list mark and the rest of a list item; None for a text that is none."""
    found = ITEM.match(text)
    return (label(found[0]), text[found.end() :]) if found else None


def as_item(piece: Piece) -> Piece:
    """A paragraph that begins with a typed list mark as the list item it is; any other piece unchanged."""
    item = split_item(piece.text) if piece.kind is BlockKind.PARAGRAPH else None
    if item is None:
        return piece
    shift = len(item[0]) + 1 - (len(piece.text) - len(item[1]))
    text = " ".join(item)
    marks = tuple(_shifted(mark, shift, len(text)) for mark in piece.marks)
    return replace(piece, text=text, kind=BlockKind.LIST_ITEM, marks=marks)


def _shifted(mark: Notice, by: int, length: int) -> Notice:
    if mark.span is None:
        return mark
    start, end = (min(max(0, at + by), length) for at in (mark.span.start, mark.span.end))
    return Notice(mark.kind, mark.detail, Span(start, end))
