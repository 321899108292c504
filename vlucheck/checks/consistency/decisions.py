"""What a letter decides about a person → the place that decides otherwise: charged or not, guilty "
"or still to be tried."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import DateMention, Letter, Part, Role

_NOT_TO_CHARGE = re.compile(
    r"\b(?:decision|decided|decides|deciding) (?:\w+ ){0,2}?not to (?:charge|prosecute)\b|\bdecided against "
    r"(?:charging|prosecuting)\b|\bdecided that [^.;]{2,40}? (?:should|will|would|can|could) not be (?:charged"
    r"|prosecuted)\b|\bthere (?:will|should|can) be no (?:charge|prosecution)\b"
)
_TO_CHARGE = re.compile(
    r"\b(?:decided|decision) to (?:charge|prosecute)\b|\bdecided that (?:(?!not)[^.;]){2,40}? (?:should|will|would"
    r"|must) (?:now )?be (?:charged|prosecuted)\b"
)
_OTHER_DECISION = re.compile(
    r"\b(?:first|originally|earlier|previous(?:ly)?|before|had|until|last year|whether|if|review\w*|again"
    r"|overturn\w*|once|when|another|other|police)\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:other|another|second) (?:\w+ )?(?:cases?|man|men|woman|women|defendants?|suspects?|people|person|boys?"
    r"|girls?)\b|\bco-(?:defendant|accused)|\bboth (?:men|women|defendants)\b|\btwo (?:men|women|defendants|people)\b"
)
_PLEADED = re.compile(r"\b(?:pleaded|pleads|admitted|plead) guilty\b|\bguilty pleas?\b")
_NOT_ALL = re.compile(
    r"\bnot guilty\b|\bdenie[sd]\b|\b(?:other|remaining|second|another) (?:charge|count|offence|man|defendant)s?\b"
)
_TO_BE_SENTENCED = re.compile(r"\b(?:be|are|is) sentenced\b|\bsentencing\b|\bsentence (?:him|her|them)\b")
_TRIAL_AHEAD = re.compile(
    r"\b(?:stands?|will stand|faces?|goes? on|will face|(?:is|are) to stand|comes? to|come up for) trial\b"
    r"|\b(?:the|his|her|their) trial (?:will|is|begins|starts|takes place)\b"
)
_NO_TRIAL = re.compile(r"\b(?:no|not|without|instead of|if|would|avoid\w*|spare\w*|need)\b|n't\b")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_SO_MANY = re.compile(
    r"\b(?P<n>two|three|four|five) (?P<who>(?:young |other )?(?:men|women|people|defendants|youths|boys|girls))\b"
    r"(?! (?:saw|who saw|came|helped|told|ran))[^.;]{0,40}? (?:(?:to )?be|are|were|been|being) (?:both |each |all )?"
    r"(?:charged|sentenced|tried|prosecuted)\b"
)
_BOTH = re.compile(
    r"\bboth (?:men|women|defendants|of them|boys|girls|(?:was|were) charged|charged)\b|\bwere both charged\b"
)
_DECIDED_THEN = re.compile(
    r"\b(?:decided (?:this|so|that|it)|(?:made|took|taken|reached) (?:this|the|that) decision|(?:this|the"
    r"|that) decision "
    r"(?:was|had been) (?:made|taken|reached))(?: by [^.;]{2,40}?)? on (?:the )?$"
)
_DECIDED_AFTER = re.compile(
    r",? (?:\w+ ){0,3}(?:[\w'-]+ ){0,5}?(?:decided|discontinued|stopped the|ended the|offered no evidence)\b"
)


def charged_and_not_charged(letter: Letter) -> Iterator[Clash]:
    """Yield the decision to charge in a letter about the decision not to, or the other way round."""
    if _SOMEBODY_ELSE.search(letter.folded) or not letter.type.type.startswith(("vcl", "decision")):
        return
    found = [_plainly(letter, pattern) for pattern in (_NOT_TO_CHARGE, _TO_CHARGE)]
    if found[0] and found[1]:
        earlier, later = sorted(span for span in found if span)
        yield Clash(later, earlier)


def pleaded_and_to_be_tried(letter: Letter) -> Iterator[Clash]:
    """Yield the trial still to come of people who have all pleaded guilty and will be sentenced."""
    accused = [person for person in letter.people if person.role is Role.DEFENDANT]
    pleas = [s for s in letter.sentences if _PLEADED.search(letter.folded, s.span.start, s.span.end)]
    if not accused or not pleas or _NOT_ALL.search(letter.folded) or not _TO_BE_SENTENCED.search(letter.folded):
        return
    if not all(any(s.span.covers(m.span) for s in pleas for m in person.mentions) for person in accused):
        return
    for sentence in letter.sentences:
        words = letter.folded[sentence.span.start : sentence.span.end]
        found = _TRIAL_AHEAD.search(words)
        if found and not _PLEADED.search(words) and not _NO_TRIAL.search(words):
            start = sentence.span.start + found.start()
            plea = _PLEADED.search(letter.folded, pleas[0].span.start)
            yield Clash(Span(start, start + len(found[0])), Span(*plea.span()) if plea else None)
            return


def decisions_on_two_days(letter: Letter) -> Iterator[Clash]:
    """Yield the second day on which the one decision of a letter is said to have been taken."""
    if not letter.type.type.startswith(("vcl", "decision")):
        return
    main = [m for m in letter.dates if m.date and _stands_at_decision(letter, m)]
    then = [m for m in letter.dates if m.date and _is_decided_then(letter, m)]
    for mention in then:
        other = next((m for m in main if m.date != mention.date), None)
        if other is not None:
            yield Clash(mention.span, other.span, unsure=Confidence.MEDIUM)
            return


def accused_counted_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield "three men" where the letter speaks of both, or names more than two."""
    named = [person for person in letter.people if person.role is Role.DEFENDANT and person.first]
    both = _BOTH.search(letter.folded)
    for sentence in letter.sentences:
        found = _SO_MANY.search(letter.folded, sentence.span.start, sentence.span.end)
        if found is None:
            continue
        count = _COUNTS[found["n"]]
        other = next((m.span for person in named[2:] for m in person.mentions), None) if count == 2 else None
        if count > 2 and both and len(named) <= 2 and not sentence.span.covers(Span(*both.span())):
            other = Span(*both.span())
        if other is not None:
            yield Clash(Span(found.start("n"), found.end("who")), other, unsure=Confidence.MEDIUM)
            return


