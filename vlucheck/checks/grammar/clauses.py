"""The parse of a sentence → clauses that are joined by a comma alone, or that are no sentence of their own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STARTERS = _words("he she it they we you i this there these those that nobody everyone everybody")
_NOUN_STARTERS = _words("a an the our your my his her their no someone mr mrs ms miss dr")
_SUBORDINATE = _words(
    "if when while because although though since once after before until where whether unless whatever whoever "
    "however as had were should what which who whom whose how why that whenever wherever whereas provided given "
    "even now just lest till so the not only either neither both"
)
_LINKS = frozenset({"however", "therefore", "nevertheless", "consequently", "furthermore", "moreover", "then"})
_SAYING = _words(
    "say think know believe feel tell add explain ask write suppose hope understand fear imagine see reply claim "
    "admit agree insist note remember recall mean guess"
)
_FRAGMENTS = frozenset({"because", "although", "whereas"})
_CONDITIONS = frozenset({"when", "if", "unless", "until", "while"})
_TIMED = _words("last next then now yesterday today recently about early late nearly after lately very")
_FEWEST = 3
_SHORT = 4
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_JOINING = frozenset({"and", "or", "but", "nor"})
_OPENING = frozenset({"what", "where", "how", "to", "having", "being", "then", "every", "each"})
_HANGING = _words(
    "if when while because although though since once after before until unless whatever whoever however had were "
    "whenever wherever whereas provided till regardless whichever matter lest so"
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def spliced(parse: "Parse") -> Iterator[tuple["Token", "Token"]]:
    """Yield the words on both sides of a comma that joins two whole sentences by itself."""
    tokens = list(parse)
    if any(token.is_quote or token.text in "‘|•–—:" for token in tokens) or tokens[-1].text == "?":
        return
    commas = [n for n, token in enumerate(tokens) if token.text == ","]
    for n in commas:
        start = n + 1
        if start < len(tokens) and tokens[start].lower_ in _LINKS:
            start += 1 + (start + 1 < len(tokens) and tokens[start + 1].text == ",")
        linked = start > n + 1
        if len(tokens) - start <= _FEWEST or not _may_start(tokens, n, start):
            continue
        first = tokens[_clause_start(tokens, n) : n]
        if _is_request(tokens, n, start):
            yield tokens[n - 1], tokens[start]
            continue
        if _is_whole(first) and _is_whole(tokens[start:], _FEWEST + (not linked)) and not _runs_on(tokens, n, start):
            yield tokens[n - 1], tokens[start]


def _may_start(tokens: list["Token"], comma: int, start: int) -> bool:
    """A pronoun may start a sentence; before a noun the parse has to see two sentences, too (else it is a list)."""
    if tokens[start].lower_ in _STARTERS:
        listed = tokens[start].lower_ == "that" and tokens[start + 1].tag_ in ("DT", "PRP", "PRP$")
        glossed = [word.lower_ for word in tokens[start : start + 4]] == ["that", "is", "to", "say"]
        return not listed and not glossed  # "I said that it was late, that it was dark"
    if any(word.tag_ in ("WDT", "WP") for word in tokens[start : start + 4]):
        return False
    if tokens[start].lower_ not in _NOUN_STARTERS:
        return False
    if any(word.lower_ == "therefore" and word.i < word.head.i for word in tokens[start + 1 : start + 5]):
        return True
    verbs = [word for word in tokens[:comma] if word.dep_ in ("ccomp", "parataxis")]
    return any(verb.head.i >= tokens[start].i for verb in verbs)


def _is_request(tokens: list["Token"], comma: int, start: int) -> bool:
    """ "Please report it, we will want to know": the clause before the comma asks for something, the next tells."""
    begin = next((n + 1 for n in range(comma - 1, -1, -1) if tokens[n].text in (",", ";")), 0)
    asked = tokens[begin:comma]
    told = tokens[start:]
    if len(asked) < _SHORT - 1 or asked[0].lower_ != "please" or asked[1].tag_ != "VB" or asked[1].lemma_ in _SAYING:
        return False
    if any(token.text == "," for token in told) or asked[-1].lower_ in ("that", "and", "or", "if", "when"):
        return False
    owner = next((token for token in told[:3] if token.dep_ in _SUBJECTS), None)
    return told[0].tag_ == "PRP" and owner == told[0] and told[1].tag_ in FINITE


def _clause_start(tokens: list["Token"], comma: int) -> int:
    """Where the words before the comma begin: behind a semicolon or the sentence's first word."""
    return next((n + 1 for n in range(comma - 1, -1, -1) if tokens[n].text == ";"), 0)


