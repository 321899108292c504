"""Two names → how near they are: how many letters differ, and whether they sound alike."""

import re
import unicodedata

from vlucheck.letter.wordlists import SPELLINGS_OF_ONE_NAME

_HEARD_ALIKE = str.maketrans({"c": "k", "q": "k", "x": "ks", "z": "s"})
_SHORT = 5
_SILENT = str.maketrans("", "", "aeiouyhw'-")


def bare(name: str) -> str:
    """The name in lower case without accents: they are often left out, which is no slip of its own."""
    split = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return "".join(ch for ch in split if not unicodedata.combining(ch))


def distance(one: str, other: str) -> int:
    """How many letters have to be added, left out, changed or exchanged with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def sounds_like(one: str, other: str) -> bool:
    """Whether the two have the same first letter and the same consonants in a row, doubled ones counted once."""
    return bool(one and other) and one[0] == other[0] and _consonants(one) == _consonants(other)


def sound_same(one: str, other: str) -> bool:
    """Whether two last names that are written otherwise may be said alike: Maddock and Maddox, Holme and Orme, Philpott
    and Filpot. Many pairs of real names are as near; more has to speak for a slip."""
    a, b = _sound(bare(one)), _sound(bare(other))
    return bare(one) != bare(other) and min(len(a), len(b)) >= 2 and a == b


def _sound(name: str) -> str:
    """The consonants as they are heard, with a mark for a vowel at the beginning."""
    heard = re.sub(r"^(?:kn|gn)", "n", re.sub(r"^wr", "r", name))
    heard = re.sub(r"(?:cks?|x|ks|cs)$", "k", heard).replace("ph", "f").replace("ck", "k").replace("sch", "sh")
    heard = re.sub(r"c(?=[eiy])", "s", heard).translate(_HEARD_ALIKE)
    heard = re.sub(r"^h(?=[aeiouy])", "", heard)
    if heard[:1] in "aeiouy" and len(heard) <= _SHORT:
        heard = re.sub(r"(?<=[aeiouy])[lr](?=[^aeiouy])", "", heard)  # "Holme" and "Orme" are said alike
    start = "a" if heard[:1] in "aeiouy" else ""
    kept = re.sub(r"[aeiouyhw'-]", "", heard)
    return start + re.sub(r"(.)\1+", r"\1", kept)


def _consonants(name: str) -> str:
    kept = name.replace("ck", "k").replace("ph", "f").translate(_SILENT)
    return "".join(ch for i, ch in enumerate(kept) if i == 0 or kept[i - 1] != ch)


def nearly_same(one: str, other: str) -> bool:
    """Whether one looks like a slip for the other: one letter off, or a little more in a long name or in its vowels.

    Forms of one name for men and women (Kowalski, Kowalska; Daniel, Daniela) and plurals are no slips.
    """
    a, b = bare(one), bare(other)
    shortest = min(len(a), len(b))
    if a == b or shortest < 3 or (a[0] != b[0] and shortest < 5) or _are_forms(a, b):
        return False
    steps = distance(a, b)
    if steps <= 1:
        return True
    return a[0] == b[0] and (
        (steps == 2 and (shortest >= 7 or (shortest >= 4 and sounds_like(a, b))))
        or (steps == 3 and shortest >= 6 and sounds_like(a, b))
    )


def are_spellings(one: str, other: str) -> bool:
    """Whether the two are one first name in two spellings that nobody has at once: Stephen and Steven."""
    return one != other and any({one, other} <= known for known in SPELLINGS_OF_ONE_NAME)


def starts_alike(one: str, other: str) -> bool:
    """Whether two names share their beginning, at least half of the longer one: "Drake" and "Draper"."""
    a, b = bare(one), bare(other)
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 3 and 2 * shared >= max(len(a), len(b)) and abs(len(a) - len(b)) <= 2 and not _are_forms(a, b)


def are_forms(one: str, other: str) -> bool:
    """Whether the two are one family's name for its men and its women: "Brzeski" and "Brzeska"."""
    return bare(one) != bare(other) and _are_forms(bare(one), bare(other))


def _are_forms(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if long[len(short) :] in ("a", "s", "es") and long.startswith(short):
        return True
    return a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aeioy") and "a" in (a[-1], b[-1])
