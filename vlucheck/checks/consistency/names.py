"""The people of a letter → a name that is spelt two ways."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.misnamed import is_wrong_name_told, tells_of_wrong_name
from vlucheck.checks.consistency.spelling import (
    are_spellings,
    bare,
    distance,
    nearly_same,
    sound_same,
    starts_alike,
)
from vlucheck.checks.firstnames import Nicknames, are_other_names
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Mention, Part, Person
from vlucheck.rulebook.seek import quoted_spans

_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "master", ""})
_TWO_PEOPLE = re.compile(
    r"\bconfus(?:e|ed|ing|ion)\b|\b(?:nearly|almost) the same (?:sur)?name|\bsimilar (?:sur)?names?|\bno relation\b"
    r"|\bnamesake|\btwo different (?:people|men|women|officers|persons)|\bmixed (?:him|her|them|you) up\b"
)
_HEAD = frozenset({Part.LETTERHEAD, Part.ADDRESS, Part.PRIVATE, Part.REFERENCE, Part.SALUTATION, Part.SUBJECT})

_RELATIVES = re.compile(
    r"\b(?:brothers?|sisters?|cousins?|twins?|uncle|aunt|nephew|niece|father|mother|sons?|daughters?|husband|wife"
    r"|parents?|both men|both women|two men|family)\b"
)
_NEAR = 40  # characters
_SHORTEST, _LONG = 4, 5  # letters of a last name
_TOLD_BEFORE = re.compile(
    r"\b(?:colleague|prosecutor|lawyer|barrister|advocate|solicitor|officer|inspector|sergeant|constable|manager|clerk"
    r"|secretary|assistant|doctor|expert|judge|witness|neighbour|friend|son|daughter|brother|sister|husband|wife|named"
    r"|called|is|was)s?,? $|\b(?:his|her|your|their|our|my) (?:[\w'-]+ ){0,2}[\w'-]+, $"
)
_TOLD_AFTER = re.compile(
    r", (?:(?:the|our|a|an|my|your|his|her) (?:[\w'-]+ ){0,3}?(?:\w+(?:er|or|ist|ant|ent|man|woman|ian|ess|mate)"
    r"|friend|neighbour|colleague|judge|clerk|advocate|head|son|nurse|landlord|witness|other|lead|boss|cousin|uncle"
    r"|aunt|gp)s?\b|who\b|whose\b)| \(| (?:who|is|was) (?:the|a|an|our|my|your)\b"
)


def names_spelt_two_ways(letter: Letter, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield the rarer spelling of a name that the letter also spells another way, at its first place."""
    if _TWO_PEOPLE.search(letter.folded):
        return
    told = tells_of_wrong_name(letter)
    for one, other in combinations(_own_people(letter), 2):
        wrong, right = sorted((one, other), key=_weight)
        if told and not all(mention.part in _HEAD for mention in wrong.mentions):
            continue
        if _may_be_same(one, other):
            yield _clash(wrong, right, None)
        elif (_looks_alike(wrong, right) and not is_introduced(letter, wrong.mentions[0])) or _has_two_first_names(
            letter, wrong, right, nicknames
        ):
            yield _clash(wrong, right, Confidence.MEDIUM)


def _own_people(letter: Letter) -> list[Person]:
    """The people as the writer names them: a name in quotation marks, or one that somebody was called, is quoted."""
    quoted = quoted_spans(letter)

    def is_quoted(mention: Mention) -> bool:
        return is_wrong_name_told(letter, mention.span) or any(each.overlaps(mention.span) for each in quoted)

    own = ((person, tuple(m for m in person.mentions if not is_quoted(m))) for person in letter.people)
    return [replace(person, mentions=mentions) for person, mentions in own if mentions]


def is_introduced(letter: Letter, mention: Mention) -> bool:
    """Whether the words beside a name say who that is ("my colleague Mr Drake", "Mr Drake, the barrister")."""
    before = letter.folded[max(0, mention.span.start - 40) : mention.span.start]
    return bool(_TOLD_BEFORE.search(before) or _TOLD_AFTER.match(letter.folded, mention.span.end))


def speaks_of_two_people(letter: Letter) -> bool:
    """Whether the letter itself says that two names are alike, or were misspelt before."""
    return _TWO_PEOPLE.search(letter.folded) is not None or tells_of_wrong_name(letter)


def _clash(wrong: Person, right: Person, unsure: Confidence | None) -> Clash:
    place, model = _in_full(wrong), _in_full(right)
    if bare(wrong.last) == bare(right.last):
        return Clash(place.span, model.span, {}, better=(_like(place, right),), unsure=unsure)
    return Clash(_last_name(place), _last_name(model), {}, better=(right.last,), unsure=unsure)


