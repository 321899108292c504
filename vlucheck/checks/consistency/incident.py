"""The day of the one thing that happened ("the crash on 3 March") → the place that gives it another day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.dates import one_figure_apart
from vlucheck.document import Span
from vlucheck.letter.model import DateMention, Letter, Part

_KINDS = {
    "crash": r"crash|collision|accident",
    "attack": r"attack|assault|beating|stabbing|punch",
    "burglary": r"burglary|break-in",
    "robbery": r"robbery|mugging",
    "theft": r"theft",
    "fire": r"fire|arson",
    "damage": r"damage|vandalism",
    "": r"incident|events?|disturbance",
}
_DONE = {
    "crash": r"(?:was|were|been) (?:hit|struck|knocked down|run over|knocked off [\w ]{4,20}?)|struck (?:you|him|her)",
    "attack": r"(?:was|were|been) (?:attacked|assaulted|punched|stabbed|beaten|bitten)|attacked (?:you|him|her)",
    "burglary": r"(?:was|were|been) (?:burgled|broken into)|broke into your [\w ]{3,20}?",
    "robbery": r"(?:was|were|been) (?:robbed|mugged)|robbed (?:you|him|her)",
    "damage": r"criminal damage(?: to [\w' ]{3,30}?)?|(?:was|were|been) damaged",
    "": r"what happened(?: to (?:you|him|her))?",
}
_CHARGED = {
    "attack": "assault|attack|punch|stabb|hitt|kick|rap|threaten",
    "burglary": "burgl",
    "robbery": "robb|mugg",
    "theft": "steal",
    "damage": "damag|smash|break",
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
_CHARGED_WITH = re.compile(
    r"\b(?:with|of|for) (?:\w+ly )?"
    rf"(?:{'|'.join(rf'(?P<c{i}>(?:{stems})ing)' for i, stems in enumerate(_CHARGED.values()))})"
    rf"(?: (?:you|him|her|your [\w' -]{{3,20}}?))?{_PLACE}{_WHEN}"
)
_HAPPENED_THEN = re.compile(
    r",? (?:when|the (?:very )?(?:night|day|evening|morning|afternoon)(?: that| when)?)"
    r" (?:it|this|that|all (?:of )?this) (?:all )?happened\b"
)
_DONE_THEN = re.compile(
    r",? when (?:you|he|she|your [\w' -]{3,40}?|[a-z]+) "
    rf"(?:{'|'.join(rf'(?P<d{i}>{verbs})' for i, verbs in enumerate(_DONE.values()))})"
)
_WAS_THEN = re.compile(
    r"\b(?:film|footage|cctv|camera|recording|pictures)\b[^.;]{0,60}\b(?:shows?|showed|from|made"
    r"|of)\b[^.;]{0,40} on (?:the )?$"
    r"|\b(?:was|were) (?:walking|cycling|riding|crossing|driving|running|asleep|standing)\b[^.;]{0,40} on (?:the )?$"
    r"|,? when (?:you|he|she|your [\w ]{3,20}) (?:was|were) [^.;]{3,40} on (?:the )?$"
    r"|\b(?:night|evening|morning|afternoon|small hours) of (?:\w+day,? )?(?:the )?$"
    r"|\b(?:party|wedding|match|concert|barbecue|gathering|festival|disco|reception|dance|fair|gig)\b[^.;]{0,30} on "
    r"(?:\w+day,? )?(?:the )?$"
)
_SEVERAL = re.compile(
    r"\b(?:incidents|occasions|attacks|assaults|burglaries|robberies|thefts|fires|crashes|collisions|accidents"
    r"|break-ins"
    r"|two nights|both nights|(?:second|first|third|other|another|later|earlier|next|same sort of) (?:night"
    r"|attack|assault"
    r"|time|occasion|burglary|incident|break-in|theft|robbery|fire|crash|collision|visit)|stalk\w+|harass\w+|coercive"
    r"|controlling|(?:months|weeks|years) of|between \d|again on|and on \d|as well as on|charges|counts|dates"
    r"|(?:earlier|later|other|another|wrong|different|right|correct|exact) date)\b"
)
_REPORTED = re.compile(
    r"\b(?:report(?:ed|ing)?|discovered|noticed|photographed|claimed for|told (?:us|me) of)\b[^.;,]{0,60}$"
)
_READ_AGAIN = re.compile(
    r"\b(?:read|look\w*|watch\w*|went|go|gone|going|consider\w*|check\w*|weigh\w*|listen\w*|rang|told|ask\w*|wrote|hear\w*)\b"
)
_FAR, _NEAR = timedelta(days=45), timedelta(days=10)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day with the kind of event it is given to; `direct`: "the crash on 3 March"; `charged`: "with
    assaulting you on 3 March"."""

    span: Span
    day: date
    kind: str
    direct: bool = False
    charged: bool = False


