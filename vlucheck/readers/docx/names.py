"""Names of WordprocessingML, and the few questions every part of this reader asks an element."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

_OFF: Final = frozenset({"0", "false", "off"})


def elements(parent: _Element) -> Iterator[_Element]:
    """The children that are elements (no comments, processing instructions or entities)."""
    return (child for child in parent if isinstance(child.tag, str))


def value(parent: _Element | None, name: str) -> str | None:
    """What the child `w:name` has as its `w:val`; None without the child or the attribute."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def switch(parent: _Element | None, name: str) -> bool | None:
    """Whether the on-off property `w:name` is on; None when it is not given."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """A whole number, or None for anything else."""
    return int(text) if text is not None and text.lstrip("-").isdecimal() and len(text) < 12 else None


def chosen(alternate: _Element) -> Iterator[_Element]:
    """The children of the one branch of mc:AlternateContent that Word shows."""
    branch = alternate.find(MC + "Choice")
    if branch is None:
        branch = alternate.find(MC + "Fallback")
    return iter(()) if branch is None else elements(branch)


def shown(root: _Element, *tags: str) -> Iterator[_Element]:
    """The outermost elements below `root` with one of the tags, leaving out fallbacks of alternate content."""
    waiting = list(elements(root))[::-1]
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            yield child
        elif child.tag == MC + "AlternateContent":
            waiting.extend(list(chosen(child))[::-1])
        else:
            waiting.extend(list(elements(child))[::-1])
