"""The days of a letter in order → those that cannot be: written after it arrived, announced when it is over."""

import re
from collections.abc import Iterator
from datetime import timedelta

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter, Part

_WRITING = r"(?:letter|e-?mail|request|complaint|compliant|application|message)"
_DATED = re.compile(
    rf"\b(?:your|the) (?P<what>{_WRITING})(?: for a review| asking for a review)?,? ?(?:is |was |which is |which was )?"
    r"(?:of|dated) (?:the )?$|\byou (?P<wrote>wrote|e-?mailed|complained)(?: to (?:us|me))? on (?:the )?$"
)
_ARRIVED = re.compile(
    r"(?<!\byou )(?<!\bhe )(?<!\bshe )(?<!\bthey )\b(?:rec(?:ei|ie)ved|reached|arrived|came|got"
    r"|logged)\b[^.;]{0,45}? (?:on|the next day,|yesterday,|today,) (?:the )?$"
)
_CAME_IN_PERSON = re.compile(r"^(?:came|got|arrived|reached)\b.*\b(?:court|trial|hearing|house|home|door|meeting)\b")
_SEVERAL = re.compile(
    r"\b(?:both|two|three|several|second|other|another|further|later|earlier|next|follow-up|again|also|then) "
    rf"(?:of )?(?:your |you )?(?:{_WRITING}s?|wrote|sent|rang)\b|\byour (?:letters|e-?mails|messages|requests)\b"
    rf"|\bwrote again\b"
)
_SEVERAL_LETTERS = re.compile(
    r"\b(?:both|two|three|several|second|other|another|further|later|earlier|next|follow-up|again|also|then) (?:of )?"
    r"(?:your |you )?(?:letters?|e-?mails?|requests?|applications?|messages?|wrote|sent|rang)\b"
    r"|\byour (?:letters|e-?mails|messages|requests)\b|\bwrote again\b|\band (?:again )?on \d"
)
_FIRST_DECISION = re.compile(
    r"\b(?:first|original|earlier) decision\b[^.;]{0,30}? (?:made|taken|dated|of)(?: on)? (?:the )?$"
    r"|\byou ask(?:ed)? (?:us|me) to (?:review|look again at) (?:the|our|that) decision (?:of|made on|taken on|dated) $"
)
_NEAR, _SOON_AFTER, _NO_YEAR = timedelta(days=3), timedelta(days=10), timedelta(days=30)
_ANNOUNCED = re.compile(
    r"\b(?:hearing|trial|appearance|sentencing|appointment) (?:will take place|will be held|is listed|is fixed|is set"
    r"|(?:will )?starts?|(?:will )?begins?|is due|is|will be)\b(?: (?:to|at|in|before|start|begin|take place|the"
    r"|[\w']+ court"
    r"|[\w']+ crown court))*,? (?:on|for) $"
    r"|\b(?:will|has to|have to|must|is to|are to) (?:appear|attend|be (?:held|sentenced|heard|tried))\b"
    r"(?: (?!for |with |over |about |of )[\w']+)*,? on $"
)
_TOLD_OF_THEN = re.compile(r"\b(?:said|told|wrote|promised|was|were|had|would)\b")
_DONE = re.compile(
    r"^,? ?(?:we|i|our prosecutor|a prosecutor|the prosecutor|the prosecution|the police|the court|the judge|he"
    r"|she|they|you"
    r"|our lawyer)\b(?: [\w']+){0,3}? (?:decided|told|offered|wrote|rang|received|charged|stopped|discontinued"
    r"|ended|came"
    r"|asked|attended|travelled|found|made|gave)\b"
)
_PUT_BACK = re.compile(r" had been (?:put (?:back|off)|moved|changed|cancelled|adjourned)\b")
_HAPPENED_BEFORE = re.compile(
    r"\b(?:rec(?:ei|ie)ved|reached (?:us|me|this office)|arrived|was (?:made|taken|decided)|took place|was sentenced"
    r"|was convicted|happened|were attacked|were assaulted)\b(?: \w+){0,2} on (?:the )?$"
)
_NOT_YET = re.compile(r"\b(?:will|would|shall|to be|may|can|could|until|once|when|after|before|if|by|might|should)\b")


