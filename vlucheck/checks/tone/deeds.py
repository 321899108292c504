"""What a sentence says that the reader did, did not do or should have done → the words that reproach them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vlucheck.checks.tone.persons import Scene, Who, helpers, is_among, is_passive, subject
from vlucheck.document import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Mapping[str, frozenset[str]]

_OURS = (Who.READER, Who.KIN)
_MIGHT = frozenset({"could", "might"})
_OUGHT = _MIGHT | {"should"}
_HOUSEHOLD = frozenset({"owner", "family", "parent", "household", "householder", "occupier", "occupant", "keyholder"})
_HAVE = frozenset({"have", "of", "'ve", "’ve"})
_WOULD = frozenset({"would", "could", "might", "may", "should", "'d"})


def might_have_been(scene: Scene, words: Words) -> Iterator[Span]:
    """ "Had you asked, …", "If the window had been locked, …": a better end, if only the reader had done otherwise."""
    for verb in scene.tokens:
        if verb.dep_ != "advcl" or not _is_unreal(verb) or not _WOULD & helpers(verb.head):
            continue
        doer = subject(verb)
        if doer is None or verb.lemma_ in words["received"]:
            continue
        mine = scene.who(doer) in _OURS
        theirs = mine and not is_passive(verb)
        kept = (
            scene.who(doer) is Who.OTHER
            and doer.pos_ == "NOUN"
            and verb.lemma_ in words["care"]
            and _at_home(verb, doer)
        )
        if (theirs or kept) and not _thanks(scene, verb.head, mine):
            inside = [each for each in verb.subtree if not each.is_punct]
            yield scene.span(inside[0], inside[-1])


def _at_home(verb: "Token", doer: "Token") -> bool:
    """Whether it was for the reader to see to: "had the door been locked", but not "had the hospital kept the swab"."""
    return is_passive(verb) or doer.lemma_ in _HOUSEHOLD


def _thanks(scene: Scene, better: "Token", mine: bool) -> bool:
    """Whether it is the writer who would have done better: "if you had not told us, we would have missed it"."""
    doer = subject(better)
    helping = helpers(better)
    if doer is None or scene.who(doer) is not Who.WRITER or "have" not in helping:
        return False
    return not (mine and "not" in helping)


def _is_unreal(verb: "Token") -> bool:
    """Whether it is "had you seen" or "if you had seen"."""
    had = next((child for child in verb.children if child.lower_ == "had" and child.dep_.startswith("aux")), None)
    doer = subject(verb)
    opened = any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children)
    return had is not None and doer is not None and (opened or had.i < doer.i)


def should_have_done(scene: Scene, words: Words) -> Iterator[Span]:
    """ "You should have locked it", "you could have rung": what the reader is told to have done."""
    for verb in scene.tokens:
        modal = _modal(verb)
        doer = subject(verb)
        if modal is None or doer is None or scene.who(doer) not in _OURS or is_passive(verb) or _is_asked(scene, verb):
            continue
        if is_among(verb, words["received"]):
            continue
        if modal in _MIGHT and ("not" in helpers(verb) or not is_among(verb, words["easy"])):
            continue
        yield scene.span(doer, verb)


def _modal(verb: "Token") -> str | None:
    """The "should" or "could" of "should have done"; None where there is no such thing."""
    before = [child for child in verb.children if child.i < verb.i]
    if verb.dep_ == "xcomp" and verb.head.lower_ == "ought":
        return "ought" if any(child.lower_ in _HAVE for child in before) else None
    modal = next((child for child in before if child.lower_ in _OUGHT), None)
    have = any(child.lower_ in _HAVE for child in (*before, *(modal.children if modal is not None else ())))
    return modal.lower_ if modal is not None and have else None


def not_done(scene: Scene, words: Words) -> Iterator[Span]:
    """ "You did not ring the police", "your mother never locked it": an act that was the reader's to do."""
    for verb in scene.tokens:
        helping = helpers(verb)
        doer = subject(verb)
        if doer is None or scene.who(doer) not in _OURS or not helping & {"not", "never"} or doer.i > verb.i:
            continue
        if helping & (
            _WOULD | {"will", "can", "do", "does", "must", "shall", "need", "to", "be", "being", "have"}
        ) or is_passive(verb):
            continue
        if verb.lemma_ in words["acts"] and not _is_hung_on(verb) and not _is_asked(scene, verb):
            yield scene.span(doer, verb)


def _is_hung_on(verb: "Token") -> bool:
    """Whether it hangs on what somebody says, thinks or regrets ("you told us that you did not …")."""
    return verb.dep_ in ("ccomp", "csubj", "pcomp", "acl", "relcl", "csubjpass") or (
        verb.dep_ == "advcl"
        and any(c.lower_ in ("if", "unless", "although", "though", "because", "since") for c in verb.children)
    )


def _is_asked(scene: Scene, verb: "Token") -> bool:
    """Whether it is a question, or hangs on "if", "whether", "what", "when"."""
    if scene.folded.rstrip().endswith("?"):
        return True
    return any(
        c.lower_ in ("if", "unless", "whether", "what", "who", "so") and c.dep_ in ("mark", "dobj", "advmod")
        for c in verb.children
    )
