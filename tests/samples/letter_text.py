"""From a sample's text file to its blocks: the small markup in which the sample letters are kept.

A blank line ends a group; the lines of one group stand close together, as in an address. `# ` and `## ` are
headings, `1. ` and `- ` list items, `~` an empty line. `%font NAME SIZE` and `%watermark WORD` set the letter;
`%header`, `%footer`, `%textbox` and `%table` hold what stands up to their `%end` (in a table, ` | ` parts cells
and ` // ` the lines of a cell). Inside a line, `⟦kind|…|text⟧` is something that Word marks in its own way: bold,
hidden, insert, comment, field …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"⟦(?P<mark>[^⟧]*)⟧")
LEADS = (("# ", "heading"), ("## ", "subject"), ("- ", "bullet"))
NUMBER = re.compile(r"\d+\. ")


@dataclass(frozen=True)
class Piece:
    """A stretch of one line; `kind` is "text" or that of a mark, `arguments` what the mark says besides its text."""

    kind: str
    text: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    style: str  # plain | heading | subject | bullet | number
    pieces: tuple[Piece, ...]
    close: bool = False  # no space between this line and the next


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    grid: bool


Block = Line | Table


@dataclass
class SampleLetter:
    font: str = "Arial"
    size: int = 12
    watermark: str = ""
    align: dict[str, str] = field(default_factory=dict)  # header, footer → centre | right
    header: list[Block] = field(default_factory=list)
    footer: list[Block] = field(default_factory=list)
    textbox: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)


def read_letter(path: Path) -> SampleLetter:
    """The letter that a text file describes. ValueError: a directive that does not exist."""
    letter = SampleLetter()
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for source in _groups(lines):
        if isinstance(source, list):
            letter.body += _close_lines(source)
            continue
        name, _, rest = source.removeprefix("%").partition(" ")
        if name == "font":
            letter.font, _, size = rest.rpartition(" ")
            letter.size = int(size)
        elif name == "watermark":
            letter.watermark = rest
        elif name == "table":
            letter.body.append(_table(_until_end(lines), grid=rest == "grid"))
        elif name in ("header", "footer", "textbox"):
            letter.align[name] = rest
            setattr(letter, name, _section(_until_end(lines)))
        else:
            raise ValueError(f"{path}: unknown directive {source}")
    return letter


def _groups(lines: Iterator[str]) -> Iterator[list[str] | str]:
    """Groups of lines, and directives, in the order in which they stand."""
    group: list[str] = []
    for line in lines:
        if line.strip() and not line.startswith("%"):
            group.append(line)
            continue
        if group:
            yield group
            group = []
        if line.startswith("%"):
            yield line
    if group:
        yield group


def _until_end(lines: Iterator[str]) -> list[str]:
    taken: list[str] = []
    depth = 1
    for line in lines:
        depth += (line == "%end" and -1) or line.startswith("%table")
        if not depth:
            break
        taken.append(line)
    return taken


def _section(source: list[str]) -> list[Block]:
    if source[0].startswith("%table"):
        return [_table(source[1:-1], grid=source[0].endswith("grid"))]
    return list(_close_lines(source))


def _close_lines(source: list[str]) -> list[Line]:
    last = len(source) - 1
    return [_line(text, close=number < last) for number, text in enumerate(source)]


def _table(source: list[str], *, grid: bool) -> Table:
    rows = (tuple(tuple(_close_lines(cell.split(" // "))) for cell in row.split(" | ")) for row in source)
    return Table(tuple(rows), grid)


def _line(source: str, *, close: bool) -> Line:
    style, text = "plain", source.strip()
    for lead, name in LEADS:
        if text.startswith(lead):
            style, text = name, text.removeprefix(lead)
            break
    else:
        if NUMBER.match(text):
            style, text = "number", NUMBER.sub("", text, count=1)
    return Line(style, tuple(_pieces("" if text == "~" else text)), close and style == "plain")


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for match in MARK.finditer(text):
        if match.start() > at:
            yield Piece("text", text[at : match.start()])
        kind, *rest = match["mark"].split("|")
        at = match.end()
        if kind in ("insert", "delete"):
            yield Piece(kind, rest[1], (rest[0],))
        elif kind == "comment":
            yield Piece(kind, rest[1], (rest[0], rest[2]))
        else:
            yield Piece(kind, rest[0] if rest else "")
    if at < len(text):
        yield Piece("text", text[at:])


def plain_text(blocks: list[Block]) -> str:
    """The words alone, as they would be typed into an e-mail; items of a list keep their numbers."""
    lines: list[str] = []
    number = 0
    for block in blocks:
        if isinstance(block, Table):
            lines += [_words(line) for row in block.rows for cell in row for line in cell] + [""]
            continue
        number = number + 1 if block.style == "number" else 0
        lead = {"number": f"{number}. ", "bullet": "- "}.get(block.style, "")
        lines += [lead + _words(block)] + ([] if block.close else [""])
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _words(line: Line) -> str:
    return "".join("\t" if piece.kind == "tab" else piece.text for piece in line.pieces)
