"""A drawing → the text boxes in it, its ornamental words, and whether it is a watermark."""

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.docx.names import CHART, DGM, WP, V, W, elements, shown

_BOX: Final = W + "txbxContent"
_UNREAD: Final = {DGM + "relIds": "a diagram (SmartArt)", CHART + "chart": "a chart"}
_OBJECT: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing holds: text boxes, words drawn as pictures, watermark words, and things that cannot be read."""

    boxes: tuple[_Element, ...] = ()
    words: tuple[str, ...] = ()
    watermarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def drawn(element: _Element, *, behind_text: bool) -> Drawn:
    """What the w:drawing, w:pict or w:object shows; `behind_text`: it is in a header, where ornamental words are
    watermarks."""
    if any(child.get("hidden") in ("1", "true") for child in shown(element, WP + "docPr")):
        return Drawn()
    boxes = tuple(shown(element, _BOX))
    named = any(_is_watermark(each) for each in element.iter(WP + "docPr", V + "shape"))
    words = tuple(words for path in shown(element, V + "textpath") if (words := path.get("string", "").strip()))
    unread = tuple(_UNREAD[str(each.tag)] for each in shown(element, *_UNREAD))
    if any(True for _ in shown(element, _OBJECT)):
        unread += ("an object from another program",)
    if not named and not (behind_text and words):
        return Drawn(boxes, words, (), unread)
    return Drawn((), (), words or tuple(_words(box) for box in boxes), unread)


def _is_watermark(element: _Element) -> bool:
    names = (element.get(name, "") for name in ("id", "name", "{urn:schemas-microsoft-com:office:office}spid"))
    # A picture as a watermark (WordPictureWatermark) is a crest or a logo.
    return any("watermark" in name.lower() and "picture" not in name.lower() for name in names)


def _words(box: _Element) -> str:
    return " ".join("".join(text.text or "" for text in each.iter(W + "t")) for each in elements(box)).strip()
