"""The parse of a sentence → questions that are told, but in the order of a question ("I explain why did we stop")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_ASKING = word_set("what why when where how who whom")
_TELLING = word_set(
    "explain know ask tell understand see wonder remember say decide discuss show find learn hear describe ensure "
    "confirm clarify consider check sure idea understand certain unclear clear about on of"
)
_HELPING = word_set("is are was were will would did does do can could should has have had may must")
_SUBJECTS = word_set("i you he she it we they this that these those")
_OWNERS = word_set("the your my his her our their a an")
_AS_SUBJECT = word_set("wrong matter point happening happened going left best worst more to in on at not being")
_BE = word_set("is are was were")


def asked_in_a_statement(parse: "Parse") -> Iterator[Pair]:
    """Yield the question word and the verb of "I explain why did we stop", which should be "why we stopped"."""
    tokens = [token for token in parse if not token.is_space]
    if tokens[0].lower_ == "to":  # "To feel brushed aside when you asked why was a second blow."
        return
    if tokens[-1].text == "?" or any(token.is_quote or token.text in ":‘" for token in tokens):
        return
    for n in range(1, len(tokens) - 3):
        asking, helping, subject = tokens[n], tokens[n + 1], tokens[n + 2]
        if asking.lower_ not in _ASKING or helping.lower_ not in _HELPING or not _is_told(tokens, n):
            continue
        # "I know who did it" asks for nobody's doing: the question word is its own subject there.
        own_subject = asking.lower_ in ("who", "what") and helping.lower_ not in _BE
        shown = (subject.lower_ not in ("this", "that") and not own_subject) or _verbs_on(tokens, n + 3)
        if (subject.lower_ in _SUBJECTS and shown) or (subject.lower_ in _OWNERS and _is_turned(tokens, n)):
            yield asking, subject


def _is_told(tokens: list["Token"], n: int) -> bool:
    """Whether a verb of telling or asking stands in front, perhaps with the person told."""
    before = tokens[n - 1]
    if before.lower_ in ("you", "me", "us", "him", "her", "them") and n > 1:
        before = tokens[n - 2]
    return before.lemma_.lower() in _TELLING or before.lower_ in _TELLING


def _is_turned(tokens: list["Token"], n: int) -> bool:
    """Whether the noun behind the verb is its subject: "when will the police call", "what is the reason for"."""
    asking, helping = tokens[n].lower_, tokens[n + 1].lower_
    after = [token.lower_ for token in tokens[n + 2 :]]
    if asking in ("who", "whom"):
        return False
    if helping not in _BE and asking != "what":
        return any(token.tag_ in ("VB", "VBN", "VBG") for token in tokens[n + 3 : n + 7])
    if helping not in _BE:
        return helping in ("did", "does", "do", "will", "would", "can", "could", "should") and any(
            token.tag_ == "VB" for token in tokens[n + 3 : n + 7]
        )
    return not any(word in _AS_SUBJECT for word in after[1:3]) and (
        asking != "what" or tokens[n + 2].lower_ in _OWNERS - {"a", "an"}
    )


def _verbs_on(tokens: list["Token"], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag_ in ("VB", "VBN", "VBG", "RB")
