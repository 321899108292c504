"""The parse of a sentence → whether it is only a part of one ("Which we regret.", "Quick note about the case.")."""

from itertools import pairwise
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Tokens = list["Token"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STARTERS = word_set("he she it they we you i this there these those that nobody everyone everybody")
_FRAGMENTS = frozenset({"because", "although", "whereas"})
_CONDITIONS = frozenset({"when", "if", "unless", "until", "while"})
_TIMED = word_set("last next then now yesterday today recently about early late nearly after lately very")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_PICKING = word_set("both all some one two three most many none neither each few several any half much")
_FOCUS = word_set("even just only partly mainly largely simply especially particularly mostly chiefly perhaps")
_FOCUSED = word_set("because if though when since where")
_NOTES = word_set("note notes line lines update word words message reminder few")
_NOTE_ENDS = word_set("about on to regarding concerning from for")
_BRIEF = word_set("quick short brief just a another one small")
_ASKING = word_set("who what how why when where whether")
_LEADS = (
    ("further", "to"), ("with", "reference"), ("in", "reference"), ("with", "regard"), ("in", "response"),
    ("in", "reply"), ("in", "answer"), ("with", "respect"), ("in", "relation"), ("in", "connection"),
)  # fmt: skip
_COMPANY = word_set("together along")
_HOPING = word_set("hoping trusting thanking looking wishing assuring")
_CLOSING = word_set("assuring thanking wishing")
_YOU = word_set("you")
_HOPED = word_set("that this you it to forward for the")
_TELLING_MORE = frozenset({"relcl", "acl", "pcomp", "csubj"})
_FEWEST = 4
_LONG = 6


def fragment(parse: "Parse", follows_question: bool) -> bool:
    """Whether the sentence is a clause, or less, that belongs to another ("Because nobody had told him.")."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < _FEWEST or tokens[-1].text != "." or follows_question:
        return False
    first = tokens[0]
    if first.lower_ in _ASKING and any(token.text == ":" for token in tokens[:7]):
        return False  # a labelled line: "Who answers it: Ann Hart, our manager."
    if first.lower_ in ("which", "who"):
        return _is_relative(tokens)
    if first.lower_ in _PICKING and [t.lower_ for t in tokens[1:3]] in (["of", "which"], ["of", "whom"]):
        return not any(token.text == "," for token in tokens)
    if first.lower_ in _CLOSING and tokens[1].lower_ in _YOU:
        return False  # the stock end of a letter, of which a tone rule speaks
    if first.lower_ in _HOPING and tokens[1].lower_ in _HOPED and first.dep_ == "ROOT":
        return not any(token.text == "," for token in tokens)
    if first.lower_ == "to" and _is_purpose(tokens):
        return True
    if len(tokens) >= _LONG and _is_without_verb(tokens):
        return _is_added(tokens)
    return _is_clause(tokens)


def announced(parse: "Parse") -> bool:
    """Whether it says what the letter is, without a verb: "Just a few lines about the hearing.", "Further to your
    call of 3 June."; such words may stand at the very beginning."""
    tokens = [token for token in parse if not token.is_space]
    words = [token.lower_ for token in tokens]
    if len(tokens) < _LONG or words[-1] != "." or "," in words:
        return False
    if any(token.dep_ in _SUBJECTS and token.head.dep_ not in _TELLING_MORE for token in tokens):
        return False
    if any(token.dep_ == "ROOT" and token.tag_ in ("VBZ", "MD") for token in tokens):
        return False  # "A message left unsent for a day now sounds an alarm."
    if tuple(words[:2]) in _LEADS or words[0] == "regarding":
        return True
    at = next((n for n, word in enumerate(words[:5]) if word in _NOTES), -1)
    if any(word in _ASKING and words[n] in _NOTE_ENDS for n, word in enumerate(words[1:9])):
        return False  # "A quick word about who we are.": the next sentences say it
    return at >= 0 and words[0] in _BRIEF and any(word in _NOTE_ENDS for word in words[at + 1 : at + 4])


def _is_relative(tokens: Tokens) -> bool:
    """ "Which we take seriously.", "Who has moved abroad.": not "Who threw it is not known", "Which court it was"."""
    word, after = tokens[0], tokens[1]
    verb = word.head.head if word.head.dep_ == "prep" else word.head
    if word.dep_ == "det" or verb.dep_ != "ROOT" or any(child.dep_ == "csubj" for child in verb.children):
        return False
    if word.lower_ == "who":
        return after.tag_ in FINITE and after.tag_ != "MD"
    return after.tag_ in FINITE or after.lower_ in _STARTERS or after.lower_ == "nobody" or after.tag_ in ("DT", "PRP$")


def _is_without_verb(tokens: Tokens) -> bool:
    """Whether no verb of the sentence is its own: all stand in clauses that tell more of something, or have none."""
    root = tokens[0].sent.root
    heads = [root, *(token for token in tokens if token.dep_ in ("conj", "ccomp", "parataxis") and token.head == root)]
    if any(token.tag_ in FINITE or (token.tag_ == "VB" and not _is_to(token)) for token in heads):
        return False
    return not any(child.tag_ in FINITE for head in heads for child in head.children)


def _is_purpose(tokens: Tokens) -> bool:
    """ "To make sure that this does not happen again.", not "To ask for one, ring us" or "To be clear."."""
    root, helper = tokens[0].sent.root, tokens[0]
    bare = len(tokens) >= _LONG and not any(token.text in (",", ";", ":", "–", "—", "-", '"') for token in tokens)
    told = any(child.dep_ in (*_SUBJECTS, "csubj", "ccomp") and child.i < root.i for child in root.children)
    joined = any(_goes_on(token) for token in tokens if token is not root)
    named = any(
        token.lower_ in ("means", "is", "takes", "asks")  # "To discontinue means to stop"
        or (token.lower_ in ("was", "were", "would") and token.nbor().tag_ in ("DT", "JJ", "RB", "VB"))
        for token in tokens[:-1]
    )
    return (
        not (named or _has_unowned_helper(tokens))
        and not _speaks_freely(tokens)
        and bare
        and root.tag_ == "VB"
        and helper.head == root
        and root.i <= helper.i + 2
        and not told
        and not joined
    )


def _has_unowned_helper(tokens: Tokens) -> bool:
    """Whether what is to be done is itself said to do something ("To hear it called that may well have hurt them"), or
    the sentence turns to somebody behind its object ("To settle that I must listen")."""
    pairs = pairwise(tokens)
    hurts = any(
        token.tag_ == "MD" and not any(child.dep_ in _SUBJECTS for child in token.head.children) for token in tokens
    )
    turns = any(
        before == tokens[2] and before.lower_ in ("that", "this") and after.tag_ == "PRP" and after.nbor().tag_ == "MD"
        for before, after in pairs
        if after.i + 1 < len(after.doc)
    )
    return hurts or turns


def _speaks_freely(tokens: Tokens) -> bool:
    """Whether somebody is said to do something, and no word in front of it binds the clause: "… fraud we have to"."""
    pairs = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(
        whose.tag_ == "PRP" and verb.tag_ in ("VBP", "VBD", "VBZ", "MD") and before.pos_ == "NOUN"
        for before, whose, verb in pairs
    )


def _goes_on(clause: "Token") -> bool:
    """Whether it is a clause with a finite verb that no "that" or "if" binds."""
    words = [clause, *clause.children]
    bound = any(word.dep_ == "mark" or word.tag_ in ("WRB", "WP", "WDT") for word in words)
    free = clause.dep_ in ("conj", "parataxis", "ccomp", "relcl") and not bound
    return free and any(word.tag_ in FINITE for word in words)


def _is_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_added(tokens: Tokens) -> bool:
    """ "Including the messages.", "Together with the copies.", "The second being the tone."."""
    first = tokens[0]
    if any(token.text == "," for token in tokens):
        return False
    if first.lower_ == "including" or (first.lower_ in _COMPANY and tokens[1].lower_ in ("with", "as")):
        return tokens[1].lower_ != "as" or tokens[2].lower_ not in ("i", "we", "you", "he", "she", "they", "it")
    left = any(token.lower_ == "being" and token.dep_ in ("ROOT", "acl") for token in tokens)
    return left and first.tag_ in ("DT", "CD")


def _is_clause(tokens: Tokens) -> bool:
    """ "Because nobody had told him.", "Even if you did not ask before."."""
    start = 1 if tokens[0].lower_ in _FOCUS and tokens[1].lower_ in _FOCUSED else 0
    first = tokens[start]
    if tokens[start + 1].lower_ == "only":
        return False  # "If only we had known."
    if not start and first.lower_ in _CONDITIONS and not _is_bare(tokens):
        return False
    if first.lower_ not in _FRAGMENTS | _CONDITIONS | (_FOCUSED if start else frozenset()):
        return False
    if any(token.text in (",", ";", "–", "—") for token in tokens):
        return False
    if start and first.lower_ == "because" and first.head.dep_ == "ROOT":
        return True
    if start and ((tokens[0].lower_ == "only" and first.lower_ == "if") or not _is_bare(tokens[1:], (0, 1))):
        return False
    return tokens[start + 1].lower_ != "of" and _one_clause(tokens[start:])


def _is_bare(tokens: Tokens, verbs: tuple[int, ...] = (1,)) -> bool:
    """Whether a single verb with a single subject is all there is: "If you need help call us" has two verbs, and
    "Until your call I knew nothing" opens with no clause."""
    timed = tokens[1].lower_ in _TIMED or (tokens[0].lower_ == "until" and tokens[1].tag_ in ("CD", "NNP", "RB", "NN"))
    if tokens[0].lower_ == "until" and timed:
        return False
    if (tokens[1].tag_ in ("PRP$", "DT") or timed) and any(
        token.lower_ in _STARTERS and token.i > tokens[1].i for token in tokens
    ):
        return False
    subjects = sum(token.dep_ in _SUBJECTS for token in tokens)
    return subjects == 1 and sum(token.pos_ == "VERB" for token in tokens) in verbs and tokens[1].dep_ != "ROOT"


def _one_clause(tokens: Tokens) -> bool:
    root = tokens[0].sent.root
    return any(child.i == tokens[0].i for child in root.children) or tokens[0].head == root
