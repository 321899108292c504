"""styles.xml → what each style means for the text: its name, whether it is a heading, what it switches on, its list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.docx.names import W, number, switch, value

TOGGLES: Final = ("b", "caps", "vanish")
_HEADING: Final = re.compile(r"(heading \d+|title|subtitle)\b", re.IGNORECASE)
_BODY_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph or style belongs to, and at which level (None where it is not said)."""

    list_id: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it inherits."""

    id: str | None = None
    name: str | None = None
    heading: bool = False
    on: frozenset[str] = frozenset()
    place: ListPlace | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id, the default paragraph style, and what the document has on by default."""

    by_id: dict[str, Style]
    paragraph: Style
    on: frozenset[str]

    def of(self, properties: _Element | None, name: str) -> Style:
        """The style that `w:pStyle` or `w:rStyle` names; without one the default (for runs, an empty style)."""
        named = self.by_id.get(value(properties, name) or "")
        if named is not None:
            return named
        return self.paragraph if name == "pStyle" else Style()

    def is_on(self, toggle: str, run: _Element | None, paragraph: Style) -> bool:
        """Whether a run has the property: said by the run itself, or by exactly one of its two styles (17.7.3)."""
        direct = switch(run, toggle)
        if direct is not None:
            return direct
        return (toggle in self.of(run, "rStyle").on) != (toggle in paragraph.on) or toggle in self.on


def read_styles(root: _Element | None) -> Styles:
    """The styles of a styles part, or none for a file without one."""
    raw = {} if root is None else {style.get(W + "styleId", ""): style for style in root.iterchildren(W + "style")}
    by_id = {style_id: _style(style_id, raw) for style_id in raw}
    default = next((style_id for style_id, style in raw.items() if _is_default(style)), None)
    defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    on = frozenset(toggle for toggle in TOGGLES if switch(defaults, toggle))
    return Styles(by_id, by_id[default] if default is not None else Style(), on)


def level_of_outline(properties: _Element | None) -> int | None:
    """The outline level given there, 0 to 8 for headings, 9 for body text, None when not given."""
    return number(value(properties, "outlineLvl"))


def is_heading_level(level: int | None) -> bool:
    """Whether an outline level is that of a heading."""
    return level is not None and 0 <= level < _BODY_LEVEL


def list_place(properties: _Element | None) -> ListPlace | None:
    """The list named in paragraph properties, or None when none is."""
    place = None if properties is None else properties.find(W + "numPr")
    return None if place is None else ListPlace(value(place, "numId"), number(value(place, "ilvl")))


def _is_default(style: _Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0").lower() in ("1", "true", "on")


def _style(style_id: str, raw: dict[str, _Element]) -> Style:
    chain = list(_chain(style_id, raw))
    name = value(chain[0], "name")
    outline = next((level for style in chain if (level := level_of_outline(style.find(W + "pPr"))) is not None), None)
    named = any(_HEADING.fullmatch(value(style, "name") or "") for style in chain)
    heading = is_heading_level(outline) if outline is not None else named
    place = next((place for style in chain if (place := list_place(style.find(W + "pPr"))) is not None), None)
    return Style(style_id, name, heading, frozenset(toggle for toggle in TOGGLES if _is_on(toggle, chain)), place)


def _is_on(toggle: str, chain: list[_Element]) -> bool:
    said = (switch(style.find(W + "rPr"), toggle) for style in chain)
    return next((state for state in said if state is not None), False)


def _chain(style_id: str, raw: dict[str, _Element]) -> Iterator[_Element]:
    """The style and those it is based on, nearest first; a circle ends the chain."""
    seen: set[str] = set()
    following: str | None = style_id
    while following in raw and following not in seen:
        seen.add(following)
        yield raw[following]
        following = value(raw[following], "basedOn")
