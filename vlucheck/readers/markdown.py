"""Markdown → Document, by way of HTML. Line ends inside a paragraph stay, so that addresses stay addresses."""

import re
from typing import Final

from markdown_it import MarkdownIt

from vlucheck.document import Document
from vlucheck.readers.encoding import decode
from vlucheck.readers.html import html_document
from vlucheck.readers.text import with_doubt

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def read_markdown(path: str, data: bytes) -> Document:
    """The document in a Markdown file; raises UnreadableLetter when the bytes are no text."""
    decoded = decode(path, data)
    # Raw HTML is off: "<NAME>" in a letter is a blank left in, and has to stay visible.
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    return with_doubt(html_document(path, "md", parser.render(_COMMENT.sub("", decoded.text))), decoded)