def _stands_at_decision(letter: Letter, mention: DateMention) -> bool:
    """ "On 9 November our prosecutor decided …"."""
    sentence = letter.sentence_at(mention.span.start)
    if sentence is None or _OTHER_DECISION.search(letter.folded, sentence.span.start, sentence.span.end):
        return False
    before = letter.folded[sentence.span.start : mention.span.start]
    return bool(re.fullmatch(r"\W*on (?:the )?", before) and _DECIDED_AFTER.match(letter.folded, mention.span.end))


def _is_decided_then(letter: Letter, mention: DateMention) -> bool:
    """ "She took this decision on 2 November"."""
    before = letter.folded[max(0, mention.span.start - 100) : mention.span.start]
    found = _DECIDED_THEN.search(before)
    return found is not None and not re.search(r"\b(?:first|original|earlier|police)\b[^.]*$", before[: found.end()])


def _plainly(letter: Letter, pattern: re.Pattern[str]) -> Span | None:
    """Where the letter says so of the decision that it brings, in the subject or the body."""
    spans = [line.span for line in letter.part_lines(Part.SUBJECT)]
    for span in sorted([*spans, *(each.span for each in (*letter.sentences, *letter.headings))]):
        found = pattern.search(letter.folded, span.start, span.end)
        if found and not _OTHER_DECISION.search(letter.folded, span.start, span.end):
            return Span(*found.span())
    return None
