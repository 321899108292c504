"""The parse of a sentence → a subject and its verb with a single comma between them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

_NEAR = 4


def parted(parse: "Parse") -> Iterator[tuple["Token", "Token"]]:
    """Yield a subject and its verb with a single comma between them ("The lawyer, looked at the file")."""
    tokens = list(parse)
    if sum(token.text == "," for token in tokens) != 1:
        return
    for before, comma in pairwise(tokens):
        if comma.text != "," or before.dep_ not in ("nsubj", "nsubjpass") or before.pos_ not in ("NOUN", "PRON"):
            continue
        after = parse.doc[comma.i + 1] if comma.i + 1 < parse.end else None
        short = comma.i - parse.start <= _NEAR
        if after is not None and after.tag_ in ("VBD", "VBZ") and before.head == after and short:
            yield before, after
