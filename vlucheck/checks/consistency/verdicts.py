"""How a case ends by the letter's own words → the place that lets it end otherwise, or go on."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.outcomes import case_over_and_tried
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Sentence

_WHO = r"(?:(?:mr|mrs|ms|miss|dr) (?:[\w'-]+ ){1,3}|he |she |they |the (?:defendant|suspect) )"
_FIRST_DECISION = re.compile(r"(?:decided|decision) not to\b|(?:would|should) not\b")  # in a review, that of before
_GOES_ON = re.compile(
    r"\b(?:the|this|his|her|your) (?:trial|hearing|case|prosecution)(?: (?:on|at|of|in|against) [^.;,]{2,70}?)? "
    r"(?:will|must|is to|is going to|can) (?:now |still |therefore |then )*(?:go (?:on|ahead)|take place|proceed"
    r"|continue)\b"
    r"|\b(?:the|this|his|her|your) (?:trial|hearing)(?: (?:on|at|of|in|against) [^.;,]{2,70}?)? (?:will|is to|is "
    r"going to) "
    r"(?:now |still )?(?:start|begin|be heard)\b"
    r"|\bwill go ahead\b|\b(?:the case|it) (?:goes|will go) on\b|\bthe case (?:continues|carries on|is still going "
    r"on)\b"
    r"|\b(?:the|his|her) trial (?:begins|starts) (?:at|on|in)\b"
    r"|\byou (?:will|must) (?:now |still )?(?:be (?:asked|needed|required|called) to |have to |need to )?"
    r"(?:come to (?:court|give evidence)|give evidence|attend (?:court|the trial))\b"
    rf"|\b{_WHO}(?:will|is to|is going to) (?:now |still |therefore )*(?:be (?:charged|tried|sentenced|prosecuted)"
    r"|stand trial|go on trial|face trial|come before the court)\b"
    rf"|\b{_WHO}has been charged and will\b"
)
_ENDED = re.compile(
    r"\b(?:offered no evidence|no evidence was offered|offer(?:ing)? no evidence|(?:case|proceedings|prosecution)"
    r"(?: against [^.;,]{2,40}?)? (?:is|are|was|were|has been|have been|has|have) (?:now |therefore )?(?:over|ended"
    r"|stopped"
    r"|discontinued|come to an end|closed|at an end|withdrawn)"
    r"|(?:i|we) (?:have )?(?:therefore |decided to )*(?:stop(?:ped)?|discontinued?|end(?:ed)?) the (?:case"
    r"|prosecution|proceedings)"
    r"|(?:decided|decision) not to (?:charge|prosecute)|(?:will|should|would|is|are) not (?:to )?be (?:charged"
    r"|prosecuted)"
    r"|(?:hearing|trial)[^.;]{0,90}(?:has been|is|was) cancelled)\b"
)
_NOT_HERE = re.compile(
    r"\b(?:not|no|nobody|never|if|had|would|could|whether|unless|should|might|may|said|told|asked|thought|inquest"
    r"|civil|again|restart\w*|family court|until|when|review|complaint|appeal|other|another|different|before|were"
    r"|was|n't)\b|n't\b|\?|\""
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:other|another|second|remaining|separate|different|first|one of the) (?:\w+ )?(?:charges?|cases?|man|men"
    r"|woman|women"
    r"|defendants?|suspects?|offences?|trials?|people|person|boys?|girls?)\b|\bco-(?:defendant|accused)|\bboth "
    r"(?:men|women|charges"
    r"|defendants)\b|\btwo (?:men|women|charges|defendants|people)\b|\bstill (?:faces|charged)|\bagainst (?:the "
    r")?others?\b"
    r"|\boverturn\w*\b|\bpleaded guilty to\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:other|another|second) (?:\w+ )?(?:cases?|man|men|woman|women|defendants?|suspects?|people|person|boys?"
    r"|girls?)\b"
    r"|\bco-(?:defendant|accused)|\bboth (?:men|women|defendants)\b|\btwo (?:men|women|defendants|people)\b"
)
_OVER = re.compile(
    r"\b(?:the|your|this) case(?: against [^.;,]{2,40}?)? (?:has (?:now )?been|is(?: now)?|was) (?:discontinued"
    r"|stopped|over|closed"
    r"|at an end|withdrawn|ended)\b|\bthe trial (?:will not|is not going to) (?:now )?(?:go ahead|take place)\b"
    r"|\b(?:offered no evidence|no evidence was offered)\b|\bwill not be charged\b"
)
_ACQUITTED = re.compile(r"\b(?:offered no evidence|no evidence was offered|offer no evidence|not guilty)\b")
_CONVICTED = re.compile(
    r"\b(?<!no )(?<!never a )(?:judge|jury|court|magistrates|bench) (?:then |therefore |has |have "
    r"|formally )*(?:found|convicted) "
    r"(?:him|her|them|(?:mr|mrs|ms|miss) (?:(?!not\b)[\w'-]+ ){1,3}?) ?(?:guilty\b|(?=of\b|[.,;]))"
)
_SUPPOSED = re.compile(
    r"\b(?:until|before|once|when|if|unless|whether|as though|as if|after|asked|said|thought)\b"
    r"|\b(?:every|any|each|all|such) $"
)
_DISAGREES = re.compile(
    r"\bi (?:do not|don't|cannot|am unable to) agree (?:with|that) (?:the|that|their|her|his|my colleague's) "
    r"(?:first |original |earlier )?(?:decision|view)\b"
)
_AGREES = re.compile(
    r"\bi (?:agree|agreed) (?:with|that) (?:the|that) (?:first |original |earlier )?decision\b|\b(?:first |original "
    r")?decision "
    r"(?:was (?:the )?(?:right|correct)(?: one)?|stands|must stand)\b|\bi (?:have )?up(?:hold"
    r"|held) (?:the|that) (?:first |original "
    r")?decision\b"
)
_NOT_CHARGED = re.compile(rf"\b{_WHO}will (?:therefore |still )*not be (?:charged|prosecuted)\b")
_CHARGED = re.compile(
    rf"\b{_WHO}(?:will|is to) (?:now |therefore )*be (?:charged|prosecuted)\b"
    r"|\bwe (?:are|will be) (?:now )?(?:starting|restarting|re-?opening|bringing) (?:it|the case"
    r"|this case)\b(?! to an end)"
    r"|\bthe case will (?:now )?(?:start again|be restarted|be reopened)\b"
    rf"|\b{_WHO}(?:has been|is being) (?:told|ordered|summoned|asked) to (?:come to|appear (?:at|in|before)|attend)\b"
)
_STAYS_CLOSED = re.compile(
    r"\b(?:it|the case) (?:will|must|is to) (?:therefore )?(?:stay|remain) (?:closed|stopped|ended)\b"
)
_OVERTURNED = re.compile(
    r"\b(?:(?:we|it|he|she|they) (?:was|were) wrong to (?:stop|end|discontinue|drop|withdraw)"
    r"|will (?:now )?be (?:prosecuted|charged|tried) after all|overturn(?:ed)? (?:the|our|that))\b"
)


def ended_and_going_on(letter: Letter) -> Iterator[Clash]:
    """Yield where a case that has ended still goes to court."""
    ended = _first(letter, _ENDED, _FIRST_DECISION if letter.type.type.startswith("vrr-") else None)
    overturned = letter.type.type.startswith("vrr-") and _OVERTURNED.search(letter.folded)
    if ended is None or overturned or _SOMETHING_ELSE.search(letter.folded) or any(case_over_and_tried(letter)):
        return
    for sentence in letter.sentences:
        words = _words(letter, sentence)
        found = _GOES_ON.search(words)
        if found and not _NOT_HERE.search(words.replace(found[0], " ")):
            start = sentence.span.start + found.start()
            yield Clash(Span(start, start + len(found[0])), ended)
            return


def going_on_and_over(letter: Letter) -> Iterator[Clash]:
    """Yield where a case that goes on is said to be over."""
    goes_on = _first(letter, _GOES_ON)
    if goes_on is None or _SOMEBODY_ELSE.search(letter.folded):
        return
    for sentence in letter.sentences:
        words = _words(letter, sentence)
        found = _OVER.search(words)
        if found and not re.search(r"\b(?:if|had|would|unless|may|might|once|when|until)\b|\?", words):
            start = sentence.span.start + found.start()
            yield Clash(Span(start, start + len(found[0])), goes_on)
            return


def guilty_and_not_guilty(letter: Letter) -> Iterator[Clash]:
    """Yield a finding of guilt in a letter in which no evidence was offered or the verdict was not guilty."""
    acquitted, convicted = _first(letter, _ACQUITTED), _CONVICTED.search(letter.folded)
    if acquitted and convicted and not _SOMETHING_ELSE.search(letter.folded):
        yield Clash(Span(*convicted.span()), acquitted)


def reviews_against_their_outcome(letter: Letter) -> Iterator[Clash]:
    """Yield the outcome of a review that does not follow from what it found: "I agree", and yet he will be charged."""
    disagrees, agrees = _first(letter, _DISAGREES), _first(letter, _AGREES)
    if _SOMETHING_ELSE.search(letter.folded.replace("overturn", "")):
        return
    not_charged, charged = _first(letter, _NOT_CHARGED), _first(letter, _CHARGED)
    if disagrees and not_charged and not agrees and not charged:
        yield Clash(not_charged, disagrees)
    elif agrees and charged and not disagrees:
        yield Clash(charged, agrees)
    elif charged and (closed := _first(letter, _STAYS_CLOSED)):
        yield Clash(closed, charged)


def _first(letter: Letter, pattern: re.Pattern[str], history: re.Pattern[str] | None = None) -> Span | None:
    """The first place that is no supposition; `history`: what begins so tells of something before."""
    for sentence in letter.sentences:
        found = pattern.search(letter.folded, sentence.span.start, sentence.span.end)
        before = letter.folded[sentence.span.start : found.start()] if found else ""
        if found and not _SUPPOSED.search(before) and not (history and history.match(found[0])):
            return Span(*found.span())
    return None


def _words(letter: Letter, sentence: Sentence) -> str:
    return letter.folded[sentence.span.start : sentence.span.end]
