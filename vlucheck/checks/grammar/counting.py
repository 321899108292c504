"""The parse of a sentence → words of number that do not fit their noun ("two report", "this points", "much people")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_MANY = word_set(
    "these those many several few both various numerous two three four five six seven eight nine ten eleven twelve "
    "twenty thirty forty fifty"
)
_SHOWING = word_set("this that these those")
_ONE = word_set("this that a an each every another")
_SAME_FORM = word_set(
    "police staff people series species sheep fish aircraft means crossroads offspring deer dozen hundred thousand "
    "million billion pm am gbp per percent cent kg km mph counsel crew elite majority minority rest folk cattle youth "
    "data media criteria premises headquarters barracks works pence foot stone quid p age plus odd fold part way one "
    "side year month week day hour minute bed storey star time half first second third more further "
    "other twin few score grand k head yard mile limit zone past note bet ish sharp prompt apiece tops flat all"
)
_PLURAL_LOOKS_SINGULAR = word_set(
    "pins series species means news crossroads headquarters barracks works premises shambles politics mathematics "
    "commons lords economics kennels stables statistics ethics physics athletics diabetes measles gallows bellows "
    "thanks proceedings surroundings "
    "data media criteria police people lots hundreds thousands couple few times summons gas bus bias chaos "
    "christmas texas wales reuters us times days hours minutes weeks months years pounds miles metres savings sports "
    "sales goods customs arms clothes glasses services united systems "
    "communications operations sideways besides afterwards upwards backwards"
)
_NUMBERED = word_set("of last page part section step level stage count room number chapter")
_PICKING = word_set("one two three four several many few both each")
_SHARING = word_set("all most some")
_PLURAL_VERBS = word_set("were are have")
_PAST_HELPERS = word_set("was were had did")
_PEOPLE = word_set("man woman person")
_OWNERS = word_set("the my your our his her their these those")
_ORDER = word_set("first last next other same final remaining")
_ARTICLES = word_set("a an")
_NOT_DESCRIBING = word_set("few many hundred second third fourth fifth")
_AGREEING = word_set(
    "overlap differ agree disagree match conflict clash tally diverge coincide contrast compete mix meet touch join "
    "cross vary fit concern remain matter count contradict complement resemble suffice stay balance merge compare"
)
_DONE_TO = word_set("you me him her them us")
_GROUPS = word_set(
    "press class crowd glass team family group public jury bench board panel gang party company public evidence lot set"
    " bunch band"
)
_POINTING = word_set("say add argue note claim insist admit warn show suggest think believe agree accept explain")
_LESS = word_set(
    "people witnesses officers questions reasons cases victims letters charges offences messages calls complaints "
    "mistakes days hearings options details documents statements photographs errors problems"
)
_MUCH = _LESS | word_set("years weeks months times things children men women steps visits meetings points")
_FIGURES = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "CD", "JJ", "VBN", "POS", "HYPH", "FW", "VBD", "$"})


def miscounted(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield a word of number and the noun whose number does not fit it; a noun that may be a verb is left alone."""
    tokens = [token for token in parse if not token.is_space]
    for n, token in enumerate(tokens[:-1]):
        word, at = token.lower_, n + 1
        if word in ("less", "much", "fewer") and _is_amount_slip(tokens, n):
            yield token, tokens[at]
            continue
        if word == "of" and (noun := _lone_of_many(tokens, n)) is not None:
            yield tokens[n - 1], noun
            continue
        if word not in _MANY | _ONE or (token.text[:1].isupper() and n):
            continue
        at = _behind_adjectives(tokens, at)
        if word == "that" and n and (tokens[n - 1].tag_ == "RP" or tokens[n - 1].lemma_ in _POINTING):
            continue  # "pointed out that positive comments apart, little was done"
        if at + 1 < len(tokens) and word in _MANY and _goes_on(tokens, at):
            continue
        if at < len(tokens) and _stands_alone(tokens, n, at):
            noun = tokens[at]
            if word in _MANY and _is_one(tokens, n, at) and not _may_be_done(tokens, n, at, forms):
                yield token, noun
            told = word not in _SHOWING or noun.lower_ not in forms.third or noun.dep_ == "dobj"
            if word in _ONE and told and _is_several(tokens, n, at):
                yield token, noun


def _goes_on(tokens: list["Token"], at: int) -> bool:
    """ "many ringtone and other sellers": what is counted comes later."""
    return tokens[at + 1].tag_ == "CC" and at + 2 < len(tokens) and tokens[at + 2].lower_ in ("other", "similar")


def _may_be_done(tokens: list["Token"], n: int, at: int, forms: Forms) -> bool:
    """Whether the noun may be a verb: what the number's things do ("the two overlap", "these matter")."""
    noun, picked = tokens[at].lower_, _is_picked_out(tokens, n)
    if at + 1 < len(tokens) and tokens[at + 1].lower_ in _DONE_TO:  # "which of the two bit you"
        return True
    if noun in _AGREEING and at == n + 1 and (picked or tokens[n].lower_ in _SHOWING or n == 0):
        return True
    return noun in forms.base and (tokens[n].lower_ in _SHOWING or picked or _governs(tokens, at))


