"""The parse of a sentence → several things written as an owner ("statement's from"), and a plain verb in the place of
an adjective ("the most convince part")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_THINGS = word_set(
    "statement letter photo photograph message report witness officer call email document camera form question reason "
    "date copy record victim charge hearing phone car neighbour case detail note prosecutor solicitor recording "
    "offence image file visit account meeting complaint paper text picture video exhibit key parcel receipt bill"
)
_BEHIND = word_set("from about of by between with in on at to for and or that which who were are have . , ;")
_SEVERAL = word_set("two three four five six seven eight nine ten several many few some these those all both")
_GRADING = word_set("most more very so too quite less least extremely rather really")
_PLAIN = word_set(
    "convince surprise disappoint disturb distress interest worry frighten upset embarrass encourage reassure "
    "shock threaten confuse mislead compel exhaust annoy satisfy appal alarm terrify humiliate damage reveal inform"
)
_ALSO_NOUNS = word_set("interest shock worry distress damage alarm surprise upset")


def written_as_owner(parse: "Parse") -> Iterator[Pair]:
    """Yield the noun and its "'s", where several are meant."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(1, len(tokens) - 2):
        noun, mark, after = tokens[n : n + 3]
        if mark.lower_ not in ("'s", "’s") or noun.lower_ not in _THINGS:
            continue
        led = tokens[n - 1]
        while led.tag_ in ("JJ", "NN") and led.lower_ not in _SEVERAL and led.i > tokens[0].i:
            led = led.nbor(-1)
        counted = led.lower_ in _SEVERAL or led.like_num
        bare = led.tag_ in ("VBP", "VBD", "VBZ", "VB", "VBG", "VBN") and noun.dep_ in ("dobj", "pobj", "attr")
        if after.lower_ in _BEHIND and (counted or (bare and mark.tag_ == "POS")):
            yield noun, mark


def graded_verbs(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield "most" or its like and the plain verb behind it that should end in "-ing" or "-ed"."""
    tokens = [token for token in parse if not token.is_space]
    for n in range(1, len(tokens) - 2):
        grade, verb, after = tokens[n : n + 3]
        asked = grade.lower_ == "how" and verb.lower_ in _PLAIN - (_ALSO_NOUNS - {"distress"})
        if asked and after.tag_ in ("DT", "PRP$", "PRP") and any(t.lemma_ == "be" for t in tokens[n + 3 : n + 10]):
            yield grade, verb
        if grade.lower_ in ("a", "an", "the", "your") and verb.lower_ in _PLAIN - _ALSO_NOUNS and after.tag_ == "NN":
            yield grade, verb
        if grade.lower_ not in _GRADING or verb.lower_ not in _PLAIN & forms.base or verb.lower_ in ("upset",):
            continue
        whole = n + 3 >= len(tokens) or tokens[n + 3].tag_ not in ("NN", "NNS")  # "no more interest payments"
        describing = whole and after.tag_ in ("NN", "NNS") and tokens[n - 1].tag_ in ("DT", "PRP$", "JJ")
        describing = describing and not (verb.lower_ in _ALSO_NOUNS and grade.lower_ == "more")
        said = tokens[n - 1].lemma_ in ("be", "feel", "find") and verb.lower_ not in forms.nouns
        told = said and (after.text in ".,;" or after.lower_ in ("to", "that", "for", "and", "by", "because"))
        if (describing and verb.tag_ != "NN") or (describing and verb.dep_ in ("compound", "amod")) or told:
            yield grade, verb
