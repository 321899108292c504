"""A part of a sentence → whether it is a whole clause, or a request, that could stand by itself."""

from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = list["Token"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
SAYING = word_set(
    "say think know believe feel tell add explain ask write suppose hope understand fear imagine see reply claim "
    "admit agree insist note remember recall mean guess gather trust presume"
)
ACTING = word_set("i we he she they")
JOINING = word_set("and or but nor yet so")
SUBORDINATE = word_set(
    "if when while because although though since once after before until till where whether unless whatever whoever "
    "whichever whenever wherever however as that which who whom whose what how why whereas provided lest so than"
)
_OPENING = SUBORDINATE | word_set(
    "had were should not only either neither both even just now given let first then to having being"
)
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
HANGING = frozenset({"relcl", "acl", "pcomp", "csubj", "csubjpass"})
_ASIDE = word_set("bar barring save let believe trust mind say suppose imagine rest assume")
_URGING = word_set("please do not n't never just kindly")
_LEADS = frozenset(
    {"in case", "every time", "each time", "any time", "next time", "the day", "the moment", "the minute"}
)
_TIMES = word_set("day days week weeks month months year years time night moment minute hour hours morning evening")
ALSO_DONE = word_set("put read set cut let hit hurt shut spread split cast bet burst quit shed told left held kept")
_DIRECT = frozenset({"DT", "PRP", "PRP$", "CD", "NNP", "NNS"})
_OBJECTS = frozenset({"DT", "PRP", "PRP$", "IN", "NN", "NNS", "NNP", "RB", "RP", "CD", "TO", "VB"})
FEWEST = 3
SHORT = 4


def is_whole(words: Tokens) -> bool:
    """Whether the words have a subject and its finite verb, with nothing before them that hangs on another verb."""
    if [words[0].lower_, *(word.tag_ for word in words[1:3])] == ["its", "JJ", "TO"]:
        return True  # "its normal to feel angry": another slip must not hide this one
    if len(words) < FEWEST or (words[0].lower_ in _OPENING and not _is_subject(words[0])):
        return False
    if words[0].lower_ in _OPENING and words[0].dep_ == "prep" and words[1].lower_ in ("then", "now"):
        return False
    if " ".join(word.lower_ for word in words[:2]) in _LEADS:
        return False
    inside = {word.i for word in words}
    return any(
        word.dep_ in SUBJECTS
        and word.i < word.head.i
        and word.head.i in inside
        and word.tag_ not in RELATIVE
        and _stands_alone(word, words, inside)
        for word in words
    )


def _stands_alone(subject: "Token", words: Tokens, inside: set[int]) -> bool:
    verb = subject.head
    if verb.dep_ in HANGING or not is_finite(verb, inside):
        return False
    before = [child for child in verb.children if child.i < verb.i]
    if any(child.dep_ == "mark" or (child.tag_ in RELATIVE and child != subject) for child in before):
        return False
    if words[0].tag_ == "IN" and (_is_told_of_time(subject, words) or words[1].tag_ == "VBG"):
        return False  # "Despite wearing a cap he pulled low", "By writing to the man he knew"
    owned = {token.i for token in verb.subtree}
    return all(word.i in owned or word.dep_ == "cc" for word in words if word.i < subject.i)


def _is_subject(first: "Token") -> bool:
    """ "That was our mistake", "both were late", "what he did was cruel": the word, or its clause, is the subject."""
    if first.lower_ in ("since", "after", "before", "until") and first.dep_ == "prep":
        return any(child.dep_ == "pobj" for child in first.children)  # "since the spring the yard has been empty"
    if first.lower_ in ("that", "both", "neither", "either"):
        return first.dep_ in SUBJECTS and first.tag_ == "DT"
    return first.lower_ == "what" and any(token.dep_ == "csubj" for token in (first.head, first.head.head))


def _is_told_of_time(subject: "Token", words: Tokens) -> bool:
    """ "On the night he came", "for cases where it is late": what stands before the subject takes it in."""
    before = [word for word in words if word.i < subject.left_edge.i]
    if any(word.tag_ in RELATIVE for word in before):
        return True
    last = before[-1] if before else words[0]
    if last.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in last.children):
        return True  # "In a move lawyers say is new"
    return last.lower_ in _TIMES and any(child.lower_ in ("the", "all", "those") for child in last.children)


def is_finite(verb: "Token", inside: set[int]) -> bool:
    return verb.tag_ in FINITE or any(
        child.tag_ in FINITE and child.dep_ in ("aux", "auxpass") and child.i in inside for child in verb.children
    )


def is_request(words: Tokens) -> bool:
    """ "call them at once", "please ring me", "do not answer him"."""
    at = next((n for n, word in enumerate(words) if word.lower_ not in _URGING), 0)
    if words[0].tag_ == "IN":  # "for questions please call my colleague"
        at = next((n + 1 for n, word in enumerate(words) if word.lower_ == "please"), 0)
    if at and words[at - 1].lower_ == "do" and words[at].tag_ not in ("VB", "VBP"):
        at -= 1
    verb = words[at] if at < len(words) else words[0]
    if len(words) < FEWEST or verb.tag_ not in ("VB", "VBP") or verb.lemma_.lower() in _ASIDE:
        return False
    if words[0].lower_ in ("do", "never") and verb.tag_ not in ("VB", "VBP"):
        return False
    if words[-1].lower_ == "may" or any(word.lower_ == "as" for word in words[at + 1 : at + 2]):
        return False  # "come what may", "try as we might"
    if verb.lower_ in ALSO_DONE and not any(word.tag_ in _DIRECT for word in words[at + 1 : at + 2]):
        return False  # "Read in order, they look different", "Put side by side, these things", "Set out in full, it"
    if any(word.lower_ == "or" and word.head == verb for word in words):
        return False  # "love it or hate it"
    return at + 1 < len(words) and words[at + 1].tag_ in _OBJECTS and words[at + 1].lower_ not in ACTING - {"it"}
