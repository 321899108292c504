"""What a letter decides → the place that says the opposite: upheld and not upheld, ended and still to be tried."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter

_STANDS = re.compile(
    r"\b(?:i|we) (?:have (?:decided|concluded) that |am satisfied that |agree (?:with|that) )?(?:the |that |our )?"
    r"(?:first |original )?decision (?:was right|stands|must stand|was correct|still stands)"
    r"|\b(?:i|we) agree with (?:the (?:first|original)|that|their|her|his|my colleague's) (?:decision|view)"
    r"|\b(?:decision|it) (?:was right|was correct|must stand|will stand|stands)\b|\bi uphold the (?:first "
    r"|original )?decision"
)
_DOUBTED = re.compile(r"\b(?:not|whether|if|cannot|no longer|asked|thought|said)\b[^.]*$|n't\b[^.]*$")
_OVERTURNED = re.compile(
    r"\b(?:i|we) (?:have |therefore |now )*(?:overturn(?:ed)?|reversed?|set aside|changed) (?:the|that|this|our)"
    r" (?:first |original |earlier )?decision\b"
)
_NO_PART = re.compile(
    r"\b(?:i|who) (?:took|had|have had|played) no part in (?:the (?:first |original )?decision|it)\b"
    r"|\b(?:i had not|i have not|i have never|had never|had not) (?:seen|worked on|dealt with|been involved in) "
    r"(?:the|this|your) (?:case|papers|file)"
)
_I_DECIDED = re.compile(
    r"\b(?:when|since|after|before) i (?:first )?decided\b[^.]{0,25}\bnot to (?:charge|prosecute|go on)\b"
    r"|\bmy (?:first|original|earlier) decision not to\b"
)
_NONE_UPHELD = re.compile(
    r"\b(?:i|we) (?:do not|don't|have not|cannot) uph[eo]ld (?:either|any|both)\b"
    r"|\bneither (?:\w+ ){0,4}is upheld|\bnone of (?:\w+ ){0,4}(?:is|are) upheld"
    r"|\b(?:i|we) (?:can )?(?:agree with|accept|uphold) (?:neither|none)\b"
    r"|\b(?:i|we) (?:do not|don't|cannot) (?:agree with|accept) (?:either|any) of (?:them|your|the|these)\b"
)
_ONE_UPHELD = re.compile(
    r"\b(?:i|we) (?:therefore |also |do |so )*uphold (?:this|that|the|your) "
    r"(?:(?:first|second|third|fourth|last) )?(?:part|point|complaint|issue|matter)\b"
    r"|\b(?:this|that|your (?:first|second|third|fourth)) (?:part|point|complaint|issue|matter)(?: of (?:your|the) "
    r"complaint)? is (?:therefore |also )?upheld\b"
    r"|(?:^|[.\n] ?)(?:this|that) (?:is|was) (?:right|true|correct)\.|(?:^|[.\n] ?)you (?:are|were) (?:quite )?right\b"
    r"(?! to\b)"
)
_SECTION = re.compile(
    r"\b(?:i|we)(?P<no> (?:do not|don't|cannot))?(?: therefore| also| so)* uphold (?:this|that) (?:part|point"
    r"|complaint)\b"
    r"|\bthis (?:part|point)(?: of (?:your|the) complaint)? is (?P<not>not )?upheld\b"
)
_NTH = re.compile(
    r"\b(?:i|we)(?P<no> (?:do not|don't|cannot))?(?: am (?:glad|happy|able) to)?(?: therefore| also"
    r"| do)? uphold (?:your"
    r"|the) (?P<nth>first|second|third|fourth|last) (?:point|part|complaint)\b"
)
_ORDER = ("first", "second", "third", "fourth")
_STILL_TRIED = re.compile(
    r"\bnew date (?:of|for) the (?:trial|hearing)\b|\bnew trial date\b|\bthe (?:trial|hearing) (?:has|gets"
    r"|is given) a new "
    r"date\b|\b(?:when|where|once) the (?:trial|next hearing) (?:will|is to) (?:be|take place|begin|start)\b"
    r"|\byou (?:will|may) (?:still )?be (?:needed|wanted|called) as a witness\b|\bplease keep [^.;]{3,40} free\b[^.;]*"
    r"\b(?:trial|court|witness|evidence)\b"
    r"|\bthe trial will (?:now |still )?(?:go (?:on|ahead)|take place|begin|start|be held)\b"
    r"|\b(?:tell|let|write to|send|give) you (?:know )?(?:\w+ ){0,3}(?:the |a )?(?:date|day|time) (?:of"
    r"|for) (?:the|his|her|their)"
    r" (?:trial|sentencing)\b"
    r"|\byou will (?:\w+ )?(?:be told|hear|be given|learn|receive) (?:\w+ ){0,2}(?:date|day|time) (?:of|for) (?:the|his"
    r"|her|their) (?:trial|sentencing)\b"
    r"|\byou (?:will|may) (?:now |still )?(?:be (?:asked|needed|required|called) to (?:give evidence|come to court)"
    r"|have to give evidence)\b"
)
_OVER = re.compile(
    r"\b(?:offered no evidence|no evidence was offered|offer(?:ing)? no evidence|found (?:him|her|them|[\w' "
    r"]{3,30}) not guilty"
    r"|case (?:is|has) (?:now )?(?:over|ended|come to an end|closed|at an end)|discontinued|(?:will"
    r"|should) not be charged)\b"
)
_SOMETHING_GOES_ON = re.compile(
    r"\b(?:other (?:charge|case|man|woman|defendant|suspect)|another (?:charge|case|man|woman|defendant)|remaining"
    r"|co-defendant|goes on|continues? against|both men|(?:both|two) (?:men|women|people|defendants)[^.;]{0,20} "
    r"(?:charged|tried|prosecuted|sentenced)|against (?:both|two|the two)|still (?:faces|charged)"
    r"|against (?:the )?others?)\b"
)


def case_over_and_tried(letter: Letter) -> Iterator[Clash]:
    """Yield the announcement of a trial still to come in a letter that says that the case is over."""
    over = _OVER.search(letter.folded)
    if over is None or _SOMETHING_GOES_ON.search(letter.folded):
        return
    for sentence in letter.sentences:
        found = _STILL_TRIED.search(letter.folded, sentence.span.start, sentence.span.end)
        if found and not re.search(r"\b(?:not|no|if|had|would|was|were)\b", _words(letter, sentence.span)):
            yield Clash(sentence.span, Span(*over.span()))
            return


def reviews_decided_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield where a review that confirms a decision says that it overturned it, or that the writer took it."""
    stands = next(
        (
            m
            for m in _STANDS.finditer(letter.folded)
            if not _DOUBTED.search(letter.folded[max(0, m.start() - 60) : m.start()])
        ),
        None,
    )
    overturned = _OVERTURNED.search(letter.folded)
    if stands and overturned and not re.search(r"\b(?:part|one of|not)\b", overturned[0]):
        yield Clash(Span(*overturned.span()), Span(*stands.span()))
    no_part, mine = _NO_PART.search(letter.folded), _I_DECIDED.search(letter.folded)
    if no_part and mine:
        yield Clash(Span(*mine.span()), Span(*no_part.span()))


