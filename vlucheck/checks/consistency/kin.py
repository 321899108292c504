"""Whose relative the victim is ("your son Samuel") → the place that makes somebody else of them."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Part

KIN = (
    r"(?:(?:step|grand|half-?)?(?:son|daughter|brother|sister|mother|father)|mum|dad|husband|wife|partner|fianc[eé]e?"
    r"|uncle|aunt|nephew|niece|cousin|friend)"
)
_NAMED = re.compile(
    rf"\b[Yy]our (?:late |dear |beloved |own |little |young |eldest |youngest )*(?P<kin>{KIN}),? "
    rf"(?P<name>[A-Z]\w{{2,}})\b"
)
_LOST = re.compile(
    rf"\b(?:death|loss|killing|murder|passing) of your (?:late |dear |beloved |\w+-year-old )*(?P<kin>{KIN})\b"
    rf"|\byour late (?P<late>{KIN})\b"
    rf"|\byour (?P<died>{KIN})(?:'s death\b|,? (?:was killed|died|lost (?:his|her) life))"
)
_SAME = {
    "mum": "mother",
    "dad": "father",
    "fiancé": "partner",
    "fiancée": "partner",
    "fiancee": "partner",
    "fiance": "partner",
}
_FURTHER = frozenset({"cousin", "uncle", "aunt", "nephew", "niece", "friend"})
_YOURS = re.compile(rf"\b[Yy]our (?:late |dear |own )*(?P<kin>{KIN})\b")
_DIED = re.compile(r"\b(?:died|death|killed|lost|loss|funeral|late|gave you)\b")
_LIVING = re.compile(
    r"\b(?:told|said|rang|came|helped|writes?|wrote|saw|asked|drove|stayed|supports?|was with|and your)\b"
)
_PARTNERS = frozenset({"husband", "wife", "partner"})
_SEVERAL = re.compile(r"\b(?:both|deaths|losses)\b|\btwo (?:sons|daughters|children|brothers|sisters)\b")
_PARENTS = "husband|wife|mother|father|mum|dad"  # of whom people have one
_ALIVE = re.compile(
    rf"\b[Yy]our (?P<kin>{_PARENTS}) (?:(?:will|may|can|must|should|might) (?:also |not |now )?(?:be (?:told"
    rf"|asked|needed|able|called"
    r"|sent)|claim|come|give|attend|ask|ring|speak|want|wish|receive|hear|read|write|need)|needs? to|has to"
    r"|is (?:welcome"
    r"|entitled|free|required|needed))"
    rf"|\b(?:tell|ask|ring|give|invite|remind) your (?P<told>{_PARENTS})(?! (?:what|of|who was))"
)
_OPPOSITE = {
    "mother": "father", "father": "mother", "husband": "wife", "wife": "husband", "son": "daughter", "daughter": "son",
    "brother": "sister", "sister": "brother",
}  # fmt: skip
_OWNED = re.compile(
    r"\byour (?:late )?(?P<kin>mother|father|husband|wife|son|daughter|brother"
    r"|sister)'s (?:own )?(?P<thing>[a-z]{3,})\b"
)
_OFTEN = 2  # places that speak of a relative, before another one in a single place is odd
_WISHED = re.compile(
    r"\b(?:hope|hoping|wish|glad|sorry|believed?|what happened to|harm(?: done)? to|attack on|courage of"
    r"|hurt)\b[^.;?]{0,30}?"
    r"\b(?P<who>your (?P<kin>son|daughter))\b(?! [A-Z]),?(?! and\b)"
)
_MORE_CHILDREN = re.compile(r"\b(?:children|brothers?|sisters?|siblings?|twins?|both|family|elder|younger|other)\b")
_PARTS = (Part.BODY, Part.SUBJECT, Part.HEADING)


def relatives_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield the second word for one relative: "your daughter Samuel" where "your son Samuel" stood, or another
    death."""
    seen: dict[str, tuple[str, Span]] = {}
    for line in letter.part_lines(*_PARTS):
        for found in _NAMED.finditer(line.text):
            span = Span(line.span.start + found.start(), line.span.start + found.end())
            kin, known = _plain(found["kin"]), seen.get(found["name"])
            if known is not None and _differ(kin, known[0]):
                yield Clash(span, known[1])
                return
            seen.setdefault(found["name"], (kin, span))
    yield from _two_deaths(letter)
    yield from _lost_by_another_word(letter, seen)
    yield from _owned_by_another(letter)
    yield from _other_child(letter)


