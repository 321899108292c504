"""The parse of a sentence → verbs that do not fit a subject which stands behind them, far off or in pieces.

"Behind this lies three facts", "Why does the records show", "The distance between the two make it hard", "What he did
are not", "Much of the footage were too dark", "That messages were deleted, but".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.antecedents import PLURAL_FORMS, SINGULAR_FORMS, verb_form
from vlucheck.checks.grammar.mass import MASS
from vlucheck.checks.grammar.plurals import number_of
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STANDING = word_set("lie stand sit come be remain hang rest follow")
_SENT = word_set("enclosed attached included here below listed overleaf")
_COUNTING = word_set("two three four five six seven eight nine ten several many both some these those the your our")
_CERTAIN = word_set("two three four five six seven eight nine ten several many both these those")
_PARTING = word_set("distance difference gap link space contact connection contrast fence wall path gate conversation")
_ONE_THING = word_set("something nothing anything what a an the his her your our my no")
_SHARE = word_set("much little most some all part half none any")
_SINGLE = word_set("much little")
_WISHED = word_set("if though wish wished wishes unless whether suppose rather")
_ASKING = word_set("why how when where what who and but so")


def turned(parse: "Parse") -> Iterator[Pair]:
    """Yield the first and the last word of each place where subject and verb do not fit."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < 4 or any(token.is_quote for token in tokens):
        return
    yield from _behind(tokens)
    yield from _sent_with(tokens)
    yield from _pointed(tokens)
    yield from _asked(tokens)
    for token in tokens:
        if token.dep_ in ("nsubj", "nsubjpass"):
            yield from _between(token)
            yield from _shared(token)
        elif token.dep_ == "csubj":
            yield from _told(token)
        elif token.dep_ == "relcl":
            yield from _of_both(token)


def _behind(tokens: list["Token"]) -> Iterator[Pair]:
    """ "Behind this decision lies three facts": a place opens the sentence, and what is there follows the verb."""
    place = tokens[0]
    if place.tag_ != "IN" or place.dep_ != "prep" or place.head.lemma_ not in _STANDING:
        return
    verb, at = place.head, place.right_edge.i + 1
    if verb.i != at or verb.dep_ != "ROOT" or verb.tag_ not in ("VBZ", "VBD") or verb_form(verb) is not False:
        return
    noun = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "attr", "nsubj")), None)
    if noun is None or noun.tag_ != "NNS" or noun.left_edge.i != verb.i + 1 or number_of(noun) is not True:
        return
    if noun.left_edge.lower_ in _CERTAIN and not any(c.dep_ == "cc" for c in noun.children):
        yield verb, noun


def _sent_with(tokens: list["Token"]) -> Iterator[Pair]:
    """ "Enclosed is two forms", "Below is the reasons"."""
    if tokens[0].lower_ not in _SENT:
        return
    verb = next((token for token in tokens[1:4] if token.tag_ in ("VBZ", "VBD")), None)
    if verb is None or verb.lower_ not in ("is", "was") or verb.i + 2 >= tokens[-1].i:
        return
    noun = next((t for t in tokens if t.i > verb.i + 1 and t.tag_ in ("NN", "NNS", "NNP")), None)
    inside = [t for t in tokens if noun is not None and verb.i < t.i < noun.i]
    if noun is None or not inside or inside[0].lower_ not in _COUNTING or noun.tag_ != "NNS":
        return
    if all(t.tag_ in ("DT", "PRP$", "CD", "JJ") for t in inside) and noun.dep_ != "compound" and number_of(noun):
        yield verb, noun


def _pointed(tokens: list["Token"]) -> Iterator[Pair]:
    """ "That messages were deleted, but": a "that" which points, for no second verb makes a clause of it."""
    first, noun = tokens[0], tokens[1]
    if first.lower_ not in ("that", "this") or noun.tag_ != "NNS" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    chain = [token for token in tokens[2:5] if token.tag_ in _FINITE]
    if not chain or chain[0].lower_ not in PLURAL_FORMS or chain[0].i != noun.i + 1 or noun.head.dep_ != "ROOT":
        return
    later = [n for n, token in enumerate(tokens) if token.i > chain[0].i and token.tag_ in _FINITE]
    joined = all(any(t.tag_ in ("CC", "WDT", "WP", "WRB") or t.text == ";" for t in tokens[3:n]) for n in later)
    if joined and number_of(noun) is True:
        yield first, noun


