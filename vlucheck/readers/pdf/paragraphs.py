"""Lines with their places → paragraphs: a line goes on the one before when that was full, near and set alike."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from vlucheck.document import BlockKind, Piece
from vlucheck.readers.characters import plain
from vlucheck.readers.marks import ITEM, as_item
from vlucheck.readers.pdf.hyphens import is_broken_address, joined
from vlucheck.readers.pdf.margins import Margins
from vlucheck.readers.pdf.setting import Setting, setting_of
from vlucheck.readers.pdf.stretches import Stretch

_SHORT: Final = 40
_CENTRED: Final = 25.0
_INDENT: Final = 5.0
_DEEPEST_INDENT: Final = 70.0
_AT_EDGE: Final = 2.0
_SMALL_WORDS: Final = 3
_SMALL_WORDS_AT_MARGIN: Final = 1
_ENDINGS: Final = (".", "!", "?", ":", ";", ".”", ".’", '."')


def pieces_of(found: Margins) -> Iterator[Piece]:
    """The headers, the paragraphs of the text, also those that go over a page, and the footers."""
    lines = [stretch for page in found.pages for stretch in page]
    setting = setting_of(lines or [*found.headers, *found.footers])
    text = "\n".join(line.text for line in lines)
    yield from (_margin(each, setting, BlockKind.HEADER, text) for each in _paragraphs(found.headers, setting))
    yield from (_piece(each, setting, text) for each in _paragraphs(lines, setting))
    yield from (_margin(each, setting, BlockKind.FOOTER, text) for each in _paragraphs(found.footers, setting))


def _paragraphs(lines: list[Stretch], setting: Setting) -> list[list[Stretch]]:
    paragraphs = [lines[:1]] if lines else []
    for line in lines[1:]:
        cell = _cell_over_page(paragraphs, line)
        if cell is not None:
            cell.append(line)
        elif _goes_on(paragraphs[-1], line, setting):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _cell_over_page(paragraphs: list[list[Stretch]], line: Stretch) -> list[Stretch] | None:
    """The cell in the last row of the page before that the line goes on, when the page parts the row."""
    end = paragraphs[-1][0]
    if not end.cell or end.page == line.page or not line.text[0].islower():
        return None
    row = takewhile(lambda paragraph: paragraph[0].cell and paragraph[0].line <= end.line + 1, reversed(paragraphs))
    return next(
        (cell for cell in row if abs(cell[0].left - line.left) <= _INDENT and not _is_ended(cell[-1].text)), None
    )


def _goes_on(paragraph: list[Stretch], line: Stretch, setting: Setting) -> bool:
    last = paragraph[-1]
    if last.cell or line.cell:
        return _goes_on_in_cell(last, line, setting)
    if abs(last.size - line.size) > 0.6 or (ITEM.match(line.text) and _is_ended(last.text)):
        return False
    next_column = line.page == last.page and line.edge != last.edge and line.line > last.line
    if not _is_full(paragraph, line, setting) or not (next_column or _is_in_line(paragraph, line)):
        return False
    if line.page != last.page or next_column:
        return setting.is_stretched(last) or not _is_ended(last.text)
    return 0 < last.line - line.line <= 1.25 * setting.leading


def _goes_on_in_cell(last: Stretch, line: Stretch, setting: Setting) -> bool:
    """How wide a cell is cannot be seen: a small letter has to show that the sentence goes on."""
    near = line.page == last.page and 0 < last.line - line.line <= 1.25 * setting.leading
    if _is_net_address(line.text.split()[0]) and not _small_words(last.text.split()[-1]):
        return False
    if not near or abs(line.left - last.left) > _INDENT:
        return False
    return setting.is_stretched(last) or (line.text[0].islower() and not _is_ended(last.text))


def _is_full(paragraph: list[Stretch], line: Stretch, setting: Setting) -> bool:
    """Whether the first word of the next line had no room any more. Short lines at the right edge, as in a letterhead,
    had none either: they count only in running text."""
    last = paragraph[-1]
    if setting.is_stretched(last):
        return True
    edge = setting.edge_of(last)
    had_room = last.right + 0.25 * last.size + line.first_word <= edge - 0.02 * (edge - last.left)
    if had_room or (len(last.text) < _SHORT and not _is_running(paragraph, line, setting)):
        return False
    if not setting.justified or last.right >= edge - _AT_EDGE or " " not in last.text:
        return True
    return line.text[0].islower() and not _is_ended(last.text)


def _is_running(paragraph: list[Stretch], line: Stretch, setting: Setting) -> bool:
    """Whether a short line is one of a sentence: a small letter shows that it goes on, unless an address begins with
    it, or its paragraph has small words already, as addresses and the lines of a letterhead seldom have."""
    word = line.text.split()[0]
    if word[0].islower() and not _is_net_address(word):
        return True
    small = sum(_small_words(stretch.text) for stretch in paragraph)
    return small >= (_SMALL_WORDS_AT_MARGIN if setting.is_at_margin(paragraph[-1]) else _SMALL_WORDS)


def _small_words(text: str) -> int:
    """How many words have small letters only, as few have in addresses and letterheads."""
    return sum(word.isalpha() and word.islower() for word in text.split())


def _is_ended(text: str) -> bool:
    return text.endswith(_ENDINGS)


def _is_net_address(word: str) -> bool:
    return "@" in word or "www." in word or "://" in word


def _is_in_line(paragraph: list[Stretch], line: Stretch) -> bool:
    shift = line.left - paragraph[-1].left
    centred = abs(shift) > _CENTRED and abs(shift + line.right - paragraph[-1].right) <= _INDENT
    if abs(shift) <= _INDENT or centred:
        return True
    if len(paragraph) > 1:
        return False
    hanging = bool(ITEM.match(paragraph[0].text)) and 0 < shift < _DEEPEST_INDENT
    return hanging or -_DEEPEST_INDENT < shift < 0


def _margin(paragraph: list[Stretch], setting: Setting, kind: BlockKind, text: str) -> Piece:
    return Piece(_whole(paragraph, setting, text), kind, paragraph[0].page, bold=all(line.bold for line in paragraph))


def _piece(paragraph: list[Stretch], setting: Setting, text: str) -> Piece:
    first = paragraph[0]
    whole = _whole(paragraph, setting, text)
    kind = BlockKind.PARAGRAPH
    if first.cell:
        kind = BlockKind.TABLE_CELL
    elif first.size > 1.1 * setting.size and len(whole) < 120 and not _is_ended(whole):
        kind = BlockKind.HEADING
    return as_item(Piece(whole, kind, first.page, bold=all(line.bold for line in paragraph)))


def _whole(paragraph: list[Stretch], setting: Setting, text: str) -> str:
    whole = paragraph[0].text
    for last, line in pairwise(paragraph):
        broken = _fills_line(last, setting) and is_broken_address(whole, line.text)
        whole = whole + line.text if broken else joined(whole, line.text, text)
    return plain(whole)


def _fills_line(line: Stretch, setting: Setting) -> bool:
    """Whether it is one word without room for another letter."""
    return " " not in line.text and line.right + line.size > setting.edge_of(line)
