"""Sections → the headers and footers that the pages of a letter show, each once."""

from collections.abc import Iterator

from lxml.etree import _Element

from vlucheck.readers.docx.names import R, W, elements, switch
from vlucheck.readers.docx.package import Package, Part


def margins(package: Package, kind: str) -> Iterator[Part]:
    """The parts of that kind ("header" or "footer") that are switched on, in the order of the sections; a section
    without its own goes on with the one before."""
    settings = package.companion("settings")
    uneven = bool(switch(None if settings is None else settings.root, "evenAndOddHeaders"))
    inherited: dict[str, str] = {}
    given: set[str] = set()
    for section in _sections(package.main.root):
        inherited |= dict(_references(section, kind))
        for page, on in (("first", switch(section, "titlePg")), ("default", True), ("even", uneven)):
            _, name = package.main.targets.get(inherited.get(page, "") if on else "", ("", ""))
            part = package.part(name) if name and name not in given else None
            if part is not None:
                given.add(name)
                yield part


def _sections(root: _Element) -> Iterator[_Element]:
    for section in root.iter(W + "sectPr"):
        parent = section.getparent()
        if parent is None or parent.tag != W + "sectPrChange":
            yield section


def _references(section: _Element, kind: str) -> Iterator[tuple[str, str]]:
    for child in elements(section):
        if child.tag == f"{W}{kind}Reference":
            yield child.get(W + "type", "default"), child.get(R + "id", "")
