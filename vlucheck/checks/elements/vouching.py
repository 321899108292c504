"""A parsed sentence → the stretches that its writer does not vouch for: what others say or want, what is open, what if.

"We have decided that he will be charged" says so; "You asked whether he will be charged", "The police would like him to
be charged" and "If he is charged" do not, whatever words they share with it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from vlucheck.document import Span
from vlucheck.letter.model import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset(
    re.findall(
        r"\w+",
        "say tell claim believe think feel argue allege suggest state write insist maintain fear hope want wish "
        "like ask request demand expect worry wonder doubt deny complain object propose urge beg prefer require",
    )
)
_KNOWING = frozenset(("know", "remember", "recall"))
_ASKING_FOR = frozenset(("ask", "request", "hope", "wish", "call", "demand"))
_MAYBE = frozenset(("may", "might"))
_OPENING = frozenset(("whether", "if"))
_CONDITION = frozenset(("if", "unless", "until", "once", "when", "whenever", "where", "before"))
_INVERTED = frozenset(("should", "were", "had"))
_OURS = frozenset(("i", "we", "me", "us"))
_CLAUSES = frozenset(("ccomp", "xcomp", "pcomp", "acl", "csubj", "dobj", "advcl"))


class Voice(StrEnum):
    """Why the writer does not vouch for it: somebody else's word or wish, an open question, a condition, a maybe."""

    REPORTED = "reported"
    OPEN = "open"
    CONDITION = "condition"
    POSSIBLE = "possible"


def unvouched(sentence: Sentence) -> Iterator[tuple[Voice, Span]]:
    """Yield the stretches of the sentence that the writer does not vouch for, with the reason."""
    for token in sentence.parse:
        voice = _voice(token)
        if voice is not None:
            inside = _stretch(token, voice)
            start, last = inside[0].idx, inside[-1]
            yield voice, Span(sentence.offset + start, sentence.offset + last.idx + len(last))


def _stretch(token: "Token", voice: Voice) -> "list[Token]":
    """The words of the clause; what "may" makes doubtful ends before "that …" ("You may be sad to learn that …")."""
    inside = [each for each in token.subtree if not each.is_punct or each == token]
    if (
        voice is Voice.REPORTED and token.head.i < token.i
    ):  # "one that you can ask us to look at": "that" stands outside
        inside = [each for each in inside if each.i > token.head.i]
    told = [each.left_edge.i for each in inside if each.dep_ == "ccomp" and each.i > token.i]
    end = min(told, default=inside[-1].i + 1) if voice is Voice.POSSIBLE else inside[-1].i + 1
    return [each for each in inside if each.i < end] or inside


def _voice(token: "Token") -> Voice | None:
    if token.dep_ == "prep" and token.lower_ == "for" and token.head.lemma_ in _ASKING_FOR:
        return Voice.REPORTED if _is_anothers(token.head) else None
    marks = {child.lower_ for child in token.children if child.dep_ in ("mark", "advmod") and child.i < token.i}
    if token.dep_ == "advcl" and (marks & _CONDITION or _is_inverted(token)):
        return Voice.CONDITION
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if any(child.dep_ == "aux" and child.lower_ in _MAYBE for child in token.children):
        return Voice.POSSIBLE
    if token.dep_ not in _CLAUSES:
        return None
    if marks & _OPENING:
        return Voice.OPEN
    reported = token.dep_ in ("ccomp", "xcomp") and _is_anothers(token.head) and not _is_run_on(token)
    reported = reported and not _is_for_reader(token)
    return Voice.REPORTED if reported else None


def _is_for_reader(token: "Token") -> bool:
    """Whether it is what a colleague would like to do for the reader: "Mrs Bright would like to offer you this"."""
    wishing = token.head
    if token.dep_ != "xcomp" or wishing.lemma_ not in ("like", "love", "want", "wish"):
        return False
    own = not any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    would = any(child.dep_ == "aux" and child.lower_ in ("would", "'d", "’d") for child in wishing.children)
    reader = any(child.lower_ == "you" and child.dep_ in ("dobj", "dative", "iobj") for child in token.children)
    by_reader = any(child.lower_ == "you" for child in wishing.children if child.dep_ == "nsubj")
    return own and would and reader and not by_reader


def _is_run_on(token: "Token") -> bool:
    """Whether a comma alone stands between the saying and a whole sentence, which is then no part of what was said:
    "It was said, it was rude, and I apologise for it"."""
    said = token.head
    joined_on = any(child.dep_ == "mark" for child in token.children)
    return token.i > said.i and said.nbor(1).text == "," and not joined_on


def _is_inverted(token: "Token") -> bool:
    """Whether the clause begins with its helping verb ("Should you wish", "Were it to happen")."""
    first = next((child for child in token.children if child.i < token.i), None)
    return first is not None and first.dep_ in ("aux", "auxpass") and first.lower_ in _INVERTED


def _is_anothers(verb: "Token") -> bool:
    """Whether the verb of saying or wanting has somebody else than the writer for its subject."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if verb.lemma_ in _KNOWING:
        return verb.dep_ == "ROOT" and any(child.lower_ == "you" for child in subjects)  # not "to let you know that"
    if verb.lemma_ not in _SAYING and verb.lemma_ not in _ASKING_FOR:
        return False
    if any(child.dep_ == "nsubjpass" for child in subjects):
        return not any(child.lower_ == "you" for child in subjects)
    return bool(subjects) and not any(child.lower_ in _OURS for child in subjects)


def vouched_text(sentence: Sentence, folded: str, doubts: frozenset[Voice]) -> str:
    """Return the folded sentence with what its writer does not vouch for, for one of these reasons, as spaces."""
    for voice, span in unvouched(sentence):
        if voice in doubts:
            start, end = span.start - sentence.span.start, span.end - sentence.span.start
            folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded
