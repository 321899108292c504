"""The words of a sentence → verbs in the wrong form after their helper ("did not went", "will causes")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.forms import Forms
from vlucheck.checks.grammar.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

Pair = tuple["Token", "Token"]

_MODALS = word_set("will would can could should must may might shall cannot ca wo 'll ’ll")
_BETWEEN = word_set(
    "not n't n’t never also now still always then soon just already often really simply only ever again first recently "
    "therefore carefully both all"
)
_SMALL = word_set("the a an your my our his her its their this that these those it you him them us me what")
_AFTER_BE = word_set(
    "by because to in on at that with from for about when and until before after . , ; away out off up down back"
)
_TO_DO = word_set("do does did done doing all what aim role job thing step task purpose point duty best worst need")
_WANTING = word_set(
    "decide want try able unable need hope wish refuse plan intend like afford manage attempt willing unwilling allow "
    "allowed ready going choose fail seek expect tend seem appear likely unlikely ask tell advise order"
)
_SUBJECTS = word_set("i you he she it we they")
_NOUN_SIGNS = word_set("the a an your my our his her its their this that these those no any some of")
_SUFFERED = word_set("charge arrest attack assault interview search release punish transfer stop rescue kick punch rob")
_NAMED_SO = word_set("charge charges offence offences crime count counts allegation")
_DUTIES = word_set("give go attend come speak wait tell write pay bring send sign prove face travel appear make take")
_QUALITIES = word_set("correct clear open complete separate free clean dry warm present calm secure better tidy")
_LATIN = word_set("found ground wound bound rose saw lay left")


def broken_chains(parse: "Parse", forms: Forms) -> Iterator[Pair]:
    """Yield the governing word and the verb that has the wrong form after it."""
    tokens = [token for token in parse if not token.is_space]
    for n, token in enumerate(tokens[:-1]):
        at = n + 1
        while at < len(tokens) - 1 and tokens[at].lower_ in _BETWEEN:
            at += 1
        if _is_wrong(tokens, n, at, forms):
            yield token, tokens[at]
    yield from _questions(tokens, forms)


def _is_wrong(tokens: list["Token"], n: int, at: int, forms: Forms) -> bool:
    word = tokens[n].lower_
    if word in _MODALS:
        return _after_modal(tokens, n, at, forms)
    if word in ("do", "does", "did"):
        return at > n + 1 and tokens[n + 1].lower_ in ("not", "n't", "n’t", "never") and _is_finite(tokens, at, forms)
    if word in ("have", "has", "had", "having", "'ve", "’ve"):
        return _after_have(tokens, n, at, forms)
    if word in ("is", "are", "was", "were", "been", "being"):
        return _after_be(tokens, n, at, forms)
    return word == "to" and at == n + 1 and _after_to(tokens, n, forms)


def _after_modal(tokens: list["Token"], n: int, at: int, forms: Forms) -> bool:
    modal, verb = tokens[n], tokens[at]
    if modal.tag_ != "MD" or (n and (tokens[n - 1].lower_ in _NOUN_SIGNS or modal.text[:1].isupper())):
        return False
    if verb.lower_ == "to" and at + 1 < len(tokens) and at == n + 1:
        told = n and tokens[n - 1].lower_ in _SUBJECTS and not any(t.lower_ in _TO_DO for t in tokens[:n])
        return bool(told) and tokens[at + 1].lower_ in forms.base
    return _is_finite(tokens, at, forms)


def _is_finite(tokens: list["Token"], at: int, forms: Forms) -> bool:
    """Whether the word can only be a form with an ending, not the plain form that is wanted."""
    verb = tokens[at]
    if verb.lower_ in forms.base or verb.text[:1].isupper() or _is_joined(tokens, at):
        return False
    if verb.lower_ in forms.third:
        return forms.third[verb.lower_] != "need"
    return verb.lower_ in forms.past and not (verb.lower_ in _LATIN and verb.lower_ != "left")


def _after_have(tokens: list["Token"], n: int, at: int, forms: Forms) -> bool:
    verb, word = tokens[at], tokens[at].lower_
    if verb.text[:1].isupper() or word in forms.participle or _is_joined(tokens, at):
        return False
    if word in forms.only_past:
        return word not in _LATIN
    after = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    if word in ("look", "listen", "talk", "speak", "reply") and after in ("at", "to", "into"):
        return word != "reply" and not (n and tokens[n].lower_ == "having")
    if word in ("hope", "plan", "try", "want") and after == "to" and not (n and tokens[n].lower_ == "having"):
        return word != "want" or tokens[n].lower_ != "have"
    if _is_bound(tokens, n) and word in _DUTIES and verb.tag_ in ("VB", "VBP"):
        return True  # "you will not have give evidence"
    if word not in forms.base or after not in _SMALL or (word in forms.nouns and verb.tag_ not in ("VB", "VBP")):
        return False
    return not (n + 1 == at and tokens[n].lower_ == "having")


def _is_bound(tokens: list["Token"], n: int) -> bool:
    """Whether the "have" is a duty's: "will not have", "did not have", "would have"."""
    before = [token.lower_ for token in tokens[max(0, n - 2) : n]]
    return tokens[n].lower_ == "have" and bool(_MODALS.union(("do", "does", "did")) & set(before))


