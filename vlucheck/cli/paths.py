"""What the user named (files, folders, patterns, "-") → the letters to check, each once, and what cannot be checked."""

import glob
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from vlucheck.readers import SUFFIXES
from vlucheck.readers.refused import LETTER_LIKE
from vlucheck.report import FileReport

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Selection:
    """The letters in the order named; what was named and holds none, as reports; what was left out, as sentences."""

    letters: tuple[Path, ...] = ()
    unusable: tuple[FileReport, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    letters: list[Path] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def select(names: Iterable[str]) -> Selection:
    """Return the letters that the names stand for. Folders are searched through; a letter named twice comes once.

    Letters in a format that cannot be read are among them, so that the report says so.
    """
    every = [_find(name) for name in names]
    letters: dict[str, Path] = {}
    for path in (path for found in every for path in found.letters):
        letters.setdefault(_identity(path), path)
    return Selection(
        letters=tuple(letters.values()),
        unusable=tuple(FileReport(path, "", error=text) for found in every for path, text in found.errors),
        left_out=tuple(text for found in every for text in found.left_out),
    )


def _identity(path: Path) -> str:
    return STDIN if str(path) == STDIN else os.path.normcase(os.path.realpath(path))


def _find(name: str) -> _Found:
    if not name:
        return _Found(errors=[("", "An empty name was given: name a letter or a folder.")])
    if name == STDIN:
        return _Found([Path(STDIN)])
    if os.path.isdir(name):  # noqa: PTH112 - Path.is_dir raises where a folder above it is closed to us
        return _in_folder(Path(name))
    if _is_lock(Path(name).name):
        return _Found(left_out=[f'"{name}" is left out: it only marks a letter that is open in another program.'])
    if os.path.lexists(name) or not glob.has_magic(name):
        return _Found([Path(name)])
    return _matching(name)


def _matching(pattern: str) -> _Found:
    """The letters that a pattern stands for; Windows leaves patterns to the program."""
    found = _Found()
    for path in sorted(_matches(pattern)):
        if path.is_dir():
            inside = _in_folder(path)
            found.letters.extend(inside.letters)
        elif _is_letter(path.name):
            found.letters.append(path)
    if not found.letters:
        found.errors.append((pattern, f'No letter matches "{pattern}": check the name and the folder.'))
    return found


def _matches(pattern: str) -> set[Path]:
    """What the pattern matches. "**" goes into every folder but not along links, which may lead back up: it would find
    the same letters again and again."""
    parts = PurePath(pattern).parts
    if "**" not in parts:
        return {Path(name) for name in glob.glob(pattern)}  # noqa: PTH207 - Path.glob takes no drive
    at = parts.index("**")
    rest = "/".join(part if part == "**" else re.sub(r"\*\*+", "*", part) for part in parts[at:])
    roots = _matches(str(PurePath(*parts[:at]))) if at else {Path()}
    found = ((root, path) for root in roots if root.is_dir() for path in root.glob(rest))
    return {path for root, path in found if "/." in f"/{rest}" or not _is_hidden(path.relative_to(root))}


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _in_folder(folder: Path) -> _Found:
    found = _Found()
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.letters.extend(Path(parent, name) for name in sorted(files) if _is_letter(name))
    found.errors.extend(
        (str(error.filename), f'The folder "{error.filename}" could not be opened ({error.strerror}): ask its owner.')
        for error in closed
    )
    if not found.letters and not found.errors:
        known = " ".join(SUFFIXES)
        found.errors.append((str(folder), f'There is no letter in the folder "{folder}": vlucheck reads {known}.'))
    return found


def _is_letter(name: str) -> bool:
    suffix = Path(name).suffix.lower()
    return (suffix in SUFFIXES or suffix in LETTER_LIKE) and not name.startswith(".") and not _is_lock(name)


def _is_lock(name: str) -> bool:
    """A file that Word ("~$letter.docx") or LibreOffice (".~lock.letter.odt#") keeps beside an open letter."""
    return name.startswith(("~$", ".~lock."))
