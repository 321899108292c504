"""The people of a letter who are called by a first name → "he" or "she" for each, and a place that says other."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.somebody import (
    HE,
    HE_WORDS,
    SHE,
    SHE_WORDS,
    could_be_meant,
    names_of,
    words_of,
)
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.checks.firstnames import Genders, squashed
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Sentence

_CHILD = re.compile(
    r"\byour (?:\w+ )?(?P<kin>son|grandson|brother|daughter|granddaughter|sister),? (?P<name>[a-z]{3,})\b"
)
_SONS = frozenset({"son", "grandson", "brother"})
_BOY, _GIRL = re.compile(r"\bboys?\b"), re.compile(r"\bgirls?\b")
_OFTEN = 3  # times that "he" goes with a name before "she" beside it is a slip
_OPENS = re.compile(
    r"(?:(?:what|when|where|how|all(?: that)?|everything|then|but|and|so|later|at first|there|since then|after that"
    r"|that day|at (?:home|school)|for that|now|today),? )?(?P<who>he|she)\b"
)
_BELIEVED = re.compile(
    r"\b(?:mean|means|about|because|saying|say|suggest)\b[^.;]{0,40}\b(?:believe|believed|believes|disbelieve[sd]?|doubt(?:ed|s)?)"
    r" (?P<who>him|her)\b(?! [\w]+)"
)
_KIN_OF = {
    "he": re.compile(r"\byour (?:[\w-]+ ){0,2}(?:son|grandson|boy|stepson)\b"),
    "she": re.compile(r"\byour (?:[\w-]+ ){0,2}(?:daughter|granddaughter|girl|stepdaughter)\b"),
}
_TOLD_TO = re.compile(
    r"\b(?:told|said to|showed|spoke to|talked to|talked with|answered) (?:the|that|this) (?P<to>[\w]+(?: [\w]+)?)"
)


def known_pronouns(letter: Letter, genders: Genders) -> dict[str, str]:
    """The pronoun that goes with each name without a title, by the sentences that name nobody else, by the words
    "your son" beside it, and by what most people of that name are."""
    seen: dict[str, Counter[str]] = {}
    for sentence in letter.sentences:
        names, words = frozenset(names_of(sentence, letter)), words_of(letter, sentence)
        if len(names) == 1 and bool(HE.search(words)) != bool(SHE.search(words)):
            seen.setdefault(next(iter(names)), Counter())["he" if HE.search(words) else "she"] += 1
    told = {name: each.most_common(1)[0][0] for name, each in seen.items() if _is_clear(each)}
    return told | children_of(letter, genders)


def children_of(letter: Letter, genders: Genders) -> dict[str, str]:
    """The pronouns of those named beside a word for a relative ("your son Marek"), and of a child in a letter about a
    boy or a girl, whose name goes with the same pronoun."""
    kin = {m["name"].title(): "he" if m["kin"] in _SONS else "she" for m in _CHILD.finditer(letter.folded)}
    boy, girl = (words.search(letter.folded) is not None for words in (_BOY, _GIRL))
    if boy == girl:
        return kin
    gender, own, other = ("he", HE, SHE) if boy else ("she", SHE, HE)
    alone: dict[str, Counter[str]] = {}
    for sentence in letter.sentences:
        names, words = frozenset(names_of(sentence, letter)), words_of(letter, sentence)
        if (
            len(names) == 1
            and not _titled_names(letter) & names
            and bool(own.search(words)) != bool(other.search(words))
        ):
            alone.setdefault(next(iter(names)), Counter())[gender if own.search(words) else ""] += 1
    likely = {n for n, c in alone.items() if c[gender] and not c[""] and genders.get(squashed(n), gender) == gender}
    return kin | {name: gender for name in likely if name not in kin}


def _titled_names(letter: Letter) -> frozenset[str]:
    """The last names that stand beside a title: they are no child's."""
    return frozenset(m.last for person in letter.people for m in person.mentions if m.title)


def _is_clear(counts: Counter[str]) -> bool:
    most = counts.most_common(1)[0][1]
    return counts.total() == most or (most >= _OFTEN and counts.total() - most <= 1)


def wrong_opening(
    letter: Letter, sentence: Sentence, before: Sequence[Sentence], known: Mapping[str, str]
) -> Clash | None:
    """ "She spoke up", or "What she told the officer", after a sentence about somebody's son."""
    opening = _OPENS.match(words_of(letter, sentence))
    antecedent = next((each for each in reversed(before) if list(names_of(each, letter))), None)
    names = list(names_of(antecedent, letter)) if antecedent else []
    if opening is None or antecedent is None or len(set(names)) != 1 or names[0] in _titled_names(letter):
        return None
    own = next((each for child, each in known.items() if child == names[0] or nearly_same(child, names[0])), "")
    if own in ("", opening["who"]):
        return None
    wrong, others = (HE, HE_WORDS) if opening["who"] == "he" else (SHE, SHE_WORDS)
    told = _TOLD_TO.search(words_of(letter, sentence))
    spoken_to = told["to"].replace(" ", "|") if told else ""
    near = [antecedent] if spoken_to and antecedent is before[-1] else before
    if any(could_be_meant(letter, each, (wrong, others), False, spoken_to) for each in near):
        return None
    start = antecedent.span.start + antecedent.text.index(names[0])
    if letter.folded.startswith("'s", start + len(names[0])):
        return None
    place = Span(sentence.span.start + opening.start("who"), sentence.span.start + opening.end())
    return Clash(place, Span(start, start + len(names[0])))


def disbelieved_child(letter: Letter, sentence: Sentence) -> Clash | None:
    """ "It does not mean that we did not believe her" in a letter about the reader's son, and no daughter."""
    found = _BELIEVED.search(letter.folded, sentence.span.start, sentence.span.end)
    if found is None:
        return None
    own = "he" if found["who"] == "him" else "she"
    child = {gender: words.search(letter.folded) for gender, words in _KIN_OF.items()}
    other = child["she" if own == "he" else "he"]
    near = re.search(r"\b(?:mr|mrs|ms|miss|dr) |\b(?:mother|father|wife|husband|witness)\b", words_of(letter, sentence))
    if other is None or child[own] or near:
        return None
    return Clash(Span(*found.span("who")), Span(*other.span()))
