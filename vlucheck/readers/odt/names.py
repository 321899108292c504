"""The names OpenDocument XML uses."""

from typing import Final

from lxml.etree import _Element

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def whole(text: str | None, otherwise: int) -> int:
    """The number an attribute gives, or the other one when it gives none that makes sense."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 5 else otherwise


def words(element: _Element) -> str:
    """All text in the element, one space between two paragraphs."""
    paragraphs = [*element.iter(TEXT + "p", TEXT + "h")] or [element]
    return " ".join("".join(map(str, paragraph.itertext())) for paragraph in paragraphs)
