""" "He", "she", "his", "her" against the title of the only person a sentence can mean."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Mention, Sentence, fold
from vlucheck.letter.wordlists import NOT_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Token

_MALE, _FEMALE = frozenset({"mr"}), frozenset({"mrs", "ms", "miss"})
_HE, _SHE = re.compile(r"\b(?:he|him|his|himself)\b"), re.compile(r"\b(?:she|her|hers|herself)\b")
_HE_WORDS = re.compile(
    r"\b(?:man|men|boy|boys|son|sons|brother\w*|husband|father|dad|uncle|nephew|grandson|grandfather|boyfriend|gentleman"
    r"|stepson|stepfather|male|fianc[eé]|his honour|lord|sir|widower|godfather|partner|ex-partner|ex-husband|mr)\b"
)
_SHE_WORDS = re.compile(
    r"\b(?:woman|women|girl|girls|daughter\w*|sister\w*|wife|mother|mum|aunt|niece|granddaughter|grandmother|girlfriend"
    r"|lady|stepdaughter|stepmother|female|fianc[eé]e|her honour|widow|madam|godmother|partner|ex-partner"
    r"|ex-wife|mrs|ms"
    r"|miss)\b"
)
_ANYBODY = re.compile(
    r"\b(?:officer|judge|magistrate|prosecutor|lawyer|barrister|advocate|solicitor|doctor|witness(?:es)?|neighbour|friend"
    r"|colleague|manager|child|driver|passenger|baby|cousin|person|victim|adviser|advisor|counsellor|nurse|teacher|pc|dc"
    r"|dr|ds|expert|interpreter|caseworker|assistant|manager|landlord|owner|paralegal|relative|somebody|someone|anyone"
    r"|another(?! (?:building|room|day|time|court|place|way|letter|charge|office|date|week|month|year|point"
    r"|matter|reason"
    r"|thing|case|street|house|town))|other|both(?! (?:ways|sides|hands|days|times|places|dates))|caller"
    r"|customer|clerk|usher|sergeant|constable|detective|guard|coach|tutor|member|accused"
    r"|specialist|engineer|worker|gp|therapist|head|captain|paramedic|surgeon|reviewer|consultant|dentist|investigator|examiner|employer|boss|tenant|resident|dog|horse|mare|pony)\b"
)
_PLACES = frozenset(
    {
        "house",
        "street",
        "road",
        "lodge",
        "court",
        "farm",
        "close",
        "lane",
        "avenue",
        "unit",
        "office",
        "centre",
        "station",
    }
)
_NO_NAMES = _PLACES | NOT_NAMES | frozenset(["mr", "mrs", "ms", "miss", "dr"])
_CHILD = re.compile(
    r"\byour (?:\w+ )?(?P<kin>son|grandson|brother|daughter|granddaughter|sister),? (?P<name>[a-z]{3,})\b"
)
_SONS = frozenset({"son", "grandson", "brother"})
_REPORTS = re.compile(
    r" (?:has |had )?(?:always |also |since |then )?(?:said|says|told [\w ]{2,20}|claims|claimed|denied) that $"
)
_BACK = 2  # sentences in which "he" may find whom it means
_OFTEN = 3  # times that "he" goes with a name before "she" beside it is a slip


def pronouns_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield a pronoun that does not go with the title of the only person named in its sentence and the ones before."""
    known = _known_pronouns(letter)
    for number, sentence in enumerate(letter.sentences):
        before = letter.sentences[max(0, number - _BACK) : number]
        clash = (
            _wrong_pronoun(letter, sentence, before, known)
            or _wrong_opening(letter, sentence, before)
            or _wrong_after_title(letter, sentence, before)
        )
        if clash is not None:
            yield clash


def _wrong_pronoun(
    letter: Letter, sentence: Sentence, before: Sequence[Sentence], known: dict[str, str]
) -> Clash | None:
    named = {p.last: m for p in letter.people for m in p.mentions if sentence.span.covers(m.span) and m.title}
    words = _words(letter, sentence)
    if len(named) != 1 or '"' in words:
        return None
    mention = next(iter(named.values()))
    wrong, others = _opposite(mention)
    found = wrong.search(letter.folded, mention.span.end, sentence.span.end) if wrong else None
    if wrong is None or others is None or found is None:
        return None
    rest = _without(words, mention)
    gender = "he" if wrong is _HE else "she"
    near = [sentence, *before[-1:]]
    reported = _REPORTS.fullmatch(letter.folded, mention.span.end, found.start()) is not None
    if others.search(rest) or (_ANYBODY.search(rest) and not reported):
        return None
    if any(_could_be_meant(letter, each, wrong, others, reported) for each in before):
        return None
    if any(
        name not in mention.text and known.get(name, gender) == gender for name in _names_before(near, found, letter)
    ):
        return None
    return Clash(Span(*found.span()), mention.span)


def _names_before(near: Sequence[Sentence], pronoun: re.Match[str], letter: Letter) -> Iterator[str]:
    """The names of the sentences before the pronoun: one that comes after it is not meant by it."""
    for sentence in near:
        for token in sentence.parse:
            if token.idx + sentence.offset < pronoun.start() and _is_name(token, letter):
                yield token.text


