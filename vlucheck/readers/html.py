"""HTML → Document: its visible text in blocks as a browser shows them, lists numbered, tables cell by cell."""

import re
from typing import Final

from lxml import etree, html

from vlucheck.document import Document, Notice, NoticeKind, Piece, assemble
from vlucheck.readers.encoding import Decoded, decode
from vlucheck.readers.page import Page
from vlucheck.readers.text import with_doubt

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


def read_html(path: str, data: bytes) -> Document:
    """The document in an HTML file; raises UnreadableLetter when the bytes are no text."""
    decoded = decode_html(path, data)
    return with_doubt(html_document(path, "html", decoded.text), decoded)


def html_document(path: str, form: str, text: str) -> Document:
    """The document in HTML that has been decoded."""
    return assemble(path, form, *html_pieces(text))


def html_pieces(text: str) -> tuple[list[Piece], list[Notice]]:
    """What a page shows, and what was noticed outside its text."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text).replace("\0", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        # Nothing that could be an element: a page without words.
        return [], []
    page = Page()
    page.read(root)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        page.notices.append(Notice(NoticeKind.UNREAD_PART, "the end of the page, which is nested too deep to be read"))
    return list(page.pieces()), page.notices


def decode_html(path: str, data: bytes) -> Decoded:
    """The text of an HTML file, in the encoding that its bytes or the page itself tell."""
    named = _CHARSET.search(data[:4000])
    name = named[1].decode("ascii") if named else ""
    # The page's own word counts only where the bytes do not say something else themselves.
    if name.lower() in ("", "utf-8", "utf8", "unicode", "utf-16", "iso-8859-1", "windows-1252", "us-ascii"):
        return decode(path, data)
    try:
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        return decode(path, data)
