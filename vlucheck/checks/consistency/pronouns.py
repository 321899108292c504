""" "He", "she", "his", "her" against the title of the only person a sentence can mean."""

import re
from collections.abc import Iterator, Sequence

from vlucheck.checks.consistency.called import children_of, disbelieved_child, known_pronouns, wrong_opening
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.reflexives import pronouns_of_one_clause
from vlucheck.checks.consistency.somebody import (
    ANYBODY,
    HE,
    HE_WORDS,
    SHE,
    SHE_WORDS,
    could_be_meant,
    is_name,
    names_of,
    words_of,
)
from vlucheck.checks.firstnames import Genders
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Mention, Sentence, fold

_MALE, _FEMALE = frozenset({"mr"}), frozenset({"mrs", "ms", "miss"})
_REPORTS = re.compile(
    r" (?:has |had )?(?:always |also |since |then )?(?:said|says|told [\w ]{2,20}|claims|claimed|denied) that $"
)
_GOES_ON = re.compile(r"(?! and\b)[^.;:]{0,60}, (?:and|but|so) (?:then |now |also |therefore )?(?:he|she)$")
# "Ms Vickery will be charged with causing his death": nobody is charged with their own
_OTHERS_DEATH = re.compile(
    r"\b(?:caus(?:e|ed|es|ing)|for|of|over|about|with|after|into|responsible for|inflicting) (?P<whose>his|her)"
    r" (?:(?:sudden|tragic|serious|fatal|terrible) )?(?:death|killing|murder|manslaughter|body|funeral|inquest|injuries"
    r"|loss)\b"
)
_GOES_ON_DOING = re.compile(r"(?:he|she) (?:\w+ )?(?:also|then|next|again|therefore|too|finally)\b")
_BACK = 2  # sentences in which "he" may find whom it means


def pronouns_that_differ(letter: Letter, genders: Genders) -> Iterator[Clash]:
    """Yield a pronoun that does not go with the title of the only person named in its sentence and the ones before."""
    known, children = known_pronouns(letter, genders), children_of(letter, genders)
    for number, sentence in enumerate(letter.sentences):
        before = letter.sentences[max(0, number - _BACK) : number]
        clash = (
            _wrong_pronoun(letter, sentence, before, known)
            or wrong_opening(letter, sentence, before, children)
            or disbelieved_child(letter, sentence)
            or _wrong_after_title(letter, sentence, before)
        )
        if clash is not None:
            yield clash
    yield from pronouns_of_one_clause(letter)


def _wrong_pronoun(
    letter: Letter, sentence: Sentence, before: Sequence[Sentence], known: dict[str, str]
) -> Clash | None:
    named = {p.last: m for p in letter.people for m in p.mentions if sentence.span.covers(m.span) and m.title}
    words = words_of(letter, sentence)
    if len(named) != 1 or '"' in words:
        return None
    mention = next(iter(named.values()))
    wrong, others = _opposite(mention)
    found = wrong.search(letter.folded, mention.span.end, sentence.span.end) if wrong else None
    if wrong is None or others is None or found is None:
        return None
    rest = _without(words, mention)
    gender = "he" if wrong is HE else "she"
    near = [sentence, *before[-1:]]
    reported = _REPORTS.fullmatch(letter.folded, mention.span.end, found.start()) is not None
    if any(found.span() == each.span("whose") for each in _OTHERS_DEATH.finditer(letter.folded, *_bounds(sentence))):
        return None
    if others.search(rest) or (ANYBODY.search(rest) and not reported):
        return None
    goes_on = _GOES_ON.match(letter.folded, mention.span.end, found.end()) is not None
    if any(could_be_meant(letter, each, (wrong, others), reported or goes_on) for each in before):
        return None
    if _is_between(letter, mention, found) or _heading_names_another(letter, sentence, mention):
        return None
    if any(
        name not in mention.text and known.get(name, gender) == gender for name in _names_before(near, found, letter)
    ):
        return None
    return Clash(Span(*found.span()), mention.span)


