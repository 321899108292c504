"""A PDF page → its rows of characters with their places, by asking pdfium about each character."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

_UPRIGHT: Final = 0.1
_HYPHEN: Final = 0x02
_LIGATURES: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box in points from the lower left corner of the page; `line` is that of its baseline."""

    text: str
    left: float
    right: float
    line: float
    size: float
    bold: bool


Row = list[Glyph]


@dataclass(slots=True)
class PageText:
    """What a page says: `rows` in the order of the file, `slanted` the words that are not level, `unknown` how
    many characters have no meaning in the file, `count` how many there are."""

    rows: list[Row] = field(default_factory=list)
    slanted: str = ""
    unknown: int = 0
    count: int = 0


def page_text(text_page: Any) -> PageText:
    """The text of a page."""
    page = PageText()
    rows: list[Row] = [[]]
    for glyph in _glyphs(text_page.raw, page):
        if glyph is None or (rows[-1] and _is_lower(glyph, rows[-1][-1])):
            rows.append([])
        if glyph is not None:
            rows[-1].append(glyph)
    page.rows = [row for row in rows if any(glyph.text.strip() for glyph in row)]
    return page


def _is_lower(glyph: Glyph, before: Glyph) -> bool:
    return abs(glyph.line - before.line) > 0.6 * max(glyph.size, before.size)


def _glyphs(raw: Any, page: PageText) -> Iterator[Glyph | None]:
    """The characters; None where a line ends."""
    high = 0
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (10, 13):
            yield None
        elif 0xD800 <= code < 0xDC00:
            high = code
        elif abs(pdfium.FPDFText_GetCharAngle(raw, index)) > _UPRIGHT and not _is_space(code):
            page.slanted += chr(code)
        else:
            character = _character(code, high)
            high = 0
            page.count += 1
            page.unknown += character == "\ufffd" or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1
            yield _glyph(raw, index, character)


def _is_space(code: int) -> bool:
    return code in (0x20, 0xA0)


def _character(code: int, high: int) -> str:
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else "\ufffd"
    if code in (_HYPHEN, 0xFFFE):
        return "-"
    if code == 0:
        return "\ufffd"
    return _LIGATURES.get(code, chr(code))


def _glyph(raw: Any, index: int, character: str) -> Glyph:
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    size = pdfium.FPDFText_GetFontSize(raw, index)
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(raw, index, matrix):
        # The size in the page's own units: fonts are often set at size 1 and scaled.
        size *= abs(matrix.d) or abs(matrix.b) or 1.0
    return Glyph(character, left.value, right.value, y.value, size or 1.0, _is_bold(raw, index))


def _is_bold(raw: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, index, name, 200, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()
