"""An Excel workbook → the rows of its first sheet; read only, within limits, formulas by their last value."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from vlucheck.casefiles.table import Row
from vlucheck.errors import BadCase, UnreadableLetter
from vlucheck.readers.safety import open_zip

MAX_ROWS = 10_000
MAX_COLUMNS = 200


def sheet_rows(path: Path, data: bytes) -> list[Row]:
    """Return the rows with their places. Raises BadCase for what is no workbook, is too large, or has a password."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise BadCase(f"{path.name}: to read Excel files, install openpyxl, or save the list as CSV.") from error
    try:
        open_zip(path.name, data)  # refuses bombs and passwords
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return list(_rows(path, book.worksheets[0].iter_rows(values_only=True))) if book.worksheets else []
    except UnreadableLetter as error:
        raise BadCase(
            f"{path.name}: this is no Excel workbook that can be read; it is damaged, has a password, or is too large: "
            "save it again without a password, or as CSV."
        ) from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise BadCase(
            f"{path.name}: this is not an Excel workbook that can be read: save it again, or as CSV."
        ) from error


def _rows(path: Path, rows: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 1):
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise BadCase(f"{path.name}: a list of cases has at most {MAX_ROWS} rows and {MAX_COLUMNS} columns.")
        yield f"{path.name}, row {number}", [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
