"""What the writer says of their role → is it the one under the signature?"""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Line, Part

_HEAD = (
    r"(?:Officer|Manager|Prosecutor|Lawyer|Coordinator|Co-ordinator|Administrator|Assistant|Head|Caseworker|Paralegal)"
)
_ROLE = rf"(?:(?:Deputy|Chief|Senior|[A-Z][a-z-]+) ){{0,4}}{_HEAD}\b"
_SELF = re.compile(
    rf"(?:\bI am|\bI[’']m|\bI write as|\bI am writing as"
    rf"|\bMy name is [^.,]{{3,40}},? and I am) (?:the|a|an|your) (?P<role>{_ROLE})"
)
_RANKS = frozenset({"deputy", "chief", "senior", "district", "specialist", "assistant"})
_SIGNED = re.compile(_ROLE)


def roles_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield the role under the signature where the writer gives another one in the letter."""
    claimed = next((m for s in letter.sentences if (m := _SELF.search(letter.text, s.span.start, s.span.end))), None)
    signed = [(line, m) for line in letter.part_lines(Part.SIGNATURE) if (m := _SIGNED.search(line.text))]
    if claimed is None or not signed:
        return
    if not any(_agree(claimed["role"], match[0], line) for line, match in signed):
        line, match = signed[0]
        start = line.span.start + match.start()
        role = Span(claimed.start("role"), claimed.end("role"))
        yield Clash(Span(start, start + len(match[0])), role)


def _agree(claimed: str, signed: str, line: Line) -> bool:
    """One may leave out words of the other ("Liaison Officer"), but not those that make it another rank."""
    one, other = (frozenset(_plain(role).split()) for role in (claimed, signed))
    if not (one <= other or other <= one):
        return one <= frozenset(_plain(line.text).split())
    return not (one ^ other) & _RANKS


def _plain(role: str) -> str:
    return re.sub(r"[^a-z ]", " ", role.casefold().replace("co-ord", "coord"))
