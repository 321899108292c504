"""The day on which the reader's one letter was written or came, or the accused pleaded guilty → another day of it."""

import re
from collections.abc import Iterator
from datetime import timedelta

from vlucheck.checks.consistency.cast import accused_of
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.dates import one_figure_apart
from vlucheck.letter.model import DateMention, Letter, Part

_SENT = r"(?:letter|e-?mail|request|complaint|message|application)"
_TO = r"(?: (?:here|in|at (?:this|our) office|to (?:us|me)|us|me|in this office|with (?:us|me)))?"
_ARRIVED = re.compile(
    rf"\b(?:your|the) (?:kind |long |first )?{_SENT}(?: [^.;]{{0,40}})?,? (?:which |that |and it |it |was |we )*"
    rf"(?:came|reached|arrived|received|delivered|got here|landed|had){_TO},? on (?:\w+day,? )?(?:the )?$"
    rf"|\b(?:since|on|after|upon) (?:receiving|getting|we received|i received|receipt of) your {_SENT},? on "
    rf"(?:\w+day,? )?(?:the )?$"
    rf"|\b(?:i|we) (?:received|got|had) your {_SENT}(?: [^.;]{{0,30}})?,? on (?:\w+day,? )?(?:the )?$"
    rf"|\b(?:in|of|from) your {_SENT},? (?:which (?:was )?)?(?:received|delivered)(?: here)? on (?:\w+day,? "
    rf")?(?:the )?$"
)
_HANDED_ON = re.compile(
    r"\b(?:passed|handed|given|sent|forwarded|came|reached|moved) (?:on |over |back )?(?:to )?(?:my|the|our|his"
    r"|her|a|mr|ms"
    r"|mrs|miss)\b|\bto the (?:police|court)\b|\b(?:answer|repl(?:y|ied)|wrote back|decision|read|told)\b"
)
_SEVERAL = re.compile(
    rf"\b(?:both|two|three|several|second|other|another|further|later|earlier|next|follow-up|again|also|then"
    rf"|new|your first) "
    rf"(?:of )?(?:your |you )?(?:{_SENT}s?|wrote|sent|rang)\b|\byour (?:letters|e-?mails|messages|requests"
    rf"|complaints)\b"
    r"|\bwrote again\b|\band (?:again )?on (?:the )?\d|\bby post\b[^.]{0,60}\be-?mail\b|\bnew complaint\b"
)
_WROTE = re.compile(
    r"\byou (?:first )?(?:wrote|e-?mailed|complained)(?: to (?:us|me|this office|our office|the unit))?"
    r"(?: [^.;,]{3,40}?)?"
    r",? on (?:\w+day,? )?(?:the )?$"
    rf"|\byour {_SENT},? (?:was |is )?(?:of|dated|written on|sent on) (?:\w+day,? )?(?:the )?$"
)
_PLEADED = re.compile(
    r"\b(?:pleaded guilty|plea of guilty|guilty plea|changed (?:his|her) plea)(?: to [^.;,]{3,60}?)?"
    r"(?:,? (?:at|in|before) [^.;,]{3,40}?)?,? (?:on|of|was entered on) (?:\w+day,? )?(?:the )?$"
)
_SEVERAL_PLEAS = re.compile(
    r"\b(?:pleas|both charges|second charge|other charges?|pleaded not guilty|then pleaded|also pleaded)\b"
)
_NEAR = timedelta(days=14)
_PLEAS_NEAR = timedelta(days=45)
_TWO = 2  # accused: each may plead on a day of their own


def arrivals_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day on which the reader's one letter is said to have come, and that of the one plea of
    guilty."""
    if letter.date is None:
        return
    if not _SEVERAL.search(letter.folded):
        yield from _second(letter, _ARRIVED, _NEAR, "the day on which the reader's letter came")
        yield from _second(letter, _WROTE, _NEAR, "the day on which the reader wrote", slip=True)
    if len(accused_of(letter)) < _TWO and not _SEVERAL_PLEAS.search(letter.folded):
        yield from _second(letter, _PLEADED, _PLEAS_NEAR, "the plea of guilty")


def _second(letter: Letter, words: re.Pattern[str], near: timedelta, event: str, slip: bool = False) -> Iterator[Clash]:
    """`slip`: only days that one figure makes two; a letter may be called by its own date and by the day it came."""
    told = [m for m in letter.dates if _is_told(letter, m, words)]
    if len({m.date for m in told}) != 2:
        return
    first = told[0]
    other = next(m for m in told if m.date != first.date)
    if slip and not (first.date and other.date and one_figure_apart(first.date, other.date)):
        return
    apart = abs(first.date - other.date) if first.date and other.date else None
    if (
        apart is not None
        and apart <= near
        and letter.sentence_at(first.span.start) != letter.sentence_at(other.span.start)
    ):
        yield Clash(other.span, first.span, {"event": event})


def _is_told(letter: Letter, mention: DateMention, words: re.Pattern[str]) -> bool:
    if mention.date is None or letter.date is None or mention.date > letter.date:
        return False
    sentence = letter.sentence_at(mention.span.start)
    if sentence is None or letter.part_at(mention.span.start) is not Part.BODY:
        return False
    before = letter.folded[max(sentence.span.start, mention.span.start - 110) : mention.span.start]
    found = words.search(before)
    return found is not None and '"' not in before and not _HANDED_ON.search(found[0])
