"""A table of cases, one a row (CSV or Excel) → nodes: columns such as victim_last become keys inside keys."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from vlucheck.accents import joined
from vlucheck.casefiles.node import Node, plain_key
from vlucheck.errors import BadCase
from vlucheck.nearest import did_you_mean

PERSON = ("title", "first", "last", "pronoun")
LISTS = ("defendants", "offences", "issues")
PLAIN = ("file", "urn", "type", "decision", "decision_date", "letter_date", "enhanced", "withdrew")
COLUMNS = (
    *PLAIN,
    "complaint_with_request",
    *(name for who in ("victim", "recipient") for name in (who, *(f"{who}_{part}" for part in PERSON))),
    *LISTS,
    "defendant_pronouns",
)
_SAME = (
    {
        "file_name": "file",
        "filename": "file",
        "letter": "file",
        "letter_type": "type",
        "reference": "urn",
        "defendant": "defendants",
        "defendant_name": "defendants",
        "defendants_name": "defendants",
        "defendant_names": "defendants",
        "defendant_pronoun": "defendant_pronouns",
        "defendants_pronoun": "defendant_pronouns",
        "offence": "offences",
        "issue": "issues",
        "first_name": "victim_first",
        "last_name": "victim_last",
        "surname": "victim_last",
        "title": "victim_title",
    }
    | {
        f"{who}_{long}": f"{who}_{short}"
        for who in ("victim", "recipient")
        for long, short in (("first_name", "first"), ("last_name", "last"), ("surname", "last"), ("name", ""))
        if short
    }
    | {"victim_name": "victim", "recipient_name": "recipient"}
)

Row = tuple[str, Sequence[str]]
"""A row with its place ("cases.csv, line 3")."""


def csv_rows(path: Path, data: bytes) -> list[Row]:
    """Return the rows of a CSV file, in UTF-8 or as Excel writes it, parted by commas, semicolons or tabs."""
    text = _text(data)
    top = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=top.count), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            rows.append((f"{path.name}, line {line}", cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadCase(f"{path.name}, line {line}: this is not CSV: {error}.") from error
    return rows


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def cases_in(rows: Iterable[Row]) -> tuple[Node, ...]:
    """Return one node for each row that is not empty; the first row names the columns. Raises BadCase."""
    filled = [
        (place, [joined(cell.strip()).text for cell in cells]) for place, cells in rows if any(map(str.strip, cells))
    ]
    if not filled:
        raise BadCase("the table of cases is empty: its first row must name the columns, such as file, urn, victim.")
    place, titles = filled[0]
    columns = _columns(titles, place)
    return tuple(_case(columns, cells, place) for place, cells in filled[1:])


def _columns(titles: Sequence[str], place: str) -> list[str]:
    """The columns' full names; one without a title is left out ("")."""
    columns: list[str] = []
    for title in titles:
        key = plain_key(title)
        name = _SAME.get(key, key) if key not in COLUMNS else key
        if name and name not in COLUMNS:
            raise BadCase(f'{place}: "{title}" is not a column of a list of cases. {did_you_mean(key, COLUMNS)}')
        if name and name in columns:
            raise BadCase(f'{place}: the column "{name}" is there twice.')
        columns.append(name)
    return columns


def _case(columns: Sequence[str], cells: Sequence[str], place: str) -> Node:
    if any(cells[len(columns) :]):
        raise BadCase(f"{place}: there are more values than columns: put values that hold a comma in quotation marks.")
    values = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell}
    found: dict[str, Node] = {
        name: Node(values[name], place) for name in (*PLAIN, "complaint_with_request") if name in values
    }
    for who in ("victim", "recipient"):
        person = _person(who, values, place)
        if person is not None:
            found[who] = person
    for name in LISTS:
        if name in values:
            found[name] = Node(tuple(Node(item, place) for item in _items(values[name])), place)
    if "defendant_pronouns" in values:
        found["defendants"] = _with_pronouns(_items(values.get("defendants", "")), values["defendant_pronouns"], place)
    return Node(found, place)


def _person(who: str, values: Mapping[str, str], place: str) -> Node | None:
    parts = {part: Node(values[f"{who}_{part}"], place) for part in PERSON if f"{who}_{part}" in values}
    whole = values.get(who)
    if not parts:
        return Node(whole, place) if whole else None
    return Node(parts | ({"name": Node(whole, place)} if whole else {}), place)


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.replace("|", ";").split(";") if item.strip()]


def _with_pronouns(names: Sequence[str], pronouns: str, place: str) -> Node:
    several = _items(pronouns)
    if len(several) == 1:
        several *= max(1, len(names))
    if len(several) != len(names):
        raise BadCase(f"{place}: there are {len(names)} defendants and {len(several)} pronouns: give one for each.")
    pairs = zip(names, several, strict=True)
    return Node(tuple(Node({"name": Node(n, place), "pronoun": Node(p, place)}, place) for n, p in pairs), place)
