"""What the writer says of their role → is it the one under the signature?"""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Line, Part, fold

_HEAD = (
    r"(?:Officer|Manager|Prosecutor|Lawyer|Coordinator|Co-ordinator|Administrator|Assistant|Head|Caseworker|Paralegal"
    r"|Director|Clerk|Secretary|Lead|Leader|Adviser|Advisor|Advocate|Executive|Supervisor|Solicitor|Barrister)"
)
_HEADED = r"(?:Head|Director) of (?:the |our )?[A-Z][\w-]+(?: (?:and |of )?[A-Z][\w-]+){0,3}"
# Words before the last may be small, or hold an apostrophe: "Victims' Right to Review Co-ordinator".
_ROLE = rf"(?:{_HEADED}|(?:[A-Z][\w’'-]* (?:(?:to|of|and|for|the) )?){{0,6}}{_HEAD}\b)"
_NAME = r"(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+"
_SELF = re.compile(
    rf"(?:\bI am(?: now| currently| also)?|\bI[’']m|\bI (?:write|reply|answer) as|\bI am writing(?: to you)? as"
    rf"|\b[Mm]y name is {_NAME},? and I am|(?:\bI am|\bI[’']m|\b[Mm]y name is) {_NAME},) "
    rf"(?:the |a |an |your |one of (?:the|its|our) )?(?P<role>{_ROLE})"
)
_RANKS = frozenset({"deputy", "chief", "senior", "district", "specialist", "assistant"})
_SIGNED = re.compile(_ROLE)


_KINDS = {
    "prosecutor": re.compile(r"\b(?:prosecutor|crown advocate|reviewing lawyer)\b"),
    "liaison": re.compile(
        r"\b(?:liaison officer|liaison unit manager|liaison manager|vlu manager|complaints? (?:manager|coordinator"
        r"|co-ordinator|officer)|business manager)\b"
    ),
}
_SPOKEN = (
    (
        "prosecutor",
        re.compile(
            r"\bi am the (?:\w+ )?(?:crown )?prosecutor (?:who|in|for|responsible|dealing)\b|\bi am the (?:reviewing "
            r")?lawyer (?:who|in|for)\b"
        ),
    ),
    (
        "liaison",
        re.compile(
            r"\bi (?:am|work as) (?:the|a|one of the) (?:victim liaison officer|complaints? (?:manager|coordinator"
            r"|co-ordinator)|manager of the victim liaison unit)\b|\bi manage the victim liaison unit\b"
        ),
    ),
)


def roles_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield the role under the signature where the writer gives another one in the letter."""
    found = list(_by_title(letter))
    yield from found or _by_kind(letter)


def _by_kind(letter: Letter) -> Iterator[Clash]:
    """A lawyer in the letter and an officer of the unit under it, or the other way round, in whatever words."""
    signature = letter.part_lines(Part.SIGNATURE)
    signed = [
        (kind, line, m) for line in signature for kind, words in _KINDS.items() if (m := words.search(fold(line.text)))
    ]
    if len({kind for kind, _, _ in signed}) != 1:
        return
    kind, line, match = signed[0]
    for sentence in letter.sentences:
        for other, words in _SPOKEN:
            spoken = words.search(letter.folded, sentence.span.start, sentence.span.end)
            if spoken and other != kind:
                under = Span(line.span.start + match.start(), line.span.start + match.end())
                yield Clash(under, Span(*spoken.span()), {"here": "Under the signature", "there": "in the letter"})
                return


def _by_title(letter: Letter) -> Iterator[Clash]:
    claimed = next((m for s in letter.sentences if (m := _SELF.search(letter.text, s.span.start, s.span.end))), None)
    signed = [(line, m) for line in letter.part_lines(Part.SIGNATURE) if (m := _SIGNED.search(line.text))]
    if claimed is None or not signed:
        return
    if not any(_agree(claimed["role"], match[0], line) for line, match in signed):
        line, match = signed[0]
        start = line.span.start + match.start()
        role, under = Span(claimed.start("role"), claimed.end("role")), Span(start, start + len(match[0]))
        if _is_above(claimed["role"], match[0]):
            yield Clash(role, under, {"here": "In the letter", "there": "under the signature"})
        else:
            yield Clash(under, role, {"here": "Under the signature", "there": "in the letter"})


def _is_above(claimed: str, signed: str) -> bool:
    """Whether the letter claims the place of the signer's own superior; nobody signs as less than they are."""
    one, other = _plain(claimed).split(), _plain(signed).split()
    return bool({"deputy", "assistant"} & set(other)) and not {"deputy", "assistant"} & set(one)


def _agree(claimed: str, signed: str, line: Line) -> bool:
    """One may leave out words of the other ("Liaison Officer"), but not those that make it another rank."""
    one, other = (frozenset(_plain(role).split()) - {"of", "the", "our"} for role in (claimed, signed))
    if all(any(nearly_same(word, each) or word == each for each in other) for word in one):
        one = one & other
    if not (one <= other or other <= one):
        return one <= frozenset(_plain(line.text).split())
    return not (one ^ other) & _RANKS


def _plain(role: str) -> str:
    return re.sub(r"[^a-z ]", " ", role.casefold().replace("co-ord", "coord"))
