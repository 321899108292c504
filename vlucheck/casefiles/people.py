"""A name as one text ("Mrs Anna Kowalska", "Dean Marsh (he)") → title, first and last name, pronoun."""

import re

from vlucheck.letter.casefile import CasePerson
from vlucheck.letter.names import PARTICLE

_TITLES = (
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Rev|Revd|Reverend|Sir|Lady|Lord|Dame|Master|Father|Sister|Rabbi|Imam"
    r"|Canon|Major|Captain|Colonel|Judge|Councillor|Cllr|Messrs)\.?"
)
_TITLE = re.compile(rf"(?P<title>(?:The )?{_TITLES}(?: (?:and|&) {_TITLES})?) ", re.IGNORECASE)
_PRONOUN = re.compile(r"\s*[(,]\s*(?P<pronoun>he|she|they)(?:/\w+)*\s*\)?$", re.IGNORECASE)
_LAST = re.compile(rf"(?<!\S)(?:(?:{PARTICLE}|St\.?|Van|De) )*\S+$")
_COMPANY = re.compile(
    r"\b(?:ltd|limited|plc|llp|council|trust|company|school|college|association|society|group)\b", re.I
)


def person_of(text: str) -> CasePerson:
    """Return the person; the last word, with the particles before it, is the last name. A company is a last name."""
    pronoun = _PRONOUN.search(text)
    rest = " ".join((text[: pronoun.start()] if pronoun else text).split())
    title = _TITLE.match(rest)
    name = rest[title.end() :] if title else rest
    who = pronoun["pronoun"].casefold() if pronoun else ""
    if _COMPANY.search(name):
        return CasePerson("", "", name, who)
    last = _LAST.search(name)
    start = last.start() if last else 0
    return CasePerson(title["title"].rstrip(".") if title else "", name[:start].strip(), name[start:], who)
