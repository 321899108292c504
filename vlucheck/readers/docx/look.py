"""A run's properties → what they do to its text: hidden, capitals, bold, highlighted, a symbol font."""

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.docx.names import W, value
from vlucheck.readers.docx.styles import Style, Styles

# Shading counts as a highlight when it is a light and strong colour; grey, pale and dark shading is design.
_LEAST_COLOUR: Final = 64
_LEAST_LIGHT: Final = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What a run's properties do to its text."""

    hidden: bool = False
    caps: bool = False
    bold: bool = False
    lit: bool = False
    font: str | None = None


def look_of(run: _Element | None, styles: Styles, paragraph: Style) -> Look:
    """The look of a run with those properties in a paragraph of that style."""
    hidden, caps, bold = (styles.is_on(toggle, run, paragraph) for toggle in ("vanish", "caps", "b"))
    return Look(hidden, caps, bold, _is_lit(run), _font(run))


def _is_lit(run: _Element | None) -> bool:
    if value(run, "highlight") not in (None, "none", "white"):
        return True
    return is_shaded(run)


def is_shaded(properties: _Element | None) -> bool:
    """Whether the shading of a run or a paragraph is that of a marker pen."""
    shading = None if properties is None else properties.find(W + "shd")
    fill = "" if shading is None else shading.get(W + "fill", "")
    if len(fill) != 6 or not all(digit in "0123456789abcdefABCDEF" for digit in fill):
        return False
    return is_marking(bytes.fromhex(fill))


def is_marking(colour: bytes) -> bool:
    """Whether a background of this red, green and blue is that of a marker pen."""
    return max(colour) >= _LEAST_LIGHT and max(colour) - min(colour) >= _LEAST_COLOUR


def _font(run: _Element | None) -> str | None:
    fonts = None if run is None else run.find(W + "rFonts")
    return None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
