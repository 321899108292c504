"""Lines of text with their places → the bytes of a PDF file, and the document that is read from them."""

import io
from functools import cache

import pypdfium2

from vlucheck.document import Document
from vlucheck.readers.pdf import read_pdf
from vlucheck.readers.pdf.glyphs import page_text

Line = tuple[float, float, str] | tuple[float, float, str, float]
WIDTH, HEIGHT, SIZE = 595, 842, 12


def pdf(*pages: list[Line], extra: str = "", locked: bool = False) -> bytes:
    """A PDF with these lines on its pages, each at its place, and by how much its spaces are widened; `extra` is drawn
    on every page."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    bodies.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for lines in pages:
        drawn = "".join(_drawn(*line) for line in lines) + extra
        bodies.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        kids.append(f"{len(bodies) + 1} 0 R")
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(bodies)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    target = io.BytesIO(b"%PDF-1.4\n")
    target.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(target.tell())
        target.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = target.tell()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    lock = " /Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012)" if locked else ""
    lock += " /U (12345678901234567890123456789012) /P -4 >> /ID [(1)(2)]" if locked else ""
    trailer = f"trailer << /Size {len(offsets) + 1} /Root 1 0 R{lock} >>\nstartxref\n{start}\n%%EOF"
    target.write(f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{table}{trailer}".encode())
    return target.getvalue()


def _drawn(x: float, y: float, text: str, space: float = 0.0) -> str:
    return f"BT /F1 {SIZE} Tf {space:.3f} Tw {x} {y} Td ({text}) Tj ET\n"


def column(*texts: str, x: float = 72, top: float = 700, leading: float = 14) -> list[Line]:
    return [(x, top - leading * place, text) for place, text in enumerate(texts)]


def read(*pages: list[Line], extra: str = "") -> Document:
    return read_pdf("letter.pdf", pdf(*pages, extra=extra))


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def justified(text: str, x: float = 72, top: float = 700, width: float = 450) -> list[Line]:
    """The text in a column, each line but the last spaced to be as wide as the column."""
    lines = column(*_wrapped(text, width), x=x, top=top)
    return [*stretched(lines[:-1], width), lines[-1]]


def stretched(lines: list[Line], width: float) -> list[Line]:
    """The lines with their spaces so wide that each has this width."""
    return [(*line[:3], (width - _width(line[2])) / max(1, line[2].count(" "))) for line in lines]


def _wrapped(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _width(text: str) -> float:
    file = pypdfium2.PdfDocument(pdf([(0, 700, text)]))
    try:
        [row] = page_text(file[0].get_textpage()).rows
    finally:
        file.close()
    return max(glyph.right for glyph in row) - row[0].left
