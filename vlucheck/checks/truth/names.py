"""Names of the case file that the letter spells another way, and names that stand in the place of the victim's."""

import re
from collections import Counter
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import speaks_of_two_people
from vlucheck.checks.consistency.spelling import bare, nearly_same
from vlucheck.checks.firstnames import Nicknames, pieces, squashed
from vlucheck.checks.truth.cast import (
    OWN_WORDS,
    Character,
    NameWord,
    characters,
    is_same,
    is_somebody_else,
    meant_by,
    name_words,
)
from vlucheck.checks.truth.naming import first_agrees, last_agrees
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile, CasePerson
from vlucheck.letter.model import Letter, Part
from vlucheck.rulebook.seek import quoted_spans

_SHORTEST = 4
_OFTEN = 2
_KIN = {
    "son": "he", "daughter": "she", "brother": "he", "sister": "she", "mother": "she", "father": "he", "husband": "he",
    "wife": "she", "grandson": "he", "granddaughter": "she", "boy": "he", "girl": "she", "child": "", "partner": "",
}  # fmt: skip
_BEFORE_VICTIM = re.compile(r"\b(?:death|loss|killing|murder|memory) of (?:your \w+,? )?$|\blosing (?:your \w+,? )?$")
_AFTER_VICTIM = re.compile(r"'s (?:death|funeral|killing|murder|mother|mum|parents|family|sisters?|brothers?)\b")
_COUNTED_OUT = re.compile(r"\b(?:from|by|defendant|mr|ms|mrs)\b[^.]{0,12}$")
_YOUR_KIN = re.compile(rf"\b[Yy]our (?:(?:late|young|little) )?(?P<kin>{'|'.join(_KIN)}),? (?P<name>[A-ZÀ-Þ][\w’'-]+)")


