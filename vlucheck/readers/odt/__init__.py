"""OpenDocument text → Document: headers, body with text frames, footnotes, footers, and what was noticed."""

from collections.abc import Iterator

from lxml.etree import _Element

from vlucheck.document import BlockKind, Document, Notice, Piece, assemble
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.odt.names import OFFICE, STYLE, TEXT
from vlucheck.readers.odt.story import Setting, Story
from vlucheck.readers.odt.styles import Styles, read_styles
from vlucheck.readers.safety import Parts, damaged, open_zip
from vlucheck.readers.settle import settled

_HEADERS = ("header-first", "header", "header-left")
_FOOTERS = ("footer-first", "footer", "footer-left")


def read_odt(path: str, data: bytes) -> Document:
    """The document in an OpenDocument text. Tracked changes are read as accepted; raises UnreadableLetter."""
    parts = open_zip(path, data)
    _refuse_password(path, parts)
    content, styles = parts.xml("content.xml"), parts.xml("styles.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise damaged(path)
    notices: list[Notice] = []
    setting = _setting("content.xml", (content, styles), body, notices)
    pieces = _body(setting, body)
    if styles is not None:
        masters = [*_masters(styles, body, setting.styles)]
        own = _setting("styles.xml", (styles,), styles, notices)
        pieces = [*_margin(own, masters, _HEADERS), *pieces, *_margin(own, masters, _FOOTERS)]
    return assemble(path, "odt", *settled(pieces, notices))


def _refuse_password(path: str, parts: Parts) -> None:
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts["META-INF/manifest.xml"]:
        raise UnreadableLetter(
            f'"{path}" is protected by a password: open it, save a copy without the password and check that.'
        )


def _setting(part: str, roots: tuple[_Element | None, ...], holder: _Element, notices: list[Notice]) -> Setting:
    regions = {
        region.get(TEXT + "id", ""): change
        for region in holder.iter(TEXT + "changed-region")
        for change in region.iterchildren(TEXT + "insertion", TEXT + "deletion", TEXT + "format-change")
    }
    places = {paragraph: place for place, paragraph in enumerate(holder.iter(TEXT + "p", TEXT + "h"), 1)}
    return Setting(part, read_styles(roots), regions, places, notices)


def _body(setting: Setting, body: _Element) -> list[Piece]:
    paged = body.get(TEXT + "use-soft-page-breaks") == "true"
    story = Story(setting, BlockKind.PARAGRAPH, 1 if paged else None)
    pieces = story.read(body)
    notes = (Story(setting, BlockKind.FOOTNOTE).read(note) for note in story.footnotes)
    return [*pieces, *(piece for note in notes for piece in note)]


def _masters(styles: _Element, body: _Element, look: Styles) -> Iterator[_Element]:
    """The master pages that the text uses, in the order of use, each followed by the ones that come after it."""
    by_name = {page.get(STYLE + "name", ""): page for page in styles.iter(STYLE + "master-page")}
    named = [
        look.of("paragraph", paragraph.get(TEXT + "style-name")).page for paragraph in body.iter(TEXT + "p", TEXT + "h")
    ]
    wanted = [named[0] if named and named[0] else "Standard", *(name for name in named if name)]
    given: set[str] = set()
    for first in wanted:
        name: str = first
        while name in by_name and name not in given:
            given.add(name)
            yield by_name[name]
            name = by_name[name].get(STYLE + "next-style-name", "")


def _margin(setting: Setting, masters: list[_Element], names: tuple[str, ...]) -> list[Piece]:
    """The pieces of all headers or footers; what one repeats of another is left out."""
    pieces: list[Piece] = []
    for element in (part for page in masters for name in names for part in page.iterchildren(STYLE + name)):
        if element.get(STYLE + "display") == "false":
            continue
        kind = BlockKind.HEADER if names is _HEADERS else BlockKind.FOOTER
        known = {piece.text for piece in pieces}
        pieces += (piece for piece in Story(setting, kind).read(element) if piece.text not in known)
    return pieces
