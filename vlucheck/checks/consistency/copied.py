"""A number, an address or a rank that is copied by hand → the place that gives the same one otherwise.

The writer's own telephone number, an e-mail address, a police officer's rank.
"""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.helplines import NUMBER
from vlucheck.checks.consistency.spelling import bare, distance
from vlucheck.checks.elements.judges.ways import MAIL
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part

_MINE = re.compile(
    r"\b(?:(?:ring|call|telephone|phone|reach|contact|speak to|talk to|find|get) me\b[^.;:]{0,25}?"
    r"|my (?:own )?(?:telephone |phone )?(?:number|line)\b[^.;]{0,15}?"
    r"|i (?:am|can be (?:reached|found|rung)|answer)(?: here| always| usually| myself)?"
    r")(?: on| at| is|,|:)? $"
)
_ANOTHER_LINE = re.compile(
    r"\b(?:colleague|assistant|secretary|deputy|mobile|fax|text|switchboard|or on|either|both|line manager|out of hours"
    r"|evenings?|weekends?|direct|main|voicemail|office|team|unit|desk|clerk|ask for|not)\b"
)
_LONG_NAME = 5  # letters: shorter names that differ in one letter are rather two names
_RANKS = {
    "pc": r"pc|police constable|constable",
    "dc": r"dc|detective constable",
    "sergeant": r"ps|police sergeant|sergeant|sgt",
    "ds": r"ds|detective sergeant",
    "inspector": r"inspector|insp|police inspector",
    "di": r"di|detective inspector",
    "pcso": r"pcso",
}
_ONE_STEP = ({"pc", "dc"}, {"sergeant", "ds"}, {"inspector", "di"})
_RANKED = re.compile(
    r"(?<![\w'])(?i:(?:"
    + "|".join(f"(?P<{rank}>{forms})" for rank, forms in reversed(_RANKS.items()))
    + r")\.? )(?:(?P<first>[A-Z][\w'’-]+) )?(?P<last>[A-Z][\w'’-]+)\b"
)
_PROMOTED = re.compile(
    r"\b(?:now|then|promoted|promotion|formerly|who was|became|acting|as (?:he|she) was|at the time)\b"
)


def own_numbers_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield the writer's own telephone number where it differs in one figure from the one given before."""
    mine: list[tuple[Span, str]] = []
    for found in NUMBER.finditer(letter.folded):
        sentence = letter.sentence_at(found.start())
        words = letter.folded[sentence.span.start : sentence.span.end] if sentence else ""
        if (
            _MINE.search(letter.folded[max(0, found.start() - 70) : found.start()])
            and not _ANOTHER_LINE.search(words)
            and len(NUMBER.findall(words)) == 1
        ):
            mine.append((Span(*found.span()), re.sub(r"\D", "", found[0])))
    for number, (span, digits) in enumerate(mine):
        for place, before in mine[:number]:
            if len(digits) == len(before) and distance(digits, before) == 1:
                yield Clash(span, place, {"event": "your number"})
                return


def addresses_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield an e-mail address that differs in one letter, or two exchanged, from one given before."""
    seen: list[re.Match[str]] = []
    for found in MAIL.finditer(letter.folded):
        for known in seen:
            local, host = zip(found[0].split("@"), known[0].split("@"), strict=True)
            slip_of_host = local[0] == local[1] and _is_slip(*host)
            slip_of_local = host[0] == host[1] and _is_slip(*local)
            if slip_of_host or slip_of_local:
                yield Clash(Span(*found.span()), Span(*known.span()), {"event": "one e-mail address"})
                return
        seen.append(found)


def _is_slip(one: str, other: str) -> bool:
    return one != other and min(len(one), len(other)) >= _LONG_NAME and distance(one, other) == 1


def ranks_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield another rank of a police officer who is named before, in a letter that speaks of no promotion."""
    seen: dict[str, tuple[re.Match[str], str]] = {}
    for found in _RANKED.finditer(letter.text):
        rank = next(name for name in _RANKS if found[name])
        last = bare(found["last"])
        known = seen.setdefault(last, (found, rank))
        if known[1] == rank or letter.part_at(found.start()) is not Part.BODY:
            continue
        firsts = {bare(each["first"]) for each in (found, known[0]) if each["first"]}
        around = letter.folded[max(0, found.start() - 80) : found.end() + 60]
        if len(firsts) <= 1 and not _is_short_for(found, known) and not _PROMOTED.search(around):
            yield Clash(Span(*found.span()), Span(*known[0].span()), {"event": found["last"]})
            return


def _is_short_for(found: re.Match[str], known: tuple[re.Match[str], str]) -> bool:
    """Whether one of the two only leaves "Detective" out, as people do in speech: "Sergeant Amin"."""
    ranks = {next(name for name in _RANKS if each[name]) for each in (found, known[0])}
    words = {each[0].casefold().split()[0].rstrip(".") for each in (found, known[0])}
    return ranks in _ONE_STEP and bool(words & {"constable", "sergeant", "inspector", "sgt", "insp"})
