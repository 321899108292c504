"""The parse of a sentence → commas that join two whole sentences ("The trial is in May, we will write")."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.sequels import goes_together, is_sentence, runs_on
from vlucheck.checks.grammar.wholes import (
    ALSO_DONE,
    FEWEST,
    FINITE,
    JOINING,
    RELATIVE,
    SAYING,
    SHORT,
    SUBORDINATE,
    is_request,
    is_whole,
)
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Tokens = list["Token"]

_COUNTED_IN = word_set("included excluded excepted permitting aside apart")
_SHARING = word_set("each some both all most many none neither one two")
_LINKS = word_set("however therefore nevertheless consequently furthermore moreover instead otherwise meanwhile")
_TIMES = frozenset(
    {("by", "then"), ("since", "then"), ("after", "that"), ("until", "then"), ("by", "now"), ("even", "then")}
)
_TURNED = word_set("had should were")  # "had you asked", "should you wish"
_SURE = word_set("clear sure certain sorry glad afraid aware likely possible true obvious")
_DELAYING = word_set("by after before until despite during without since from")  # "he said by the time you came, it"
_WHATEVER = word_set("anything everything whatever all any")
_GOVERNED = word_set("for of about to on")  # "asked for", "spoke of"
_APART = "‘|•–—:"


def spliced(parse: "Parse") -> Iterator[tuple["Token", "Token"]]:
    """Yield the words on both sides of a comma that joins two whole sentences by itself."""
    tokens = _behind_number([token for token in parse if not token.is_space])
    if len(tokens) <= SHORT or tokens[-1].text == "?" or any(_is_apart(token) for token in tokens[:-1]):
        return
    for comma in (n for n, token in enumerate(tokens) if token.text == "," and n):
        start = _behind_link(tokens, comma)
        right = tokens[start:]
        if (len(right) <= FEWEST and not _is_short(right)) or tokens[comma - 1].lower_ in JOINING:
            continue
        if tokens[comma - 1].lower_ in ("apart", "aside") and tokens[comma - 2].tag_ in ("NN", "NNS", "NNP", "PRP"):
            continue  # "He said that, the cost apart, nothing stood in the way"
        if right[0].tag_ == "VBG" or _names_again(tokens[comma - 1], right):
            continue  # "wanted it stopped, warning that it costs", "Ann Hart, the woman put in charge of it"
        if right[0].like_num and tokens[comma - 1].like_num:
            continue  # "on 01632 960530, 8 am to 4 pm"
        if _is_row(right):
            continue
        if _adds_to_noun(right) or (right[0].pos_ == "PROPN" and _is_name_or_number(tokens[comma - 1])):
            continue  # "PO Box 12, London", "Mr Hart, Mrs Cole and Ann"
        left = _clause_before(tokens, comma)
        if left and is_sentence(right) and not runs_on(right) and not goes_together(left, right):
            yield tokens[comma - 1], right[0]


def _adds_to_noun(right: Tokens) -> bool:
    """Whether it only says more of the noun before: "five, each on the day of your shift", "such decisions as ask"."""
    if right[0].lower_ == "such":
        return any(word.lower_ == "as" for word in right)
    end = next((n for n, word in enumerate(right) if word.text in ",."), len(right))
    if end > 1 and right[end - 1].lower_ in _COUNTED_IN:
        return True  # "this sort of thing, money worries included", "the film from the bus included, with"
    return right[0].lower_ in _SHARING and len(right) > 1 and right[1].tag_ == "IN" and right[1].lower_ != "of"


def _is_row(right: Tokens) -> bool:
    """Whether two more clauses follow, the last with "and": "You were out, a neighbour knew and the phone was dead"."""
    if right[0].tag_ == "PRP":
        return False
    ands = [n for n, word in enumerate(right[:-2]) if word.lower_ == "and" and right[n - 1].text != ","]
    return any(
        word.dep_ in ("nsubj", "nsubjpass") and word.left_edge == right[n + 1] and word.head.dep_ in ("conj", "ROOT")
        for n in ands
        for word in right[n + 1 :]
    )


def _names_again(before: "Token", right: Tokens) -> bool:
    """Whether the words say who it is that was named, with a verb that may be a participle."""
    if before.tag_ != "NNP" or right[0].lower_ not in ("the", "a", "an"):
        return False
    verb = next((word for word in right if word.tag_ in FINITE), None)
    return verb is not None and verb.tag_ == "VBD" and verb.lower_ in ALSO_DONE


def _is_name_or_number(word: "Token") -> bool:
    return word.like_num or word.text[:1].isupper()


def _is_short(right: Tokens) -> bool:
    """ "it failed": two words that are a sentence all the same."""
    return len(right) == FEWEST and right[0].tag_ == "PRP" and right[1].tag_ in ("VBD", "VBZ")


def _behind_number(tokens: Tokens) -> Tokens:
    """The sentence without the number or the label of its paragraph: "(9)", "12.", "Camera:"."""
    ends = (".", ")") if tokens and (tokens[0].like_num or tokens[0].text == "(") else (":", "-", "–")
    first = next((n for n, token in enumerate(tokens[:SHORT]) if token.text in ends and _is_apart(token)), -1)
    return tokens[first + 1 :]


def _is_apart(token: "Token") -> bool:
    """Whether the mark parts more than a comma does: a quotation mark, a dash, a colon."""
    spaced = token.text == "-" and token.i > token.sent.start and token.nbor(-1).whitespace_
    return token.is_quote or token.text in _APART + ".)" or bool(spaced)


def _behind_link(tokens: Tokens, comma: int) -> int:
    """Where the second clause begins: behind the comma, or behind ", however," and its like."""
    start = comma + 1
    if start + 1 < len(tokens) and tokens[start].lower_ in _LINKS:
        return start + 1 + (tokens[start + 1].text == ",")
    if tuple(token.lower_ for token in tokens[start : start + 2]) in _TIMES and start + 3 < len(tokens):
        return start + 2 + (tokens[start + 2].text == ",")
    return start


def _clause_before(tokens: Tokens, comma: int) -> Tokens | None:
    """The whole clause that ends at the comma, without what opens the sentence ("On 3 May, the judge read it")."""
    begin = next((n + 1 for n in range(comma - 1, -1, -1) if tokens[n].text == ";"), 0)
    starts = [begin, *(n + 1 for n in range(begin, comma) if tokens[n].text == ",")]
    if len(starts) > 1 and _is_remark(tokens[starts[-1] : comma]):
        return None
    if len(starts) > 1 and (_is_heard(tokens[begin : starts[1]]) or _leads_on(tokens[begin:comma], starts[-1] - begin)):
        return None
    for n, start in enumerate(starts):
        words = tokens[start:comma]
        if n and not _is_opening(tokens[begin:start]):
            return None
        if n and tokens[begin].lower_ in SUBORDINATE and any(word.tag_ == "CC" for word in words):
            return None  # "if it is late, you are tired and the bus has gone, stay"
        if _leads_in(words) or _leads_in_anew(words):
            return None
        if is_whole(words) or is_request(words):
            return None if _is_open(words) else words
    return None


def _leads_in(words: Tokens) -> bool:
    """Whether the words belong to the verb behind their comma: "For anything else you want to know, I am here"."""
    if len(words) < SHORT or words[0].dep_ != "prep":
        return False
    return words[0].head.i > words[-1].i or words[1].lower_ in _WHATEVER or words[0].lower_ in ("with", "without")


def _leads_on(words: Tokens, last: int) -> bool:
    """Whether the words from the last comma lead in to what follows, and those before are no sentence of their own."""
    joined = words[last - 2].lower_ in JOINING  # "He rang for weeks and, despite worries, it has not changed"
    return _leads_in(words[last:]) and (joined or not is_whole(words[: last - 1]))


def _leads_in_anew(words: Tokens) -> bool:
    """Whether the last words before the comma lead in to what follows it: "… and in this case, he", "he said by the
    time", "they claim that of the two", "… and even after that was done, it"."""
    for n, (joining, word) in enumerate(pairwise(words), 1):
        if joining.lower_ not in JOINING and joining.lemma_ not in SAYING and joining.lower_ != "that":
            continue
        if joining.lemma_ in SAYING and (joining.tag_ not in FINITE or word.lower_ in _GOVERNED):
            continue  # "to ask for a review of it"
        if joining.tag_ == "CC" and any(each.lower_ == word.lower_ for each in words[: n - 1]):
            continue  # "of the prosecutor and of the unit"
        rest = words[n:]
        at = 1 if word.lower_ == "even" and len(rest) > 1 else 0
        finite = any(token.tag_ in FINITE for token in rest)
        governs = rest[at].tag_ == "IN" and rest[at].dep_ != "mark" and rest[at].lower_ not in ("that", "if")
        told = joining.lemma_ in SAYING and joining.lower_ != "that" and rest[at].lower_ not in _DELAYING
        if governs and not told and (not finite or joining.tag_ != "CC"):
            return True
        if joining.tag_ == "CC" and rest[at].lower_ in SUBORDINATE - {"that"} and finite:
            return True
    return False


