"""A table → the cells that Word shows, row by row, merged ones once."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.docx.names import W, elements, number, switch, value

_WRAPPERS: Final = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})


def rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, out of the content controls around them."""
    return _unwrapped(table, W + "tr")


def is_deleted(row: _Element) -> bool:
    """Whether a tracked change took the row out."""
    return row.find(f"{W}trPr/{W}del") is not None


def shown_cells(row: _Element, merged: set[int]) -> Iterator[_Element]:
    """The cells of a row without those that only continue the one above; `merged` are the columns in which a cell
    goes on downwards, kept up to date from row to row."""
    column = number(value(row.find(W + "trPr"), "gridBefore")) or 0
    for cell in _unwrapped(row, W + "tc"):
        properties = cell.find(W + "tcPr")
        continues = column in merged and _is_continued(properties)
        if not continues:
            _note_merge(merged, column, properties)
        if not continues and not _is_gone(properties):
            yield cell
        column += number(value(properties, "gridSpan")) or 1


def is_prompt(cell: _Element) -> bool:
    """Whether the cell is a content control that still shows its prompt."""
    content = cell.getparent()
    control = None if content is None or content.tag != W + "sdtContent" else content.getparent()
    return control is not None and bool(switch(control.find(W + "sdtPr"), "showingPlcHdr"))


def _unwrapped(parent: _Element, tag: str) -> Iterator[_Element]:
    for child in elements(parent):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)


def _is_continued(properties: _Element | None) -> bool:
    merge = None if properties is None else properties.find(W + "vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _note_merge(merged: set[int], column: int, properties: _Element | None) -> None:
    if properties is not None and properties.find(W + "vMerge") is not None:
        merged.add(column)
    else:
        merged.discard(column)


def _is_gone(properties: _Element | None) -> bool:
    """Whether the cell was taken out by a tracked change, or continues the one at its left (old files)."""
    return properties is not None and (
        properties.find(W + "cellDel") is not None or value(properties, "hMerge") == "continue"
    )
