"""What holds at one place of a rich text file: where its text goes and how it is shown."""

import codecs
from dataclasses import dataclass, replace

from vlucheck.readers.rtf.tokens import Token
from vlucheck.readers.rtf.words import CODE_PAGES


@dataclass(frozen=True, slots=True)
class Tables:
    """The code page of the file, those of its fonts by number, and the numbers of its colours that a marker pen has."""

    usual: str
    by_number: dict[int, str]
    marking: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class State:
    """A group inherits it from the one around it. `holds` names a group whose text is kept apart, `silent` one whose
    text is not shown, `field` is the result of a merge field; `skip` is how many bytes stand in for a character given
    by its number."""

    holds: str = ""
    silent: bool = False
    field: bool = False
    skip: int = 1
    code_page: str = "cp1252"
    bold: bool = False
    hidden: bool = False
    lit: bool = False
    shaded: bool = False
    in_marked: bool = False
    added: bool = False
    deleted: bool = False
    style: int = 0
    heading: bool = False
    in_table: bool = False

    @property
    def marked(self) -> bool:
        """Whether text here looks as if marked with a pen: highlighted, or it or its paragraph shaded."""
        return self.lit or self.shaded or self.in_marked

    @property
    def shown(self) -> bool:
        """Whether text here is part of the letter."""
        return not self.silent and not self.holds

    def after(self, token: Token, tables: Tables) -> "State":
        """The state after a control word that says how text is shown; the same after any other."""
        name, number = token.name, token.number
        if name == "plain":
            return replace(self, bold=False, hidden=False, lit=False, shaded=False, added=False, deleted=False)
        if name in ("b", "v", "webhidden", "revised", "deleted"):
            return self._switched(name, number != 0)
        if name == "pard":
            return replace(self, style=0, heading=False, in_table=False, in_marked=False)
        if name == "highlight":
            # 8 is white.
            return replace(self, lit=number not in (None, 0, 8))
        if name in ("chcbpat", "cb"):
            return replace(self, shaded=number in tables.marking)
        if name == "cbpat":
            return replace(self, in_marked=number in tables.marking)
        if name == "uc":
            return replace(self, skip=max(0, number or 0))
        if name == "f":
            return replace(self, code_page=tables.by_number.get(number or 0, tables.usual))
        return self._of_paragraph(name, number)

    def _switched(self, name: str, on: bool) -> "State":
        if name == "b":
            return replace(self, bold=on)
        if name == "revised":
            return replace(self, added=on)
        return replace(self, deleted=on) if name == "deleted" else replace(self, hidden=on)

    def _of_paragraph(self, name: str, number: int | None) -> "State":
        if name == "s":
            return replace(self, style=number or 0)
        if name == "outlinelevel":
            return replace(self, heading=number is not None and 0 <= number < 9)
        if name == "intbl":
            return replace(self, in_table=True)
        return self


def code_page_of_charset(number: int | None, usual: str) -> str:
    """The code page of a font's character set; the file's own for one not known."""
    return CODE_PAGES.get(number or 0, usual) if number else usual


def code_page(number: int | None) -> str:
    """Python's name for a code page; Windows Western European for one it does not know."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
