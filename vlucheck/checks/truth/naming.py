"""Names as people write them → whether a letter's form of a name is one that the case file's name allows."""

import re
from dataclasses import replace

from vlucheck.checks.firstnames import Nicknames, pieces, squashed
from vlucheck.letter.casefile import CasePerson
from vlucheck.letter.model import Mention

_ALIKE = {
    "doctor": "dr",
    "professor": "prof",
    "reverend": "rev",
    "revd": "rev",
    "the reverend": "rev",
    "the revd": "rev",
    "the rev": "rev",
    "councillor": "cllr",
}
_HE, _SHE = frozenset({"mr", "sir", "lord", "master"}), frozenset({"mrs", "ms", "miss", "lady", "dame"})
_SHORTEST_STEM = 3


def last_agrees(last: str, person: CasePerson) -> bool:
    """Whether this may stand as the person's last name: in full, or one half of a double one."""
    own = squashed(person.last)
    return bool(own) and (squashed(last) == own or squashed(last) in pieces(person.last)[-2:] or own in pieces(last))


def first_agrees(first: str, person: CasePerson, nicknames: Nicknames) -> bool:
    """Whether this may stand as the person's first name: in full, in part, as an initial, or as a short form. The first
    half of a double last name ("Ms Smith Jones") is no first name."""
    if not person.first:
        return True
    words = [word for word in pieces(re.sub(r"[.(\"“”)]", " ", first)) if word not in pieces(person.last)[:-1]]
    return not words or any(_same(word, own, nicknames) for word in words for own in pieces(person.first))


def _same(word: str, own: str, nicknames: Nicknames) -> bool:
    short, full = sorted((word, own), key=len)
    if full.startswith(short) and (len(short) == 1 or len(short) >= _SHORTEST_STEM):
        return len(short) == 1 or word == own or len(full) - len(short) > 1
    return own in nicknames.get(word, frozenset()) or word in nicknames.get(own, frozenset())


def plain_title(title: str | None) -> str:
    """The title in lower case, one form for those that mean the same."""
    low = (title or "").casefold().rstrip(".").strip()
    return _ALIKE.get(low, low)


def is_joint(title: str | None) -> bool:
    """Whether the title is one for two people: "Mr and Mrs"."""
    return re.search(r"\band\b|&", title or "") is not None


def pronoun_of_title(title: str | None) -> str:
    """ "he" or "she", or nothing where the title does not tell."""
    plain = plain_title(title)
    return "he" if plain in _HE else "she" if plain in _SHE else ""


def title_agrees(title: str | None, person: CasePerson) -> bool:
    """Whether the title may go with the person. Without a title in the case file the pronoun decides; a boy who is
    Master there may be called Mr, a title of learning left out is no slip, and no title at all agrees."""
    said, own = plain_title(title), plain_title(person.title)
    if not said or said == own or is_joint(title) or is_joint(person.title):
        return True
    if own and {said, own} != {"mr", "master"}:
        return False
    told, pronoun = pronoun_of_title(title), person.pronoun or pronoun_of_title(person.title)
    return not told or pronoun not in ("he", "she") or told == pronoun


def with_own_title(mention: Mention, person: CasePerson) -> Mention:
    """The mention with the person's title taken for a title, where it is one that the letter's reader does not know
    ("Canon Marr", "the Reverend Canon Miriam Wells")."""
    words = (mention.first or "").split()
    own = person.title.split()
    if own and [plain_title(word) for word in words[: len(own)]] == [plain_title(word) for word in own]:
        return replace(mention, title=person.title, first=" ".join(words[len(own) :]) or None)
    return mention
