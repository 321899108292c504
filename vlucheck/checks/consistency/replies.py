"""The days by which a full reply is promised → a second one that is not the first."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter

_REPLY = re.compile(
    r"\b(?:my|our|the|a|your|his|her|their) (?:\w+ )?(?:reply|answer|response)\b"
    r"|\breply (?:to you )?in full\b|\banswer (?:you "
    r")?in full\b"
)
_IF_NOT_HEARD = re.compile(
    r"\bif (?:you (?:have|do) not (?:heard|hear|had|received?|get)|nothing (?:has )?(?:comes?|arrived?"
    r"|reached)|it (?:has|does)"
    r" not (?:come|arrive|reach\w*)|no (?:answer|reply) (?:has )?(?:comes?"
    r"|reached))[^.;]{0,40}? by (?:the end of )?(?:\w+day,? )?$"
)
_DUE_THEN = re.compile(
    r",? (?:which is )?(?:when|the day on which) (?:the|my|our|his|her) (?:full )?(?:reply|answer|response) is due\b"
)
_IS_DUE_ON = re.compile(
    r"\b(?:the|my|our|your) (?:full )?(?:reply|answer|response) is due(?: to reach you)?"
    r" (?:on|by) (?:\w+day,? )?(?:the )?$"
)
_NOT_THIS_PROMISE = re.compile(
    r"\b(?:said|promised|told|was due|were due|should have|had hoped|hoped|was to|were to|would have|unless|even "
    r"if|interim|first|short"
    r"|if (?:i|we|it|this|that) (?:cannot|can not|am|are|is|changes)|review|court|hearing|trial|police|stage"
    r"|(?:i|we)(?:'ll| will| shall) (?:also |then )?(?:ring|call|telephone|phone) you"
    r"|first part|second part)\b"
)
_ONE_REPLY = ("complaint-acknowledgement", "complaint-holding", "vrr-acknowledgement")


def replies_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day to come on which the one full reply of the letter is promised."""
    if letter.type.type not in _ONE_REPLY or letter.date is None:
        return
    first: DateMention | None = None
    for mention in letter.dates:
        if mention.date is None or mention.date <= letter.date or not _is_promised(letter, mention):
            continue
        if first is not None and mention.date != first.date:
            yield Clash(mention.span, first.span)
        first = first or mention
    if first is not None:
        yield from _awaited_too_soon(letter, first)


def _awaited_too_soon(letter: Letter, promised: DateMention) -> Iterator[Clash]:
    """The day by which the reader may ask where the reply is, when it lies before the one that is promised."""
    for mention in letter.dates:
        before = letter.folded[max(0, mention.span.start - 110) : mention.span.start]
        early = mention.date and promised.date and mention.date < promised.date
        if early and _IF_NOT_HEARD.search(before) and not _DUE_THEN.match(letter.folded, mention.span.end):
            yield Clash(mention.span, promised.span, unsure=Confidence.MEDIUM)


def _is_promised(letter: Letter, mention: DateMention) -> bool:
    sentence = letter.sentence_at(mention.span.start)
    if sentence is None:
        return False
    if _DUE_THEN.match(letter.folded, mention.span.end):
        return True
    if _IS_DUE_ON.search(letter.folded, sentence.span.start, mention.span.start):
        return True
    words = letter.folded[sentence.span.start : sentence.span.end]
    return bool(_REPLY.search(words)) and not _NOT_THIS_PROMISE.search(words)
