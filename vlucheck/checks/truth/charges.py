"""The offences that a letter names against those of the case file."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.charges import is_weighed, stands_as_charge, stands_as_known
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.offences import Offences
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, Part

_PARTS = (Part.SUBJECT, Part.HEADING, Part.BODY)
_ALTERED = "vcl-altered"
_ANOTHER = re.compile(
    r"\b(?:instead|alternative\w*|lesser|downgraded|another (?:charge|offence|case|man|person|trial)"
    r"|other (?:charges?|offences?|cases?|people|victims)|different|would (?:need|have)|could (?:also )?(?:be|have)"
    r"|might (?:be|have)|should have been|ought to|rather than|difference|unlike|previous\w*"
    r"|whether (?:he|she|they) (?:could|should|might)|why [^.;]{0,60}\bnot|(?:was|were) not charged"
    r"|more serious|less serious|graver|worse|such as|anyone|victims of|survivors|years ago|separately)\b|\?"
)


def wrong_offences(letter: Letter, case: CaseFile, offences: Offences) -> Iterator[Clash]:
    """Yield an offence that is named as the charge, or as what the reader knows of, and is none of the case's.

    Where a charge was altered and the case file names one offence only, the other charge is not known: nothing is
    told. Offences of the file that the table does not know settle nothing.
    """
    charged = offences.in_words(case.offences)
    if not charged:
        return
    fill = {"case": ", ".join(case.offences), "place": case.place_of("offences")}
    for line in letter.part_lines(*_PARTS):
        for span, named in offences.named_in(letter.folded, line.span.start, line.span.end):
            as_charge = stands_as_charge(letter, span)
            if named & charged or (not as_charge and offences.goes_with(named, charged)):
                continue
            if as_charge and not _is_another(letter, span) and (letter.type.type != _ALTERED or len(case.offences) > 1):
                yield Clash(span, None, fill, case.offences)
            elif not as_charge and stands_as_known(letter, span) and not is_weighed(letter, span):
                yield Clash(span, None, fill, case.offences, Confidence.MEDIUM)


def _is_another(letter: Letter, span: Span) -> bool:
    """Whether the sentence speaks of a charge that was or might be brought besides or instead."""
    sentence = letter.sentence_at(span.start)
    return sentence is not None and _ANOTHER.search(letter.folded, sentence.span.start, sentence.span.end) is not None
