"""Word's fields: which marks belong together, which were never filled in, and what one without a result shows."""

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.docx.line import Line
from vlucheck.readers.docx.names import MC, W, elements, number, switch, value
from vlucheck.readers.docx.symbols import symbol

_NAME: Final = re.compile(r'\s*\S+\s+(?:["“”](?P<quoted>[^"“”]*)|(?P<plain>[^\\"“”]+))')
_MERGED: Final = frozenset({"MERGEFIELD", "ADDRESSBLOCK", "GREETINGLINE"})
_CONTAINERS: Final = frozenset({W + "tc", W + "txbxContent", W + "footnote", W + "endnote"})
_NOT_SHOWN: Final = frozenset({W + "del", W + "moveFrom", MC + "Fallback"})


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction so far, and the line and position where its result began."""

    instruction: str = ""
    form: _Element | None = None
    in_result: bool = False
    line: Line | None = None
    start: int = 0

    @property
    def words(self) -> list[str]:
        """The words of the instruction; the first is the kind of field."""
        return self.instruction.split()

    @property
    def kind(self) -> str:
        """The kind of field in capitals ("MERGEFIELD"), or an empty text."""
        return self.words[0].upper() if self.words else ""

    @property
    def name(self) -> str:
        """What stands behind the kind, before the first switch, without its quotation marks ("Mrs Haversham")."""
        found = _NAME.match(self.instruction)
        return " ".join((found["quoted"] or found["plain"] or "").split()) if found else ""


def paired_marks(root: _Element) -> frozenset[_Element]:
    """The w:fldChar elements of whole fields. A begin without its end would swallow the rest of the letter."""
    waiting: dict[_Element | None, list[list[_Element]]] = {}
    paired: set[_Element] = set()
    for mark in root.iter(W + "fldChar"):
        container = _container(mark)
        if container is mark:
            continue
        fields = waiting.setdefault(container, [])
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            fields.append([mark])
        elif fields:
            fields[-1].append(mark)
        if kind == "end" and fields:
            paired.update(fields.pop())
    return frozenset(paired)


def not_filled_in(field: Field, result: str) -> str | None:
    """What to say about a field with nobody's data in it; None when it shows something real (or is of another kind)."""
    found = result.strip()
    if field.kind == "FORMTEXT":
        return None if found else "blank left in: an empty form field"
    if "«" in found and "»" in found:
        return f"merge field not filled in: {found}"
    if field.kind in _MERGED and not found:
        return f"merge field not filled in: «{field.name or field.kind}»"
    return None


def shown_without_result(field: Field) -> tuple[str, bool]:
    """What a field shows that keeps no result in the file, and whether it is a prompt to type over."""
    if field.kind == "MACROBUTTON":
        prompt = field.instruction.strip().split(maxsplit=2)[2:]
        return ("".join(prompt), True)
    if field.kind == "FORMCHECKBOX":
        return ("☒" if _checked(field.form) else "☐", False)
    if field.kind == "FORMDROPDOWN":
        return (_selected(field.form), False)
    if field.kind == "SYMBOL" and len(field.words) > 1:
        font = field.instruction.partition("\\f")[2].strip().partition("\\")[0].strip(' "')
        code = field.words[1]
        known = int(code, 16) if code.lower().startswith("0x") and code[2:].isalnum() else number(code)
        return (symbol(known, font) if known else "", False)
    return ("", False)


def _container(mark: _Element) -> _Element | None:
    """What a field may not reach out of; the mark itself when Word does not show it at all."""
    container = None
    for above in mark.iterancestors():
        if above.tag in _NOT_SHOWN:
            return mark
        if container is None and above.tag in _CONTAINERS:
            container = above
    return container


def _checked(form: _Element | None) -> bool:
    box = None if form is None else form.find(W + "checkBox")
    checked = switch(box, "checked")
    return bool(switch(box, "default") if checked is None else checked)


def _selected(form: _Element | None) -> str:
    choice = None if form is None else form.find(W + "ddList")
    if choice is None:
        return ""
    entries = [entry.get(W + "val", "") for entry in elements(choice) if entry.tag == W + "listEntry"]
    place = number(value(choice, "result")) or number(value(choice, "default")) or 0
    return entries[place] if 0 <= place < len(entries) else ""
