"""The titles that the text gives to people of the case against the case file: Mr for a woman, Mrs for Miss."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.firstnames import Nicknames
from vlucheck.checks.truth.cast import OWN_WORDS, Character, meant_by
from vlucheck.checks.truth.naming import is_joint, pronoun_of_title, title_agrees
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile, CasePerson
from vlucheck.letter.model import Letter, Role

_NEAR = 80  # characters
_RELATIVES = re.compile(
    r"\b(?:husband|wife|mother|father|mum|dad|parents?|son|daughter|brother|sister|uncle|aunt|partner|married|family"
    r"|couple|grand\w+|step\w+|nephew|niece|cousin|in-law|widow(?:er)?|children|both)\b"
)
_CALLED = re.compile(r"\b(?:called|addressed|styled|titled|named) (?:you|him|her|them)\b|\bwrong title\b")


def wrong_titles(letter: Letter, case: CaseFile, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield a title in the text that nobody of the case with this name has. Relatives share a name: where the letter
    speaks of some near it, it is left alone."""
    if _CALLED.search(letter.folded):
        return
    for person in letter.people:
        for mention in person.mentions if person.role is not Role.WRITER else ():
            if not mention.title or mention.part not in OWN_WORDS or is_joint(mention.title):
                continue
            meant = meant_by(mention, case, nicknames)
            if not meant or any(title_agrees(mention.title, each.person) for each in meant):
                continue
            sentence = letter.sentence_at(mention.span.start)
            start, end = (sentence.span.start, sentence.span.end) if sentence else (0, mention.span.end)
            near = letter.folded[max(start, mention.span.start - _NEAR) : min(end, mention.span.end + _NEAR)]
            who = meant[0]
            if not mention.first and (_RELATIVES.search(near) or _may_be_spouse(mention.title, who)):
                continue
            fill = {"case": _with_pronoun(who.person), "place": who.place}
            yield Clash(mention.span, None, fill, _better(who.person, mention.first), _doubt(who.key, mention.first))


def _may_be_spouse(title: str, who: Character) -> bool:
    """Whether it is the title of the other sex beside the last name of the reader or the victim: Mr Hill's Mrs Hill."""
    own = who.person.pronoun or pronoun_of_title(who.person.title)
    return who.key != "defendants" and pronoun_of_title(title) not in ("", own)


def _with_pronoun(person: CasePerson) -> str:
    return person.name if person.title else f"{person.name} ({person.pronoun})"


def _better(person: CasePerson, first: str | None) -> tuple[str, ...]:
    title = person.title or ("Mr" if person.pronoun == "he" else "")
    return (CasePerson(title, person.first if first else "", person.last).name,) if title else ()


def _doubt(key: str, first: str | None) -> Confidence | None:
    return None if key == "defendants" or first else Confidence.MEDIUM
