""" "She" and "her" of one clause, which cannot be the same woman, where the letter knows of one woman and one man."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.somebody import ANYBODY, HE_WORDS, SHE_WORDS, words_of
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAME = {"she": "her", "he": "him"}
_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_ONE_WHO = "the|a|an|our|your|my|his|her|another|one"
_BACK = 1  # sentences before in which somebody else could have been named


def pronouns_of_one_clause(letter: Letter) -> Iterator[Clash]:
    """Yield "her" in "Miss Cope picked out Mr Dolby and said that she had seen her": nobody but him can be meant."""
    for number, sentence in enumerate(letter.sentences):
        near = letter.sentences[max(0, number - _BACK) : number + 1]
        named = {m.last: m for each in near for m in _named_in(each, letter)}
        genders = [_TITLES.get((m.title or "").casefold().rstrip("."), "") for m in named.values()]
        if sorted(genders) != ["he", "she"] or _knows_others(near, letter):
            continue
        for token in _meant_for_another(sentence):
            meant = next(m for m, gender in zip(named.values(), genders, strict=True) if gender != _subject(token))
            start = token.idx + sentence.offset
            yield Clash(Span(start, start + len(token.text)), meant.span, unsure=Confidence.LOW)


def _named_in(sentence: Sentence, letter: Letter) -> Iterator[Mention]:
    yield from (m for p in letter.people for m in p.mentions if sentence.span.covers(m.span))


def _knows_others(sentences: Sequence[Sentence], letter: Letter) -> bool:
    """Whether they speak of anybody else, by a word for a person, who could be meant."""
    for sentence in sentences:
        words = words_of(letter, sentence)
        for mention in _named_in(sentence, letter):
            name = re.escape(letter.folded[mention.span.start : mention.span.end])
            words = re.sub(rf"(?:\b(?:{_ONE_WHO}) (?:[\w'-]+ ){{0,3}}[\w'-]+, )?{name}", " ", words)
        if SHE_WORDS.search(words) or HE_WORDS.search(words) or ANYBODY.search(words):
            return True
    return False


def _meant_for_another(sentence: Sentence) -> Iterator["Token"]:
    """The objects in the same clause as a subject of the same kind, or the subject of a bare verb below it."""
    for token in sentence.parse:
        if token.lower_ not in _SAME.values() or token.tag_ == "PRP$":
            continue
        if _subject(token) and _SAME[_subject(token)] == token.lower_:
            yield token


def _subject(token: "Token") -> str:
    """ "he" or "she" when it is the subject of the verb that the object belongs to."""
    verb = token.head
    if token.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBG"):  # "seen her get off"
        verb = verb.head
    elif token.dep_ not in _OBJECTS:
        return ""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject.lower_ if subject is not None and subject.lower_ in _SAME else ""