def _other_child(letter: Letter) -> Iterator[Clash]:
    """Yield "your son" where good wishes or belief can mean the daughter only, of whom the letter speaks."""
    if _MORE_CHILDREN.search(letter.folded):
        return
    for found in _WISHED.finditer(letter.folded):
        kin, other = found["kin"], "daughter" if found["kin"] == "son" else "son"
        usual = re.search(rf"\byour (?:\w+ )?{other}\b", letter.folded)
        if usual and len(re.findall(rf"\b{kin}\b", letter.folded)) == 1:
            yield Clash(Span(*found.span("who")), Span(*usual.span()), unsure=Confidence.MEDIUM)


def _owned_by_another(letter: Letter) -> Iterator[Clash]:
    """The only "your father's bell" of a letter that speaks of the mother, and of a bell, elsewhere."""
    for found in _OWNED.finditer(letter.folded):
        kin, other = found["kin"], _OPPOSITE[found["kin"]]
        usual = list(re.finditer(rf"\byour (?:late )?{other}\b", letter.folded))
        once = len(re.findall(rf"\b{kin}\b", letter.folded)) == 1
        things = len(re.findall(rf"\b(?:the|her|his|{other}'s) {found['thing']}\b", letter.folded))
        if once and things and len(usual) >= _OFTEN:
            yield Clash(Span(*found.span()), Span(*usual[0].span()), unsure=Confidence.MEDIUM)


def dead_and_alive(letter: Letter) -> Iterator[Clash]:
    """Yield what the reader's dead husband, wife or parent "will be told" or "may claim"."""
    lost = [
        m for line in letter.part_lines(*_PARTS) for m in _LOST.finditer(letter.folded, line.span.start, line.span.end)
    ]
    died = {_plain(m["kin"] or m["late"] or m["died"]): Span(*m.span()) for m in lost}
    for sentence in letter.sentences:
        found = _ALIVE.search(letter.folded, sentence.span.start, sentence.span.end)
        kin = _plain(found["kin"] or found["told"]) if found else ""
        if found and kin in died and not _DIED.search(_sentence(letter, sentence.span)):
            yield Clash(Span(*found.span()), died[kin])
            return


def _two_deaths(letter: Letter) -> Iterator[Clash]:
    if _SEVERAL.search(letter.folded):
        return
    lost = [
        (_plain(found["kin"] or found["late"] or found["died"]), Span(*found.span()))
        for line in letter.part_lines(*_PARTS)
        for found in _LOST.finditer(letter.folded, line.span.start, line.span.end)
    ]
    for kin, span in lost[1:]:
        if _differ(kin, lost[0][0]):
            yield Clash(span, lost[0][1])
            return


def _lost_by_another_word(letter: Letter, seen: dict[str, tuple[str, Span]]) -> Iterator[Clash]:
    """A brother or sister who died and is named as such, and a "cousin" of the same person in the only other place."""
    if len(seen) != 1 or _SEVERAL.search(letter.folded) or not _DIED.search(letter.folded):
        return
    kin, known = next(iter(seen.values()))
    others = [
        (_plain(m["kin"]), Span(line.span.start + m.start(), line.span.start + m.end()))
        for line in letter.part_lines(*_PARTS)
        for m in _YOURS.finditer(line.text)
    ]
    odd = [(word, span) for word, span in others if word != kin]
    if (
        len(odd) == 1
        and odd[0][0] in _FURTHER
        and kin not in _FURTHER
        and not _LIVING.search(_sentence(letter, odd[0][1]))
    ):
        yield Clash(odd[0][1], known, unsure=Confidence.MEDIUM)


def _sentence(letter: Letter, span: Span) -> str:
    sentence = letter.sentence_at(span.start)
    return letter.folded[sentence.span.start : sentence.span.end] if sentence else ""


def _differ(one: str, other: str) -> bool:
    return one != other and not ({one, other} <= _PARTNERS and "partner" in (one, other))


def _plain(kin: str) -> str:
    return _SAME.get(kin, kin)
