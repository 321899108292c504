"""A letter's statements about reviews, starting again and the assessor → those that its own case makes wrong."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.judges.review import vrr_right
from vlucheck.checks.elements.reading import Reading
from vlucheck.checks.outdated import Place
from vlucheck.checks.vague import victim_withdrew
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

_FINISHED = "vrr-independent-review"
_REVIEWS = ("vrr-local-resolution", _FINISHED)
_NOT_BY_ITS_TYPE = ("vcl-altered", _FINISHED)
_CAN = re.compile(r"\b(?:can|could|may|might|will|shall|would|able to|free to|possible|entitled to|open to)\b")
_CANNOT = re.compile(
    r"\b(?:cannot|can not|can't|could not|may not|must not|will not|won't|never|no longer|not|nor|no|neither|unable"
    r"|impossible|bars?|barred|prevents?|over for good|asked|ask)\b|\bwhether\b|\?|n't\b"
)
_ANOTHER = re.compile(
    r"\b(?:other|another|different) (?:charge|case|defendant|man|woman|person)"
    r"|\bif (?:we|the prosecution|the law|it|i) (?:had|were|allowed|let|permitted|could)\b"
    r"|\b(?:somebody|someone|anyone|anybody) else\b|\bwhoever did (?:it|this)\b"
)
_LONG = 110  # characters: of a longer sentence only the clause is shown
_NEAR = 40  # characters after "can" in which a "not" still belongs to it
_TO_READER = re.compile(r"\byou(?:r)?\b")
_NOT_OPEN = re.compile(
    r"\b(?:not|no|cannot|never|nor|if we|if the case|already|asked for|judicial|court of appeal|sentence"
    r"|complaint|n't)\b|n't\b"
    r"|\b(?:have|had) (?:\w+ )?(?:asked|used|requested)\b|\b(?:was|were) (?:\w+ )?(?:right|wise|entitled) to ask\b"
)
_CONDITION = re.compile(
    r"\b(?:if|should) you (?:do not|don't|are not|are un\w+|remain un\w+|disagree|are still not)[^,.;]{0,60},"
)
_MAY_ASK = re.compile(
    r"\byou (?:may|can|could|are (?:still )?(?:able|entitled) to|have (?:the|a) right to)(?: (?:then|still|also|now))?"
    r" (?:ask for|request|seek|apply for|have|ask (?:us|me|the \w+) for)\b[^.;]{0,30}?\b(?:a|an|another|one more|the)"
    r" (?:\w+ ){0,2}(?:review|second look|fresh look)\b(?! of the sentence)"
    r"|\byou (?:may|can) (?:ask|have) (?:for )?(?:this|the|our|it)(?: \w+){0,3} (?:to be )?(?:looked at again"
    r"|reviewed)\b"
)
_RETURN = re.compile(
    r"\b(?:can|could|may|might|will|shall|would)\b[^.;]{0,60}\b(?:(?:bring|brought|take|taken|put|start(?:ed)?|open(?:ed)?|prosecuted?"
    r"|charged?|tried|try)\b[^.;]{0,40}\b(?:(?:back )?(?:to|before|in) (?:the |a )?court|again|afresh|anew"
    r"|after all|one day|later on)"
    r"|re-?open(?:ed)?"
    r"|re-?start(?:ed)?|re-?instated?|resurrect(?:ed)?|reviv(?:e|ed))\b"
)
_IF_FOUND = re.compile(
    r"\b(?:if|should|once|when|at a later date)\b[^.;]{0,60}\b(?:evidence|turns? up|comes? (?:to light|forward"
    r"|back)|found|emerges?"
    r"|appears?|changes? (?:his|her|their) mind|traced|date"
    r"|thinks? (?:again|better)|(?:is|are|feels?) (?:able|willing|ready)|agrees?|speaks? up)\b"
)
_NONE_OFFERED = re.compile(
    r"\boffer(?:ed|ing)? no evidence\b|\bno evidence was offered\b|\bnot be (?:putting|offering|calling) any evidence\b"
)
_LEGAL_ONLY = re.compile(
    r"\b(?:both|two|all|three|each) (?:of )?(?:your |the |these )?(?:legal (?:points?|questions?|matters?|issues?)"
    r"|(?:points?|questions?|matters?|issues?) (?:is|are) (?:purely |about |all )*(?:a )?legal)"
    r"|\b(?:both|all) (?:are|is) (?:purely )?(?:a )?legal (?:matters?|questions?|decisions?)"
)
_ENTERED = re.compile(
    r"\b(?:enter(?:ed|ing)?|record(?:ed|ing)?) (?:a |the )?(?:formal )?(?:verdicts?|findings?) of not guilty\b"
    r"|\bnot guilty (?:verdicts? )?(?:was|were|has been) (?:formally |therefore |then )*(?:entered|recorded)\b"
)
_OF_SERVICE = re.compile(
    r"\btreated you\b|\byou were treated\b|\bspoke to you\b|\brude|\b(?:our|poor|quality of) service\b"
    r"(?! of| decided)|\bservice (?:complaint|matter|point|issue|side|element)|\bmatters? of service\b"
    r"|\bapologi[sz]e\b|\bi uphold\b|\bis upheld\b|\bpartly upheld\b|\bkept (?:you )?waiting\b"
)


def review_not_open(reading: Reading) -> Iterator[Place]:
    """An offer of a review after the reader withdrew, for an altered charge, or after the last review."""
    kind = reading.letter.type.type
    withdrew = reading.facts.get("victim-withdrew", ())
    if kind not in _NOT_BY_ITS_TYPE and not (kind == "vcl-stopped" and victim_withdrew(reading)):
        return
    if kind == "vcl-altered" and reading.tells("no-evidence-offered"):
        return
    verdict = vrr_right(reading)
    offers = list(verdict.evidence if verdict.status is Status.MET else ())
    offers += [sentence.span for sentence in reading.letter.sentences if sentence.span not in offers]
    also = withdrew[0].span if withdrew and kind == "vcl-stopped" else None
    for span in offers:
        folded = _CONDITION.sub(lambda found: " " * len(found[0]), reading.letter.folded[span.start : span.end])
        asked = _MAY_ASK.search(folded)
        if kind == _FINISHED and not _CAN.search(reading.letter.folded[span.start : span.end]):
            continue  # "Your request under the scheme came on 4 August" offers nothing
        if (asked or span in verdict.evidence) and _TO_READER.search(folded) and not _NOT_OPEN.search(folded):
            start = span.start + asked.start() if asked else span.start
            yield Place(Span(start, span.end), also=also)
            return


def false_restart(reading: Reading) -> Iterator[Place]:
    """A promise that the case can be started again in a letter that says that no evidence was offered."""
    offered = reading.facts.get("no-evidence-offered", ()) or tuple(_acquitted(reading))
    offered = offered or tuple(_matching(reading, _NONE_OFFERED))
    if not offered:
        return
    impossible = {unit.span for unit in reading.facts.get("says-restart-impossible", ())}
    said = (
        *reading.facts.get("speaks-of-restart", ()),
        *reading.said["restart-honesty"].met,
        *_matching(reading, _RETURN, _IF_FOUND),
    )
    for unit in {unit.span: unit for unit in said}.values():
        if unit.span not in impossible and _promises(unit):
            yield Place(_clause(unit), also=_other(offered, unit.span))


def _clause(unit: Unit) -> Span:
    """The part of a long sentence, from comma to comma, that holds the promise."""
    can = _CAN.search(unit.folded)
    if can is None or len(unit.folded) < _LONG:
        return unit.span
    start = max(unit.folded.rfind(sign, 0, can.start()) + 1 for sign in ",;:")
    ends = [end for sign in ",;" if (end := unit.folded.find(sign, can.end())) >= 0]
    part = unit.folded[start : min(ends, default=len(unit.folded))]
    start += len(part) - len(part.lstrip())
    return Span(unit.span.start + start, unit.span.start + start + len(part.strip()))


def _matching(reading: Reading, *patterns: re.Pattern[str]) -> Iterator[Unit]:
    """The sentences in which each of the patterns is found."""
    for sentence in reading.letter.sentences:
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        if all(pattern.search(folded) for pattern in patterns):
            yield Unit(sentence.span, folded, sentence)


def _acquitted(reading: Reading) -> Iterator[Unit]:
    """The sentences that tell of a verdict of not guilty that the judge entered."""
    for sentence in reading.letter.sentences:
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        if _ENTERED.search(folded):
            yield Unit(sentence.span, folded, sentence)


def _promises(unit: Unit) -> bool:
    can = _CAN.search(unit.folded)
    if can is None or _ANOTHER.search(unit.folded):
        return False
    return _CANNOT.search(unit.folded[: can.end() + _NEAR]) is None


def _other(units: tuple[Unit, ...], span: Span) -> Span | None:
    return next((unit.span for unit in units if unit.span != span), None)


def assessor_for_legal(reading: Reading) -> Iterator[Place]:
    """The Independent Assessor offered where the letter says that the complaint is about legal decisions only."""
    if reading.letter.type.type in _REVIEWS:
        yield from _assessor_of_decisions(reading)
        return
    all_legal = tuple(_matching(reading, _LEGAL_ONLY))
    legal = reading.facts.get("purely-legal-complaint", ()) or all_legal
    for unit in reading.facts.get("assessor-named", ()):
        offer = _TO_READER.search(unit.folded) and _CAN.search(unit.folded) and not _CANNOT.search(unit.folded)
        others = tuple(each for each in legal if each.span != unit.span)
        if offer and others and (all_legal or not _speaks_of_service(reading)):
            yield Place(unit.span, also=others[0].span)


def _assessor_of_decisions(reading: Reading) -> Iterator[Place]:
    """The Independent Assessor offered for the decision itself, in a letter about a review of it."""
    for unit in reading.facts.get("assessor-named", ()):
        folded = _CONDITION.sub("", unit.folded.replace("of complaints", ""))
        offer = _TO_READER.search(folded) and _CAN.search(folded) and not _CANNOT.search(folded)
        about = re.search(r"\b(?:decision|it)\b", unit.folded) and not re.search(r"complain|service", folded)
        if offer and about:
            yield Place(unit.span)


def _speaks_of_service(reading: Reading) -> bool:
    """Whether the letter tells of a matter of service besides the decisions."""
    sentences = (reading.letter.folded[s.span.start : s.span.end] for s in reading.letter.sentences)
    return any(
        _OF_SERVICE.search(each) and not re.search(r"outside (?:of )?(?:the|our) service", each) for each in sentences
    )
