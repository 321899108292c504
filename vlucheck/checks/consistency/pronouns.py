""" "He", "she", "his", "her" against the title of the only person a sentence can mean."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Mention, Sentence

_MALE, _FEMALE = frozenset({"mr"}), frozenset({"mrs", "ms", "miss"})
_HE, _SHE = re.compile(r"\b(?:he|him|his|himself)\b"), re.compile(r"\b(?:she|her|hers|herself)\b")
_HE_WORDS = re.compile(
    r"\b(?:man|men|boy|boys|son|sons|brother\w*|husband|father|dad|uncle|nephew|grandson|grandfather|boyfriend|gentleman"
    r"|stepson|stepfather|male|fianc[eé]|his honour|lord|sir|widower|godfather|partner|ex-partner)\b"
)
_SHE_WORDS = re.compile(
    r"\b(?:woman|women|girl|girls|daughter\w*|sister\w*|wife|mother|mum|aunt|niece|granddaughter|grandmother|girlfriend"
    r"|lady|stepdaughter|stepmother|female|fianc[eé]e|her honour|widow|madam|godmother|partner|ex-partner)\b"
)
_ANYBODY = re.compile(
    r"\b(?:officer|judge|magistrate|prosecutor|lawyer|barrister|advocate|solicitor|doctor|witness(?:es)?|neighbour|friend"
    r"|colleague|manager|child|driver|passenger|baby|cousin|person|victim|adviser|advisor|counsellor|nurse|teacher|pc|dc"
    r"|dr|ds|expert|interpreter|caseworker|assistant|manager|landlord|owner|paralegal|relative|somebody|someone|anyone"
    r"|another|other|both|caller|customer|clerk|usher|sergeant|constable|detective|guard|coach|tutor|member|accused)\b"
)


def pronouns_that_differ(letter: Letter) -> Iterator[Clash]:
    """Yield a pronoun that does not go with the title of the only person named in its sentence and the one before."""
    before: Sentence | None = None
    for sentence in letter.sentences:
        clash = _wrong_pronoun(letter, sentence, before)
        before = sentence
        if clash is not None:
            yield clash


def _wrong_pronoun(letter: Letter, sentence: Sentence, before: Sentence | None) -> Clash | None:
    span = Span(before.span.start if before else sentence.span.start, sentence.span.end)
    named = {
        person.last: mention for person in letter.people for mention in person.mentions if span.covers(mention.span)
    }
    if len(named) != 1 or '"' in letter.folded[span.start : span.end]:
        return None
    mention = next(iter(named.values()))
    if not sentence.span.covers(mention.span) or _others_named(sentence, before, mention):
        return None
    wrong, words = _opposite(mention)
    if wrong is None or words is None:
        return None
    found = wrong.search(letter.folded, mention.span.end, sentence.span.end)
    if not found or words.search(letter.folded, *_ends(span)) or _ANYBODY.search(letter.folded, *_ends(span)):
        return None
    return Clash(Span(*found.span()), mention.span)


def _opposite(mention: Mention) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The pronouns that cannot mean the person, and the words that somebody else could be meant by."""
    title = (mention.title or "").casefold().rstrip(".")
    if title in _MALE:
        return _SHE, _SHE_WORDS
    return (_HE, _HE_WORDS) if title in _FEMALE else (None, None)


def _others_named(sentence: Sentence, before: Sentence | None, mention: Mention) -> bool:
    """Whether some other name stands there, of a child or a friend without a title."""
    own = mention.text
    parses = [each.parse for each in (before, sentence) if each is not None]
    return any(token.ent_type_ == "PERSON" and token.text not in own for parse in parses for token in parse)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