def _is_picked_out(tokens: list["Token"], n: int) -> bool:
    """Whether the number stands for the things themselves: "these four matter", "the first three overlap"."""
    return n > 0 and tokens[n - 1].lower_ in _OWNERS | _ORDER


def _governs(tokens: list["Token"], at: int) -> bool:
    """Whether what follows may be what a verb governs: "three show that we were wrong"."""
    after = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    return after in ("as", "that", "how", "why", "what", "whether", "us", "me", "it")


def _behind_adjectives(tokens: list["Token"], at: int) -> int:
    while at < len(tokens) - 1 and tokens[at].tag_ in ("JJ", "JJS") and tokens[at + 1].tag_ in ("NN", "NNS", "JJ"):
        at += 1
    return at


def _stands_alone(tokens: list["Token"], n: int, at: int) -> bool:
    """Whether the noun is the last word of its group, in small letters and without hyphen or apostrophe."""
    noun = tokens[at]
    if not noun.text.isalpha() or not noun.text.islower() or tokens[n].idx + len(tokens[n].text) == noun.idx:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.tag_ == "VBD" and noun.lower_ in _PEOPLE:
        return True
    if after is not None and after.lower_ in _PAST_HELPERS and tokens[n].lower_ not in _SHOWING:
        return True
    return after is None or not (
        after.tag_ in _FIGURES or after.text in ("-", "/", "'", "’", "–", "&") or after.text[:1].isupper()
    )


def _is_one(tokens: list["Token"], n: int, at: int) -> bool:
    """ "two report": a noun in the singular where several are counted."""
    noun = tokens[at]
    if (
        noun.lower_ in ("wrong", "right")
        or noun.tag_ != "NN"
        or noun.lower_ in _SAME_FORM
        or noun.lower_.endswith(("s", "ing"))
    ):
        return False
    if noun.dep_ == "compound" or noun.pos_ != "NOUN":
        return False
    if n and tokens[n - 1].lower_ in _NUMBERED | _ARTICLES and tokens[n].lower_ not in _SHOWING:
        return False  # "stage one letter", "page two table", "a forty limit"
    after = tokens[at + 1].lower_ if at + 1 < len(tokens) else "."
    return tokens[n].head == noun and (tokens[n].lower_ != "both" or after not in ("and", "or", "to", "of"))


def _is_several(tokens: list["Token"], n: int, at: int) -> bool:
    """ "this points", "a letters": a noun in the plural where one is meant."""
    noun = tokens[at]
    if noun.tag_ != "NNS" or noun.lower_ in _PLURAL_LOOKS_SINGULAR or not noun.lower_.endswith("s"):
        return False
    if noun.lower_.endswith("ss") or noun.pos_ != "NOUN" or noun.dep_ == "compound" or tokens[n].head != noun:
        return False
    word = tokens[n].lower_
    between = tokens[n + 1 : at]
    if any(token.tag_ == "CD" or token.lower_ in _NOT_DESCRIBING for token in between):
        return False  # "a few men", "a third dies"
    if word in ("this", "that"):
        after = tokens[at + 1].tag_ if at + 1 < len(tokens) else "."
        return tokens[n].dep_ == "det" and after not in ("DT", "PRP", "PRP$", "WP", "WRB", "CD")
    return tokens[n].dep_ == "det"


def _lone_of_many(tokens: list["Token"], n: int) -> "Token | None":
    """The noun of "one of the reason why", which should be several."""
    owned = n + 2 < len(tokens) and tokens[n + 1].lower_ in _OWNERS
    if n == 0 or not owned or tokens[max(0, n - 2)].lower_ in _NUMBERED:  # "page four of your statement"
        return None
    at = _behind_adjectives(tokens, n + 2)
    noun = tokens[at]
    after = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    picked, shared = tokens[n - 1].lower_ in _PICKING, tokens[n - 1].lower_ in _SHARING and after in _PLURAL_VERBS
    if not picked and not shared:
        return None
    alone = noun.tag_ == "NN" and noun.pos_ == "NOUN" and noun.lower_ not in _SAME_FORM | _GROUPS
    return noun if alone and not _looks_several(noun.lower_) and _stands_alone(tokens, n + 1, at) else None


def _looks_several(word: str) -> bool:
    """Whether its ending may be one of several, or of a deed: not so "witness" and "address"."""
    return word.endswith(("s", "ing")) and not word.endswith("ss")


def _is_amount_slip(tokens: list["Token"], n: int) -> bool:
    """ "less people", "how much people", while "less than", "three weeks less" and "much people-watching" are right."""
    noun = tokens[n + 1].lower_
    after = tokens[n + 2].text if n + 2 < len(tokens) else "."
    told = tokens[n + 2] if n + 2 < len(tokens) else tokens[n]
    if n and tokens[n - 1].lower_ == "how" and told.tag_ == "VBP" and told.lemma_ not in ("be", "do", "have"):
        return False  # "how much children understand"
    if after in ("-", "'", "’") or (n and tokens[n - 1].tag_ in ("CD", "NNS")):
        return False
    return noun in (_LESS if tokens[n].lower_ == "less" else _MUCH) and tokens[n].lower_ != "fewer"
