"""A Word file's zip → its parts: the document, what it refers to, and the settings that decide what is shown."""

import posixpath
from dataclasses import dataclass

from lxml.etree import _Element

from vlucheck.errors import UnreadableLetter
from vlucheck.readers.docx.fields import paired_marks
from vlucheck.readers.docx.names import W, elements
from vlucheck.readers.safety import Parts, damaged, open_zip


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part: its name in the file, its root, its relationships (id → kind and part name), the number of each of
    its paragraphs, from 1, in the order of the XML, and the marks of its whole fields."""

    name: str
    root: _Element
    targets: dict[str, tuple[str, str]]
    paragraphs: dict[_Element, int]
    field_marks: frozenset[_Element]


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file taken apart: the main document and its companions by kind ("styles", "comments", …)."""

    parts: Parts
    main: Part

    def part(self, name: str) -> Part | None:
        """The part of that name, or None when the file has none."""
        root = self.parts.xml(name)
        return None if root is None else _part(self.parts, name, root)

    def companion(self, kind: str) -> Part | None:
        """The part that the main document names for that kind, or None."""
        for found, name in self.main.targets.values():
            if found == kind:
                return self.part(name)
        return None


def open_package(path: str, data: bytes) -> Package:
    """The parts of a Word file; raises UnreadableLetter when it is damaged or is no Word document."""
    parts = open_zip(path, data)
    targets = _targets(parts, "")
    name = next((name for kind, name in targets.values() if kind == "officeDocument"), "word/document.xml")
    root = parts.xml(name)
    if root is None:
        raise damaged(path) if "[Content_Types].xml" in parts else _no_document(path)
    if root.tag != W + "document":
        raise _no_document(path)
    return Package(parts, _part(parts, name, root))


def _part(parts: Parts, name: str, root: _Element) -> Part:
    paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(W + "p"), 1)}
    return Part(name, root, _targets(parts, name), paragraphs, paired_marks(root))


def _no_document(path: str) -> UnreadableLetter:
    return UnreadableLetter(
        f'"{path}" is not a Word document, whatever its name says: '
        "open it in the program it was made with and save it as a Word document (.docx)."
    )


def _targets(parts: Parts, name: str) -> dict[str, tuple[str, str]]:
    """Relationship id → (last word of its type, part name), for relationships inside the file."""
    folder, base = posixpath.split(name)
    root = parts.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for relation in () if root is None else elements(root):
        if relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        found[relation.get("Id", "")] = (kind, target.lstrip("/"))
    return found
