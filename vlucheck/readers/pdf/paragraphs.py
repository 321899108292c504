"""Lines with their places → paragraphs: a line goes on the one before when that was full, near and set alike."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vlucheck.document import BlockKind, Piece
from vlucheck.readers.characters import plain
from vlucheck.readers.marks import ITEM, as_item
from vlucheck.readers.pdf.glyphs import Stretch
from vlucheck.readers.pdf.hyphens import joined
from vlucheck.readers.pdf.margins import Margins

_SHORT: Final = 40
_CENTRED: Final = 25.0
_INDENT: Final = 5.0
_DEEPEST_INDENT: Final = 70.0
_ENDINGS: Final = (".", "!", "?", ":", ";", ".”", ".’", '."')


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the letter is set: the type size of its text, the distance of two lines, and the right edge, in points."""

    size: float
    leading: float
    edge: float


def pieces_of(found: Margins) -> Iterator[Piece]:
    """The headers, the paragraphs of the text, also those that go over a page, and the footers."""
    lines = [stretch for page in found.pages for stretch in page]
    setting = _setting(lines or [*found.headers, *found.footers])
    text = "\n".join(line.text for line in lines)
    yield from (_margin(each, BlockKind.HEADER, text) for each in _paragraphs(found.headers, setting))
    yield from (_piece(each, setting, text) for each in _paragraphs(lines, setting))
    yield from (_margin(each, BlockKind.FOOTER, text) for each in _paragraphs(found.footers, setting))


def _setting(lines: list[Stretch]) -> _Setting:
    if not lines:
        return _Setting(1.0, 1.0, 0.0)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    gaps = Counter(
        round(above.line - below.line)
        for above, below in pairwise(lines)
        if above.page == below.page and 0.9 * size < above.line - below.line < 2.6 * size and len(above.text) > 40
    )
    leading = min((gap for gap, count in gaps.items() if 3 * count >= max(gaps.values())), default=round(1.3 * size))
    return _Setting(
        size,
        leading,
        max(line.right for line in lines if not line.cell or len(line.text) > 40)
        if any(not line.cell for line in lines)
        else max(line.right for line in lines),
    )


def _paragraphs(lines: list[Stretch], setting: _Setting) -> list[list[Stretch]]:
    paragraphs = [lines[:1]] if lines else []
    for line in lines[1:]:
        if _goes_on(paragraphs[-1], line, setting):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(paragraph: list[Stretch], line: Stretch, setting: _Setting) -> bool:
    last = paragraph[-1]
    if last.cell or line.cell:
        return _goes_on_in_cell(last, line, setting)
    if abs(last.size - line.size) > 0.6 or (ITEM.match(line.text) and _is_ended(last.text)):
        return False
    next_column = line.page == last.page and line.edge != last.edge and line.line > last.line
    if not _is_full(last, line, setting) or not (next_column or _is_in_line(paragraph, line)):
        return False
    if line.page != last.page or next_column:
        return not _is_ended(last.text)
    return 0 < last.line - line.line <= 1.25 * setting.leading


def _goes_on_in_cell(last: Stretch, line: Stretch, setting: _Setting) -> bool:
    """How wide a cell is cannot be seen: a small letter has to show that the sentence goes on."""
    near = line.page == last.page and 0 < last.line - line.line <= 1.25 * setting.leading
    return near and abs(line.left - last.left) <= _INDENT and line.text[0].islower() and not _is_ended(last.text)


def _is_full(last: Stretch, line: Stretch, setting: _Setting) -> bool:
    """Whether the first word of the next line had no room any more. Short lines at the right edge, as in a letterhead,
    had none either: they count only when a small letter shows that the sentence goes on."""
    space = 0.25 * last.size
    word = line.text.split()[0]
    if len(last.text) < _SHORT and (not word[0].islower() or "@" in word or "www." in word):
        return False
    edge = last.edge or setting.edge
    return last.right + space + line.first_word > edge - 0.02 * (edge - last.left)


def _is_in_line(paragraph: list[Stretch], line: Stretch) -> bool:
    shift = line.left - paragraph[-1].left
    centred = abs(shift) > _CENTRED and abs(shift + line.right - paragraph[-1].right) <= _INDENT
    if abs(shift) <= _INDENT or centred:
        return True
    if len(paragraph) > 1:
        return False
    hanging = bool(ITEM.match(paragraph[0].text)) and 0 < shift < _DEEPEST_INDENT
    return hanging or -_DEEPEST_INDENT < shift < 0


def _is_ended(text: str) -> bool:
    return text.endswith(_ENDINGS)


def _margin(paragraph: list[Stretch], kind: BlockKind, text: str) -> Piece:
    return Piece(_whole(paragraph, text), kind, paragraph[0].page, bold=all(line.bold for line in paragraph))


def _piece(paragraph: list[Stretch], setting: _Setting, text: str) -> Piece:
    first = paragraph[0]
    whole = _whole(paragraph, text)
    kind = BlockKind.PARAGRAPH
    if first.cell:
        kind = BlockKind.TABLE_CELL
    elif first.size > 1.1 * setting.size and len(whole) < 120 and not _is_ended(whole):
        kind = BlockKind.HEADING
    return as_item(Piece(whole, kind, first.page, bold=all(line.bold for line in paragraph)))


def _whole(paragraph: list[Stretch], text: str) -> str:
    whole = paragraph[0].text
    for line in paragraph[1:]:
        whole = joined(whole, line.text, text)
    return plain(whole)
