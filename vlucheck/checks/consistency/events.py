"""An event that has a date of its own → the places that give it another one."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.occasions import occasions_on_two_days, same_times_on_another_day
from vlucheck.checks.consistency.spelling import distance
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter

_EVENT = re.compile(
    r"\b(?P<whose>your|the) (?P<event>(?:first |second |stage 1 |stage one )?"
    r"(?:complaint|letter|e-?mail|application|request|reply|trial))"
    r" (?:of|dated|on|that was fixed for|fixed for|listed for|set for) (?:the )?$"
)
_COURT_EVENT = re.compile(
    r"\b(?:the|a|his|her|at the same|this) (?:court |jury's |same )*(?P<event>first hearing|hearing|verdict"
    r"|sentencing|arrest)"
    r"(?:,| (?:is|was|will be|will take place|took place|of not guilty|given|held|listed|fixed|came|be|has been))*"
    r"(?: (?:at|in|before) [^,.;]{3,60})?,? (?:on|for) (?:the )?$"
)
_SET_THEN = re.compile(
    r"\b(?:moved|changed|cancelled|fixed|listed|booked|postponed|adjourned|rearranged|re-?listed|vacated"
    r"|put (?:off|back)|(?:told|heard|learn(?:ed|t)|knew|notified)(?: \w+)? (?:of|about)) $"
)
_OTHER_HEARINGS = re.compile(
    r"\b(?:hearings|(?:next|second|new|final|later|earlier|previous|another|last|further|adjourned|bail|plea|sentence"
    r"|sentencing|trial|preparation) hearing|adjourned|(?:hearing|trial|case|it) (?:was|is|has been"
    r"|had been) (?:put (?:off|back)|moved)|postponed|brought forward|re-?listed)\b"
)
_THE_HEARING = re.compile(r"\b(?:the|that) (?:same |court )?hearing,? (?:on|of|held on) (?:the )?$")
_IN_COURT = re.compile(
    r"\b(?:offered no evidence|no evidence was offered|appear(?:s|ed)? (?:before|at|in)|pleaded|hearing|verdict"
    r"|(?:magistrates'|crown|youth) court|decided to discontinue|decided to offer|discontinue the case)\b"
)
_REPLY_ON = re.compile(
    r"\breply\b,?(?: (?:of|dated)|[^.;]{0,70}? (?:sent|furnished|written|given|posted|wrote|dated|made"
    r"|signed)[^.;]{0,40}? on)"
    r" (?:\w+day,? )?$"
)
_ASKED_FOR = re.compile(r"\b(?:asked|wanted|due|promised|expected|wrote to ask|in reply)\b")
_SEVERAL_REPLIES = re.compile(
    r"\b(?:our|the|both|two|three|these|those|my|all|of) (?:[a-z]+ )?replies\b"
    r"|\b(?:second|two|both|three|further|later|another|first and) (?:of )?(?:our |my |the )?repl(?:y|ies)\b"
)
_TOLD_THEN = re.compile(
    r"\b(?:told|wrote|rang|informed|notified|e-?mailed|sent|asked|learned|heard|knew)\b[^.;]{0,60}$"
)
_FEW, _TEN = 3, 10  # days
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
    yield from occasions_on_two_days(letter)
    yield from same_times_on_another_day(letter)
    yield from _same_day_in_court(letter)
    yield from _replies_on_two_days(letter)


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


def _same_day_in_court(letter: Letter) -> Iterator[Clash]:
    """Yield the day of "the hearing" where the letter's only day in court is another one, a few days off."""
    if _OTHER_HEARINGS.search(letter.folded) or "first hearing" in letter.folded:
        return
    in_court = [m for m in letter.dates if m.date and _is_in_court(letter, m)]
    hearing = [m for m in letter.dates if m.date and _THE_HEARING.search(_words_before(letter, m, 40))]
    for mention in hearing:
        others = [m for m in in_court if m.date != mention.date and m not in hearing]
        if len({m.date for m in others}) == 1 and all(m.date != mention.date for m in in_court if m is not mention):
            near = mention.date and others[0].date and abs((mention.date - others[0].date).days) <= _FEW
            if near:
                yield Clash(mention.span, others[0].span, {"event": "the hearing"}, unsure=Confidence.MEDIUM)
                return


def _is_in_court(letter: Letter, mention: DateMention) -> bool:
    sentence = letter.sentence_at(mention.span.start)
    if sentence is None or not re.search(r"\bon (?:the )?$", letter.folded[: mention.span.start][-12:]):
        return False
    if _TOLD_THEN.search(letter.folded[sentence.span.start : mention.span.start]):
        return False
    return _IN_COURT.search(letter.folded, sentence.span.start, sentence.span.end) is not None


def _replies_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day of the one earlier reply: "the reply that she sent on 11 August", "reply of 18 August"."""
    if letter.date is None or _SEVERAL_REPLIES.search(letter.folded):
        return
    dated = []
    for mention in letter.dates:
        sentence = letter.sentence_at(mention.span.start)
        if sentence and mention.date and mention.date < letter.date:
            before = letter.folded[sentence.span.start : mention.span.start]
            if _REPLY_ON.search(before) and not _ASKED_FOR.search(before):
                dated.append(mention)
    if len({m.date for m in dated}) == 2:
        first, other = dated[0], next(m for m in dated if m.date != dated[0].date)
        if first.date and other.date and abs((first.date - other.date).days) <= _TEN:
            yield Clash(other.span, first.span, {"event": "the reply"}, unsure=Confidence.MEDIUM)


def _words_before(letter: Letter, mention: DateMention, size: int) -> str:
    return letter.folded[max(0, mention.span.start - size) : mention.span.start]


def _event(letter: Letter, mention: DateMention) -> str | None:
    before = letter.folded[max(0, mention.span.start - _LEAD) : mention.span.start]
    court = _COURT_EVENT.search(before)
    if court is not None and _SET_THEN.search(before, 0, court.start()):
        return None  # "the court moved the hearing on 4 March" is the day of the moving
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
