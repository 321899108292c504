"""The parse of a sentence → words that stand where only another, of like sound or look, can stand.

Judged by the parts of speech beside them, so that any noun will do: "the colour of there skin", "took you're money".
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.its import is_it_is, is_its
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Tokens = list["Token"]

_NOUNS = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLACED = word_set("it there here today yesterday twice")
_UNITS = word_set("day days week weeks month months hour hours minute minutes")
_TIMES = _UNITS | word_set("night morning evening afternoon year years time times today yesterday moment weekend")
_OF = word_set("of for with about against under into by on to at")
_GIVING = word_set(
    "take give lose change bring keep ask exchange make hear show use read sign damage break steal enter thank open "
    "search seize check hand play compare weigh copy miss return describe"
)
_TAKING = word_set(
    "take steal read keep lose break damage open enter use bring sign send get need miss meet visit pay return hold "
    "protect support value answer describe record follow attack hurt hit push pull touch cut burn grab snatch seize "
    "search smash drive park sell copy lend borrow quote include check"
)
_NEAR = word_set("in of for to near about into from with on at by behind against under through outside inside beside")
_CLAUSE = frozenset({"DT", "PRP", "PRP$", "NNP", "EX", "NNS"})
_CLAUSE_WORDS = word_set(
    "anyone anybody anything somebody someone something nobody everything more another both either"
)
_LEADING = frozenset({"DT", "JJ", "JJR", "JJS", "PRP$", "NN", "NNP", "VBG", "POS"})
_STARTS = frozenset({"DT", "PRP$", "CD", "NNP", "WP", "PRP", "VBG", "WRB"})
_LETTING = word_set("let make help see hear have watch may could might will would can should must to")
_OPENING = word_set("the a an your our my his her their enclosed claim application reply consent complaint")
_KNOWN = word_set(
    "him them me us you it each nothing that where what how why about your my his our their the of her who nobody"
)
_THINGS = word_set("something anything nothing everything someone somebody anyone what thing things all")
_BOUND = frozenset({"relcl", "acl"})
_AFFECTED = word_set(
    "you your him her them us me my our their his that this these those any anyone anybody both whether"
)
_EFFECTED = word_set(
    "change changes arrest arrests repair repairs transfer escape entry service rescue cure settlement reform "
    "improvement improvements removal delivery release warrant search compromise payment introduction end"
)
_HELPING = frozenset({"MD", "TO"})
_FORECAST = word_set("warnings conditions forecasts reports stations patterns systems events maps records")
_REACHING = word_set(
    "reply reach hear respond answer ask write contact send return tell ring call appeal request receive complete do "
    "decide act get apply make give"
)
_COUNTED = word_set("of from . ; after")


def misplaced(parse: "Parse") -> Iterator[tuple["Token", "Token", str]]:
    """Yield the first and the last token of each such word, and the word that was meant."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(1, len(tokens) - 1):
        for meant, last, is_wrong in _JUDGES.get(tokens[n].lower_, ()):
            if is_wrong(tokens, n):
                yield tokens[n], tokens[n + last], meant
                break


def _is_their(tokens: Tokens, n: int) -> bool:
    """ "the colour of there skin", "took there photographs", not "is there evidence", "told us there men waited"."""
    before, noun = tokens[n - 1], _noun_after(tokens, n + 1)
    if noun is None or tokens[noun].lower_ in _TIMES or before.lemma_ in ("be", "go", "come") or before.pos_ == "AUX":
        return False
    if any(token.tag_ in _FINITE for token in tokens[noun + 1 : noun + 3]):
        return False
    if before.lower_ in _OF and before.pos_ == "ADP":
        return True
    if before.pos_ == "VERB":
        return before.lemma_ in _GIVING and noun == n + 1
    return tokens[n].dep_ == "poss" and before.lower_ in ("and", "or") and tokens[noun].dep_ != "ROOT"


def _noun_after(tokens: Tokens, at: int) -> int | None:
    """Where the noun stands that begins here, perhaps with an adjective before it."""
    if at < len(tokens) and tokens[at].tag_ in ("JJ", "JJR", "JJS", "VBN"):
        at += 1
    return at if at < len(tokens) and tokens[at].tag_ in _NOUNS else None