def _bounds(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _is_between(letter: Letter, mention: Mention, pronoun: re.Match[str]) -> bool:
    """Whether somebody else without a title stands in the sentence before the pronoun."""
    sentence = letter.sentence_at(mention.span.start)
    start = sentence.span.start if sentence else mention.span.start
    others = (m for p in letter.people for m in p.mentions if not m.title and m.last != mention.last)
    return any(start <= m.span.start < pronoun.start() for m in others)


def _heading_names_another(letter: Letter, sentence: Sentence, mention: Mention) -> bool:
    """Whether the heading above names somebody without a title: "Will Maja have to go to court?"."""
    heading = max((h.span for h in letter.headings if h.span < sentence.span), default=None)
    others = (m for p in letter.people for m in p.mentions if not m.title and m.last != mention.last)
    return heading is not None and any(heading.covers(m.span) for m in others)


def _names_before(near: Sequence[Sentence], pronoun: re.Match[str], letter: Letter) -> Iterator[str]:
    """The names of the sentences before the pronoun: one that comes after it is not meant by it."""
    for sentence in near:
        for token in sentence.parse:
            if token.idx + sentence.offset < pronoun.start() and is_name(token, letter):
                yield token.text


def _without(words: str, mention: Mention) -> str:
    """The words without the name, and without the office that stands beside it: "the prosecutor, Mrs Radford"."""
    name = re.escape(fold(mention.text))
    return re.sub(rf"(?:\b(?:the|our|your|my|his|her) (?:[\w'-]+ ){{0,4}}[\w'-]+, )?{name}", " ", words)


def _wrong_after_title(letter: Letter, sentence: Sentence, before: Sequence[Sentence]) -> Clash | None:
    """ "She stayed" after a sentence that names nobody but Mr Marsh."""
    opening = re.match(r"(?:he|she)\b", words_of(letter, sentence))
    if opening is None or not before:
        return None
    last = before[-1]
    if '"' in words_of(letter, last) + words_of(letter, sentence):
        return None
    named = [m for p in letter.people for m in p.mentions if last.span.covers(m.span)]
    names = {name for name in names_of(last, letter)}
    if len(named) != 1 or any(name not in named[0].text for name in names):
        return None
    wrong, others = _opposite(named[0])
    if wrong is None or others is None or not wrong.match(opening[0]):
        return None
    if _GOES_ON_DOING.match(words_of(letter, sentence)) and _is_of_whole(letter, sentence.paragraph, others, sentence):
        return None
    if sentence.paragraph != last.paragraph and _is_of_whole(letter, last.paragraph, others):
        return None
    rest = _without(words_of(letter, last), named[0])
    if wrong.search(rest) or others.search(rest) or ANYBODY.search(rest):
        return None
    if any(
        could_be_meant(letter, each, (wrong, others), False) or list(names_of(each, letter)) for each in before[:-1]
    ):
        return None
    return Clash(Span(sentence.span.start, sentence.span.start + opening.end()), named[0].span)


def _is_of_whole(letter: Letter, paragraph: int, others: re.Pattern[str], until: Sentence | None = None) -> bool:
    """Whether the paragraph, up to a sentence, speaks of somebody whom a pronoun after it can mean."""
    before = (
        each for each in letter.sentences if each.paragraph == paragraph and (not until or each.span < until.span)
    )
    return any(others.search(words_of(letter, each)) or ANYBODY.search(words_of(letter, each)) for each in before)


def _opposite(mention: Mention) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The pronouns that cannot mean the person, and the words that somebody else could be meant by."""
    title = (mention.title or "").casefold().rstrip(".")
    if title in _MALE:
        return SHE, SHE_WORDS
    return (HE, HE_WORDS) if title in _FEMALE else (None, None)


def may_mean_another(words: str, gender: str) -> bool:
    """Whether the words, without the names that are known, speak of anybody whom this "he" or "she" could mean."""
    return bool((HE_WORDS if gender == "he" else SHE_WORDS).search(words) or ANYBODY.search(words))


def names_in(sentence: Sentence, letter: Letter) -> frozenset[str]:
    """The words of the sentence that the grammar takes for people's names."""
    return frozenset(names_of(sentence, letter))
