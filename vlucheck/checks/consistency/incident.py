"""The day of the one thing that happened ("the crash on 3 March") → the place that gives it another day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import distance
from vlucheck.letter.model import DateMention, Letter, Part

_KINDS = {
    "crash": r"crash|collision|accident",
    "attack": r"attack|assault|beating|stabbing|punch",
    "burglary": r"burglary|break-in",
    "robbery": r"robbery|mugging",
    "theft": r"theft",
    "fire": r"fire|arson",
    "": r"incident|events?|disturbance",
}
_DONE = {
    "crash": r"(?:was|were|been) (?:hit|struck|knocked down|run over|knocked off [\w ]{4,20}?)|struck (?:you|him|her)",
    "attack": r"(?:was|were|been) (?:attacked|assaulted|punched|stabbed|beaten|bitten)|attacked (?:you|him|her)",
    "burglary": r"(?:was|were|been) (?:burgled|broken into)|broke into your [\w ]{3,20}?",
    "robbery": r"(?:was|were|been) (?:robbed|mugged)|robbed (?:you|him|her)",
    "": r"what happened(?: to (?:you|him|her))?",
}
_PLACE = (
    r"(?:,? (?:at|in|outside|near|by|on|of) (?!\d)(?:the |your |his |her |their )?[\w'-]+(?: "
    r"(?!on\b)[\w'-]+){0,3}?)??"
)
_WHEN = (
    r",? (?:(?:that|which) (?:took place|happened|occurred) )?(?:on|of|from|during|in)"
    r"(?: (?:the )?(?:night|evening|morning|afternoon|day|early hours|small hours)(?: of)?)?(?: the)? $"
)
_OF_THE_ONE = re.compile(
    r"\b(?:the|that|this|his|her|your|their) (?:whole |terrible |alleged |reported |road |car |house )?"
    rf"(?:{'|'.join(rf'(?P<n{i}>{nouns})' for i, nouns in enumerate(_KINDS.values()))}){_PLACE}{_WHEN}"
)
_WAS_DONE = re.compile(
    rf"\b(?:{'|'.join(rf'(?P<d{i}>{verbs})' for i, verbs in enumerate(_DONE.values()))}){_PLACE}{_WHEN}"
)
_WAS_THEN = re.compile(
    r"\b(?:film|footage|cctv|camera|recording|pictures)\b[^.;]{0,60}\b(?:shows?|showed|from|made"
    r"|of)\b[^.;]{0,40} on (?:the )?$"
    r"|\b(?:was|were) (?:walking|cycling|riding|crossing|driving|running|asleep|standing)\b[^.;]{0,40} on (?:the )?$"
    r"|,? when (?:you|he|she|your [\w ]{3,20}) (?:was|were) [^.;]{3,40} on (?:the )?$"
)
_SEVERAL = re.compile(
    r"\b(?:incidents|occasions|attacks|assaults|burglaries|robberies|thefts|fires|crashes|collisions|accidents"
    r"|break-ins"
    r"|two nights|both nights|(?:second|first|third|other|another|later|earlier|next|same sort of) (?:night"
    r"|attack|assault"
    r"|time|occasion|burglary|incident|break-in|theft|robbery|fire|crash|collision|visit)|stalk\w+|harass\w+|coercive"
    r"|controlling|(?:months|weeks|years) of|between \d|again on|and on \d|as well as on|charges|counts|dates?)\b"
)
_FAR, _NEAR = timedelta(days=45), timedelta(days=10)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day with the kind of event it is given to; `direct`: "the crash on 3 March"."""

    mention: DateMention
    kind: str
    direct: bool


def incidents_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day of the one crash, attack or burglary that the letter is about."""
    if letter.date is None or _SEVERAL.search(letter.folded):
        return
    told = [each for mention in letter.dates if (each := _told(letter, mention))]
    known = [each for each in told if each.kind != "scene"]
    days = {each.mention.date for each in known}
    if len(days) == 2:
        yield from _two_days(letter, known)
    elif len(days) == 1:
        scenes = [each for each in told if each.kind == "scene"]
        direct = next((each for each in known if each.direct), None)
        if direct is not None and len({each.mention.date for each in scenes} - days) == 1:
            other = next(each for each in scenes if each.mention.date not in days)
            if _is_slip_of_figure(direct.mention, other.mention):
                yield Clash(direct.mention.span, other.mention.span, {"event": _event(letter, direct)})


def _two_days(letter: Letter, told: Sequence[_Told]) -> Iterator[Clash]:
    first = told[0]
    other = next(each for each in told if each.mention.date != first.mention.date)
    if letter.sentence_at(first.mention.span.start) == letter.sentence_at(other.mention.span.start):
        return
    kinds = {first.kind, other.kind} - {""}
    near = first.mention.date and other.mention.date and abs(first.mention.date - other.mention.date) <= _FAR
    if near and len(kinds) <= 1 and (first.direct or other.direct):
        yield Clash(other.mention.span, first.mention.span, {"event": _event(letter, other)})


def _told(letter: Letter, mention: DateMention) -> _Told | None:
    """What the words before the day say that happened on it, in the letter's text or title and before its date."""
    part = letter.part_at(mention.span.start)
    if not mention.date or not letter.date or mention.date >= letter.date:
        return None
    if part not in (Part.BODY, Part.SUBJECT, Part.HEADING):
        return None
    before = letter.folded[max(0, mention.span.start - 110) : mention.span.start].rsplit("\n", 1)[-1]
    before = re.split(r"[.;?!] ", before)[-1]
    if '"' in before:
        return None
    for pattern, kinds, sign in ((_OF_THE_ONE, _KINDS, "n"), (_WAS_DONE, _DONE, "d")):
        found = pattern.search(before)
        if found:
            number = next(i for i in range(len(kinds)) if found[f"{sign}{i}"])
            return _Told(mention, tuple(kinds)[number], sign == "n")
    return _Told(mention, "scene", False) if _WAS_THEN.search(before) else None


def _is_slip_of_figure(one: DateMention, other: DateMention) -> bool:
    """Whether the two days are near and differ in one figure: 3 March and 8 March, 12 May and 21 May."""
    if one.date is None or other.date is None or abs(one.date - other.date) > _NEAR:
        return False
    same_month = (one.date.year, one.date.month) == (other.date.year, other.date.month)
    return same_month and distance(str(one.date.day), str(other.date.day)) == 1


def _event(letter: Letter, told: _Told) -> str:
    """The words of the letter for what happened, or plain ones."""
    before = letter.folded[max(0, told.mention.span.start - 60) : told.mention.span.start]
    nouns = [found for found in re.finditer(rf"\b(?:{'|'.join(_KINDS.values())})\b", before)]
    return f"the {nouns[-1][0]}" if nouns and told.direct else "what happened"
