"""The parse of a sentence → articles with nouns that take none, or another ("a CCTV footage", "such long wait")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

MASS = word_set(
    "footage news evidence advice information furniture luggage equipment guidance paperwork homework traffic weather "
    "feedback jewellery clothing rubbish accommodation counselling software permission assistance harassment "
    "money progress correspondence damage property"
)
_NEVER_ONE = MASS - word_set("correspondence money property damage progress weather")
_COUNTED = word_set(
    "wait delay letter question decision case trial day night week month year man woman boy girl child person family "
    "mistake error blow shock ordeal journey attack threat reply answer message statement story place "
    "reason step offence sentence hearing report complaint meeting problem burden incident assault burglary robbery "
    "wound gap distance moment task list call visit request mess"
)
_KEPT = word_set("no any one another some every each few many all")
_TAILS = word_set("- / & ' ’ 's ’s of")


def misgiven(parse: "Parse") -> Iterator[Pair]:
    """Yield the article, or "such", and its noun."""
    tokens = [token for token in parse if not token.is_space]
    for n, token in enumerate(tokens[:-1]):
        word = token.lower_
        if word in ("a", "an"):
            at = _noun_at(tokens, n + 1)
            if at is not None and tokens[at].lower_ in _NEVER_ONE and _ends(tokens, at):
                yield token, tokens[at]
        elif word == "such" and tokens[n + 1].tag_ in ("JJ", "RB", "JJR"):
            led = n and (tokens[n - 1].lower_ in _KEPT or tokens[n - 1].tag_ in ("CD", "DT"))
            at = _noun_at(tokens, n + 1)
            if not led and at is not None and tokens[at].lower_ in _COUNTED and _ends(tokens, at):
                yield token, tokens[at]


def _noun_at(tokens: list["Token"], at: int) -> int | None:
    """Where the noun stands that ends the group: behind adjectives and nouns in front of it."""
    start = at
    while at < len(tokens) - 1 and at - start < 4 and tokens[at].tag_ in ("JJ", "RB", "VBN", "VBG", "NN", "NNP", "JJR"):
        after = tokens[at + 1]
        if tokens[at].tag_ in ("NN", "NNP") and after.tag_ not in ("NN", "NNP"):
            break
        at += 1
    return at if at < len(tokens) and tokens[at].tag_ == "NN" else None


def _ends(tokens: list["Token"], at: int) -> bool:
    """Whether no other noun follows that the article may belong to: not "a news report", "an evidence-based"."""
    noun = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else noun
    if noun.text != noun.lower_ or after.text in _TAILS - {"of"}:
        return False
    return after.tag_ not in ("NN", "NNS", "NNP", "NNPS", "VBG", "CD", "HYPH", "JJ", "VBN") and noun.dep_ != "compound"