def _asked(tokens: list["Token"]) -> Iterator[Pair]:
    """ "Why does the records show", "Have your brother": the helper stands in front of its subject."""
    if tokens[-1].text != "?":
        return
    for n, helper in enumerate(tokens[:-3]):
        opens = n == 0 or (n == 1 and tokens[0].lower_ in _ASKING)
        if not opens or helper.lower_ not in SINGULAR_FORMS | PLURAL_FORMS:
            continue
        owning = n == 1 and tokens[0].lower_ in ("who", "what") and helper.lemma_ in ("have", "do")
        if owning and not any(token.tag_ in ("VB", "VBN") for token in tokens[n + 2 :]):
            continue  # "Who has the keys?"
        at = n + 1
        while at < len(tokens) - 2 and tokens[at].tag_ in ("DT", "PRP$", "CD", "JJ"):
            at += 1
        subject, after = tokens[at], tokens[at + 1]
        if at == n + 1 or subject.tag_ not in ("NN", "NNS") or subject.dep_ == "compound":
            continue
        if after.tag_ in ("NN", "NNS", "POS", "CC", "HYPH", "NNP") or any(c.dep_ == "conj" for c in subject.children):
            continue
        many = number_of(subject)
        if many is not None and many != verb_form(helper):
            yield helper, subject


def _between(subject: "Token") -> Iterator[Pair]:
    """ "The distance between the shelter and the benches make it hard"."""
    verb = _finite(subject)
    parts = next((c for c in subject.children if c.lower_ == "between"), None)
    if verb is None or parts is None or subject.tag_ != "NN" or subject.lower_ not in _PARTING:
        return
    if any(child.dep_ in ("conj", "cc") and child.i < verb.i for child in subject.children):
        return
    if verb_form(verb) is True and verb.i == subject.right_edge.i + 1:
        yield subject, verb


def _shared(subject: "Token") -> Iterator[Pair]:
    """ "Much of the footage from the cameras were": a share of what cannot be counted."""
    verb = _finite(subject)
    whole = next((c for child in subject.children if child.lower_ == "of" for c in child.children), None)
    said = any(c.dep_ == "pcomp" for child in subject.children if child.lower_ == "of" for c in child.children)
    if verb is not None and said and subject.lower_ in _SINGLE and verb.lower_ in PLURAL_FORMS:
        yield subject, verb  # "Much of what they said were"
        return
    if verb is None or whole is None or subject.lower_ not in _SHARE or verb.lower_ not in PLURAL_FORMS:
        return
    if whole.tag_ != "NN" or any(child.dep_ in ("conj", "cc") for child in whole.children):
        return
    if subject.lower_ in _SINGLE or whole.lower_ in MASS:
        yield subject, verb


def _of_both(clause: "Token") -> Iterator[Pair]:
    """ "Mrs Thackray and Mr Iqbal, who lives on either side of you, both": told of two people."""
    who, person = clause.left_edge, clause.head
    if (
        who.lower_ != "who"
        or clause.tag_ != "VBZ"
        or person.dep_ != "conj"
        or {person.tag_, person.head.tag_} != {"NNP"}
    ):
        return
    near = [token.lower_ for token in clause.sent if who.i < token.i <= clause.right_edge.i + 3]
    if "both" in near or "each" in near or "either side" in " ".join(near):
        yield who, clause


def _told(clause: "Token") -> Iterator[Pair]:
    """ "What he did with the money are not something": one thing is said of the clause."""
    verb, opener = clause.head, clause.left_edge
    wished = any(token.lower_ in _WISHED for token in opener.sent[: opener.i - opener.sent.start])
    if wished or opener.lower_ != "what" or verb.lower_ not in ("are", "were") or verb.dep_ in ("aux", "auxpass"):
        return
    said = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("attr", "acomp")), None)
    clause_said = next((c for c in verb.children if c.i > verb.i and c.dep_ == "ccomp"), None)
    if said is None and clause_said is not None and any(c.dep_ == "mark" for c in clause_said.children):
        yield opener, verb
        return
    if said is None or any(child.dep_ in ("conj", "cc") for child in (clause, said, *said.children)):
        return
    single = said.tag_ == "NN" and said.left_edge.lower_ in _ONE_THING and number_of(said) is not True
    if single or said.tag_ == "JJ":
        yield opener, verb


def _finite(subject: "Token") -> "Token | None":
    """The verb that carries the number, behind its subject."""
    verb = subject.head
    chain = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i > subject.i]
    first = min([*chain, verb], key=lambda token: token.i)
    return first if first.i > subject.i and first.tag_ in _FINITE else None
