"""An unknown word with a capital → the word of an institution, a rank or a place that it is a slip for.

"Wittness Care Unit" is no name. A word that is part of a person's name, or may be one, is left alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vlucheck.document import Span
from vlucheck.letter.model import Letter, Part, fold

TITLE_WORDS, PLACE_WORDS = "institutions", "places"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEXT = re.compile(r"['’]?s?['’]? ([A-Z][\w'’-]*)")
_BEFORE = re.compile(r"([\w'’.-]+) $")
_STYLES = "mr mrs ms miss mx dr sir lady dame pc dc ds di dci dsi sgt insp supt cllr rev prof hhj lord st dear named"
_READ = (Part.BODY, Part.HEADING, Part.SUBJECT)
_NAMED = (Part.ADDRESS, Part.SALUTATION, Part.SIGNATURE, Part.LETTERHEAD)
_SHORT, _LONG = 6, 9
_PLACE_SLIPS = (
    ("ster", "stor"), ("ster", "stre"), ("field", "feild"), ("burgh", "borough"), ("burgh", "burg"),
    ("burgh", "brough"),
    ("brough", "borough"), ("borough", "brough"), ("borough", "bourgh"), ("shire", "shrie"), ("shire", "sire"),
    ("shire", "shir"), ("ough", "ogh"), ("ingham", "igham"), ("ingham", "inham"), ("ingham", "ingam"),
    ("ll", "l"), ("tt", "t"), ("rr", "r"), ("ff", "f"), ("dd", "d"), ("pool", "pol"), ("mouth", "moth"),
    ("ourne", "orne"), ("oln", "on"), ("eices", "iece"), ("ouces", "oces"), ("erpool", "apool"), ("folk", "fok"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Titles:
    """`words` stand with a capital, those of `near` are meant by any word that is all but one of them; `slips` are
    usual misspellings of places with what is meant."""

    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    slips: Mapping[str, str] = field(default_factory=dict)


def titles_of(words: Mapping[str, frozenset[str]]) -> Titles:
    """Read the lists of institutions and places from the rulebook's lists of words."""
    titles, places = words.get(TITLE_WORDS, frozenset()), words.get(PLACE_WORDS, frozenset())
    slips = {place.replace(right, wrong): place for place in places for right, wrong in _PLACE_SLIPS}
    return Titles(
        titles | places, titles, {slip: place for slip, place in slips.items() if slip not in titles | places}
    )


def meant_title(letter: Letter, span: Span, titles: Titles) -> str | None:
    """Return the word that is meant, or None: the marked word is no such slip or may be a name."""
    word = letter.text[span.start : span.end]
    if not word[:1].isupper() or word[1:] != word[1:].lower() or _WORD.fullmatch(word) is None:
        return None
    if letter.part_at(span.start) not in _READ or word in titles.words:
        return None
    bare = re.sub(r"['’]s?$", "", word)
    meant = titles.slips.get(bare) or _nearest(fold(word), titles)
    if meant is None or not _stands_as_title(letter, span, titles.words, len(word) < _SHORT):
        return None
    return None if {word, bare} & (people_words(letter) | _head_words(letter)) else meant


def people_words(letter: Letter) -> frozenset[str]:
    """The words of people's names, also of a Mr Crowe, whose name is nearly an office word."""
    return frozenset(
        word
        for person in letter.people
        for mention in person.mentions
        for word in _WORD.findall(" ".join(filter(None, (mention.first, mention.last))))
    )


def _head_words(letter: Letter) -> frozenset[str]:
    return frozenset(w for line in letter.lines if line.part in _NAMED for w in _WORD.findall(line.text))


def _stands_as_title(letter: Letter, span: Span, titles: frozenset[str], wants_company: bool) -> bool:
    """Whether the words beside it, where they have a capital, are such words as well."""
    before = _BEFORE.search(letter.text, max(0, span.start - 30), span.start)
    after = _NEXT.match(letter.text, span.end)
    if before and before[1].rstrip(".").lower() in _STYLES.split():
        return False
    opens = before is None or _opens(letter, span.start - len(before[0]))
    beside = [before[1]] if before and before[1][:1].isupper() and not opens else []
    beside += [after[1]] if after else []
    strangers = [word for word in beside if word not in titles and re.sub(r"['’]s?$", "", word) not in titles]
    return not strangers and (bool(beside) or not wants_company)


def _opens(letter: Letter, at: int) -> bool:
    """Whether a sentence begins here."""
    return letter.text[:at].rstrip()[-1:] in ("", ".", "!", "?", ":") or letter.text[max(0, at - 1) : at] == "\n"


def _nearest(word: str, titles: Titles) -> str | None:
    allowed = 1 if len(word) < _LONG else 2
    near = [(distance, title) for title in titles.near if (distance := edits(word, fold(title), allowed)) <= allowed]
    return min(near)[1] if near else None


def edits(word: str, other: str, most: int) -> int:
    """How many letters are too many, missing, wrong or swapped with the next; more than `most` is `most` + 1."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(word, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and word[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return min(row[-1], most + 1)