def _in_full(person: Person) -> Mention:
    """The first place that has the last name; "Ian" alone is a place of Ian Marsh too."""
    return next((m for m in person.mentions if m.text.endswith(person.last)), person.mentions[0])


def _last_name(mention: Mention) -> Span:
    return Span(mention.span.end - len(_family_name(mention.last)), mention.span.end)


def _family_name(last: str) -> str:
    """The last name without the initial that may stand before it: "Ms O Hale"."""
    return re.sub(r"^(?:[^\W\d_]\.? )+", "", last)


def _like(place: Mention, right: Person) -> str:
    """The name as it should stand in the place: with the parts that stand there now."""
    parts = (place.title and (right.title or place.title), place.first and (right.first or place.first), right.last)
    return " ".join(part for part in parts if part)


def _weight(person: Person) -> tuple[int, int, bool, bool, int]:
    """How much speaks for a spelling: the address block before all, then how often it stands, then that it is in the
    text and not in a heading alone, then who came first. A last name alone speaks for no first name."""
    parts = Counter(mention.part for mention in person.mentions)
    often = sum(1 for mention in person.mentions if mention.first or not person.first)
    told = not all(mention.part in (Part.SUBJECT, Part.HEADING) for mention in person.mentions if mention.first)
    return parts[Part.ADDRESS], often, person.first is not None, told, -person.mentions[0].span.start


def _may_be_same(one: Person, other: Person) -> bool:
    if not _titles_agree(one, other) or all(m.part is Part.SALUTATION for p in (one, other) for m in p.mentions):
        return False
    firsts = [bare(person.first).split()[0] if person.first else "" for person in (one, other)]
    lasts = [_family_name(person.last) for person in (one, other)]
    same_last, near_last = bare(lasts[0]) == bare(lasts[1]), nearly_same(*lasts)
    if same_last:
        return all(firsts) and (nearly_same(*firsts) or are_spellings(*firsts))
    return near_last and (not all(firsts) or _firsts_agree(*firsts))


def _has_two_first_names(letter: Letter, one: Person, other: Person, nicknames: Nicknames) -> bool:
    """Whether one "Mr Drewitt" is Alan in one place and Adam in another: two people would never be named so."""
    if bare(one.last) != bare(other.last) or not (one.first and other.first and _titles_agree(one, other)):
        return False
    mentions = (*one.mentions, *other.mentions)
    if not are_other_names(one.first, other.first, nicknames) or any(_is_beside_relative(letter, m) for m in mentions):
        return False
    alone = any(m.title and not m.first and m.part is Part.BODY for m in mentions)
    sentences = [{_sentence_start(letter, m) for m in person.mentions} for person in (one, other)]
    return alone and not sentences[0] & sentences[1]


def _is_beside_relative(letter: Letter, mention: Mention) -> bool:
    start = max(0, mention.span.start - _NEAR)
    return _RELATIVES.search(letter.folded, start, mention.span.end + _NEAR) is not None


def _sentence_start(letter: Letter, mention: Mention) -> int:
    sentence = letter.sentence_at(mention.span.start)
    return sentence.span.start if sentence else mention.span.start


def _firsts_agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _titles_agree(one: Person, other: Person) -> bool:
    titles = [(person.title or "").casefold().rstrip(".") for person in (one, other)]
    civil = [title in _CIVIL for title in titles]
    return civil[0] == civil[1] and not ("mr" in titles and {"mrs", "ms", "miss"} & set(titles))


def _looks_alike(rare: Person, known: Person) -> bool:
    """A name with a title that stands once, and looks like another of the same title: "Mr Lyle" beside "Mr Lisle",
    "Ms Treadwell" beside "Ms Treadgold"."""
    a, b = bare(rare.last), bare(known.last)
    once = len(rare.mentions) == 1 and rare.first is None and (len(known.mentions) > 1 or known.first is not None)
    same_title = rare.title is not None and rare.title == known.title
    if same_title and len(rare.mentions) == 1 and min(len(a), len(b)) >= _SHORTEST and distance(a, b) == 1:
        return rare.first is None and (len(a) >= _LONG or known.first is not None)
    if once and same_title and sound_same(a, b):
        return True
    if not (once and same_title and min(len(a), len(b)) >= 4):
        return False
    return (a[0] + a[-1] == b[0] + b[-1] and distance(a, b) == 2) or (starts_alike(a, b) and known.first is not None)
