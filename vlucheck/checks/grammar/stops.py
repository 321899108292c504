"""The parse of a sentence → two sentences with nothing between them, and a helper whose verb was left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_OPENERS = word_set("The This That These There It We You He She They My Our Your His Her Their If When No Please")
_ENDING = frozenset({"NN", "NNS", "VBD", "VBN", "VB", "RB", "RP", "PRP", "CD", "JJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LINKING = word_set("because although whether unless that and but")
_CONDITIONS = word_set("if when once unless though although until while")
_OWNERS = word_set("the your his her our")
_BEFORE = word_set("and but then i we they he she")
_MODALS = word_set("will would can could should must may might")
_CALLED = word_set("called named titled entitled headed reads read says said marked book leaflet film booklet song")
_NEAR = 7


def run_together(parse: "Parse") -> Iterator[Pair]:
    """Yield the words on both sides of a full stop that is missing: "alone in the house The line is open"."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(2, len(tokens) - 3):
        before, opener = tokens[n - 1], tokens[n]
        if opener.text not in _OPENERS or not before.text.islower() or not before.is_alpha:
            continue
        if before.tag_ not in _ENDING or before.lower_ in _CALLED or not tokens[n + 1].text.islower():
            continue
        ahead = tokens[n + 1 : n + _NEAR]
        whole = any(token.tag_ in _FINITE for token in tokens[:n]) and any(token.tag_ in _FINITE for token in ahead)
        capitals = sum(token.text[:1].isupper() for token in ahead)
        if whole and capitals <= 1 and not any(token.is_quote or token.text in "‘“" for token in tokens):
            yield before, opener


def left_out(parse: "Parse") -> Iterator[Pair]:
    """Yield "will the" of "he will get the record and will the Unit for their notes": no verb follows the helper."""
    tokens = [token for token in parse if not token.is_space]
    if tokens[-1].text == "?":
        return
    for n in range(1, len(tokens) - 2):
        helper, after = tokens[n], tokens[n + 1]
        if (
            helper.lower_ not in _MODALS
            or helper.tag_ != "MD"
            or after.lower_ not in ("the", "your", "his", "her", "our")
        ):
            continue
        joined = tokens[n - 1].lower_ in ("and", "but", "then") or tokens[n - 1].lower_ in (
            "i",
            "we",
            "they",
            "he",
            "she",
        )
        if joined and not any(token.tag_[:2] == "VB" for token in tokens[n + 1 : n + _NEAR]):
            yield helper, after


def stray_commas(parse: "Parse") -> Iterator[Pair]:
    """Yield a joining word with the word behind its comma, where no second comma closes a remark: "because, the"."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(1, len(tokens) - 3):
        linking, comma, after = tokens[n : n + 3]
        if comma.text != "," or linking.lower_ not in _LINKING:
            continue
        if linking.lower_ == "that" and any(token.lower_ in _CONDITIONS for token in tokens[:n]):
            continue  # "If they cannot think that, they must not start": it points at what was said
        joins = linking.dep_ == "mark" or linking.tag_ == "CC"
        begins = after.tag_ in ("PRP", "PRP$", "DT", "EX") or after.lower_ == "nobody"
        rest = tokens[n + 2 :]
        # not "that, the police having told us so"
        verb = next((token for token in rest if token.tag_[:2] == "VB" or token.tag_ == "MD"), None)
        told = verb is not None and verb.tag_ in _FINITE
        if joins and begins and told and not any(token.text in ",–—-;(" for token in rest):
            yield linking, after
