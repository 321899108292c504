"""Tokens of a rich text file → stories, by following its groups."""

import re
from dataclasses import replace
from typing import Final

from vlucheck.document import BlockKind, Notice, NoticeKind
from vlucheck.readers.docx.line import shortened
from vlucheck.readers.docx.look import is_marking
from vlucheck.readers.marks import label
from vlucheck.readers.rtf.state import State, Tables, code_page, code_page_of_charset
from vlucheck.readers.rtf.story import Story
from vlucheck.readers.rtf.tokens import Kind, Token
from vlucheck.readers.rtf.words import CHARACTERS, KEPT, SILENT, STARRED, STORIES, SYMBOLS

_MERGED: Final = re.compile(r"\s*MERGEFIELD\s+\"?([^\"\\]+)")
_COLOUR: Final = re.compile(r"(red|green|blue)(\d{1,3})\b")
_LINE_ENDS: Final = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow"})
_MARGINS: Final = frozenset({BlockKind.HEADER, BlockKind.FOOTER})


class Reader:
    """Follows the groups of one file. `stories` are the finished ones, in the order they ended."""

    def __init__(self) -> None:
        self.stories: list[Story] = []
        self.notices: dict[Notice, None] = {}
        self.depth = 0
        self._tables = Tables("cp1252", {})
        self._styles: dict[int, str] = {}
        self._state = State()
        self._stack: list[tuple[State, str]] = []
        self._open = [Story(BlockKind.PARAGRAPH, 0)]
        self._starred = False
        self._owed = 0
        self._high = 0
        self._waiting = b""
        self._held = ""
        self._field = ""
        self._field_start = 0
        self._shape = ""
        self._font = 0
        self._ended = False

    def feed(self, token: Token) -> None:
        """Take the next token; what follows the end of the file's one group is not part of the letter."""
        if self._ended:
            return
        if token.kind is not Kind.BYTES:
            self._flush()
        if token.kind is Kind.OPEN:
            self._stack.append((self._state, self._held))
            self.depth += 1
            self._owed = 0
        elif token.kind is Kind.CLOSE:
            self._close()
        elif token.kind is Kind.BYTES:
            self._bytes(token)
        elif token.kind is Kind.SYMBOL:
            self._symbol(token.name)
        else:
            self._word(token)
            self._starred = False

    def finish(self) -> None:
        """End what is still open."""
        self._flush()
        while self._open:
            self._end_story()

    def _close(self) -> None:
        self.depth -= 1
        self._owed = 0
        self._ended = self.depth <= 0
        if len(self._open) > 1 and self._open[-1].depth > self.depth:
            self._end_story()
        if not self._stack:
            return
        inner, (self._state, outer_held) = self._state, self._stack.pop()
        if inner.field and not self._state.field:
            self._end_field()
        if not inner.holds:
            return
        if inner.holds == "stylesheet" == self._state.holds:
            self._styles[inner.style], self._held = self._held.strip(" ;"), ""
        elif inner.holds != self._state.holds:
            self._kept(inner.holds, self._held)
            self._held = outer_held

    def _bytes(self, token: Token) -> None:
        data = token.data
        if self._owed:
            taken = min(self._owed, len(data))
            self._owed -= taken
            data = data[taken:]
        self._waiting += data

    def _flush(self) -> None:
        if self._waiting:
            text, self._waiting = self._waiting.decode(self._state.code_page, "replace"), b""
            self._text(text)

    def _text(self, text: str) -> None:
        if self._state.holds and not self._state.silent:
            self._held += text
        elif self._state.shown and self._open:
            self._open[-1].add(text, self._state)

    def _symbol(self, name: str) -> None:
        if name == "*":
            self._starred = True
        elif name in "\r\n":
            self._end_line("par")
        elif name in SYMBOLS:
            self._text(SYMBOLS[name])

    def _word(self, token: Token) -> None:
        name = token.name
        if name == "u":
            self._unicode(token.number or 0)
        elif name in CHARACTERS:
            self._text(CHARACTERS[name])
        elif name in _LINE_ENDS:
            self._end_line(name)
        elif name in STORIES and not self._state.silent:
            self._begin_story(name)
        elif name in SILENT or (self._starred and name not in STARRED and name not in STORIES):
            self._state = replace(self._state, silent=True)
        elif name in KEPT:
            self._state, self._held = replace(self._state, holds=name), ""
        elif name == "fldrslt" and self._field:
            self._state = replace(self._state, field=True)
            self._field_start = self._open[-1].line.length
        else:
            self._settings(token)

    def _unicode(self, number: int) -> None:
        number &= 0xFFFF
        self._owed = self._state.skip
        if 0xD800 <= number < 0xDC00:
            self._high = number
            return
        if 0xDC00 <= number < 0xE000:
            number = 0x10000 + ((self._high - 0xD800) << 10) + (number - 0xDC00) if self._high else 0xFFFD
        self._high = 0
        self._text(chr(number) if number else "")

    def _settings(self, token: Token) -> None:
        name, number = token.name, token.number
        if name == "ansicpg":
            self._tables = replace(self._tables, usual=code_page(number))
            self._state = replace(self._state, code_page=self._tables.usual)
        elif name in ("mac", "pc", "pca"):
            self._tables = replace(self._tables, usual={"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name])
            self._state = replace(self._state, code_page=self._tables.usual)
        elif self._state.holds == "colortbl" and name in ("red", "green", "blue"):
            self._held += f"{name}{number or 0} "
        elif self._state.holds == "fonttbl" and name in ("f", "fcharset"):
            if name == "f":
                self._font = number or 0
            else:
                self._tables.by_number[self._font] = code_page_of_charset(number, self._tables.usual)
        else:
            self._state = self._state.after(token, self._tables)

    def _end_line(self, name: str) -> None:
        if self._state.holds:
            self._held += " "
        if not self._state.shown or not self._open:
            return
        story = self._open[-1]
        if self._state.deleted:
            story.line.change(story.line.length, "")
        elif name in ("row", "nestrow", "sect"):
            self._end_open_line(story)
        elif not self._state.hidden:
            story.finish(self._state, self._styles.get(self._state.style), cell=name in ("cell", "nestcell"))

    def _end_open_line(self, story: Story) -> None:
        if story.line.visible or story.line.hidden or story.line.notes or story.line.changes or story.line.before:
            story.finish(self._state, self._styles.get(self._state.style))

    def _begin_story(self, name: str) -> None:
        outer = self._open[-1].kind
        kind = outer if outer in _MARGINS else STORIES[name]
        self._open.append(Story(kind, self.depth))
        self._state = State(code_page=self._tables.usual, skip=self._state.skip)

    def _end_story(self) -> None:
        story = self._open.pop()
        self._end_open_line(story)
        inside = story.kind is BlockKind.TEXT_BOX or (self._open and story.kind is self._open[-1].kind)
        if inside and self._open:
            self._open[-1].take(story)
        else:
            self.stories.append(story)

    def _kept(self, name: str, text: str) -> None:
        story = self._open[-1]
        if name in ("listtext", "pntext") and text.strip():
            story.line.label = label(text)
        elif name == "colortbl":
            self._tables = replace(self._tables, marking=_marking(text))
        elif name == "fldinst":
            merged = _MERGED.match(text)
            self._field = merged[1].strip() if merged else ""
        elif name == "annotation":
            story.line.note(NoticeKind.COMMENT, shortened(text), story.line.length)
        elif name == "sn":
            self._shape = text.strip()
        elif name == "sv" and self._shape == "gtextUNICODE" and text.strip():
            self.notices[Notice(NoticeKind.WATERMARK, shortened(text))] = None

    def _end_field(self) -> None:
        line = self._open[-1].line
        shown = line.since(self._field_start).strip()
        if not shown or ("«" in shown and "»" in shown):
            found = shown or f"«{self._field}»"
            line.note(NoticeKind.MERGE_FIELD, f"merge field not filled in: {found}", self._field_start)
        self._field = ""


def _marking(table: str) -> frozenset[int]:
    """The numbers of the table's colours that a marker pen has; the text is "red255 green255 blue0 ; …"."""
    colours = [dict(_COLOUR.findall(entry)) for entry in table.split(";")]
    shades = [bytes(min(255, int(each.get(name, 0))) for name in ("red", "green", "blue")) for each in colours]
    return frozenset(number for number, shade in enumerate(shades) if is_marking(shade))