def _after_be(tokens: list["Token"], n: int, at: int, forms: Forms) -> bool:
    verb, word = tokens[at], tokens[at].lower_
    if verb.text[:1].isupper() or word in forms.participle or _is_joined(tokens, at):
        return False
    if word in forms.only_past:
        return word not in _LATIN and not _ends_clause(tokens, n)
    if word not in forms.base or word in _QUALITIES or any(token.lower_ in _TO_DO for token in tokens[:n]):
        return False
    if verb.tag_ == "VB" and n and tokens[n - 1].lower_ in _SUBJECTS and at == n + 1:
        return tokens[n - 1].i == verb.sent.start  # "We are look into it"
    after = tokens[at + 1].lower_ if at + 1 < len(tokens) else "."
    if any(token.lower_ in _NAMED_SO for token in tokens[:n]):
        return False  # "The charge was assault by beating"
    if word in _SUFFERED and verb.i and tokens[n].lower_ in ("was", "were", "been", "being"):
        return after in _AFTER_BE - {"that", "about", "and", "when", "until", ","}
    if word in forms.nouns:
        return (after == "by" and verb.tag_ != "NN") or (after == "because" and word in ("stop", "end", "drop"))
    return after in _AFTER_BE | _SMALL


def _ends_clause(tokens: list["Token"], n: int) -> bool:
    """Whether the "was" is the end of a clause that is the subject: "what light there was came from a lamp"."""
    asked = [token for token in tokens[max(0, n - 6) : max(0, n - 1)] if token.tag_ in ("WP", "WDT", "WRB")]
    return bool(asked) and tokens[n - 1].lower_ in _SUBJECTS | {"there"}


def _after_to(tokens: list["Token"], n: int, forms: Forms) -> bool:
    verb, before = tokens[n + 1], tokens[n - 1] if n else None
    if before is None or verb.text[:1].isupper() or verb.lower_ in forms.base or _is_joined(tokens, n + 1):
        return False
    if verb.tag_ == "VBG" and tokens[n].tag_ == "TO" and verb.lower_ in forms.ing and before.pos_ == "ADJ":
        return True
    wanting = before.lemma_.lower() in _WANTING or before.lower_ in _WANTING
    if verb.lower_ in forms.only_past and verb.lower_ not in _LATIN:
        return wanting or before.pos_ in ("VERB", "ADJ", "PRON")
    if not wanting:
        return False
    after = tokens[n + 2].lower_ if n + 2 < len(tokens) else ""
    return (verb.lower_ in forms.ing or verb.lower_ in forms.past) and after in _SMALL


def _is_joined(tokens: list["Token"], at: int) -> bool:
    """Whether the word is half of one with a hyphen or a slash, or its tail an apostrophe."""
    return at + 1 < len(tokens) and tokens[at + 1].lower_ in ("-", "/", "'s", "’s", "'", "’")


def _questions(tokens: list["Token"], forms: Forms) -> Iterator[Pair]:
    """ "Did he said", "how did you knew": the subject stands between."""
    for n in range(len(tokens) - 2):
        first, subject, verb = tokens[n : n + 3]
        asks = n == 0 or tokens[n - 1].lower_ in ("why", "how", "what", "where", "when", "who", ",")
        does = first.lower_ in ("do", "does", "did") and subject.lower_ in _SUBJECTS
        if does and asks and tokens[-1].text == "?" and _is_finite(tokens, n + 2, forms):
            yield first, verb
