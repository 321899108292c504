"""The people of a letter → who is the reader, who is accused, and whether somebody is "he" or "she"."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Mention, Part, Person, Role

_MALE, _FEMALE = frozenset({"mr", "sir", "lord"}), frozenset({"mrs", "ms", "miss", "lady", "dame"})
_SEVERAL_ACCUSED = re.compile(
    r"\b(?:co-(?:defendant|accused)|(?:both|two|three|other|another) (?:\w+ )?(?:men|women|people|man|woman|defendants?"
    r"|suspects?|boys?|girls?|youths?)|both of them|defendants|suspects|jointly)\b"
)
_BEFORE_ACCUSED = re.compile(
    r"(?:(?<!complaint )(?<!complaints )(?<!complaining )(?<!order )\bagainst|\bcharge|\bcharging|\bprosecut(?:e|ing)"
    r"|\bprosecution of|\btrial of|\bacquit(?:ted)?|\bconvict(?:ed|ion of)?|\bcase of"
    r"|\b(?:prov(?:e|es|ed|ing)|sure|show|shows) (?:that )?it was) $"
)
_AUXILIARIES = (
    r"(?:(?:will|would|should|could|can|must|was|were|is|are|has|have|had|be|been|being|now|not|then|also|never|again"
    r"|cannot|to|still|no longer) )*"
)
_AFTER_ACCUSED = re.compile(
    rf" {_AUXILIARIES}(?:(?:charged|prosecuted|convicted|acquitted|sentenced|arrested|remanded|bailed|cautioned)\b"
    r"|pleaded (?:not )?guilty|stand trial|go on trial|found (?:not )?guilty|tried for"
    r"|(?:did|was the (?:person|man|woman|one) who did) (?:it|this)\b|was (?:the one )?responsible\b"
    r"|(?:attacked|assaulted|robbed|burgled|stabbed|threatened) you\b)"
    r"|'s? (?:bail|trial|plea|acquittal|conviction)\b"
)
_REPORTED_BY = re.compile(r"\b(?:by|from)\b[^.]{0,20}$")


def accused_of(letter: Letter) -> tuple[Person, ...]:
    """The people of the letter who are charged or suspected, the reader left out."""
    return tuple(person for person in letter.people if person.role is Role.DEFENDANT)


def speaks_of_several_accused(letter: Letter) -> bool:
    """Whether more than one person is accused, as far as the words tell."""
    people = accused_of(letter)
    apart = [p for n, p in enumerate(people) if not any(nearly_same(p.last, other.last) for other in people[:n])]
    return len(apart) > 1 or _SEVERAL_ACCUSED.search(letter.folded) is not None


def gender_of(person: Person) -> str | None:
    """ "he" or "she" where every title of the person says so, else None."""
    titles = {(mention.title or "").casefold().rstrip(".") for mention in person.mentions} - {""}
    if titles and titles <= _MALE:
        return "he"
    return "she" if titles and titles <= _FEMALE else None


def gender_of_accused(letter: Letter) -> tuple[str, Mention] | None:
    """The pronoun of all who are accused, with a place that shows it; None where they differ or no title tells."""
    accused = accused_of(letter)
    genders = {gender_of(person) for person in accused}
    if len(genders) != 1 or None in genders:
        return None
    titled = next(m for person in accused for m in person.mentions if m.title)
    return genders.pop() or "", titled


def in_body(person: Person) -> Iterator[Mention]:
    """The places of the body, the subject and the headings that name the person."""
    return (m for m in person.mentions if m.part in (Part.BODY, Part.SUBJECT, Part.HEADING))


def stands_as_accused(letter: Letter, mention: Mention) -> bool:
    """Whether the words beside the name are those that stand beside the accused: "against Mr Marsh"."""
    return place_as_accused(letter, mention) is not None


def place_as_accused(letter: Letter, mention: Mention) -> Span | None:
    """The name with the words that show it as that of the accused ("Mr Marsh was charged"), or None."""
    start = max(0, mention.span.start - 40)
    before = letter.folded[start : mention.span.start]
    lead = _BEFORE_ACCUSED.search(before)
    if lead:
        return Span(start + lead.start(), mention.span.end)
    after = _AFTER_ACCUSED.match(letter.folded, mention.span.end)
    return Span(mention.span.start, after.end()) if after and not _REPORTED_BY.search(before) else None
