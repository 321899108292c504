""" "The man", "your wife", "an officer": the words for people that a "he" or "she" can mean."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.letter.model import Letter, Sentence
from vlucheck.letter.wordlists import NOT_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Token

HE, SHE = re.compile(r"\b(?:he|him|his|himself)\b"), re.compile(r"\b(?:she|her|hers|herself)\b")
HE_WORDS = re.compile(
    r"\b(?:man|men|boy|boys|son|sons|brother\w*|husband|father|dad|uncle|nephew|grandson|grandfather|boyfriend"
    r"|gentleman"
    r"|stepson|stepfather|male|fianc[eé]|his honour|lord|sir|widower|godfather|partner|ex-partner|ex-husband|mr)\b"
)
SHE_WORDS = re.compile(
    r"\b(?:woman|women|girl|girls|daughter\w*|sister\w*|wife|mother|mum|aunt|niece|granddaughter|grandmother"
    r"|girlfriend"
    r"|lady|stepdaughter|stepmother|female|fianc[eé]e|her honour|widow|madam|godmother|partner|ex-partner"
    r"|ex-wife|mrs|ms"
    r"|miss)\b"
)
ANYBODY = re.compile(
    r"\b(?:officer|judge|magistrate|prosecutor|lawyer|barrister|advocate|solicitor|doctor|witness(?:es)?"
    r"|neighbour|friend"
    r"|colleague|manager|child|driver|passenger|baby|cousin|person|victim|adviser|advisor|counsellor|nurse"
    r"|teacher|pc|dc"
    r"|dr|ds|expert|interpreter|caseworker|assistant|manager|landlord|owner|paralegal|relative|somebody|someone"
    r"|anyone"
    r"|another(?! (?:building|room|day|time|court|place|way|letter|charge|office|date|week|month|year|point"
    r"|matter|reason"
    r"|thing|case|street|house|town|opinion|view"
    r"|answer|conclusion|result|decision|judgement|judgment|finding|outcome|look|one of))"
    r"|other(?! (?:work|duties|things|points?|cases?|matters?|reasons?|evidence|ways?|days?|side|hand|charges?"
    r"|office)\b)"
    r"|both(?! (?:ways|sides|hands|days|times|places|dates))|caller"
    r"|customer|clerk|usher|sergeant|constable|detective|guard|coach|tutor|member|accused"
    r"|specialist|engineer|worker|gp|therapist|head|captain|paramedic|surgeon|reviewer|consultant|dentist"
    r"|investigator|examiner|employer|boss|tenant|resident|dog|horse|mare|pony)\b"
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
        "infirmary",
        "hospital",
        "surgery",
        "clinic",
        "prison",
        "school",
        "college",
        "church",
        "library",
        "hotel",
        "square",
        "terrace",
        "park",
    }
)
_NO_NAMES = _PLACES | NOT_NAMES | frozenset(["mr", "mrs", "ms", "miss", "dr"])


def could_be_meant(
    letter: Letter,
    sentence: Sentence,
    patterns: tuple[re.Pattern[str], re.Pattern[str]],
    reported: bool,
    spoken_to: str = "",
) -> bool:
    """Whether a sentence before speaks of somebody whom the pronoun can mean; `spoken_to`, words of the one who was
    told, is not meant."""
    words = words_of(letter, sentence)
    words = re.sub(rf"\b(?:{spoken_to})\b", " ", words) if spoken_to else words
    return bool(any(each.search(words) for each in patterns) or (not reported and ANYBODY.search(words)))


def words_of(letter: Letter, sentence: Sentence) -> str:
    """The words of the sentence in small letters."""
    return letter.folded[sentence.span.start : sentence.span.end]


def names_of(sentence: Sentence, letter: Letter) -> Iterator[str]:
    """The words of the sentence that the grammar takes for people's names, houses and streets left out."""
    yield from (token.text for token in sentence.parse if is_name(token, letter))


def is_name(token: "Token", letter: Letter) -> bool:
    """Whether the grammar takes the word for a person's name."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    named = token.ent_type_ == "PERSON" or token.text in letter.names
    return named and token.text.istitle() and token.lower_ not in _NO_NAMES and following not in _PLACES