def misspelt_victims(letter: Letter, case: CaseFile, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield each place that spells a name of the victim or the reader another way."""
    yield from _misspelt(letter, case, nicknames, ("victim", "recipient"))


def misspelt_defendants(letter: Letter, case: CaseFile, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield each place that spells a defendant's name another way, and a first name that begins like theirs."""
    yield from _misspelt(letter, case, nicknames, ("defendants",))
    yield from other_first_names(letter, case, nicknames)


def _misspelt(letter: Letter, case: CaseFile, nicknames: Nicknames, keys: tuple[str, ...]) -> Iterator[Clash]:
    if speaks_of_two_people(letter):
        return
    quoted = quoted_spans(letter)
    for word in name_words(letter):
        if _is_known(word.text, case, nicknames) or any(each.covers(word.span) for each in quoted):
            continue
        meant = _meant(word, case)
        if meant is None or meant[0].key not in keys or is_somebody_else(letter, word, case):
            continue
        who, right = meant
        yield Clash(word.span, None, {"case": who.person.name, "place": who.place}, (right,), _doubt(word))


def _is_known(text: str, case: CaseFile, nicknames: Nicknames) -> bool:
    """Whether it is a name of the case, a part of one, or a short form."""
    known = {piece for each in characters(case) for piece in pieces(f"{each.person.first} {each.person.last}")}
    whole = all(piece in known for piece in pieces(text))
    return (
        whole
        or squashed(text) in {squashed(p.last) for p in case.people} | {squashed(p.first) for p in case.people}
        or any(each.person.first and first_agrees(text, each.person, nicknames) for each in characters(case))
    )


def _meant(word: NameWord, case: CaseFile) -> tuple[Character, str] | None:
    """The person of the case whose name the word looks like a slip for, and the name as it should be."""
    if len(word.text) < _SHORTEST:
        return None
    for each in characters(case):
        for right in (*each.person.last.split(), *each.person.first.split()):
            if len(right) >= _SHORTEST and _is_slip(word, right, each):
                return each, _cased(right, word.text)
    return None


def _is_slip(word: NameWord, right: str, who: Character) -> bool:
    """Whether the word looks like this name; forms of one name (Kowalski, Kowalska) only beside the other name."""
    if nearly_same(word.text, right):
        return True
    mention = word.mention
    if mention is None or bare(word.text)[:-1] != bare(right)[:-1]:
        return False
    beside = mention.first if word.text in mention.last else mention.last
    return bool(beside) and squashed(beside or "") in pieces(f"{who.person.first} {who.person.last}")


def _cased(right: str, like: str) -> str:
    return right.upper() if like.isupper() else right


def other_first_names(letter: Letter, case: CaseFile, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield a full name with the last name of a defendant and a first name that begins like theirs: "Steven Lomax" for
    Stephen. Any other first name may be that of a relative."""
    for mention in (m for person in letter.people for m in person.mentions if m.part in OWN_WORDS):
        if not mention.first or mention.text == mention.first or meant_by(mention, case, nicknames):
            continue
        for each in characters(case):
            first, own = bare(mention.first), bare(each.person.first)
            alike = first[:2] == own[:2] and not nearly_same(first, own)
            if last_agrees(mention.last, each.person) and alike and len(own) >= _SHORTEST:
                right = CasePerson(mention.title or "", each.person.first, each.person.last).name
                yield Clash(mention.span, None, {"case": each.person.name, "place": each.place}, (right,))


def _doubt(word: NameWord) -> Confidence | None:
    return None if word.mention is not None or len(word.text) > _SHORTEST else Confidence.MEDIUM


def other_victims(letter: Letter, case: CaseFile, nicknames: Nicknames) -> Iterator[Clash]:
    """Yield a first name in the place of the victim's, in a letter to somebody else about the victim: "your son David"
    for Daniel, or a name with the same first letter that stands alone."""
    victim, reader = case.victim, case.reader
    if victim is None or not victim.first or reader is None or is_same(victim, reader):
        return
    fill = {"case": victim.name, "place": case.place_of("victim")}
    places = " ".join(
        line.text for line in letter.part_lines(Part.LETTERHEAD, Part.ADDRESS, Part.FOOTER, Part.SIGNATURE)
    )
    unknown = (word for word in name_words(letter) if not _is_known(word.text, case, nicknames))
    words = [word for word in unknown if word.text not in places]
    counts = Counter(word.text for word in words)
    stands = re.search(rf"\b{re.escape(victim.first)}\b", letter.text) is not None
    kin = {letter_match.start("name"): letter_match["kin"] for letter_match in _YOUR_KIN.finditer(letter.text)}
    for word in words:
        if nearly_same(word.text, victim.first) or counts[word.text] > _OFTEN or not _stands_alone(letter, word):
            continue
        as_kin = word.span.start in kin and _KIN[kin[word.span.start]] in ("", victim.pronoun)
        alike = bare(word.text)[0] == bare(victim.first)[0]
        in_place = (as_kin and (alike or not stands)) or _is_the_victims(letter, word)
        if in_place or (alike and stands and _does_something(letter, word)):
            yield Clash(word.span, None, fill, (victim.first,), Confidence.MEDIUM)


def _is_the_victims(letter: Letter, word: NameWord) -> bool:
    """Whether the words beside the name only go with that of the victim: "the death of X", "X's mother"."""
    before, after = letter.folded[: word.span.start][-40:], letter.folded[word.span.end :][:40]
    return bool(_BEFORE_VICTIM.search(before) or (_AFTER_VICTIM.match(after) and not _COUNTED_OUT.search(before)))


def _stands_alone(letter: Letter, word: NameWord) -> bool:
    """Whether the word is a first name without a last name or a title, of nobody that the letter tells more about."""
    if word.mention is not None and (word.mention.title or squashed(word.mention.text) != squashed(word.text)):
        return False
    person = word.person
    if person is not None and any(m.first and squashed(m.last) != squashed(m.first) for m in person.mentions):
        return False
    before, after = letter.text[: word.span.start], letter.text[word.span.end :]
    return not re.search(r"[A-Z][\w’'-]*\.? $", before[-25:]) and not re.match(r" [A-Z]\w", after)


def _does_something(letter: Letter, word: NameWord) -> bool:
    """Whether the grammar takes it for a person: the subject or object of a verb, or the owner of something."""
    sentence = letter.sentence_at(word.span.start)
    for token in sentence.parse if sentence else ():
        if token.idx + sentence.offset == word.span.start if sentence else False:
            return token.dep_ in ("nsubj", "nsubjpass", "poss", "dobj", "pobj") and token.ent_type_ in ("PERSON", "")
    return False