def incidents_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day of the one crash, attack or burglary that the letter is about."""
    if letter.date is None or any(_tells_of_several(letter, found) for found in _SEVERAL.finditer(letter.folded)):
        return
    told = [each for mention in letter.dates if (each := _told(letter, mention))]
    known = [each for each in told if each.kind != "scene"]
    days = {each.day for each in known}
    if len(days) == 2:
        yield from _two_days(letter, known)
    elif len(days) == 1:
        scenes = [each for each in told if each.kind == "scene"]
        direct = next((each for each in known if each.direct), None)
        if direct is not None and len({each.day for each in scenes} - days) == 1:
            other = next(each for each in scenes if each.day not in days)
            if _is_slip_of_figure(direct.day, other.day):
                yield Clash(direct.span, other.span, {"event": _event(letter, direct)})
    elif not days:
        yield from _two_scenes(letter, told)


def _two_scenes(letter: Letter, scenes: Sequence[_Told]) -> Iterator[Clash]:
    """Yield the second day where only scenes are dated: "the night of 3 October", "at the party on 5 October"."""
    if len({each.day for each in scenes}) != 2:
        return
    first = scenes[0]
    other = next(each for each in scenes if each.day != first.day)
    one_night = abs(first.day - other.day) == timedelta(days=1)  # from an evening into the next morning
    if not one_night and _is_slip_of_figure(first.day, other.day):
        yield Clash(other.span, first.span, {"event": "what happened"})


def _tells_of_several(letter: Letter, found: re.Match[str]) -> bool:
    """Whether the words count what happened; what is read "a second time" happened once."""
    sentence = letter.sentence_at(found.start())
    if sentence is None or not found[0].endswith(" time"):
        return True
    return _READ_AGAIN.search(letter.folded, sentence.span.start, found.start()) is None


def _two_days(letter: Letter, told: Sequence[_Told]) -> Iterator[Clash]:
    first = told[0]
    other = next(each for each in told if each.day != first.day)
    if letter.sentence_at(first.span.start) == letter.sentence_at(other.span.start):
        return
    kinds = {first.kind, other.kind} - {""}
    if first.charged and other.charged:
        return  # two charges, each with its own day
    if abs(first.day - other.day) <= _FAR and len(kinds) <= 1 and (first.direct or other.direct):
        yield Clash(other.span, first.span, {"event": _event(letter, other)})


def _told(letter: Letter, mention: DateMention) -> _Told | None:
    """What the words beside the day say that happened on it, in the letter's text or title."""
    part, day = letter.part_at(mention.span.start), _gone_by(letter, mention)
    if day is None or part not in (Part.BODY, Part.SUBJECT, Part.HEADING):
        return None
    before = letter.folded[max(0, mention.span.start - 110) : mention.span.start].rsplit("\n", 1)[-1]
    before = re.split(r"[.;?!] ", before)[-1]
    if part is not Part.BODY:
        before = re.sub(r"(?:,| -) (?:\w+day,? )?$", " on ", before)  # a title: "The attack in Mill Road, 17 January"
    if '"' in before or _REPORTED.search(before):
        return None
    for found, sign in (
        (_OF_THE_ONE.search(before), "n"),
        (_CHARGED_WITH.search(before), "c"),
        (_WAS_DONE.search(before), "d"),
        (_DONE_THEN.match(letter.folded, mention.span.end), "d"),
    ):
        if found:
            kinds = tuple({"n": _KINDS, "c": _CHARGED, "d": _DONE}[sign])
            return _Told(
                mention.span,
                day,
                next(k for i, k in enumerate(kinds) if found[f"{sign}{i}"]),
                sign in "nc",
                sign == "c",
            )
    if _HAPPENED_THEN.match(letter.folded, mention.span.end):
        return _Told(mention.span, day, "", direct=True)
    return _Told(mention.span, day, "scene") if _WAS_THEN.search(before) else None


def _gone_by(letter: Letter, mention: DateMention) -> date | None:
    """The day, where it lies before the letter's; one without a year is the last such day."""
    day = mention.date
    if day is None or letter.date is None or (day.month, day.day) == (2, 29):
        return None
    if day >= letter.date and not mention.year_given:
        day = day.replace(year=day.year - 1)
    return day if day < letter.date else None


def _is_slip_of_figure(one: date, other: date) -> bool:
    """Whether the two days are near and differ in one figure: 3 March and 8 March, 12 May and 21 May."""
    return abs(one - other) <= _NEAR and one_figure_apart(one, other)


def _event(letter: Letter, told: _Told) -> str:
    """The words of the letter for what happened, or plain ones."""
    before = letter.folded[max(0, told.span.start - 60) : told.span.start]
    nouns = re.findall(rf"\b(?:{'|'.join(_KINDS.values())})\b", before)
    return f"the {nouns[-1]}" if nouns and told.direct else "what happened"
