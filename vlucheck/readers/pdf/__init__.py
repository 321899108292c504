"""PDF → Document: headers, paragraphs in reading order, footers; pages that are pictures are refused."""

from collections.abc import Iterator
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from vlucheck.document import Document, Notice, NoticeKind, assemble
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.docx.line import shortened
from vlucheck.readers.pdf.glyphs import PageText, page_text
from vlucheck.readers.pdf.margins import without_margins
from vlucheck.readers.pdf.order import in_reading_order
from vlucheck.readers.pdf.paragraphs import pieces_of
from vlucheck.readers.pdf.stretches import stretches_of

_END: Final = b"%%EOF"
_TAIL: Final = 4096
_MOST_PAGES: Final = 200
_MOSTLY: Final = 0.5
_FEW_CHARACTERS: Final = 200


def read_pdf(path: str, data: bytes) -> Document:
    """The document in a PDF file. Raises UnreadableLetter for a damaged or protected file and for a page whose text
    cannot be read."""
    if _END not in data[-_TAIL:]:
        # pdfium would show what pages it can still find.
        raise _damaged(path)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from None
    try:
        return _read(path, file)
    except pypdfium2.PdfiumError:
        raise _damaged(path) from None
    finally:
        file.close()


def _read(path: str, file: Any) -> Document:
    if not 0 < len(file) <= _MOST_PAGES:
        raise _damaged(path) if len(file) == 0 else _too_long(path, len(file))
    notices: list[Notice] = []
    rows, heights = [], []
    for number in range(1, len(file) + 1):
        page = file[number - 1]
        text = page_text(page.get_textpage())
        _refuse_unread(path, page, text, number, len(file))
        notices += _notices(page, text, number)
        rows.append(text.rows)
        heights.append(page.get_height())
    if file.get_formtype() != pdfium.FORMTYPE_NONE:
        notices.append(Notice(NoticeKind.UNREAD_PART, "what is typed into the form fields"))
    pages = [in_reading_order(stretches) for stretches in stretches_of(rows)]
    return assemble(path, "pdf", pieces_of(without_margins(pages, heights)), notices)


def _refuse_unread(path: str, page: Any, text: PageText, number: int, count: int) -> None:
    where = f"page {number} of " if count > 1 else ""
    if not text.rows and not text.slanted and next(page.get_objects(), None) is not None:
        raise UnreadableLetter(
            f'{where}"{path}" is a picture without text, as a scan is: '
            "check the document it was made from, or have the text of the scan recognised first."
        )
    if text.unknown > text.count / 5:
        raise UnreadableLetter(
            f'{where}"{path}" shows letters that cannot be read as text: check the document it was made from.'
        )


def _notices(page: Any, text: PageText, number: int) -> Iterator[Notice]:
    if sum(character.isalpha() for character in text.slanted) > 2:
        yield Notice(NoticeKind.WATERMARK, shortened(text.slanted))
    size = page.get_width() * page.get_height()
    pictures = sum(_area(each) for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    if pictures > _MOSTLY * size and text.count < _FEW_CHARACTERS:
        yield Notice(NoticeKind.UNREAD_PART, f"page {number} is mostly a picture, and words in it are not read")
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        yield from _annotation(page, index)


def _area(image: Any) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))


def _annotation(page: Any, index: int) -> Iterator[Notice]:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    said = shortened(_contents(annotation))
    pdfium.FPDFPage_CloseAnnot(annotation)
    if kind in (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT) and said:
        yield Notice(NoticeKind.COMMENT, said)
    elif kind == pdfium.FPDF_ANNOT_HIGHLIGHT:
        yield Notice(NoticeKind.HIGHLIGHT, said or "a passage marked in colour")


def _contents(annotation: Any) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = (pdfium.FPDF_WCHAR * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _unopened(path: str, error: pypdfium2.PdfiumError) -> UnreadableLetter:
    if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return UnreadableLetter(
            f'"{path}" is protected by a password: save a copy without the password and check that.'
        )
    return _damaged(path)


def _damaged(path: str) -> UnreadableLetter:
    return UnreadableLetter(f'"{path}" is damaged or not a PDF file: make it again from the document it came from.')


def _too_long(path: str, count: int) -> UnreadableLetter:
    return UnreadableLetter(f'"{path}" has {count} pages, too many for a letter: check that it is the right file.')