def complaints_decided_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield the sentence that upholds what the letter says elsewhere it does not uphold."""
    none = _NONE_UPHELD.search(letter.folded)
    one = _ONE_UPHELD.search(letter.folded)
    if none and one:
        several = sum(1 for _ in _ONE_UPHELD.finditer(letter.folded)) > 1
        odd, other = (none, one) if several else (one, none)
        yield Clash(Span(*odd.span()), Span(*other.span()))
        return
    sections = [(not (m["no"] or m["not"]), Span(*m.span())) for m in _SECTION.finditer(letter.folded)]
    nths = list(_NTH.finditer(letter.folded))
    for number, nth in enumerate(nths):
        same = next((m for m in nths[:number] if m["nth"] == nth["nth"] and bool(m["no"]) != bool(nth["no"])), None)
        if same is not None:
            yield Clash(Span(*nth.span()), Span(*same.span()))
        elif nth["nth"] not in _ORDER or "your" not in nth[0]:
            continue
        place = _ORDER.index(nth["nth"]) if nth["nth"] in _ORDER else len(sections)
        if same is None and place < len(sections) and sections[place][0] != (nth["no"] is None):
            yield Clash(Span(*nth.span()), sections[place][1])


def _words(letter: Letter, span: Span) -> str:
    return letter.folded[span.start : span.end]