def _is_whole(words: list["Token"], fewest: int = _FEWEST) -> bool:
    """Whether the words have a subject and its finite verb, and nothing that makes them hang on others."""
    body = [word for word in words if word.is_alpha or word.text in ("n't", "'s", "'m", "'re", "'ve", "'ll", ",")]
    if len(body) < fewest:
        return False
    opening = body[0].lower_
    if opening in _SUBORDINATE and opening not in ("the", "that", "both"):
        return False
    inside = {word.i for word in words}
    for word in words:
        if word.dep_ not in _SUBJECTS or word.head.i not in inside or word.head.i < word.i:
            continue
        if word.tag_ in ("WDT", "WP") or word.head.dep_ in ("relcl", "advcl", "acl", "csubj", "pcomp"):
            continue
        if any(child.dep_ == "mark" or child.tag_ in ("WRB", "WP", "WDT") for child in word.head.children):
            continue
        if _is_finite(word.head, inside) and not any(
            w.lower_ in ("if", "when", "although", "because", "while") for w in words[:2]
        ):
            return True
    return False


def _is_finite(verb: "Token", inside: set[int]) -> bool:
    return verb.tag_ in FINITE or any(
        c.tag_ in FINITE and c.dep_ in ("aux", "auxpass") and c.i in inside for c in verb.children
    )


def _runs_on(tokens: list["Token"], comma: int, start: int) -> bool:
    """Whether the comma is one of a list of clauses, opens a remark in the middle, or stands before "he said"."""
    left, right = tokens[:comma], tokens[start:]
    if any(a.text == "," and b.lower_ in _JOINING for a, b in pairwise(right)):
        return True
    if left[0].tag_ == "IN" or left[0].lower_ in _OPENING or any(word.lower_ in _HANGING for word in left):
        return True
    if _is_remark(left[next((n for n in range(len(left), 0, -1) if left[n - 1].text == ","), 0) :], comma):
        return True
    verb = next((word.head for word in right if word.dep_ in _SUBJECTS), None)
    if verb is None or verb.dep_ in ("relcl", "acl", "advcl"):
        return verb is not None
    closed = any(word.text == "," and 0 < word.i - verb.i <= 1 for word in right)  # "in the bath, you write, with"
    return verb.lemma_ in _SAYING and (closed or tokens[-1].i - verb.i <= _FEWEST - 1)


def _is_remark(last: list["Token"], comma: int) -> bool:
    """Whether the words between the comma before and this one are a remark: "Then, you tell us, you fell"."""
    if len(last) == comma:
        return False
    if last[0].lower_ in _SUBORDINATE | {"who", "which", "to", "and", "or", "but"}:
        return True
    verbs = [word for word in last if word.tag_ in FINITE]
    return len(last) <= _SHORT if not verbs else any(verb.lemma_ in _SAYING and len(last) <= _SHORT for verb in verbs)


def parted(parse: "Parse") -> Iterator[tuple["Token", "Token"]]:
    """Yield a subject and its verb with a single comma between them ("The lawyer, looked at the file")."""
    tokens = list(parse)
    if sum(token.text == "," for token in tokens) != 1:
        return
    for before, comma in pairwise(tokens):
        if comma.text != "," or before.dep_ not in ("nsubj", "nsubjpass") or before.pos_ not in ("NOUN", "PRON"):
            continue
        after = parse.doc[comma.i + 1] if comma.i + 1 < parse.end else None
        short = comma.i - parse.start <= _FEWEST + 1
        if after is not None and after.tag_ in ("VBD", "VBZ") and before.head == after and short:
            yield before, after


def fragment(parse: "Parse", follows_question: bool) -> bool:
    """Whether the sentence is a clause that belongs to the one before ("Because nobody had told him.")."""
    tokens = [token for token in parse if not token.is_space]
    if len(tokens) < _FEWEST + 1 or tokens[-1].text != "." or follows_question:
        return False
    first = tokens[0]
    if first.lower_ == "which":
        return tokens[1].tag_ in FINITE and tokens[1].lower_ in ("is", "was", "means", "meant", "has", "had")
    if first.lower_ == "who":
        return tokens[1].tag_ in FINITE and tokens[1].tag_ != "MD"
    if first.lower_ in _CONDITIONS and not _is_bare(tokens):
        return False
    if first.lower_ not in _FRAGMENTS | _CONDITIONS or any(token.text in (",", ";", "–", "—") for token in tokens):
        return False
    return not (len(tokens) > 1 and tokens[1].lower_ == "of") and _one_clause(tokens)


def _is_bare(tokens: list["Token"]) -> bool:
    """Whether a single verb with a single subject is all there is: "If you need help call us" has two verbs, and
    "Until your call I knew nothing" opens with no clause."""
    timed = tokens[1].lower_ in _TIMED or (tokens[0].lower_ == "until" and tokens[1].tag_ in ("CD", "NNP", "RB", "NN"))
    if (tokens[1].tag_ in ("PRP$", "DT") or timed) and any(
        token.lower_ in _STARTERS and token.i > tokens[1].i for token in tokens
    ):
        return False
    subjects = sum(token.dep_ in _SUBJECTS for token in tokens)
    return subjects == 1 and sum(token.pos_ == "VERB" for token in tokens) == 1 and tokens[1].dep_ != "ROOT"


def _one_clause(tokens: list["Token"]) -> bool:
    root = tokens[0].sent.root
    return any(child.i == tokens[0].i for child in root.children) or tokens[0].head == root
