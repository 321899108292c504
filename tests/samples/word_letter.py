"""From a sample letter to the bytes of a Word file, with all that gets left in: changes, comments, merge fields."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any, cast

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.document import DocumentPart
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from letter_text import Block, Line, Piece, SampleLetter, Table
from word_drawing import text_box, watermark

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
MARK_DATE = "2026-01-05T09:00:00Z"
ZIP_DATE = (2026, 1, 5, 9, 0, 0)
ALIGNMENT = {"centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
STYLES = {"heading": "Heading 2", "subject": "Heading 1", "bullet": "List Bullet", "number": "List Number"}
CACHED = {"PAGE": "1", "NUMPAGES": "2"}  # what Word showed when the file was last saved


def word_bytes(letter: SampleLetter, title: str) -> bytes:
    """The .docx: the same letter gives the same bytes, whenever it is made."""
    document = docx.Document()
    _set_properties(document, title)
    _set_styles(document, letter)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    if letter.header:
        _fill_edge(section.header, letter.header, letter.align["header"])
    if letter.footer:
        _fill_edge(section.footer, letter.footer, letter.align["footer"])
    if letter.watermark:
        paragraph = section.header.paragraphs[0]
        paragraph.add_run()._r.append(parse_xml(watermark(letter.watermark)))
    if letter.textbox:
        _add_text_box(document, letter.textbox)
    _fill(document, letter.body)
    _keep_ending_together(document)
    return _same_every_time(document)


def _set_properties(document: Any, title: str) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by = title, "Victim Liaison Unit", "Victim Liaison Unit"
    core.comments, core.revision, core.language = "", 1, "en-GB"
    core.created = core.modified = WHEN


def _set_styles(document: Any, letter: SampleLetter) -> None:
    styles = document.styles
    styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), "en-GB")
    normal = styles["Normal"]
    normal.font.name, normal.font.size = letter.font, Pt(letter.size)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(9), 1.1
    for name, size in (("Heading 1", letter.size + 2), ("Heading 2", letter.size + 1)):
        style = styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, RGBColor(0, 0, 0)
        fonts = style.element.rPr.rFonts
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
            fonts.set(qn(f"w:{kind}"), letter.font)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(4)


def _fill_edge(edge: Any, blocks: list[Block], align: str) -> None:
    """Writes a header or footer; the empty paragraph that a new one has does not stay."""
    edge.is_linked_to_previous = False
    empty = edge.paragraphs[0]._p
    _fill(edge, blocks)
    empty.getparent().remove(empty)
    if align:
        for paragraph in edge.paragraphs:
            paragraph.alignment = ALIGNMENT[align]


def _fill(place: Any, blocks: list[Block]) -> None:
    for block in blocks:
        if isinstance(block, Table):
            _add_table(place, block)
        else:
            _write(place.add_paragraph(), block)


def _add_table(place: Any, table: Table) -> None:
    """A table, and after it the paragraph without which Word does not open a header that ends in a table."""
    made = getattr(place, "_body", place).add_table(len(table.rows), len(table.rows[0]), Cm(16))
    if table.grid:
        made.style = "Table Grid"
    for row, cells in zip(made.rows, table.rows, strict=True):
        for cell, lines in zip(row.cells, cells, strict=True):
            for number, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                _write(paragraph, line)
                paragraph.paragraph_format.space_after = Pt(2)
    place.add_paragraph().paragraph_format.space_after = Pt(0)


def _keep_ending_together(document: Any) -> None:
    """The signature stays on one page with the paragraph before it."""
    paragraphs = document.paragraphs
    ending = next(number for number, paragraph in enumerate(paragraphs) if paragraph.text.startswith("Yours "))
    for paragraph in paragraphs[ending - 1 : -1]:
        paragraph.paragraph_format.keep_with_next = True


def _write(paragraph: Paragraph, line: Line) -> None:
    if line.style in STYLES:
        paragraph.style = STYLES[line.style]
    if line.close:
        paragraph.paragraph_format.space_after = Pt(0)
    for piece in line.pieces:
        WRITERS[piece.kind](paragraph, piece)


def _text(paragraph: Paragraph, piece: Piece) -> None:
    paragraph.add_run(piece.text)


def _tab(paragraph: Paragraph, _: Piece) -> None:
    paragraph.add_run("\t")


def _bold(paragraph: Paragraph, piece: Piece) -> None:
    paragraph.add_run(piece.text).bold = True


def _hidden(paragraph: Paragraph, piece: Piece) -> None:
    paragraph.add_run(piece.text).font.hidden = True


def _highlight(paragraph: Paragraph, piece: Piece) -> None:
    paragraph.add_run(piece.text).font.highlight_color = WD_COLOR_INDEX.YELLOW


def _comment(paragraph: Paragraph, piece: Piece) -> None:
    author, words = piece.arguments
    initials = "".join(name[0] for name in author.split())
    comment = cast(DocumentPart, paragraph.part).document.add_comment(
        paragraph.add_run(piece.text), words, author, initials
    )
    comment._comment_elm.set(qn("w:date"), MARK_DATE)


def _change(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run(piece.text)
    change = OxmlElement("w:ins" if piece.kind == "insert" else "w:del")
    change.set(qn("w:id"), str(900 + len(paragraph._p)))
    change.set(qn("w:author"), piece.arguments[0])
    change.set(qn("w:date"), MARK_DATE)
    run._r.addprevious(change)
    change.append(run._r)
    if piece.kind == "delete":
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")


def _field(paragraph: Paragraph, piece: Piece) -> None:
    merge = piece.kind == "mergefield"
    instruction = f" MERGEFIELD {piece.text} " if merge else f" {piece.text} "
    shown = f"«{piece.text}»" if merge else CACHED[piece.text]
    _field_mark(paragraph, "begin")
    code = parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">{instruction}</w:instrText>')
    paragraph.add_run()._r.append(code)
    _field_mark(paragraph, "separate")
    paragraph.add_run(shown)
    _field_mark(paragraph, "end")


def _field_mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


WRITERS = {
    "text": _text,
    "tab": _tab,
    "bold": _bold,
    "hidden": _hidden,
    "highlight": _highlight,
    "comment": _comment,
    "insert": _change,
    "delete": _change,
    "field": _field,
    "mergefield": _field,
}


def _add_text_box(document: Any, blocks: list[Block]) -> None:
    """A box at the top right, written twice as Word does: as a drawing, and as VML for old versions."""
    lines = []
    for block in blocks:
        paragraph = document.add_paragraph()
        assert isinstance(block, Line)
        _write(paragraph, block)
        paragraph.paragraph_format.space_after = Pt(0)
        lines.append(paragraph._p)
        paragraph._p.getparent().remove(paragraph._p)
    anchor = document.add_paragraph()
    anchor.paragraph_format.space_after = Pt(60)
    anchor.add_run()._r.append(text_box(lines))


def _same_every_time(document: Any) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return restamp(saved.getvalue(), lambda _, content: content)


def restamp(source: bytes, settle: Callable[[str, bytes], bytes]) -> bytes:
    """The same zip, all members with one fixed time; `settle` gives the new content of a member from its name."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, ZIP_DATE)
            info.compress_type = member.compress_type
            new.writestr(info, settle(member.filename, old.read(member)))
    return target.getvalue()
