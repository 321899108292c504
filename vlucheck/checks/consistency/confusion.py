"""What only the reader has or does (patience, a complaint, ringing us) → the places that give it to the accused."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import is_introduced
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part, Role

_READERS_OWN = re.compile(
    r"'s? (?:patience|courage|bravery|complaint|request for (?:a|the) review|support for the prosecution"
    r"|right to (?:a )?review)\b"
    r"|(?:,[^,.]{1,40},)? (?:can|may|should|could|is welcome to|must) (?:also |now |always )?(?:tele)?(?:phone"
    r"|ring|call"
    r"|contact|reach|e-?mail|write to|speak to|get in touch with) (?:me|us|this office|the unit)\b"
    r"|(?:,[^,.]{1,40},)? (?:is entitled to|has the right to|may|can) (?:ask for|request|have) (?:a|this decision"
    r"|the decision|our decision) [^.]{0,25}review"
    r"|(?:,[^,.]{1,40},)? (?:feels|felt) that (?:nobody|no one|we|our|the police|the cps)\b"
    r"|(?:,[^,.]{1,40},)? will (?:get|have|receive) (?:a|my|our|the) (?:full |final )?(?:answer|reply|response)\b"
)
_NOT_TOLD = re.compile(r" (?:was|has been|had been) not (?:been )?(?:told|informed|updated|contacted|consulted)\b")
_SAID = re.compile(r"\b(?:said|says|told|claims?|thinks?|believes?|whether)\b[^.]{0,30}$")


def victim_taken_for_accused(letter: Letter) -> Iterator[Clash]:
    """Yield a place that names the accused where only the reader can be meant: "Mr Marsh's patience is appreciated"."""
    readers = {person.last.casefold() for person in letter.people if person.role is Role.RECIPIENT}
    for person in letter.people:
        unknown = person.role is Role.OTHER and len(person.mentions) == 1 and person.first is None
        if person.last.casefold() in readers or not (person.role is Role.DEFENDANT or unknown):
            continue
        for mention in person.mentions:
            found = _READERS_OWN.match(letter.folded, mention.span.end)
            found = found or (_NOT_TOLD.match(letter.folded, mention.span.end) if unknown else None)
            introduced = unknown and is_introduced(letter, mention)
            if (
                mention.part is Part.BODY
                and found
                and not introduced
                and not _SAID.search(letter.folded[: mention.span.start][-60:])
            ):
                other = next((m for m in person.mentions if m is not mention), None)
                yield Clash(Span(mention.span.start, found.end()), other.span if other else None)
                break
