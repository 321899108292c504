"""An event that has a date of its own → the places that give it another one."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import distance
from vlucheck.letter.model import DateMention, Letter

_EVENT = re.compile(
    r"\b(?P<whose>your|the) (?P<event>(?:first |second |stage 1 |stage one )?"
    r"(?:complaint|letter|e-?mail|application|request|reply|trial|collision|incident|attack|burglary|robbery|assault))"
    r" (?:of|dated|on|that was fixed for|fixed for|listed for|set for) (?:the )?$"
)
_COURT_EVENT = re.compile(
    r"\b(?:the|a|his|her|at the same|this) (?:court |jury's |same )*(?P<event>first hearing|hearing|verdict"
    r"|sentencing|arrest)"
    r"(?:,| (?:is|was|will be|will take place|took place|of not guilty|given|held|listed|fixed|came|be|has been))*"
    r"(?: (?:at|in|before) [^,.;]{3,60})?,? (?:on|for) (?:the )?$"
)
_OTHER_HEARINGS = re.compile(
    r"\b(?:hearings|(?:next|second|new|final|later|earlier|previous|another|last|further|adjourned|bail|plea|sentence"
    r"|sentencing|trial|preparation) hearing|adjourned|put (?:off|back)|moved|postponed|brought forward|re-?listed)\b"
)
_LETTER_OF = re.compile(r"\b(?:the|our|my|that) letter (?:of|dated) (?:the )?$")
_SLIP = 7  # days: two dates of one event that are further apart are rather two events
_LEAD = 120
_ONE_OF_SEVERAL = frozenset({"letter", "email", "e-mail", "reply", "request"})
_SEVERAL = re.compile(
    r"\b(?:both|two|three|several|other|another|second|further|later|new|next|earlier) (?:of )?(?:your )?"
)


def events_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second date of an event that is named in the same words with another date before."""
    seen: dict[str, DateMention] = {}
    for mention in letter.dates:
        event = _event(letter, mention)
        if event is None or mention.date is None or _are_several(letter, event):
            continue
        known = seen.setdefault(event, mention)
        if known.date and known.date != mention.date and _is_slip(letter, event, known.date, mention.date):
            yield Clash(mention.span, known.span, {"event": event})
    yield from letters_on_two_days(letter)


def letters_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the one date of "the letter" that differs by a figure from the one it has everywhere else."""
    dated = [
        m for m in letter.dates if m.date and _LETTER_OF.search(letter.folded[max(0, m.span.start - 30) : m.span.start])
    ]
    counts = Counter(m.date for m in dated)
    if len(counts) != 2 or _are_several(letter, "the letter"):
        return
    (usual, often), (odd, once) = counts.most_common()
    if often < 2 or once > 1 or not usual or not odd or (usual.year, usual.month) != (odd.year, odd.month):
        return
    if distance(str(usual.day), str(odd.day)) == 1:
        wrong, right = (next(m for m in dated if m.date == day) for day in (odd, usual))
        yield Clash(wrong.span, right.span, {"event": "the letter"})


def _event(letter: Letter, mention: DateMention) -> str | None:
    before = letter.folded[max(0, mention.span.start - _LEAD) : mention.span.start]
    court = _COURT_EVENT.search(before)
    if court is not None:
        return f"the {court['event']}"
    found = _EVENT.search(before)
    if found is None or (found["event"] in _ONE_OF_SEVERAL and found["whose"] == "the"):
        return None
    return f"{found['whose']} {found['event']}"


def _is_slip(letter: Letter, event: str, one: date, other: date) -> bool:
    """Court events come in numbers: only two near dates of the only one the letter speaks of are a slip."""
    if event.split()[-1] not in ("hearing", "verdict", "sentencing", "arrest"):
        return True
    several = "hearing" in event and _OTHER_HEARINGS.search(letter.folded)
    return not several and abs(one - other).days <= _SLIP


def _are_several(letter: Letter, event: str) -> bool:
    """Whether the letter speaks of more than one of them: "both letters", "your second complaint"."""
    noun = event.split()[-1]
    plural = rf"\b(?:your|both|two|three|these|those|the|all) (?:\w+ )?{noun}s\b"
    return bool(re.search(rf"{_SEVERAL.pattern}{noun}s?\b|{plural}", letter.folded))
