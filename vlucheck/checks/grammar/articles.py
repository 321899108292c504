"""The parse of a sentence → nouns that lack "a" or "the" ("She is victim of a crime", "about decision we made").

Only nouns of the rule's own list are looked at: persons and things that cannot stand alone in the singular.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set
from vlucheck.errors import BadRule
from vlucheck.rulebook.model import Compare, Rule

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_FULL = ("det", "poss", "nummod", "predet", "quantmod", "preconj", "nmod", "appos", "conj", "cc", "compound")
_HEADS = ("dobj", "pobj", "attr", "nsubj", "nsubjpass")
_COUNTING = word_set(
    "no such another which what whose any every each enough more most much many some all both either neither other "
    "further same next last first judicial several little"
)
_VERBS = ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "IN", "TO", "PRP", "RB", "RP", "RBR", "RBS")
_NAMING = ("NN", "NNP", "CD", "POS", "HYPH", "NNS", "CC", "SYM", "$", "JJ", "VBN", "PDT", "WDT", "WP$", "LS", "FW")
_PARTED = ("-", "/", '"', "“", "‘", "–", ":", "(", "&", "'", ",", "|")
_URGING = word_set("pray kindly please do just simply always not n't n’t then and or either")
_WILLING = word_set("welcome free able willing ready glad happy right entitled unable allowed likely need want wish")
_PERSONS = word_set("me us him her them")
_DONE_TO = word_set("you it the a an your my our this that")
_TAILS = ("-", "/", "'", "’", "'s", "’s", "(", ":", "–", "&", '"', "“")
_FINITE = ("VBD", "VBZ", "MD")
_CERTAIN = word_set(
    "satisfied conclude concluded decide decided explain explained confirm confirmed argue argued find found told "
    "informed advised accept accepted state stated agree agreed satisfy show shown showed proved prove"
)
_JUDGING = word_set("jury court judge prosecutor defendant suspect magistrate")
_EMPLOYED = word_set("police prison probation duty defence court custody")
_GIVING = word_set("give show send tell ask offer lend hand owe teach write pay")


@dataclass(frozen=True, slots=True)
class Bare:
    """The nouns with the words that let them stand bare, which of them are persons, and what takes a bare person."""

    nouns: dict[str, frozenset[str]]
    persons: frozenset[str]
    kinds: frozenset[str]


def bare_of(rule: Rule | None) -> Bare:
    """The tables of the rule about articles. Raises BadRule."""
    settings = rule.test.settings if rule and isinstance(rule.test, Compare) else {}
    nouns = settings.get("nouns", {})
    if not isinstance(nouns, dict):
        raise BadRule(f'{rule.path if rule else ""}: "nouns" must name nouns and what they may stand after')
    return Bare(
        nouns={str(noun): frozenset(str(words or "").split()) for noun, words in nouns.items()},
        persons=word_set(str(settings.get("persons", ""))),
        kinds=word_set(str(settings.get("kinds", ""))),
    )


def bare_nouns(parse: "Parse", table: Bare) -> Iterator[Pair]:
    """Yield the first and the last word of a noun in the singular without an article."""
    for token in parse:
        bare = table.nouns.get(token.lower_)
        if bare is None or not token.text.islower():
            continue
        if _is_given(parse, token, table):
            yield token, token
            continue
        if token.tag_ != "NN" or token.dep_ not in _HEADS:
            continue
        told = _is_told(parse, token)
        if not told and any(_fills(child) for child in token.children):
            continue
        if told or not (
            _has_company(parse, token) or _is_bidden(parse, token) or _may_be_bare(parse, token, bare, table)
        ):
            yield token.left_edge if token.left_edge.dep_ in ("amod", "compound") else token, token


def _fills(child: "Token") -> bool:
    """Whether the word makes a whole of its noun, as "police" does not of "police officer"."""
    employed = child.dep_ == "compound" and child.lower_ in _EMPLOYED
    return (child.dep_ in _FULL and not employed) or child.lower_ in _COUNTING


def _is_given(parse: "Parse", noun: "Token", table: Bare) -> bool:
    """ "give matter his full attention", "tell officer your name": a thing with its own small word follows."""
    if not parse.start < noun.i < parse.end - 1 or noun.tag_ not in ("NN", "VB", "VBP"):
        return False
    named = noun.lower_ in table.persons or noun.lower_ in ("matter", "court", "officer", "case")
    before, after = noun.nbor(-1), noun.nbor()
    return named and before.lemma_ in _GIVING and before.pos_ == "VERB" and after.tag_ == "PRP$"


def _is_told(parse: "Parse", noun: "Token") -> bool:
    """ "satisfied that lawyer was right", "film that jury could not see": "that" joins, and points at nothing."""
    if noun.i - parse.start < 2 or noun.nbor(-1).lower_ != "that" or noun.i + 1 >= parse.end:
        return False
    before, after = noun.nbor(-2), noun.nbor()
    if after.tag_ not in _FINITE or any(child.dep_ == "amod" for child in noun.children):
        return False
    if before.lower_ in _PERSONS | {"you"} and noun.i - parse.start > 2:
        before = noun.nbor(-3)
    ahead = parse.doc[parse.start : noun.i]
    opens = ahead[0].pos_ == "ADP" and not any(
        t.tag_ in _FINITE for t in ahead
    )  # "In your case that prosecutor was me."
    return before.lower_ in _CERTAIN or (before.tag_ in ("NN", "NNS") and not opens and noun.lower_ in _JUDGING)


def _has_company(parse: "Parse", noun: "Token") -> bool:
    """Whether a word next to it makes another thing of it: a name, a figure, a hyphen, a capital."""
    doc = parse.doc
    before = doc[noun.left_edge.i - 1] if noun.left_edge.i > parse.start else None
    after = doc[noun.i + 1] if noun.i + 1 < parse.end else None
    if after is not None and (
        after.text in _TAILS
        or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "VBG")
        or after.lower_ in ("and", "or", "by", "alone")
        or (after.i + 1 < parse.end and doc[after.i + 1].lower_ == noun.lower_)  # "letter after letter"
    ):
        return True
    if before is not None and before.lower_ in ("remain", "enter", "appeal") and doc[before.i - 1].lower_ == "to":
        return True  # "his leave to remain application"
    if before is not None and before.i > parse.start and doc[before.i - 1].lower_ == noun.lower_:
        return True
    if before is None:
        return after is None or after.tag_ not in _FINITE
    acts = before.tag_ == "VBN" and noun.head == before and noun.dep_ in ("dobj", "attr")  # "had given statement"
    return before.text in (*_PARTED, "'s", "’s") or (before.tag_ in _NAMING and not acts)


def _may_be_bare(parse: "Parse", noun: "Token", bare: frozenset[str], table: Bare) -> bool:
    """Whether the words in front go with a bare noun: "by letter", "kind of man", "take part", a list of words."""
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in bare:
        return True
    before = parse.doc[noun.left_edge.i - 1] if noun.left_edge.i > parse.start else None
    if before is None:
        return False
    word = before.lower_
    if word in bare or before.lemma_ in bare or (word == "as" and _is_counted_as(parse, before)):
        return True
    if word == "of" and before.i > parse.start and parse.doc[before.i - 1].tag_ in ("NN", "NNS", "JJ", "JJS"):
        owner = parse.doc[before.i - 1]
        led = any(child.lower_ in ("the", "your", "his", "her", "our", "a") for child in owner.children)
        return noun.lower_ not in table.persons or owner.lemma_ in table.kinds or not led
    if before.tag_ == "IN" and before.i > parse.start and before.nbor(-1).tag_ in ("DT", "PRP$"):
        return True  # "the till camera": a noun that the parse took for a small word
    if word in _COUNTING or word in ("that", "this") or before.tag_ in ("DT", "PRP$", "PDT", "WDT"):
        return True
    if before.tag_ not in _VERBS or (before.tag_ == "VBG" and before.dep_ in ("amod", "compound")):
        return True
    return before.tag_ == "VBN" and noun.head != before


def _is_counted_as(parse: "Parse", before: "Token") -> bool:
    """Whether "with" names who it is that serves as one: "cases with a company as victim", "with him as witness"."""
    person = parse.doc[before.i - 1] if before.i > parse.start else before
    return person.dep_ == "pobj" and person.head.lower_ == "with"


def _is_bidden(parse: "Parse", noun: "Token") -> bool:
    """Whether the noun is a verb in a request: "pray telephone me", "kindly question him", "do phone us"."""
    after = parse.doc[noun.i + 1].lower_ if noun.i + 1 < parse.end else ""
    before = parse.doc[noun.i - 1].lower_ if noun.i > parse.start else ""
    if before == "to" and noun.i > parse.start + 1 and noun.nbor(-2).lower_ in _WILLING:
        return True  # "is welcome to telephone in your place"
    return after in _PERSONS or (after in _DONE_TO and before in _URGING)
