"""The offences of a letter → one that belongs to no charge of it, or is not the one of its subject.

What each offence is called, and which are spoken of together, are the rule's settings.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Part

_CHARGED = re.compile(
    r"\b(?:charges? of|charg(?:e|ed|ing) (?:[\w\'-]+ ){0,4}with|offences? of|counts? of|accused of|guilty of"
    r"|convicted of|acquitted of"
    r"|prosecuted for|sentenced for|tried for|trial for|case of|prosecution for)(?: (?:an?|the|one|this"
    r"|attempted|offence of|count "
    r"of))*"
    r" (?:and )?$"
)
_WAS_CHARGED = re.compile(
    r"\b(?:was|were|is|are|had been) charged (?:jointly )?with (?:an? |one |the |offence of |count of )*$"
)
_CHARGED_WITH = re.compile(r"\bcharg(?:e|ed|ing) [^.;]{0,40}\bwith (?:an? |the )?$|\bwas sentenced for (?:an? |the )?$")
_CASE_FOR = re.compile(
    r"\b(?:case|charges?|proceedings|prosecution) against (?:[\w\'.-]+ ){1,5}(?:for|is|was|of)(?: (?:an?|the|one))? $"
    r"|\b(?:charge|offence|crime) (?:(?:he|she|i) considered )?(?:is|was|has been) (?:an? |one of )?$"
)
_BETWEEN = re.compile(
    r"(?:causing the death of [^.;]{2,40}? by )$"
    r"|(?:causing (?:[\w\'-]+\'s|you|him|her|them|your [\w\'-]+(?: [\w\'-]+)?) )$"
    r"|(?:(?:racially|religiously)(?: or (?:racially|religiously))? aggravated )$"
)
_DEFINITE = re.compile(r"\b(?:the|this|that) (?:attempted |alleged |reported |armed )?$")
_CASE = re.compile(r" (?:case|charge)\b")
_HEDGED = re.compile(
    r"\b(?:instead|alternative\w*|lesser|reduced|replac\w+|altered|amended|changed|substitut\w+|downgraded|another"
    r"|other"
    r"|different|also|as well|would need|would have|rather than|difference|unlike|considered|consider|not (?:charged"
    r"|with|an?|enough)|previous\w*"
    r"|earlier|if|whether|more serious|less serious|worse|you (?:say|said|ask|asked|think|told|feel|mention\w*"
    r"|report\w*)"
    r"|such as|anyone|victims of|survivors)\b|\?"
)
_COMPARED = re.compile(
    r"\b(?:instead|alternative\w*|lesser|reduced|replac\w+|altered|amended|changed|substitut\w+|downgraded"
    r"|rather than"
    r"|difference|unlike|as well|more serious|less serious|you (?:say|said|ask|asked|think|told|feel"
    r"|mention\w*))\b|\?"
)
_OF_THAT = re.compile(
    r"\b(?:believe|believed|think|thought|satisfied|sure|say|said|true|convict(?: (?:him|her|them))?)"
    r" (?:on )?(?:that |it |the same |so |one )?of (?:an? )?$"
)
_THE_CHARGE = re.compile(r"\b(?:the|that|this) (?:only |one |same )?(?:charge|count|offence) of (?:an? )?$")
_CHARGES = re.compile(r"\b(?:charges|counts|offences|(?:first|second|other|new|both) (?:charge|count|offence)s?)\b")
_PARTS = (Part.BODY, Part.SUBJECT, Part.HEADING)


@dataclass(frozen=True, slots=True)
class _Named:
    """A place that names an offence; `charged`: beside words of charging or in the subject, `definite`: "the theft"."""

    offence: str
    span: Span
    charged: bool
    definite: bool


def offences_from_nowhere(letter: Letter, settings: Mapping[str, object]) -> Iterator[Clash]:
    """Yield an offence that stands once, as one the reader should know, in a letter about another one."""
    named = list(_offences(letter, settings))
    counts = Counter(each.offence for each in named)
    main = [each for each in named if each.charged and counts[each.offence] > 1] or _only_charge(letter, named)
    if not main:
        return
    charged = {n.offence for n in named if n.charged}
    for each in named:
        as_that = _stands(letter, each, _OF_THAT)
        as_charge = _stands(letter, each, _THE_CHARGE)
        expected = each.charged and letter.type.type == "vcl-altered" and not as_that
        told = (each.charged or each.definite or as_that) and not expected
        if counts[each.offence] > 1 or not told or _hedged(letter, each, _COMPARED if as_charge else _HEDGED):
            continue
        others = [other for other in main if other.offence != each.offence]
        if not others or len({other.offence for other in others}) > 2 or _joined(letter, each, others):
            continue
        if not any(_together(each.offence, other.offence, settings) for other in named if other is not each):
            yield Clash(each.span, others[0].span)
        elif as_that or (as_charge and _is_only(letter) and charged <= {each.offence, others[0].offence}):
            yield Clash(each.span, others[0].span, unsure=Confidence.MEDIUM)


def _stands(letter: Letter, named: _Named, words: re.Pattern[str]) -> bool:
    """Whether the words stand right before the offence."""
    return words.search(letter.folded[max(0, named.span.start - 40) : named.span.start]) is not None


def _is_only(letter: Letter) -> bool:
    """Whether the letter speaks of one charge: the theft in a robbery is no charge of its own."""
    return _CHARGES.search(letter.folded) is None


def _only_charge(letter: Letter, named: list[_Named]) -> list[_Named]:
    """The one offence that somebody is said to be charged with or sentenced for, where there is no other."""
    with_ = [n for n in named if _CHARGED_WITH.search(letter.folded[max(0, n.span.start - 60) : n.span.start])]
    return with_ if len({each.offence for each in with_}) == 1 else []


def subjects_of_other_offences(letter: Letter, settings: Mapping[str, object]) -> Iterator[Clash]:
    """Yield the offence that somebody "was charged with" where the subject line names another one in its place."""
    named = list(_offences(letter, settings))
    subject = {each.offence: each for each in named if letter.part_at(each.span.start) is Part.SUBJECT}
    body = [
        each
        for each in named
        if letter.part_at(each.span.start) is Part.BODY and _WAS_CHARGED.search(letter.folded[: each.span.start][-60:])
    ]
    lost = [each for offence, each in subject.items() if offence not in {other.offence for other in body}]
    for each in body:
        if lost and each.offence not in subject and not _hedged(letter, each):
            yield Clash(each.span, lost[0].span)
            return


def _offences(letter: Letter, settings: Mapping[str, object]) -> Iterator[_Named]:
    table = settings.get("names")
    names = table if isinstance(table, Mapping) else {}
    wording = {str(word): str(offence) for offence, words in names.items() for word in (offence, *(words or ()))}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(wording, key=len, reverse=True)))})\b")
    for line in letter.part_lines(*_PARTS):
        for found in pattern.finditer(letter.folded, line.span.start, line.span.end):
            before = _BETWEEN.sub("", letter.folded[max(line.span.start, found.start() - 100) : found.start()])
            charged = line.part is Part.SUBJECT or bool(_CHARGED.search(before))
            definite = bool(_DEFINITE.search(before)) or bool(_CASE.match(letter.folded, found.end()))
            yield _Named(wording[found[0]], Span(*found.span()), charged, definite)


def _hedged(letter: Letter, named: _Named, words: re.Pattern[str] = _HEDGED) -> bool:
    """Whether the sentence weighs one offence against another, or tells of what somebody else said."""
    sentence = letter.sentence_at(named.span.start)
    return sentence is not None and words.search(letter.folded, sentence.span.start, sentence.span.end) is not None


def _joined(letter: Letter, named: _Named, others: list[_Named]) -> bool:
    """Whether the offence is listed beside another one: "robbery and having a knife"."""
    near = (other.span for other in others)
    return any(
        re.fullmatch(
            r"(?:,| and| or|;| an?| the| with| of| two| one| counts?| offences?| charges?|/|&)+ ?", letter.folded[a:b]
        )
        for span in near
        for a, b in ((span.end, named.span.start), (named.span.end, span.start))
        if a < b
    )


def _together(one: str, other: str, settings: Mapping[str, object]) -> bool:
    """Whether the two are spoken of in one breath: the theft in a robbery."""
    table = settings.get("part-of")
    pairs = table if isinstance(table, Mapping) else {}
    return one == other or other in (pairs.get(one) or ()) or one in (pairs.get(other) or ())


def stands_as_charge(letter: Letter, span: Span) -> bool:
    """Whether the offence stands where a charge is named: "charged with …", "the charge of …", "accused of causing your
    father's …", or in the subject."""
    before = letter.folded[max(0, span.start - 120) : span.start].rsplit("\n", 1)[-1]
    before = _BETWEEN.sub("", before)
    named = _CHARGED.search(before) or _WAS_CHARGED.search(before) or _CASE_FOR.search(before)
    return letter.part_at(span.start) is Part.SUBJECT or named is not None


def stands_as_known(letter: Letter, span: Span) -> bool:
    """Whether it stands as something the reader knows of: "the burglary", "this theft case"."""
    before = letter.folded[max(0, span.start - 60) : span.start]
    return bool(_DEFINITE.search(before)) or bool(_CASE.match(letter.folded, span.end))


def is_weighed(letter: Letter, span: Span) -> bool:
    """Whether the sentence weighs one offence against another, or tells of what somebody else said."""
    sentence = letter.sentence_at(span.start)
    return sentence is not None and _HEDGED.search(letter.folded, sentence.span.start, sentence.span.end) is not None
