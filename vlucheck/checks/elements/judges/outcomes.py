"""Judge of the outcome of a complaint: said for each point that the letter takes up, for some, or only implied."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vlucheck.checks.elements.judges.blocks import Block, read_blocks
from vlucheck.checks.elements.judges.counting import numbers_told, outcomes_in, stops_short
from vlucheck.checks.elements.judges.points import Table, read_points
from vlucheck.checks.elements.judges.raising import THINGS
from vlucheck.checks.elements.judges.telling import comes_back
from vlucheck.checks.elements.reading import Reading, Said, Verdict, spans, text_of
from vlucheck.document import Span
from vlucheck.findings import Status
from vlucheck.rulebook.seek import Unit

_BOTH_LEFT_IN = re.compile(
    r"\b(?:uph(?:e|o)ld|justified)\s*/\s*(?:(?:do|does|is|are|am|was|were|cannot)\s+)?(?:not\b|partly|un)"
)
_ABOUT_ALL = re.compile(
    r"\b(?:agree with|accept|reject|dismiss) (?:your|the) complaints?\b(?! (?:about|that|of|on|as))"
    rf"|\b(?:all|both|neither|none|each|either|any|most|some|one|two|three|four) (?:of|its|your|parts?"
    rf"|{THINGS}|three|four|five)\b"
    r"|\b(?:all|both|neither|none)\W*$|\b(?:entire\w*|whole|the other|the rest|the remainder|every"
    r"|in full and|in part and)\b"
    r"|(?<!of )(?<!part )\b(?:your|the) complaints?(?! (?:about|of|on|that|concerning|regarding)\b)"
    r"(?:(?: \w+){0,3} (?:is|are|was|were|has been|be)\b|\W*$)"
)
_MANY = 99
_FEW = 3  # sentences that say too little for a guess
_AT_A_GLANCE = re.compile(
    r"[:|\t(\u2013-] *(?:partly |not )?upheld\W*$|\bupheld\?|^\W*(?:result|finding|outcome): ", re.MULTILINE
)
# Any word that settles who was right, in whatever form: more than the rule's wordings, so as not to miss one.
_SETTLES = re.compile(
    r"\b(?:uph(?:e|o)ld\w*|(?:dis)?agree|(?:un)?justified|well[ -]founded|made out|borne out"
    r"|substantiated|no fault|at fault"
    r"|in your favour|against you|for you|did nothing wrong|not wrong|succeeds?|fails|reject\w*|dismiss\w*"
    r"|(?:you|you're)(?: are| were)?(?: quite| also| entirely| partly| absolutely)? (?:right|wrong|mistaken)(?! to\b)"
    r"|accept (?:this|that (?:point|part|complaint|criticism)|it|your)\b)"
)
_JUDGES = re.compile(
    r"\b(?:can see (?:how|why|that|some|the)|some force|every reason|no criticism|no evidence|(?:nothing"
    r"|little) to suggest"
    r"|nothing suggests|satisfied that|(?:not|never) (?:to )?have (?:happened|occurred|been)|could(?:'ve"
    r"| have) (?:been )?done"
    r"|could have been|not good enough|fell short|let you down|incomplete|regrettabl[ey])\b"
)
_ADMITS = re.compile(
    r"\b(?:ought to have|should(?:'ve| have)|could(?:'ve| have)|(?:was|were) (?:our|my) (?:mistake|fault|error|failing)"
    r"|from this office|got (?:this|that|it) wrong|fitted|was entitled to|wrong|a (?:legal"
    r"|professional) decision|lessons)\b"
)
_SORRY = re.compile(r"\b(?:apologi[sz]e|(?:am|are) sorry)\b(?! (?:if|for any|you feel|that you feel))")


def complaint_outcome(reading: Reading) -> Verdict:
    """An outcome in so many words for every point that the letter takes up meets it, unless both alternatives were left
    in; one that is implied, or given for some points only, half does. The evidence then begins with what only
    implies."""
    told = reading.said["complaint-outcome"]
    undecided = tuple(unit for unit in (*told.met, *told.partly) if _BOTH_LEFT_IN.search(unit.folded))
    if undecided:
        return Verdict(Status.PARTLY, spans((*undecided, *(unit for unit in told.met if unit not in undecided))))
    glance = _at_a_glance(reading)
    if glance:
        return Verdict(Status.MET, tuple(sorted({*glance, *spans(told.met)})), sure=True)
    if told.met:
        left = _left_open(told.met, reading)
        return Verdict(Status.PARTLY if left else Status.MET, (*left, *spans(told.met)))
    implied = _implied(told, reading)
    return Verdict(Status.PARTLY, implied) if implied else Verdict(Status.MISSING)


def _at_a_glance(reading: Reading) -> tuple[Span, ...]:
    """The lines of a table or list of outcomes: "The late letter: upheld", one right below the other."""
    letter = reading.letter
    lines = sorted((*letter.sentences, *letter.headings), key=lambda each: each.span)
    found = [number for number, each in enumerate(lines) if _AT_A_GLANCE.search(text_of(each, reading))]
    together = any(two == one + 1 for one, two in itertools.pairwise(found))
    return tuple(lines[number].span for number in found) if together else ()


def _left_open(outcomes: tuple[Unit, ...], reading: Reading) -> tuple[Span, ...]:
    """For each point that the letter takes up without an outcome, where another has one of its own: the sentence that
    comes nearest to it."""
    if any(_ABOUT_ALL.search(unit.folded) for unit in outcomes):
        return ()
    if any(_AT_A_GLANCE.search(text_of(each, reading)) for each in reading.letter.headings):
        return ()
    table = read_points(reading)
    if sum(outcomes_in(unit.folded) for unit in outcomes) >= max((a.number for a in table.announced), default=_MANY):
        return ()
    return _open_blocks(outcomes, table, reading) or tuple(_wanting(outcomes, table, reading))


def _open_blocks(outcomes: tuple[Unit, ...], table: Table, reading: Reading) -> tuple[Span, ...]:
    blocks = read_blocks(table, reading)
    decided = [n for n, block in enumerate(blocks) if _is_decided(block, outcomes, reading)]
    apart = [unit for unit in outcomes if not any(_inside(unit, block) for block in blocks)]
    if not decided or not all(any(_is_about(unit, n, blocks, reading) for n in range(len(blocks))) for unit in apart):
        return ()
    left = [n for n in range(len(blocks)) if n not in decided and _is_point(n, blocks, decided, table, reading)]
    named = {n for unit in apart for n in left if _is_about(unit, n, blocks, reading)}
    return tuple(_nearest(blocks[n], reading) for n in left if n not in named)


def _wanting(outcomes: tuple[Unit, ...], table: Table, reading: Reading) -> Iterator[Span]:
    """What falls short of the number announced: a point that a sentence only judges by the way, or the announcement of
    more points than are taken up."""
    settled = {unit.span for unit in outcomes}
    for point in table.told if table.announced else ():
        told = (point.sentence, *point.behind)
        implied = [each.span for each in told if _ADMITS.search(text_of(each, reading))]
        if implied and not any(each.span in settled or _SETTLES.search(text_of(each, reading)) for each in told):
            yield implied[-1]
    yield from (each.sentence.span for each in table.announced if stops_short(each, reading))


def _is_decided(block: Block, outcomes: tuple[Unit, ...], reading: Reading) -> bool:
    settled = any(_SETTLES.search(text_of(each, reading)) for each in block.sentences)
    return settled or any(_inside(unit, block) for unit in outcomes)


def _is_point(number: int, blocks: tuple[Block, ...], decided: list[int], table: Table, reading: Reading) -> bool:
    """Whether a stretch surely takes up a point: it opens as one does, or stands between the announcement, or a point
    with an outcome, and another such point."""
    block, first = blocks[number], blocks[decided[0]].sentences[0].span.start
    at = block.sentences[0].span.start
    behind = any(each.sentence.span.start < at for each in table.announced) or first < at
    if block.numbered:
        return any(blocks[n].numbered for n in decided)
    implies = any(way.search(text_of(each, reading)) for way in (_JUDGES, _ADMITS) for each in block.sentences)
    return behind and (block.surely_point or number < decided[-1] or implies)


def _inside(unit: Unit, block: Block) -> bool:
    sentences = (*block.sentences, *((block.heading,) if block.heading else ()))
    return any(each.span == unit.span for each in sentences)


def _is_about(unit: Unit, number: int, blocks: tuple[Block, ...], reading: Reading) -> bool:
    numbers = numbers_told(unit.folded, len(blocks))
    if numbers:
        return number + 1 in numbers
    block = blocks[number]
    named = text_of(block.heading or block.sentences[0], reading)
    return comes_back(named, unit.folded)


def _nearest(block: Block, reading: Reading) -> Span:
    """The sentence of the point that implies an outcome, or else the last before the apology."""
    for implying in (_JUDGES, _ADMITS):
        found = [each for each in block.sentences if implying.search(text_of(each, reading))]
        if found:
            return found[-1].span
    plain = [each for each in block.sentences if not _SORRY.search(text_of(each, reading))]
    return (plain or list(block.sentences))[-1].span


def _implied(told: Said, reading: Reading) -> tuple[Span, ...]:
    """The sentences from which the outcome may be guessed, those that judge what happened before those that admit
    it."""
    sentences = [each for each in reading.letter.sentences if each.span not in told.not_it]
    ways = (_JUDGES, _ADMITS, _SORRY)
    found = [[each.span for each in sentences if way.search(text_of(each, reading))] for way in ways]
    admitted = (*found[1], *found[2]) if len(sentences) > _FEW else ()
    return tuple(dict.fromkeys((*found[0], *spans(told.partly), *admitted)))


JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType({"complaint-outcome": complaint_outcome})