def _could_be_meant(
    letter: Letter, sentence: Sentence, wrong: re.Pattern[str], others: re.Pattern[str], reported: bool
) -> bool:
    """Whether a sentence before speaks of somebody whom the pronoun can mean."""
    words = _words(letter, sentence)
    return bool(wrong.search(words) or others.search(words) or (not reported and _ANYBODY.search(words)))


def _wrong_opening(letter: Letter, sentence: Sentence, before: Sequence[Sentence]) -> Clash | None:
    """ "She spoke up" after a sentence about somebody's son."""
    opening = re.match(r"(?:he|she)\b", _words(letter, sentence))
    antecedent = next((each for each in reversed(before) if list(_names(each, letter))), None)
    names = list(_names(antecedent, letter)) if antecedent else []
    if opening is None or antecedent is None or len(set(names)) != 1:
        return None
    own = next(
        (each for child, each in _children(letter).items() if child == names[0] or nearly_same(child, names[0])), ""
    )
    if own in ("", opening[0]):
        return None
    wrong, others = (_HE, _HE_WORDS) if opening[0] == "he" else (_SHE, _SHE_WORDS)
    if any(_could_be_meant(letter, each, wrong, others, False) for each in before):
        return None
    start = antecedent.span.start + antecedent.text.index(names[0])
    if letter.folded.startswith("'s", start + len(names[0])):
        return None
    return Clash(Span(sentence.span.start, sentence.span.start + opening.end()), Span(start, start + len(names[0])))


def _without(words: str, mention: Mention) -> str:
    """The words without the name, and without the office that stands beside it: "the prosecutor, Mrs Radford"."""
    name = re.escape(fold(mention.text))
    return re.sub(rf"(?:\b(?:the|our|your|my|his|her) (?:[\w'-]+ ){{0,4}}[\w'-]+, )?{name}", " ", words)


def _wrong_after_title(letter: Letter, sentence: Sentence, before: Sequence[Sentence]) -> Clash | None:
    """ "She stayed" after a sentence that names nobody but Mr Marsh."""
    opening = re.match(r"(?:he|she)\b", _words(letter, sentence))
    if opening is None or not before:
        return None
    last = before[-1]
    named = [m for p in letter.people for m in p.mentions if last.span.covers(m.span)]
    names = {name for name in _names(last, letter)}
    if len(named) != 1 or any(name not in named[0].text for name in names):
        return None
    wrong, others = _opposite(named[0])
    if wrong is None or others is None or not wrong.match(opening[0]):
        return None
    rest = _without(_words(letter, last), named[0])
    if wrong.search(rest) or others.search(rest) or _ANYBODY.search(rest):
        return None
    if any(_could_be_meant(letter, each, wrong, others, False) or list(_names(each, letter)) for each in before[:-1]):
        return None
    return Clash(Span(sentence.span.start, sentence.span.start + opening.end()), named[0].span)


def _known_pronouns(letter: Letter) -> dict[str, str]:
    """The pronoun that goes with each name without a title, by the sentences that name nobody else."""
    seen: dict[str, Counter[str]] = {}
    for sentence in letter.sentences:
        names, words = set(_names(sentence, letter)), _words(letter, sentence)
        if len(names) == 1 and bool(_HE.search(words)) != bool(_SHE.search(words)):
            seen.setdefault(names.pop(), Counter())["he" if _HE.search(words) else "she"] += 1
    told = {name: each.most_common(1)[0][0] for name, each in seen.items() if _is_clear(each)}
    return told | _children(letter)


def _children(letter: Letter) -> dict[str, str]:
    """The pronouns of those named beside a word for a relative: "your son Marek"."""
    return {m["name"].title(): "he" if m["kin"] in _SONS else "she" for m in _CHILD.finditer(letter.folded)}


def _is_clear(counts: Counter[str]) -> bool:
    most = counts.most_common(1)[0][1]
    return counts.total() == most or (most >= _OFTEN and counts.total() - most <= 1)


def _names(sentence: Sentence, letter: Letter) -> Iterator[str]:
    """The words of the sentence that the grammar takes for people's names, houses and streets left out."""
    yield from (token.text for token in sentence.parse if _is_name(token, letter))


def _is_name(token: "Token", letter: Letter) -> bool:
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    named = token.ent_type_ == "PERSON" or token.text in letter.names
    return named and token.text.istitle() and token.lower_ not in _NO_NAMES and following not in _PLACES


def _opposite(mention: Mention) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The pronouns that cannot mean the person, and the words that somebody else could be meant by."""
    title = (mention.title or "").casefold().rstrip(".")
    if title in _MALE:
        return _SHE, _SHE_WORDS
    return (_HE, _HE_WORDS) if title in _FEMALE else (None, None)


def _words(letter: Letter, sentence: Sentence) -> str:
    return letter.folded[sentence.span.start : sentence.span.end]


def may_mean_another(words: str, gender: str) -> bool:
    """Whether the words, without the names that are known, speak of anybody whom this "he" or "she" could mean."""
    return bool((_HE_WORDS if gender == "he" else _SHE_WORDS).search(words) or _ANYBODY.search(words))


def names_in(sentence: Sentence, letter: Letter) -> frozenset[str]:
    """The words of the sentence that the grammar takes for people's names."""
    return frozenset(_names(sentence, letter))
