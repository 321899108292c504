"""numbering.xml → the number or bullet that Word puts in front of each list paragraph."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml.etree import _Element

from vlucheck.readers.docx.names import MC, W, number, switch, value
from vlucheck.readers.docx.numerals import spelled_out
from vlucheck.readers.docx.styles import Style
from vlucheck.readers.docx.symbols import BULLET

_LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts. `restart` is the level (from 1) that restarts it, 0 for never, None for any."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class WordList:
    """A list as paragraphs name it: whose counters it uses, its levels, and those that it starts again."""

    counters: str
    levels: dict[int, Level]
    restarted: frozenset[int]


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has counted. Paragraphs have to be asked for in their order."""

    lists: dict[str, WordList]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def label(self, list_id: str | None, level: int | None, style: Style) -> str | None:
        """The label of the next paragraph of that list ("2.1", "•"); None when the paragraph is in no list."""
        found = self.lists.get(list_id or "")
        if found is None:
            return None
        place = _level_of(found, level, style)
        counts = self._counts(list_id or "", found)
        rule = found.levels.get(place, Level())
        counts[place] = counts[place] + 1 if place in counts else rule.start
        for deeper in [other for other in counts if other > place and _restarts(found, other, place)]:
            del counts[deeper]
        return _label(found, place, counts)

    def _counts(self, list_id: str, found: WordList) -> dict[int, int]:
        counts = self.counts.setdefault(found.counters, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for level in found.restarted:
                counts.pop(level, None)
        return counts


def read_lists(root: _Element | None) -> dict[str, WordList]:
    """The lists of a numbering part by their id."""
    if root is None:
        return {}
    abstract = {each.get(W + "abstractNumId", ""): each for each in root.iterchildren(W + "abstractNum")}
    by_style = {link: key for key, each in abstract.items() if (link := value(each, "styleLink"))}
    lists = {}
    for num in root.iterchildren(W + "num"):
        key = value(num, "abstractNumId") or ""
        link = value(abstract.get(key), "numStyleLink")
        key = by_style.get(link, key) if link else key
        lists[num.get(W + "numId", "")] = _list(key, abstract.get(key), num)
    return lists


def _list(key: str, abstract: _Element | None, num: _Element) -> WordList:
    levels = _levels(abstract)
    restarted = set()
    for override in num.iterchildren(W + "lvlOverride"):
        place = number(override.get(W + "ilvl"))
        if place is None:
            continue
        own = override.find(W + "lvl")
        if own is not None:
            levels[place] = _level(own)
        start = number(value(override, "startOverride"))
        if start is not None:
            levels[place] = replace(levels.get(place, Level()), start=start)
            restarted.add(place)
    return WordList(key, levels, frozenset(restarted))


def _levels(abstract: _Element | None) -> dict[int, Level]:
    if abstract is None:
        return {}
    found = ((number(each.get(W + "ilvl")), _level(each)) for each in abstract.iterchildren(W + "lvl"))
    return {place: level for place, level in found if place is not None and 0 <= place < _LEVELS}


def _level(element: _Element) -> Level:
    start = number(value(element, "start"))
    fallback = element.find(f"{MC}AlternateContent/{MC}Fallback")
    return Level(
        # Word counts from 0 where a level has no start.
        start=0 if start is None else start,
        form=value(element, "numFmt") or value(fallback, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=number(value(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle"),
    )


def _level_of(found: WordList, level: int | None, style: Style) -> int:
    if level is not None:
        return level
    linked = (place for place, each in found.levels.items() if each.style is not None and each.style == style.id)
    own = style.place.level if style.place is not None else None
    return next(linked, own or 0)


def _restarts(found: WordList, deeper: int, place: int) -> bool:
    restart = found.levels.get(deeper, Level()).restart
    return restart is None or place < restart


def _label(found: WordList, place: int, counts: dict[int, int]) -> str:
    rule = found.levels.get(place, Level())
    if rule.form == "bullet":
        return BULLET if rule.text.strip() else ""
    if rule.form == "none" and not _PLACEHOLDER.sub("", rule.text).strip():
        return ""

    def spelled(placeholder: re.Match[str]) -> str:
        upper = int(placeholder[1]) - 1
        level = found.levels.get(upper, Level())
        count = counts.get(upper, level.start)
        return str(count) if rule.legal else spelled_out(count, level.form)

    return _PLACEHOLDER.sub(spelled, rule.text).strip()
