"""Raw WordprocessingML → the bytes of a Word file, for tests of what python-docx cannot write."""

import io
import zipfile

from vlucheck.document import Document, NoticeKind
from vlucheck.readers.docx import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "comments": "comments"} | {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}


def word_file(body: str, *, members: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A Word file with that body. Further parts by file name ("styles", "header1"); headers and footers have the
    relationship id of their name. `members` are put in as they are."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{KIND}/{name.rstrip("123456789")}" Target="{name}.xml"/>' for name in parts
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations(f'<Relationship Id="d" Type="{KIND}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        root = ROOTS.get(name, "hdr" if name.startswith("header") else "ftr")
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    return zipped({name: content.encode() for name, content in files.items()} | (members or {}))


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip container with those members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(body: str, **parts: str) -> Document:
    """What the reader makes of a Word file with that body."""
    return read_docx("letter.docx", word_file(body, **parts))


def lines(document: Document) -> list[str]:
    """The text of each block."""
    return [document.quote(block.span) for block in document.blocks]


def noticed(document: Document, kind: NoticeKind) -> list[tuple[str, str | None]]:
    """What the notices of a kind say, each with the words that it is about."""
    found = (notice for notice in document.notices if notice.kind is kind)
    return [(notice.detail, document.quote(notice.span) if notice.span else None) for notice in found]


def p(*content: str, properties: str = "") -> str:
    """A paragraph; content that is no markup becomes a run."""
    inside = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str | None) -> str:
    """A field made of marks; without a result it was never brought up to date."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(*paragraphs: str, name: str = "Text Box 1") -> str:
    """A text box as Word saves it: once for new programs and once, the same, for old ones."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:docPr id="1" name="{name}"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: list[str]) -> str:
    """A table; cells are given by what they hold."""
    written = ("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows)
    return "<w:tbl>" + "".join(written) + "</w:tbl>"


def _cell(content: str) -> str:
    return content if content.startswith("<w:tc>") else f"<w:tc>{content}</w:tc>"


def _relations(content: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
    )
