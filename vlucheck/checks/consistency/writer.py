"""Who the writer says they are → is it the name under the letter?"""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import bare
from vlucheck.checks.firstnames import Nicknames, are_other_names
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Part, Role

_FOR_SOMEBODY = re.compile(r"\b(?:p\.?p\.?|for and on behalf of|on behalf of|for)\b", re.IGNORECASE)


def writers_that_differ(letter: Letter, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield the name by which the writer speaks of themselves where somebody else has signed."""
    if any(_FOR_SOMEBODY.search(line.text) for line in letter.part_lines(Part.SIGNATURE, Part.SIGN_OFF)):
        return
    writers = [person for person in letter.people if person.role is Role.WRITER]
    signed = [m for person in writers for m in person.mentions if m.part is Part.SIGNATURE]
    spoken = [p for p in writers if not any(m.part is Part.SIGNATURE for m in p.mentions)]
    for person in spoken:
        mention = next((m for m in person.mentions if m.part is Part.BODY), None)
        if mention is None or not signed or not mention.first:
            continue
        if bare(person.last) != bare(signed[0].last):
            yield Clash(mention.span, signed[0].span)
        elif signed[0].first and are_other_names(mention.first, signed[0].first, nicknames):
            yield Clash(mention.span, signed[0].span, unsure=Confidence.MEDIUM)
