"""A letter and a list of cases → the case that it is about, by its file name or by the reference that stands in it."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from vlucheck.accents import joined
from vlucheck.document import Document
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import fold
from vlucheck.letter.references import URN

_HEAD = 1500  # characters in which the reader's name stands


def case_for(document: Document, cases: Sequence[CaseFile]) -> CaseFile | None:
    """Return the case of the letter, or None. A file name decides before a reference; of several cases with one
    reference (two victims, one trial) it is the one whose reader the letter names."""
    named = [case for case in cases if is_named(case, document.path)]
    if named:
        return named[0] if len(named) == 1 else _only(_to_reader(named, document))
    about = [case for case in cases if case.urn and not case.file and bare_urn(case.urn) in _urns(document.text)]
    return about[0] if len(about) == 1 else _only(_to_reader(about, document))


def is_named(case: CaseFile, path: str) -> bool:
    """Whether the case names this file: by its name, with folders or without, with its ending or without."""
    if not case.file:
        return False
    wanted, given = (PurePosixPath(joined(each).text.replace("\\", "/").casefold()) for each in (case.file, path))
    tail = given.parts[-len(wanted.parts) :]
    return tail == wanted.parts or (*tail[:-1], PurePosixPath(tail[-1]).stem) == wanted.parts


def bare_urn(urn: str) -> str:
    """The reference in capitals, without spaces, hyphens and the number of a defendant at its end."""
    return re.sub(r"/\d{1,2}$|[\s-]", "", re.sub(r"\s", "", urn.upper()))


def _urns(text: str) -> frozenset[str]:
    return frozenset(bare_urn(found[0]) for found in URN.finditer(text.upper()))


def _to_reader(cases: Iterable[CaseFile], document: Document) -> list[CaseFile]:
    head = fold(document.text[:_HEAD])
    readers = ((case, case.reader) for case in cases)
    return [case for case, reader in readers if reader and all(fold(n) in head for n in (reader.first, reader.last))]


def _only(cases: Sequence[CaseFile]) -> CaseFile | None:
    return cases[0] if len(cases) == 1 else None
