"""A PDF page → the stretches of text on its lines, with their places, by asking pdfium about each character."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pypdfium2.raw as pdfium

# A gap this many times the type size parts two columns or cells; a smaller one is a space.
_COLUMN_GAP: Final = 2.2
_NARROW_GAP: Final = 1.0
_TAB_GAP: Final = 8.0
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text on one line of a page without a wide gap; `first_word` is how wide its first word is, in points; `edge` is
    the right edge of its column, 0 on a page that is not set in columns."""

    text: str
    left: float
    right: float
    line: float
    size: float
    bold: bool
    first_word: float
    page: int
    cell: bool = False
    edge: float = 0.0


@dataclass(slots=True)
class PageText:
    """What a page says: `stretches` in the order of the file, `slanted` the words that are not level, `unknown` how
    many characters have no meaning in the file, `count` how many there are."""

    stretches: list[Stretch] = field(default_factory=list)
    slanted: str = ""
    unknown: int = 0
    count: int = 0


def page_text(text_page: Any, number: int) -> PageText:
    """The text of a page; `number` counts from 1."""
    page = PageText()
    rows: list[list[Glyph]] = [[]]
    for glyph in _glyphs(text_page.raw, page):
        if glyph is None or (rows[-1] and _is_lower(glyph, rows[-1][-1])):
            rows.append([])
        if glyph is not None:
            rows[-1].append(glyph)
    rows = [row for row in rows if any(glyph.text.strip() for glyph in row)]
    columns = [part[0].left for row in rows for part in _parts(row, [])[1:]]
    for row in rows:
        parts = _parts(row, columns)
        page.stretches += [_stretch(part, number, cell=len(parts) > 1) for part in parts]
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


def _parts(row: list[Glyph], columns: list[float]) -> list[list[Glyph]]:
    """The parts of a line that wide gaps leave; where another line's part begins, a narrower gap will do."""
    parts: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in row:
        if glyph.text.isspace():
            parts[-1].append(glyph)
            continue
        gap = (glyph.left - last.right) / glyph.size if last is not None else 0.0
        if gap > _COLUMN_GAP or (gap > _NARROW_GAP and any(abs(glyph.left - left) < 2 for left in columns)):
            if not _goes_on(parts[-1], gap):
                parts.append([])
            elif not parts[-1][-1].text.isspace():
                parts[-1].append(replace(parts[-1][-1], text=" "))
        parts[-1].append(glyph)
        last = glyph
    return parts


def _goes_on(part: list[Glyph], gap: float) -> bool:
    """Whether what follows the gap belongs to what is before it: a list mark, or a label with a colon."""
    text = "".join(glyph.text for glyph in part).strip()
    return gap < _TAB_GAP and (len(text) <= 4 or text.endswith(":")) and not text.isalpha()


def _stretch(part: list[Glyph], number: int, *, cell: bool) -> Stretch:
    visible = [glyph for glyph in part if glyph.text.strip()]
    word: list[Glyph] = []
    for glyph in part:
        if glyph.text.isspace() and word:
            break
        if not glyph.text.isspace():
            word.append(glyph)
    return Stretch(
        "".join(glyph.text for glyph in part).strip(),
        min(glyph.left for glyph in visible),
        max(glyph.right for glyph in visible),
        visible[0].line,
        max(glyph.size for glyph in visible),
        all(glyph.bold for glyph in visible),
        word[-1].right - word[0].left,
        number,
        cell,
    )