def _is_heard(words: Tokens) -> bool:
    """ "It said, despite …": who says it stands in front of a comma of its own."""
    spoken = [word for word in words if word.text != ","]
    return 1 < len(spoken) <= SHORT and spoken[-1].lemma_ in SAYING and spoken[-1].tag_ in FINITE


def _is_remark(words: Tokens) -> bool:
    """Whether the words between two commas interrupt: "you tell us", "who was there", "if you wish", "in short"."""
    if not words or words[0].lower_ in SUBORDINATE | JOINING | _TURNED | {"to"}:
        return True
    if any(word.tag_ in RELATIVE for word in words[:SHORT]):
        return True  # "some of whom are away"
    if is_request(words):
        return False
    verbs = [word for word in words if word.tag_ in FINITE]
    if verbs:
        return len(words) <= SHORT and any(word.lemma_ in SAYING and word.pos_ == "VERB" for word in words)
    return len(words) <= SHORT and words[0].tag_ != "NNP"


def _is_opening(words: Tokens) -> bool:
    """Whether the words up to a comma only lead in: a time, a place, a condition."""
    first = words[0]
    return (
        first.lower_ in SUBORDINATE or first.tag_ in ("IN", "RB", "TO", "VBG", "WRB", "UH") or first.dep_ == "npadvmod"
    )


def _is_open(words: Tokens) -> bool:
    """Whether a clause inside the words goes on behind their comma: "told you that if you rang", "on which both"."""
    for n in range(1, len(words)):
        word, before = words[n], words[n - 1]
        if word.lower_ not in SUBORDINATE or word.tag_ == "DT":
            continue
        told = any(token.tag_ in FINITE for token in words[n + 1 :])
        led = before.lower_ in JOINING | SUBORDINATE or before.lemma_ in SAYING or before.lower_ in _SURE
        governs = word.dep_ == "prep" or word.tag_ in ("RB", "RP")
        if word.lower_ == "that" or word.tag_ in RELATIVE or word.lower_ == "whether":
            if not told:
                return word.lower_ != "that" or word.dep_ in ("mark", "nsubj", "dobj")
        elif led or not (told or governs):
            return True
    if words[-1].lemma_ == "be" and words[0].tag_ in ("DT", "PRP$"):
        return True  # "the truth is, we lost it"
    return words[-1].lemma_ in SAYING and words[-1].pos_ == "VERB"  # "little did he know, the camera was on"