def _is_your(tokens: Tokens, n: int) -> bool:
    """ "took you're money", "near you're shop", not "when you go in you're searched"."""
    if tokens[n + 1].lower_ not in ("'re", "’re"):
        return False
    before, noun = tokens[n - 1], _noun_after(tokens, n + 2)
    after = tokens[n + 2].lower_ if n + 2 < len(tokens) else "."
    if before.pos_ == "VERB" and before.lemma_ in _TAKING:
        return noun is not None or after not in word_set("not a an the so very all still also in at on , .")
    return before.lower_ in _NEAR and before.pos_ == "ADP" and noun is not None


def _is_whether(tokens: Tokens, n: int) -> bool:
    """ "tell the police weather the two men knew", not "in bad weather the road is closed"."""
    before, after = tokens[n - 1], tokens[n + 1]
    if before.lower_ == "police" or before.lower_ in ("you", "me", "us", "him", "her", "them"):
        asked = n > 1
    else:
        asked = before.tag_ not in _LEADING or before.lower_ in ("sure", "certain", "clear", "doubt", "unsure")
    if after.lower_ in _FORECAST:
        return False  # "local news and weather warnings are on the page"
    begins = after.tag_ in _CLAUSE or after.lower_ in _CLAUSE_WORDS
    ahead = tokens[n + 2 : n + 9]
    return asked and begins and before.text != "," and any(token.tag_ in _FINITE for token in ahead)


def _is_from(tokens: Tokens, n: int) -> bool:
    """ "counted form the date", "run form the shop", "open form nine until five", not "helped form a view"."""
    before, after = tokens[n - 1], tokens[n + 1]
    if after.tag_ == "CD" and any(token.lower_ in ("until", "to", "till") for token in tokens[n + 2 : n + 4]):
        return before.tag_ not in ("DT", "PRP$")
    if after.tag_ not in _STARTS and after.lower_ not in ("beginning", "what", "where", "when"):
        return False
    if before.lower_ in ("yards", "metres", "miles", "feet", "inches", "days", "weeks"):
        return True
    if before.lower_ in ("it", "him", "them", "me", "us"):
        told = n > 1 and tokens[n - 2].pos_ == "VERB" and tokens[n - 2].lemma_ not in _LETTING
        return told and after.tag_ != "NNP"  # "send them form SSP1"
    if before.pos_ != "VERB" or before.lemma_ in _LETTING or tokens[n - 2].tag_ in ("DT", "PRP$", "JJ", "NN"):
        return before.pos_ == "VERB" and before.tag_ in ("VBD", "VBZ") and before.lemma_ not in _LETTING | {"sign"}
    return before.tag_ in ("VBN", "VBD", "VBZ", "VB") and not any(child.dep_ == "det" for child in tokens[n].children)


def _is_form(tokens: Tokens, n: int) -> bool:
    """ "fill in the from", "your from was sent"."""
    after = tokens[n + 1]
    begun = tokens[n - 1].lower_ in ("the", "a", "your", "our", "enclosed")
    return begun and after.tag_ not in ("DT", "PRP$", "NNP", "CD", "PRP", "NNS") and after.text not in ('"', "'", "”")


def _is_knew(tokens: Tokens, n: int) -> bool:
    """ "one of them new your brother", not "something new about it", "the house was new"."""
    before, after = tokens[n - 1], tokens[n + 1].lower_
    if after not in _KNOWN or before.lower_ in _THINGS or before.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    if before.lower_ in word_set("it this that these those") or before.tag_ == "PRP$":
        return False
    told = any(token.tag_ in _FINITE and token.head.i >= before.i for token in tokens[max(0, n - 2) : n])
    return not told and not any(token.lemma_ in ("make", "buy", "give", "keep") for token in tokens[:n])


_OWED = word_set(
    "reason reasons right rights need cause want wish duty power way chance time ability permission obligation "
    "intention inclination business authority place room freedom call invitation courage strength"
)  # "you had reason to."


