""" "He" where only women are near, or the other way round → the pronoun that must be a slip."""

import re
from collections.abc import Iterator, Sequence

from vlucheck.checks.consistency.cast import accused_of, gender_of
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.pronouns import may_mean_another, names_in
from vlucheck.checks.consistency.spelling import bare
from vlucheck.checks.firstnames import Genders
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Part, Sentence

_PRONOUNS = {"he": re.compile(r"\b(?:he|him|his|himself)\b"), "she": re.compile(r"\b(?:she|her|hers|herself)\b")}
_OTHER = {"he": "she", "she": "he"}
_KIN = {
    "he": re.compile(r"\byour (?:[\w-]+ ){0,2}(?:son|grandson|brother|husband|father|dad|uncle|nephew)\b"),
    "she": re.compile(r"\byour (?:[\w-]+ ){0,2}(?:daughter|granddaughter|sister|wife|mother|mum|aunt|niece)\b"),
}
_SOMEBODY = re.compile(
    r"\b(?:\w+mates?|carers?|cleaners?|lodgers?|guests?|visitors?|students?|pupils?|farmers?|vets?|couples?"
    r"|twins?|pair|two of you|one of (?:them|us|you|my|our|the|his|her)"
    r"|prosecutors|lawyers|barristers|solicitors|officers|doctors|nurses|teachers|neighbours|friends|colleagues|drivers|staff|team"
    r"|passers?-by|pensioner|nobody|somebody|staff|people|everyone|stranger|trainee|leader|chair|partner|editor|deputy|boss"
    r"|\w+(?:ist|woman|man|person|ian)s?|keepers?|\w+keepers?|those who|whoever)\b"
)
_WRITER = re.compile(r"\bi(?: am|'m) (?:the|an?|your) [^,.;]*")
_BESIDE = 2  # sentences before, where somebody of the other gender stands in the same sentence
_WINDOW = 4  # sentences before, in which a pronoun may find whom it means


def pronouns_of_nobody(letter: Letter, genders: Genders) -> Iterator[Clash]:
    """Yield the only "he" that no man can be meant by, near a woman whom the letter speaks of."""
    lost: list[Clash] = []
    for gender in _PRONOUNS:
        known = _names_of(letter, _OTHER[gender], genders)
        if _is_in_title(letter, gender, known) or _is_accused(letter, gender, known):
            continue
        for number, sentence in enumerate(letter.sentences):
            found = _PRONOUNS[gender].search(letter.folded, sentence.span.start, sentence.span.end)
            if found is None or '"' in _words(letter, sentence):
                continue
            near = letter.sentences[max(0, _start_of_near(letter, number)) : number]
            meant = _person_near(letter, (*near, sentence), _OTHER[gender], found.start(), genders)
            if meant and sentence.span.covers(meant):
                near = near[-_BESIDE:]
            if meant and not _finds_somebody(letter, near, sentence, gender, known):
                lost.append(Clash(Span(*found.span()), meant, unsure=Confidence.MEDIUM))
    if len(lost) == 1:
        yield from lost


def _start_of_near(letter: Letter, number: int) -> int:
    """The number of the first sentence in which the pronoun may find whom it means: at the head of a paragraph that is
    the first of the paragraph before, however long."""
    sentence, start = letter.sentences[number], number - _WINDOW
    last = letter.sentences[number - 1] if number else sentence
    if last.paragraph == sentence.paragraph:
        return start
    return min(start, next(n for n, each in enumerate(letter.sentences) if each.paragraph == last.paragraph))


def _names_of(letter: Letter, gender: str, genders: Genders) -> frozenset[str]:
    """The names of all who are surely of this gender, by their title, their first name or a word for a relative."""
    known = {name.title() for name, each in genders.items() if each == gender}
    for person in letter.people:
        first = bare(person.first).split()[0] if person.first else ""
        if (gender_of(person) or genders.get(first)) == gender:
            own = (m for m in person.mentions if genders.get(bare(m.first or ""), gender) == gender)
            known |= {word for mention in own for word in re.findall(r"\w+", mention.text)}
    kin = rf"{_KIN[gender].pattern},? (?P<name>\w{{3,}})"
    return frozenset(known | {found["name"].title() for found in re.finditer(kin, letter.folded)})


def _is_accused(letter: Letter, gender: str, known: frozenset[str]) -> bool:
    """Whether the accused, of whom the whole letter speaks, may be meant: they are not surely of the other gender."""
    accused = accused_of(letter)
    if accused:
        return any(not known & set(m.text.split()) for person in accused for m in person.mentions)
    return sum(1 for s in letter.sentences if _PRONOUNS[gender].search(_words(letter, s))) > 1


def _is_in_title(letter: Letter, gender: str, known: frozenset[str]) -> bool:
    """Whether a subject or heading speaks of somebody whom the pronoun could mean anywhere below it."""
    return any(_offers(letter, heading, gender, known) for heading in letter.headings) or any(
        may_mean_another(letter.folded[line.span.start : line.span.end], gender)
        for line in letter.part_lines(Part.SUBJECT)
    )


def _person_near(letter: Letter, near: Sequence[Sentence], gender: str, before: int, genders: Genders) -> Span | None:
    """The last place before the pronoun that names somebody of the other gender."""
    places = [
        m.span
        for p in letter.people
        if gender_of(p) == gender
        for m in p.mentions
        if genders.get(bare(m.first or ""), gender) == gender
    ]
    places += [Span(*found.span()) for found in _KIN[gender].finditer(letter.folded)]
    start = near[0].span.start
    return max((p for p in places if start <= p.start and p.end <= before), default=None)


def _finds_somebody(
    letter: Letter, near: Sequence[Sentence], sentence: Sentence, gender: str, known: frozenset[str]
) -> bool:
    """Whether the sentence or one before names or speaks of anybody whom the pronoun could mean."""
    if any(_PRONOUNS[gender].search(_words(letter, each)) for each in near):
        return True
    return any(_offers(letter, each, gender, known) for each in (*near, sentence))


def _offers(letter: Letter, sentence: Sentence, gender: str, known: frozenset[str]) -> bool:
    words = _words(letter, sentence)
    for person in letter.people:
        if gender_of(person) == _OTHER[gender]:
            for mention in (m for m in person.mentions if not m.first or m.first.split()[0] in known):
                words = re.sub(
                    rf"(?:\b(?:the|our|your|my) (?:[\w'-]+ ){{0,4}}[\w'-]+, )?{re.escape(mention.text.casefold())}",
                    " ",
                    words,
                )
    words = _WRITER.sub(" ", words)
    words = _KIN[_OTHER[gender]].sub(" ", words)
    return bool(
        may_mean_another(words, gender)
        or _SOMEBODY.search(words)
        or (names_in(sentence, letter) | _opening_name(sentence)) - known
        or '"' in words
    )


def _opening_name(sentence: Sentence) -> frozenset[str]:
    """The one word that a sentence begins with, where it is a name that does something: "Ffion was six"."""
    opening = next((token for token in sentence.parse if token.is_alpha), None)
    named = opening is not None and opening.tag_ in ("NNP", "NN") and opening.dep_ in ("nsubj", "nsubjpass")
    return frozenset({opening.text} if opening is not None and named and not list(opening.children) else ())


def _words(letter: Letter, sentence: Sentence) -> str:
    return letter.folded[sentence.span.start : sentence.span.end]
