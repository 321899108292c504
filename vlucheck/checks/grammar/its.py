"""The words of a sentence → "its" and "it's" that stand in each other's place, by the parts of speech beside them."""

from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = list["Token"]

_SHORT = 5  # letters: "need", "speed" and "breed" are things
_NOUNS = frozenset({"NN", "NNS"})
_TIMES = word_set("night morning evening afternoon day year years time times today yesterday moment weekend")
_OF = word_set("of for with about against under into by on to at")
_OWNING = word_set(
    "lose change keep take give leave reach make put break close open read run serve do have send raise follow use "
    "fill clean lock publish share move pull turn drop miss meet post hold win show cut lift shut sell check state set"
)
_WITHOUT_ONE = word_set("time luck work news water rain money fun life help law")
_OPENING_WORDS = word_set("and but because that when if while whether , so then before after until since")


_OPENING = word_set("before when until till once if after because whether since that unless")


def is_it_is(tokens: Tokens, n: int) -> bool:
    """ "its Sal who will help you", "its you who decide"."""
    if tokens[n - 1].lower_ in _OPENING and _is_done(tokens[n + 1]) and n + 2 < len(tokens):
        return tokens[n + 2].text in ".,;"  # "before its answered"
    named = tokens[n + 1].tag_ in ("NNP", "PRP")
    return named and any(token.lower_ == "who" for token in tokens[n + 2 : n + 4])


def _is_done(token: "Token") -> bool:
    """Whether the word can only be what was done ("answered"), whatever the parse takes it for behind "its"."""
    return len(token.text) > _SHORT and token.lower_.endswith("ed") and token.text.islower()


def is_its(tokens: Tokens, n: int) -> bool:
    """ "whether it's cameras were working", "sent us it's records", "had lost it's only witness", "and it's lens saw
    nothing", "the report and it's annexes", not "it's lawyers who decide", "we know it's early days"."""
    if tokens[n + 1].lower_ not in ("'s", "’s") or n + 3 >= len(tokens):
        return False
    before, at = tokens[n - 1], _behind_describing(tokens, n + 2)
    noun, after = tokens[at], tokens[min(at + 1, len(tokens) - 1)]
    if noun.tag_ not in _NOUNS or noun.lower_ in _TIMES or after.lower_ in ("who", "that", "which", "i", "we", "you"):
        return False
    if _takes_object(before) and (noun.tag_ == "NNS" or noun.lower_ not in _WITHOUT_ONE):
        return True
    if before.lower_ in ("and", "or") and n > 1 and tokens[n - 2].tag_ in ("NN", "NNS", "NNP") and noun.tag_ == "NNS":
        return after.text in (".", ",", ";") or after.tag_ in (
            "IN",
            "VBD",
            "VBP",
            "MD",
        )
    opens = before.lower_ in _OPENING_WORDS or n == 0
    told = next((token for token in tokens[at + 1 : at + 3] if token.tag_ != "RB"), after)
    return opens and at == n + 2 and told.tag_ in ("VBD", "VBZ", "MD") and told.lower_ not in ("'s", "’s")


def _behind_describing(tokens: Tokens, at: int) -> int:
    """Where the noun stands behind its adjectives: "only independent witness"."""
    while (
        at < len(tokens) - 2
        and tokens[at].tag_ in ("JJ", "JJS", "JJR", "RB", "CD", "NN")
        and (tokens[at + 1].tag_ in ("JJ", "NN", "NNS"))
    ):
        at += 1
    return at


def _takes_object(before: "Token") -> bool:
    """Whether a thing must follow: behind "of", "us", "lost", not behind "know" or "is"."""
    if before.pos_ == "ADP":
        return before.dep_ == "prep" and before.lower_ in _OF
    if before.lower_ in ("us", "me", "you", "them"):
        return before.i > 0 and before.nbor(-1).lemma_ in ("send", "give", "show")
    return before.pos_ == "VERB" and before.lemma_ in _OWNING
