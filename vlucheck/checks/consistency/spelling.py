"""Two names → how near they are: how many letters differ, and whether they sound alike."""

import unicodedata

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


def _consonants(name: str) -> str:
    kept = name.replace("ck", "k").replace("ph", "f").translate(_SILENT)
    return "".join(ch for i, ch in enumerate(kept) if i == 0 or kept[i - 1] != ch)


def nearly_same(one: str, other: str) -> bool:
    """Whether one looks like a slip for the other: not equal, one letter off, or two in a long name or in its vowels."""
    a, b = bare(one), bare(other)
    if a == b or min(len(a), len(b)) < 3 or a.rstrip("s") == b.rstrip("s"):
        return False
    if {a + "a", b + "a"} & {a, b} or {a[:-1] + "e", b[:-1] + "e"} & {a + "e", b + "e"}:
        return False
    steps, shortest = distance(a, b), min(len(a), len(b))
    near = steps <= 1 and (shortest >= 4 or a[0] == b[0])
    return near or (steps <= 2 and a[0] == b[0] and (shortest >= 7 or (shortest >= 4 and sounds_like(a, b))))