def letters_dated_after_arrival(letter: Letter) -> Iterator[Clash]:
    """Yield the date of the reader's letter where it is later than the day on which it came, or another one."""
    arrivals = [m for m in letter.dates if m.date and _is_arrival(letter, m)]
    written = [
        (m, found["what"] or found["wrote"])
        for m in letter.dates
        if m.date and (found := _DATED.search(_before(letter, m)))
    ]
    if len({m.date for m in arrivals}) != 1 or not written or _SEVERAL.search(letter.folded):
        return
    came = arrivals[0]
    for mention, _ in written:
        if mention.date and came.date and timedelta() < mention.date - came.date <= _SOON_AFTER:
            yield Clash(mention.span, came.span)
            return
        if letter.date and mention.date and mention.year_given and mention.date > letter.date:
            yield Clash(mention.span, came.span)
            return
    days = {m.date for m, _ in written}
    first, other = written[0], next((each for each in written if each[0].date != written[0][0].date), written[0])
    if len(days) == 2 and first[0].date and other[0].date and abs(first[0].date - other[0].date) <= _NEAR:
        yield Clash(other[0].span, first[0].span, unsure=Confidence.MEDIUM)


def _is_arrival(letter: Letter, mention: DateMention) -> bool:
    """Whether something came on that day: "your letter reached us on", but not "you then came to court on"."""
    found = _ARRIVED.search(_before(letter, mention))
    return found is not None and _CAME_IN_PERSON.search(found[0]) is None


def letters_of_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the day that the subject gives the reader's one letter, where the text says it was written on another."""
    dated = [(m, letter.part_at(m.span.start)) for m in letter.dates if m.date and _DATED.search(_before(letter, m))]
    headed = [m for m, part in dated if part in (Part.SUBJECT, Part.HEADING)]
    told = [m for m, part in dated if part is Part.BODY]
    one_each = len(headed) == 1 and len({m.date for m in told}) == 1 and headed[0].date != told[0].date
    if one_each and not _SEVERAL_LETTERS.search(letter.folded):
        yield Clash(headed[0].span, told[0].span, unsure=Confidence.MEDIUM)


def events_past_and_to_come(letter: Letter) -> Iterator[Clash]:
    """Yield a day before the letter's that is still to come in its words, and one after it that is already over."""
    if letter.date is None:
        return
    for mention in letter.dates:
        sentence = letter.sentence_at(mention.span.start)
        if mention.date is None or sentence is None or letter.document.quote(mention.span).startswith('"'):
            continue
        before = letter.folded[sentence.span.start : mention.span.start]
        after = letter.folded[mention.span.end : sentence.span.end]
        gone = mention.date < letter.date and _ANNOUNCED.search(before) and not _TOLD_OF_THEN.search(before)
        done = re.fullmatch(r"\W*on ", before) and _DONE.search(after)
        happened = _HAPPENED_BEFORE.search(before) and not _NOT_YET.search(before)
        missed = re.search(r"\b(?:no one|nobody)\b", before) and _PUT_BACK.match(after)
        surely = mention.year_given or mention.date - letter.date <= _NO_YEAR  # else it may be of the year before
        to_come = mention.date > letter.date and surely and (done or missed or happened)
        if gone or to_come:
            yield Clash(
                mention.span, _own_date(letter), {"order": "after" if to_come else "before"}, unsure=_doubt(mention)
            )


def decisions_after_the_request(letter: Letter) -> Iterator[Clash]:
    """Yield the day of the first decision where it is later than the day on which a review of it was asked for."""
    arrivals = [m for m in letter.dates if m.date and _ARRIVED.search(_before(letter, m))]
    for mention in letter.dates:
        if mention.date and arrivals and _FIRST_DECISION.search(_before(letter, mention)):
            came = arrivals[0]
            if came.date and mention.date > came.date:
                yield Clash(mention.span, came.span)
                return


def _own_date(letter: Letter) -> Span | None:
    return next((m.span for m in letter.dates if m.date == letter.date), None)


def _doubt(mention: DateMention) -> Confidence | None:
    return None if mention.year_given else Confidence.MEDIUM


def _before(letter: Letter, mention: DateMention) -> str:
    return letter.folded[max(0, mention.span.start - 90) : mention.span.start]
