"""The sums of money in a letter → totals that are not the sum of their parts, and figures that changed places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import distance
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter

_AMOUNT = re.compile(
    r"£ ?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?)(?![\d,]*\d|\.\d|(?: ?million| ?k\b))"
)
_TOTAL = re.compile(r"[,;:]? ?(?:in all|in total|altogether|all told|all together)\b")
_TOTAL_BEFORE = re.compile(r"(?:a total of|which (?:makes|comes to|adds up to)|making|together|the total (?:is|was)) $")
_MADE_UP_OF = re.compile(
    r"[^.;:£]{0,40}?(?:,? (?:which is |that is |it is )?(?:made up of|consisting of"
    r"|being|namely|that is,?)|:| -) (?=\S{0,12}£)"
)
_THAT_IS = re.compile(
    r"(?:(?:that|this|the sum|the total) (?:is|was|comes from|consists of)|it (?:comes from|consists of|is made up of))"
    r"[,:]? (?![^.;]*\b(?:more|less|of it|each)\b)(?=\S{0,12}£)"
)
_LEAST_DIGITS, _TWO = 3, 2
_THING = re.compile(
    r" (?:(?:in|for|from) (?:the|your|his|her|their|that) (?:own |stolen |broken |lost |missing )?)?"
    r"(?!(?:in|for|from|of|and|or|to|on|at|a|the|compensation|damages|costs?|each|per|fine|loan|payment|was|is|which"
    r"|by|with|as|that|had|will|would|has|into|out|paid|worth)\b)(?P<thing>[a-z]{4,})\b"
)
_DESCRIBED = re.compile(r",? (?:that|which|in|for|from|on|of|you|he|she|they|taken|paid)\b")
_PART_OF_IT = re.compile(r" (?:of|from) (?:it|the|that|this)\b")
_CHANGED = re.compile(
    r"\b(?:not £|instead of £|rather than £|corrected|wrong(?:ly)? (?:sum|amount|figure)"
    r"|raised (?:it )?(?:from|to)|reduced)"
)


@dataclass(frozen=True, slots=True)
class _Amount:
    span: Span
    text: str
    value: Decimal


def amounts_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield an amount that has the figures of an earlier one in another order: £46,000 where £64,000 stood."""
    yield from _two_prices(letter)
    yield from _known_amounts(letter)
    seen: list[_Amount] = []
    for amount in _amounts(letter, Span(0, len(letter.text))):
        known = next((each for each in seen if _changed_places(each, amount)), None)
        if known is not None:
            yield Clash(amount.span, known.span, {"how": "the same figures in another order"}, better=(known.text,))
        seen.append(amount)


def _two_prices(letter: Letter) -> Iterator[Clash]:
    """Yield the second amount for one thing where a single figure differs: "£85 in your pouch", "your £95 pouch"."""
    seen: dict[str, _Amount] = {}
    if _CHANGED.search(letter.folded):
        return
    for amount in _amounts(letter, Span(0, len(letter.text))):
        found = _THING.match(letter.folded, amount.span.end)
        if found is None:
            continue
        known = seen.setdefault(found["thing"], amount)
        if len(known.text) == len(amount.text) and distance(known.text, amount.text) == 1:
            yield Clash(
                amount.span,
                known.span,
                {"how": "it is for the same thing"},
                better=(known.text,),
                unsure=Confidence.MEDIUM,
            )


def _known_amounts(letter: Letter) -> Iterator[Clash]:
    """Yield "the £450" in a letter whose only other amount is "£400", a figure away."""
    amounts = list(_amounts(letter, Span(0, len(letter.text))))
    if len(amounts) != _TWO or _CHANGED.search(letter.folded):
        return
    first, second = amounts
    before = letter.folded[max(0, second.span.start - 12) : second.span.start]
    near = len(first.text) == len(second.text) and distance(first.text, second.text) == 1
    described = _DESCRIBED.match(letter.folded, second.span.end) or _PART_OF_IT.match(letter.folded, first.span.end)
    if near and described is None and re.search(r"(?<!of )\bth(?:e|at|is) $", before):
        fill = {"how": "you speak of one sum"}
        yield Clash(second.span, first.span, fill, better=(first.text,), unsure=Confidence.MEDIUM)


def totals_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield a total ("£640 in all") that the two or more amounts before it in the sentence do not add up to."""
    for sentence in letter.sentences:
        amounts = list(_amounts(letter, sentence.span))
        for number, amount in enumerate(amounts):
            parts = amounts[:number]
            if len(parts) >= 2 and _is_total(letter, amount) and sum(each.value for each in parts) != amount.value:
                after = _TOTAL.match(letter.folded, amount.span.end)
                span = Span(amount.span.start, after.end() if after else amount.span.end)
                yield Clash(span, parts[0].span, {"sum": _in_pounds(parts)})
    yield from _parts_behind_their_total(letter)


def _parts_behind_their_total(letter: Letter) -> Iterator[Clash]:
    """Yield a total that comes first ("£1,200, made up of £700 … and £600", "£1,200. That is £700 … and £600")."""
    for before, sentence in zip((None, *letter.sentences), letter.sentences, strict=False):
        amounts = list(_amounts(letter, sentence.span))
        if len(amounts) > _TWO and _MADE_UP_OF.match(letter.folded, amounts[0].span.end):
            total, parts = amounts[0], amounts[1:]
        elif before is not None and len(amounts) >= _TWO and _THAT_IS.match(letter.folded, sentence.span.start):
            earlier = list(_amounts(letter, before.span))
            if len(earlier) != 1 or before.paragraph != sentence.paragraph:
                continue
            total, parts = earlier[0], amounts
        else:
            continue
        if sum(each.value for each in parts) != total.value and all(each.value < total.value for each in parts):
            yield Clash(total.span, parts[0].span, {"sum": _in_pounds(parts)})


def _amounts(letter: Letter, span: Span) -> Iterator[_Amount]:
    for found in _AMOUNT.finditer(letter.text, span.start, span.end):
        yield _Amount(Span(*found.span()), found[0], Decimal(found["number"].replace(",", "")))


def _changed_places(one: _Amount, other: _Amount) -> bool:
    a, b = (re.sub(r"\D", "", each.text) for each in (one, other))
    if a == b or len(a) != len(b) or len(a) < _LEAST_DIGITS or sorted(a) != sorted(b):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 2


def _is_total(letter: Letter, amount: _Amount) -> bool:
    before = letter.folded[max(0, amount.span.start - 40) : amount.span.start]
    return bool(_TOTAL.match(letter.folded, amount.span.end) or _TOTAL_BEFORE.search(before))


def _in_pounds(parts: Sequence[_Amount]) -> str:
    total = sum((each.value for each in parts), Decimal())
    return f"£{total:,.0f}" if total == int(total) else f"£{total:,.2f}"