def _is_too(tokens: Tokens, n: int) -> bool:
    """ "sorry for accidents to.", "there were to few witnesses", not "someone to give the keys to."."""
    before, after = tokens[n - 1], tokens[n + 1]
    if after.lower_ in ("few", "many", "much", "little") and before.lemma_ == "be":
        return n > 1 and tokens[n - 2].tag_ == "EX"
    if (
        before.lower_ in _OWED
        or after.text not in ".!;"
        or not (before.tag_ in ("NN", "NNS", "DT", "NNP") or before.lower_ in _PLACED)
    ):
        return False
    comma = next((at for at in range(n - 1, -1, -1) if tokens[at].text in (",", ";")), -1)
    earlier = tokens[comma + 1 : n]
    if any(token.dep_ in _BOUND or token.tag_ in ("WP", "WDT", "WRB") for token in earlier):
        return False
    subjects = [token for token in earlier if token.dep_ in ("nsubj", "nsubjpass")]
    infinitive = any(token.tag_ == "TO" for token in earlier)
    return len(subjects) == 1 and not infinitive and before.dep_ not in ("nsubj", "nsubjpass")


def _is_affect(tokens: Tokens, n: int) -> bool:
    """ "will effect your claim", "let this letter effect that", not "to effect the change"."""
    after, at = tokens[n + 1].lower_, n - 1
    the_other = after == "the" and n + 2 < len(tokens) and tokens[n + 2].lower_ in ("other", "way", "outcome", "whole")
    if after not in _AFFECTED and not the_other:
        return False
    if any(token.lower_ in _EFFECTED for token in tokens[n + 1 : n + 6]):
        return False
    while at > 0 and tokens[at].tag_ == "RB":
        at -= 1
    if tokens[at].tag_ in _HELPING or tokens[at].lemma_ == "do":
        return True
    let = [token.lower_ for token in tokens[max(0, n - 5) : n]]
    asks = tokens[at].lower_ in ("this", "that", "it") and at > 0 and tokens[at - 1].tag_ == "MD"
    return "let" in let or asks


def _is_within(tokens: Tokens, n: int) -> bool:
    """ "reach us with 10 working days of", not "with two weeks left", "with 14 days' notice"."""
    if n and tokens[n - 1].lemma_ in word_set("deal cope live do start begin end compare leave fill meet agree"):
        return False
    at = n + 1
    while at < len(tokens) - 1 and (
        tokens[at].tag_ == "CD" or tokens[at].lower_ in word_set("a few the next working clear full calendar")
    ):
        at += 1
    if at == n + 1 or tokens[at].lower_ not in _UNITS or at + 1 >= len(tokens):
        return False
    after, then = tokens[at + 1].lower_, tokens[at + 2].lower_ if at + 2 < len(tokens) else ""
    acts = any(token.lemma_ in _REACHING for token in tokens[:n])
    if after in ("of", "from", "after"):
        return acts and then in word_set("the this your you receiving getting being today its our his her")
    return acts and after in (".", ";")


def _is_than(tokens: Tokens, n: int) -> bool:
    """ "weaker that the other evidence", "more careful that his brother", not "it was clearer that he lied"."""
    before, after = tokens[n - 1], tokens[n + 1]
    graded = before.tag_ in ("JJ", "RB") and n > 1 and tokens[n - 2].lower_ in ("more", "less")
    if not (before.tag_ in ("JJR", "RBR") or graded) or before.lower_ in ("more", "later", "earlier", "sooner"):
        return False
    if after.tag_ not in ("DT", "PRP$", "CD", "NNP") and after.lower_ not in ("him", "her", "them", "us", "me"):
        return False
    if any(token.tag_ in _FINITE for token in tokens[n + 1 :]) or any(token.lower_ == "than" for token in tokens):
        return False
    return any(token.tag_ in _FINITE for token in tokens[:n])


Judge = Callable[[Tokens, int], bool]
_JUDGES: dict[str, tuple[tuple[str, int, Judge], ...]] = {
    "there": (("their", 0, _is_their),),
    "you": (("your", 1, _is_your),),
    "weather": (("whether", 0, _is_whether),),
    "form": (("from", 0, _is_from),),
    "from": (("form", 0, _is_form),),
    "new": (("knew", 0, _is_knew),),
    "that": (("than", 0, _is_than),),
    "to": (("too", 0, _is_too),),
    "effect": (("affect", 0, _is_affect),),
    "with": (("within", 0, _is_within),),
    "its": (("it's", 0, is_it_is),),
    "it": (("its", 1, is_its),),
}
