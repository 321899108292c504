"""The lines of a letter's head that no label explains → which are the reader's address, and which the letterhead."""

import re
from collections.abc import Sequence

from vlucheck.letter.head import POSTCODE
from vlucheck.letter.model import fold
from vlucheck.letter.names import SURNAME, WORD, plain, title_source
from vlucheck.letter.rawlines import RawLine

_OFFICE = re.compile(
    r"\b(?:cps|crown prosecution|prosecution service|victim liaison|liaison unit|witness care|crown court unit|vlu"
    r"|tel|telephone|phone|dx|fax|switchboard|minicom|e-?mail|www\.|https?:|complaints? team|appeals and review)\b|@"
)
_LONGEST = 9


def address_lines(unplaced: Sequence[RawLine], salutation: RawLine | None, titles: Sequence[str]) -> set[int]:
    """Return the positions in `unplaced` of the reader's address: from the reader's name to the postcode or a gap."""
    start = _name_line(unplaced, salutation, titles)
    if start is None:
        return _last_group(unplaced)
    return set(range(_group_start(unplaced, start), _group_end(unplaced, start)))


def _name_line(lines: Sequence[RawLine], salutation: RawLine | None, titles: Sequence[str]) -> int | None:
    """The first line that names whom the greeting names; failing that, the last that starts with a title and a name."""
    greeted = _greeted_names(salutation)
    candidates = [
        number for number, line in enumerate(lines) if not _OFFICE.search(fold(line.text)) and line.words <= 12
    ]
    for number in candidates:
        words = {plain(word) for word in re.findall(WORD, lines[number].text)}
        if greeted & words and not POSTCODE.search(lines[number].text):
            return number
    titled = re.compile(
        rf"(?:for the attention of |fao:? |to:? )?{title_source(titles)}\s+(?:\S+\s+)*{SURNAME}", re.IGNORECASE
    )
    return next((number for number in reversed(candidates) if titled.match(lines[number].text)), None)


def _greeted_names(salutation: RawLine | None) -> set[str]:
    if salutation is None:
        return set()
    words = re.findall(WORD, re.sub(r"^\s*\w+", "", salutation.text))
    return {plain(word) for word in words} - {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "sir",
        "madam",
        "sirs",
        "family",
        "whom",
    }


def _group_start(lines: Sequence[RawLine], start: int) -> int:
    """Lines above the name in its group belong to the address unless they speak of the office."""
    first = start
    while (
        first > 0
        and lines[first - 1].block == lines[first].block
        and not lines[first].after_gap
        and _above(lines[first - 1])
    ):
        first -= 1
    return first


def _group_end(lines: Sequence[RawLine], start: int) -> int:
    """The address ends after its postcode, at a gap if lines stand close together, or where the office speaks."""
    close = start + 1 < len(lines) and not lines[start + 1].after_gap
    end, jump = start + 1, 0 if close else 1
    while end < len(lines) and end - start < _LONGEST:
        line = lines[end]
        if (
            not _may_be_address(line)
            or line.block - lines[end - 1].block > jump
            or (close and line.after_gap)
            or POSTCODE.search(lines[end - 1].text)
        ):
            break
        end += 1
    return end


def _above(line: RawLine) -> bool:
    """A line over the name may belong to it ("The Manager"); one with a postcode ends somebody else's address."""
    return _may_be_address(line) and not POSTCODE.search(line.text)


def _may_be_address(line: RawLine) -> bool:
    return line.words <= 14 and not _OFFICE.search(fold(line.text))


def _last_group(lines: Sequence[RawLine]) -> set[int]:
    """Without a name: the last group of at least two lines with a postcode that does not speak of the office."""
    groups: list[list[int]] = []
    for number, line in enumerate(lines):
        if line.after_gap or not groups:
            groups.append([])
        groups[-1].append(number)
    for group in reversed(groups):
        texts = [lines[number].text for number in group]
        if (
            len(group) > 1
            and POSTCODE.search(" ".join(texts))
            and not any(_OFFICE.search(fold(text)) for text in texts)
        ):
            return set(group) if groups.index(group) > 0 else set()
    return set()
