"""A letter and the tables of what is in force → the time limits, names and addresses in it that are out of date."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vlucheck.checks.elements.judges.further import next_stage_time_limit
from vlucheck.checks.elements.judges.limits import Limit, limit_of, limits_in
from vlucheck.checks.elements.judges.review import about_asking
from vlucheck.checks.elements.reading import Reading
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit, quoted_spans

_STRETCH = re.compile(
    r"(?:(?:no later than|not later than|within|in|inside|after|up to|only|is|of|have) )?"
    r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: \(\w+\))?[ -](?:\w+ )?(?:(?:working|business|calendar|clear|week)[ -]*)?"
    r"(?:days?|weeks?|months?|fortnight)\b|\bfortnight\b"
)
_REVIEW = re.compile(r"\breviews?\b|\bvrr\b|look(?:ed)? at again|reconsider")
_HAS_TO_ASK = re.compile(
    r"\b(?:you|victims?|people|requests?|it|they)\b[^.;]{0,60}\b(?:must|have to|had to|should|need(?:ed)? to|has to|"
    r"allows?|may|can|could|be made|be received|ask(?:ed)?)\b|\btime limit\b|\bdeadline\b|\bout of time\b"
)
_OURS = re.compile(
    r"\b(?:we|i) (?:will|shall|aim|hope|expect|try|intend|reply|answer|write|told|wrote|promised|acknowledge)\b"
    r"|\bfor (?:us|me) to\b|\b(?:acknowledge\w*|reply to you|answer you|write to you|hear from (?:us|me))\b"
)
_WE_ANSWER = re.compile(
    r"\b(?:we|i)(?:'ll| will| shall| aim to| hope to)(?: \w+)? (?:answer|reply|respond|write|let you have)\b"
)
_NOT_IN_USE = re.compile(r"\b(?:no longer|old|former|instead of|not use|do not write|has changed|replaced|used to)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement is wrong, what is right instead ("" where nothing stands for it), and what contradicts it."""

    span: Span
    right: str = ""
    also: Span | None = None


def old_review_limits(reading: Reading) -> Iterator[Place]:
    """Limits for asking for a review where none is the one in force, and every one known to be out of date."""
    entry = limit_of("vrr-request", reading.tables)
    wanted, outer = entry.get("working-days"), entry.get("latest-months")
    about = about_asking(reading)
    offered = [unit for unit in reading.said["vrr-time-limit"].met if unit.span in about]
    named = [limit for unit in offered for limit in limits_in(unit)]
    right = any(_is(limit, wanted, "working-days") for limit in named)
    for unit in (*offered, *_rules_of_the_past(reading, {unit.span for unit in offered})):
        for limit in limits_in(unit):
            old = _is_old(limit, entry)
            if _WE_ANSWER.search(unit.folded):
                continue
            if unit not in offered and not old:
                continue
            if old or not (right or _is(limit, wanted, "working-days") or _is(limit, outer, "months")):
                yield Place(_stretch(unit), f"{wanted} working days")
                break


def _rules_of_the_past(reading: Reading, taken: set[Span]) -> Iterator[Unit]:
    """Other sentences that tell by when a review has to be asked for."""
    for sentence in reading.letter.sentences:
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        told = _REVIEW.search(folded) and _HAS_TO_ASK.search(folded) and not _OURS.search(folded)
        if told and sentence.span not in taken:
            yield Unit(sentence.span, folded, sentence)


def _is(limit: Limit, number: object, unit: str) -> bool:
    return limit.number == number and limit.unit == unit


def _is_old(limit: Limit, entry: Mapping[str, object]) -> bool:
    older = entry.get("older")
    rows = [row for row in older if isinstance(row, Mapping)] if isinstance(older, list) else []
    return any(row.get(limit.unit) == limit.number for row in rows)


def old_stage_limits(reading: Reading) -> Iterator[Place]:
    """The limit for taking a complaint further when it is not the one in force."""
    verdict = next_stage_time_limit(reading)
    months = limit_of("complaint-stage-2", reading.tables).get("months")
    right = "one month" if months == 1 else f"{months} months"
    if verdict.status is Status.PARTLY:
        folded = reading.letter.folded
        for span in verdict.evidence:
            unit = Unit(span, folded[span.start : span.end])
            if limits_in(unit) and not _OURS.search(unit.folded):
                yield Place(_stretch(unit), right)


def _stretch(unit: Unit) -> Span:
    """The words that name the length of time, or the whole sentence."""
    found = next((each for each in _STRETCH.finditer(unit.folded) if limits_in(Unit(unit.span, each[0]))), None)
    return Span(unit.span.start + found.start(), unit.span.start + found.end()) if found else unit.span


def old_names(reading: Reading) -> Iterator[Place]:
    """Each wrong name of a scheme with the right one; words between quotation marks are somebody else's."""
    others = quoted_spans(reading.letter)
    for right, wrong in _rows("names", reading):
        if not wrong:
            continue
        for found in re.finditer(rf"(?<![\w'])(?:{'|'.join(map(re.escape, wrong))})(?!\w)", reading.letter.folded):
            span = Span(*found.span())
            if not any(other.covers(span) for other in others):
                yield Place(span, right)


def old_addresses(reading: Reading) -> Iterator[Place]:
    """Each e-mail or web address at a domain that is not in use any more, unless the letter says just that."""
    folded = reading.letter.folded
    for right, wrong in _rows("domains", reading):
        domains = "|".join(map(re.escape, sorted(wrong, key=len, reverse=True)))
        for found in re.finditer(rf"[\w.+'-]*@?(?<![a-z])(?:[\w-]+\.)*(?:{domains})(?![\w.]*\w)", folded):
            if not _NOT_IN_USE.search(folded[max(0, found.start() - 80) : found.start()]):
                yield Place(Span(*found.span()), _at(found[0], right))


def _at(address: str, domain: str) -> str:
    """The same name at the domain in use; the domain alone where the address has no name in it."""
    name = address.partition("@")[0] if "@" in address else ""
    return f"{name}@{domain}" if name else domain


def _rows(table: str, reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The entries of a list in `rules/scheme.yaml`: what is right, and what is wrong for it."""
    rows = reading.tables.get("scheme", {}).get(table, [])
    for row in rows if isinstance(rows, list) else []:
        wrong = row.get("wrong") if isinstance(row, Mapping) else None
        if isinstance(row, Mapping) and isinstance(wrong, list):
            yield str(row.get("right", "")), tuple(str(each).lower() for each in wrong)
