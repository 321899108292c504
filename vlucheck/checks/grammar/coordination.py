"""The parse of a sentence → two subjects with a verb for one ("You and he was"), "there is" with many."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.agreement import last_of
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_SINGULAR = word_set("is was has does isn't wasn't hasn't doesn't")
_OWN = word_set("the a an my your our his her their this that")
_LEADING = word_set("that because as since while although if when but so and whether , where what how before after")
_APART = word_set("or nor not only with than as but plus each every no any nothing everything either neither")
_LOOSE = word_set(
    "number lot lots variety range couple amount series pair thanks news means need time place use one fact hundreds"
)
_LONGEST = 3
_TITLES = word_set("mr mrs ms miss dr pc dc ds di mr. mrs. ms. dr.")
_MEASURED = word_set("years months weeks days hours minutes miles metres pounds pence pages times percent")
_ONE_THING = word_set(
    "time date name number day place way nature kind type address amount effect result impact reason content "
    "law order rest peace fear pain anger shock distress anxiety trauma love support help advice care strength "
    "courage patience trust work evidence guidance information"
)


def lone_verbs(parse: "Parse") -> Iterator[Pair]:
    """Yield the first of two joined subjects with its verb, where the verb is for one only."""
    for token in parse:
        if token.dep_ not in ("nsubj", "nsubjpass") or not _opens(parse, token):
            continue
        second = _second(token)
        joined = [word for word in parse.doc[token.i + 1 : second.left_edge.i] if word.tag_ == "CC"] if second else []
        if second is None or len(joined) != 1:
            continue
        if joined[0].lower_ in ("nor", "as"):
            yield from _of_one(parse, token, second)
            continue
        if joined[0].lower_ != "and":
            continue
        verb = _finite(token)
        if verb is None or verb.lower_ not in _SINGULAR or not second.i < verb.i:
            continue
        if _are_two(token, second) and not _may_join_lower(token, joined[0]) and not _is_broken(parse, token, verb):
            yield token, last_of(_whole(verb, token))


def _may_join_lower(first: "Token", joining: "Token") -> bool:
    """Whether "and" may join what the first tells of: "a book about the birth of stars and the science of light"."""
    inside = first.doc[first.i + 1 : joining.i]
    return sum(token.dep_ == "prep" for token in inside) > 1 or any(token.lower_ == "about" for token in inside)


def _second(first: "Token") -> "Token | None":
    """What is joined to the first subject: as the parse has it, or right behind "and" as a subject of its own."""
    found = next((child for child in first.children if child.dep_ == "conj" and child.i > first.i), None)
    beside = [child for child in first.head.children if child.dep_ == first.dep_ and child.i > first.i]
    own = next((child for child in beside if child.left_edge.i and child.left_edge.nbor(-1).lower_ == "and"), None)
    return found or own


def _of_one(parse: "Parse", first: "Token", second: "Token") -> Iterator[Pair]:
    """ "Neither he nor she were", "your account, as well as the photographs, were": the verb is for one."""
    verb = _finite(first)
    if verb is None or verb.lower_ not in ("are", "were", "have", "do") or not second.i < verb.i:
        return
    between = [token.lower_ for token in parse.doc[first.i : second.i]]
    alone = first.tag_ == "NN" and any(child.lower_ in _OWN for child in first.children)
    if not alone and not any(child.dep_ == "poss" for child in first.children):
        return
    if "well" in between or ("nor" in between and second.tag_ == "NN"):
        yield first, _whole(verb, first)


def many_there(parse: "Parse") -> Iterator[Pair]:
    """Yield "there is" with a noun that stands for several."""
    for token in parse:
        verb = token.head
        if token.dep_ != "expl" or token.lower_ != "there" or verb.lower_ not in ("is", "was"):
            continue
        noun = next((child for child in verb.children if child.dep_ in ("attr", "nsubj", "dobj")), None)
        if noun is None or noun.tag_ != "NNS" or noun.lower_ in _LOOSE | _MEASURED or noun.i < verb.i:
            continue
        first = noun.left_edge
        between = parse.doc[verb.i + 1 : first.i]
        if any(child.dep_ in ("conj", "cc") for child in noun.children) or any(t.text in ',:;"“‘' for t in between):
            continue
        if any(t.tag_ in ("NN", "IN", "DT") and t.lower_ not in ("no", "some", "any", "these", "those") for t in
               parse.doc[first.i : noun.i]):  # fmt: skip
            continue
        yield token, verb


def _whole(verb: "Token", subject: "Token") -> "Token":
    """The last word of the verb: "put" of "has been put"."""
    return subject.head if 0 < subject.head.i - verb.i <= _LONGEST else verb


def _finite(subject: "Token") -> "Token | None":
    verb = subject.head
    chain = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i > subject.i]
    first = min([*chain, verb], key=lambda token: token.i)
    return first if first.pos_ in ("VERB", "AUX") else None


def _opens(parse: "Parse", subject: "Token") -> bool:
    """Whether the subject begins the sentence or its clause, so that it is not the end of another group of words."""
    first = subject.left_edge
    return first.i == parse.start or parse.doc[first.i - 1].lower_ in _LEADING


def _are_two(first: "Token", second: "Token") -> bool:
    """Whether two persons or things are meant: each has its own "the", or is a name or a pronoun."""
    if any(child.lower_ in _APART for each in (first, second) for child in each.children):
        return False
    if {first.lower_, second.lower_} & (_ONE_THING | _LOOSE):
        return False
    return _is_own(first) and _is_own(second)


def _is_own(word: "Token") -> bool:
    if word.tag_ == "NNP":
        return any(child.lower_ in _TITLES for child in word.children)
    if word.lower_ in ("you", "he", "she", "they"):
        return True
    if word.tag_ == "NNS" and any(child.dep_ == "compound" for child in word.children):
        return False  # "the roof leaks and the heating has failed"
    if word.tag_ == "NNS" and any(child.dep_ == "nummod" for child in word.children):
        return True
    return word.tag_ in ("NN", "NNS") and any(child.lower_ in _OWN or child.dep_ == "poss" for child in word.children)


def _is_broken(parse: "Parse", subject: "Token", verb: "Token") -> bool:
    """Whether a comma, a bracket or another verb stands between the subject and the verb."""
    return any(
        token.text in ',;:()–—-"“'
        or (token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not _is_who(token))
        or token.lower_ in _APART
        for token in parse.doc[subject.i + 1 : verb.i]
    )


def _is_who(verb: "Token") -> bool:
    """Whether the verb only tells who is meant: "the nurse who saw you"."""
    return verb.dep_ == "relcl" and verb.i > 0 and verb.nbor(-1).tag_ in ("WP", "WDT")
