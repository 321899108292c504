"""An event that has a date of its own → the places that give it another one."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.letter.model import DateMention, Letter

_EVENT = re.compile(
    r"\b(?P<whose>your|the) (?P<event>(?:first |second |stage 1 |stage one )?"
    r"(?:complaint|letter|e-?mail|application|request|reply|trial|collision|incident|attack|burglary|robbery|assault))"
    r" (?:of|dated|on|that was fixed for|fixed for|listed for|set for) (?:the )?$"
)
_LEAD = 60
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
        if known.date != mention.date:
            yield Clash(mention.span, known.span, {"event": event})


def _event(letter: Letter, mention: DateMention) -> str | None:
    found = _EVENT.search(letter.folded[max(0, mention.span.start - _LEAD) : mention.span.start])
    if found is None or (found["event"] in _ONE_OF_SEVERAL and found["whose"] == "the"):
        return None
    return f"{found['whose']} {found['event']}"


def _are_several(letter: Letter, event: str) -> bool:
    """Whether the letter speaks of more than one of them: "both letters", "your second complaint"."""
    noun = event.split()[-1]
    plural = rf"\b(?:your|both|two|three|these|those|the|all) (?:\w+ )?{noun}s\b"
    return bool(re.search(rf"{_SEVERAL.pattern}{noun}s?\b|{plural}", letter.folded))
