"""A word in a sentence → who it stands for: the reader or the reader's own, the accused, the writer, somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from vlucheck.document import Span
from vlucheck.letter.model import Letter, Role, Sentence, fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIN = (
    "son daughter husband wife partner mother father brother sister child family parent friend niece nephew grandson "
    "granddaughter grandchild grandmother grandfather uncle aunt cousin relative mum dad boy girl baby"
)
_OFFICES = (
    "police officer judge court jury magistrate magistrates prosecutor lawyer barrister solicitor detective constable "
    "sergeant inspector doctor nurse paramedic surgeon witness colleague manager interpreter usher expert pathologist "
    "specialist consultant caseworker paralegal reviewer intermediary engineer scientist"
)
KIN, OFFICE = frozenset(_KIN.split()), frozenset(_OFFICES.split())
_ACCUSED = frozenset({"defendant", "accused", "suspect", "offender", "culprit", "attacker"})
_YOUNG = frozenset({"man", "lad", "youth", "boy", "person", "woman", "lady", "girl", "driver"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms."})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SENTENCES_BACK = 2


class Who(StrEnum):
    """Whom a word stands for, as far as tone goes."""

    READER = "reader"
    KIN = "kin"
    ACCUSED = "accused"
    WRITER = "writer"
    OTHER = "other"


@dataclass(frozen=True)
class Scene:
    """A sentence of the body in its letter."""

    letter: Letter
    index: int

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.letter.sentences[self.index]

    @cached_property
    def folded(self) -> str:
        """Its folded text."""
        return self.letter.folded[self.sentence.span.start : self.sentence.span.end]

    @property
    def tokens(self) -> "tuple[Token, ...]":
        """Its words."""
        return tuple(self.sentence.parse)

    def span(self, first: "Token", last: "Token") -> Span:
        """The place from one word to another, in the document."""
        first, last = sorted((first, last), key=lambda token: token.i)
        offset = self.sentence.offset
        return Span(max(first.idx + offset, self.sentence.span.start), last.idx + len(last.text) + offset)

    def who(self, token: "Token") -> Who:
        """Whom a noun or pronoun stands for; "he" is whoever was last spoken of."""
        word = token.lower_
        if word in ("you", "yourself"):
            return Who.READER
        if word in ("we", "i", "us", "me"):
            return Who.WRITER
        if word in ("he", "she", "him", "her", "himself", "herself"):
            return self._before(token)
        return self._named(token, self.sentence) or Who.OTHER

    def owner(self, token: "Token") -> Who | None:
        """Whose it is: "his career", "Mr Marsh's family", "the career of the defendant"."""
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ in ("his", "her"):
                return self._before(child)
            if child.dep_ == "poss" and child.lower_ == "your":
                return Who.READER
            if child.dep_ == "poss":
                return self.owner(child) if self.who(child) is Who.OTHER else self.who(child)
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((self.who(each) for each in child.children if each.dep_ == "pobj"), None)
        return None

    def _named(self, token: "Token", sentence: Sentence) -> Who | None:
        """Whom a noun names; None for a thing."""
        word, lemma = token.lower_, token.lemma_.lower()
        owned = any(child.dep_ == "poss" and child.lower_ == "your" for child in token.children)
        if owned and (word in KIN or lemma in KIN):
            return Who.KIN
        if lemma in _ACCUSED or word in _ACCUSED or (lemma in _YOUNG and _is_young(token)):
            return Who.ACCUSED
        if lemma in OFFICE or word in OFFICE:
            return Who.OTHER
        if token.pos_ == "PROPN" and token.dep_ != "compound":
            return self._person(token, sentence)
        return None

    def _person(self, token: "Token", sentence: Sentence) -> Who | None:
        at = Span(token.idx + sentence.offset, token.idx + len(token.text) + sentence.offset)
        person = next((p for p in self.letter.people if any(m.span.overlaps(at) for m in p.mentions)), None)
        titled = any(child.lower_ in _TITLES for child in token.lefts)
        if person is None:
            return Who.ACCUSED if titled and not self._defendants() else None
        if person.role is Role.DEFENDANT:
            return Who.ACCUSED
        if person.role is Role.OTHER and titled and not self._defendants():
            return Who.ACCUSED
        return {Role.RECIPIENT: Who.READER, Role.WRITER: Who.WRITER}.get(person.role, Who.OTHER)

    def _defendants(self) -> bool:
        return any(person.role is Role.DEFENDANT for person in self.letter.people)

    def _before(self, pronoun: "Token") -> Who:
        """Whoever was last named before "he" or "she"; with nobody named, the accused: there is always one."""
        female = pronoun.lower_ in ("she", "her", "herself")
        for sentence, token in self._backwards(pronoun):
            who = self._named(token, sentence)
            if who is not None and not _other_sex(token, female):
                return who
        return Who.ACCUSED

    def _backwards(self, pronoun: "Token") -> "Iterator[tuple[Sentence, Token]]":
        start = max(0, self.index - SENTENCES_BACK)
        for sentence in reversed(self.letter.sentences[start : self.index + 1]):
            for token in reversed(tuple(sentence.parse)):
                earlier = sentence is not self.sentence or token.i < pronoun.i
                if earlier and token.pos_ in ("NOUN", "PROPN"):
                    yield sentence, token


def _is_young(token: "Token") -> bool:
    """Whether "the young man", "the driver" may be the accused: not "a man", not "the man who saw it"."""
    words = {child.lower_ for child in token.children}
    return "the" in words and (bool(words & {"young"}) or token.lower_ == "driver")


def _other_sex(token: "Token", female: bool) -> bool:
    word = fold(token.text)
    titles = {child.lower_.rstrip(".") for child in token.lefts}
    male_words = {"son", "husband", "father", "brother", "man", "boy", "nephew", "grandson", "uncle", "dad", "lad"}
    female_words = {"daughter", "wife", "mother", "sister", "woman", "girl", "niece", "granddaughter", "aunt", "mum"}
    if female:
        return word in male_words or "mr" in titles
    return word in female_words or bool(titles & {"mrs", "ms", "miss"})


def subject(verb: "Token") -> "Token | None":
    """The subject of a verb, its own or that of the verb it is joined to ("you saw him and did not call")."""
    helping = [each for child in verb.children if child.dep_ == "aux" for each in child.children]
    for child in (*verb.children, *helping):
        if child.dep_ in _SUBJECTS:
            return child
    if verb.dep_ in ("conj", "xcomp") and verb.head != verb:
        return subject(verb.head)
    return None


def is_passive(verb: "Token") -> bool:
    """Whether the verb tells what was done to its subject."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def helpers(verb: "Token") -> frozenset[str]:
    """The helping words that stand before a verb, with "not" and "never"."""
    return frozenset(
        "not" if child.dep_ == "neg" and child.lower_ != "never" else child.lower_
        for child in verb.children
        if child.dep_ in ("aux", "auxpass", "neg")
    )


def is_among(token: "Token", words: frozenset[str]) -> bool:
    """Whether the word, as it stands or as a dictionary has it, is one of the words."""
    return token.lower_ in words or token.lemma_.lower() in words
