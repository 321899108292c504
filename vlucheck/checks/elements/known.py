"""The case file → which facts of `rules/facts.yaml` hold for the case, whatever the letter says of them."""

import re
from collections.abc import Iterator, Mapping

from vlucheck.checks.offences import Offences
from vlucheck.letter.casefile import ENDINGS, CaseFile, Decision

_HATE = re.compile(
    r"\b(?:racial|racially|religious|religiously|homophobic|transphobic|antisemitic|islamophobic|disability|hostility|hate)\b"
)
_OF_CHILD = re.compile(r"\b(?:child|children|girl|boy|under 1[36]|under (?:thirteen|sixteen))\b")


def known_facts(case: CaseFile | None, offences: Offences) -> Mapping[str, bool]:
    """Return the facts that the case file settles; what it does not tell is left out."""
    return dict(_facts(case, offences)) if case is not None else {}


def _facts(case: CaseFile, offences: Offences) -> Iterator[tuple[str, bool]]:
    if case.withdrew is not None:
        yield "victim-withdrew", case.withdrew
    if case.complaint_with_request is not None:
        yield "complaint-made", case.complaint_with_request
        if case.complaint_with_request:
            yield "review-asked-for", True
    if case.issues:
        yield "points-raised", True
    yield from _decided(case.decision)
    yield from _charged(case, offences)


def _decided(decision: Decision | None) -> Iterator[tuple[str, bool]]:
    if decision in ENDINGS:
        yield "case-goes-on", False
        if decision is not Decision.STOPPED:
            yield "no-evidence-offered", decision is Decision.NO_EVIDENCE
    elif decision is Decision.ALTERED:
        yield "case-goes-on", True


def _charged(case: CaseFile, offences: Offences) -> Iterator[tuple[str, bool]]:
    """What the offences tell: a word such as "racially aggravated" tells of a hate crime, its absence tells nothing."""
    words = " ".join(case.offences).casefold()
    if _HATE.search(words):
        yield "hate-crime", True
    charged = offences.in_words(case.offences)
    if not charged:
        return
    kinds = {offences.kinds.get(each, "") for each in charged}
    if kinds == {"death"}:
        yield "bereaved", True
    if "sexual" not in kinds or len(kinds) == 1:
        yield "sexual-offence", "sexual" in kinds
    if "child" in kinds or ("sexual" in kinds and _OF_CHILD.search(words)):
        yield "child-abuse", True
    if any(each.startswith("stalking") for each in charged):
        yield "persistently-targeted", True
