"""The titles that go with one last name → a title that is not the one the person has elsewhere ("Miss", "Mrs")."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import is_introduced
from vlucheck.checks.consistency.spelling import bare
from vlucheck.checks.firstnames import Genders
from vlucheck.letter.model import Letter, Mention, Part, Role

_FEMALE = frozenset({"mrs", "ms", "miss"})
_KNOWN = _FEMALE | {"mr"}
_EARNED = frozenset(
    ("dr", "doctor", "prof", "professor", "rev", "revd", "reverend", "canon", "father", "rabbi", "imam", "mx", "sir")
)
_HEAD = (Part.ADDRESS, Part.SALUTATION)
_ANOTHER = re.compile(
    r"\b(?:a|an|another|other|different|certain|second)(?: [a-z]+(?:'s)?)?,? $"
)  # "of another Gale, a Mr Gale"
_NEAR = 80  # characters
_PRONOUNS = {"he": re.compile(r"\b(?:he|him|his)\b"), "she": re.compile(r"\b(?:she|her|hers)\b")}
_RELATIVES = re.compile(
    r"\b(?:husband|wife|mother|father|mum|dad|parents?|son|daughter|brother|sister|uncle|aunt|partner|married|family"
    r"|couple|grand(?:mother|father|son|daughter|parents?)|step\w+|nephew|niece|cousin|in-law|widow(?:er)?)\b"
)

_CALLED = re.compile(
    r"\b(?:call(?:ed|s|ing)?|address(?:ed|es|ing)?|styled|titled|named) (?:you|him|her|them)(?: as)? "
    r"(?:a |the )?[\"']?(?:mr|mrs|ms|miss|dr|mx|sir|madam|by)\b|\b(?:wrong|your|right|correct) title\b"
)


def titles_two_ways(letter: Letter) -> Iterator[Clash]:
    """Yield the only place of the body that gives a last name another title than the rest of the letter.

    Relatives share a last name: a letter that speaks of some is left alone for the reader's name and for couples.
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for person in letter.people:
        for mention in person.mentions:
            if mention.title:
                by_name[bare(mention.last)].append(mention)
    if _CALLED.search(letter.folded):
        return
    readers = {bare(person.last) for person in letter.people if person.role is Role.RECIPIENT}
    for name, mentions in by_name.items():
        couple = name in readers and _RELATIVES.search(letter.folded)
        mixed = "mr" in {_title(mention) for mention in mentions} and _near_relatives(letter, mentions)
        others = {bare(m.first)[:1] for p in letter.people for m in p.mentions if m.first and bare(m.last) == name}
        if _one_person(mentions) and len(others) <= 1 and not (couple or mixed):
            yield from _odd_one(letter, sorted(mentions, key=lambda mention: mention.span))


def titles_left_off(letter: Letter) -> Iterator[Clash]:
    """Yield the one place of the body that takes the title of "Dr Moxon" or "Canon Hale" away: "Miss Moxon".

    A letter that speaks of relatives, or of a wrong title, is left alone: another of that name may be meant. Not so
    where the reader is spoken to: "I have read it twice, Mrs Moxon."
    """
    if _CALLED.search(letter.folded):
        return
    related = _RELATIVES.search(letter.folded) is not None
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for person in letter.people:
        for mention in person.mentions:
            if mention.title:
                by_name[bare(mention.last)].append(mention)
    for mentions in by_name.values():
        odd = [m for m in mentions if _title(m) in _KNOWN and m.part is Part.BODY]
        usual = [m for m in mentions if _title(m) in _EARNED]
        if related and not (odd and _is_spoken_to(letter, odd[0])):
            continue
        if len(odd) == 1 and usual and len(odd) + len(usual) == len(mentions) and odd[0].first is None:
            greeted = any(m.part in _HEAD for m in usual)
            if greeted or (len(usual) > 1 and not is_introduced(letter, odd[0])):
                better = f"{usual[0].title} {odd[0].last}"
                yield Clash(odd[0].span, usual[0].span, better=(better,))


def _is_spoken_to(letter: Letter, mention: Mention) -> bool:
    """Whether the name stands between a comma and a comma or the end of the sentence, beside a "you"."""
    before, after = letter.folded[: mention.span.start].rstrip()[-1:], letter.folded[mention.span.end :][:1]
    sentence = letter.sentence_at(mention.span.start)
    if before != "," or after not in (",", ".", "!", "?") or sentence is None:
        return False
    return re.search(r"\byour?\b", letter.folded[sentence.span.start : sentence.span.end]) is not None


def _near_relatives(letter: Letter, mentions: Sequence[Mention]) -> bool:
    """Whether a word for a relative stands near one of the places: "Mr Reed and his wife"."""
    relatives = [found.start() for found in _RELATIVES.finditer(letter.folded)]
    spans = [mention.span for mention in mentions]
    return any(span.start - _NEAR <= place <= span.end + _NEAR for place in relatives for span in spans)


def _one_person(mentions: Sequence[Mention]) -> bool:
    """Whether nothing shows two people: two first names, or a title for two ("Mr and Mrs")."""
    firsts = {bare(mention.first).split()[0][0] for mention in mentions if mention.first}
    return len(firsts) <= 1 and all(_title(mention) in _KNOWN for mention in mentions)


def _odd_one(letter: Letter, mentions: Sequence[Mention]) -> Iterator[Clash]:
    usual = _usual(mentions)
    odd = [m for m in mentions if _title(m) != _title(usual) and m.part not in _HEAD]
    if any(_ANOTHER.search(letter.folded[max(0, m.span.start - _NEAR) : m.span.start]) for m in odd):
        return
    if len(odd) == 1 and odd[0].first is None and not _has_own_pronoun(letter, odd[0], usual):
        better = f"{usual.title} {odd[0].last}"
        yield Clash(odd[0].span, usual.span, better=(better,))


def _has_own_pronoun(letter: Letter, odd: Mention, usual: Mention) -> bool:
    """Whether the sentence that follows, or the rest of this one, has the pronoun of the odd title: another person."""
    genders = ["he" if _title(m) == "mr" else "she" for m in (odd, usual)]
    sentence = letter.sentence_at(odd.span.start)
    if genders[0] == genders[1] or sentence is None:
        return False
    rest = letter.folded[odd.span.end : sentence.span.end + _NEAR]
    own, other = (_PRONOUNS[gender].search(rest) for gender in genders)
    return own is not None and (other is None or own.start() < other.start())


def _usual(mentions: Sequence[Mention]) -> Mention:
    """The one whose title counts: in the address, else the title that stands most often, else the first."""
    counts = Counter(_title(mention) for mention in mentions)
    return max(mentions, key=lambda m: (m.part is Part.ADDRESS, counts[_title(m)], -m.span.start))


def _title(mention: Mention) -> str:
    return (mention.title or "").casefold().rstrip(".")


def titles_against_first_names(letter: Letter, genders: Genders) -> Iterator[Clash]:
    """Yield a title that is not the one people of that first name have: "Mr Beth Carrick"."""
    for person in letter.people:
        for mention in person.mentions:
            own = person.role is Role.RECIPIENT and mention.part is Part.SALUTATION
            named = mention.first or (person.first if own else None)
            first = bare(named).split()[0] if named else ""
            title = _title(mention)
            of_name = genders.get(first)
            if (title == "mr" and of_name == "she") or (title in _FEMALE and of_name == "he"):
                yield Clash(mention.span)
                break
