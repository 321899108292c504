"""The points that the reader raised, as a letter counts them: how many it announces, takes up, and leaves out."""

import re
from collections.abc import Iterator

from vlucheck.checks.elements.reading import Reading
from vlucheck.letter.model import Sentence

_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_THINGS = r"(?:points?|matters?|issues?|questions?|complaints?|concerns?|things|reasons?|grounds?|parts|respects|heads)"
_ANNOUNCED = re.compile(
    rf"(?<!of the )(?<!first )(?<!last )(?<!other )\b(?P<number>{'|'.join(_COUNT)}) "
    rf"(?:[a-z]+ )?{_THINGS}\b(?! (?:to (?:show|prove|decide)|that (?:we|i|must) ))"
)
_BY_THE_READER = re.compile(r"\b(?:you|your|raised?|all (?:two|three|four|five))\b")
_NOT_RAISED = re.compile(r"\b(?:uphold|upheld|agree|(?:one|two|three) of|working days|questions? (?:about|on) this)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})"
    rf"(?:ly\b|,| {_THINGS}\b| (?:is|was|concerns?|asks?|about|of (?:these|them)\b))"
    r"|(?:point|complaint|question|issue|part|reason|matter|ground) (?P<number>\d|one|two|three|four|five|six)\b)"
)
_ALSO = re.compile(r"\b(?:another|also|too|next|then|both|each|neither)\b")
_LAST = re.compile(
    rf"\b(?:finally|lastly|(?:the|your) (?:other|last|final|remaining|rest)(?: (?:of|one|is|was|two|{_THINGS})\b))"
    r"|\b(?:you (?:also|further|then|next)|there (?:is|was) (?:also|one more)"
    r"|as (?:to|for|regards)) "
)
_OWN_WORDS = re.compile(r"^\W*(?:(?:point|part|complaint|question)? ?\(?(?:\d{1,2}|[a-h])[.):]|[*•])\s*(?=.)")
_NUMBER = re.compile(r"^\W*(?:(?:point|part|complaint|question|issue) )?\(?(\d{1,2})[.):]")
_OPENS_ITEM = re.compile(r"(?:the|your|a|an|our|my|his|her|their|that|what|how|why|when|who|whether)\b")
_ASIDE = frozenset(
    re.findall(
        r"\w+",
        "about after again asked before case complaint could court decision earlier first from have letter never "
        "nobody other police second should statement that their them there they third were what when where which with "
        "would wrote your",
    )
)


def announced(reading: Reading) -> int:
    """How many points the letter says that the reader raised; 0 where it gives no number."""
    return max((number for number, _ in announcements(reading)), default=0)


def leaves_one_out(reading: Reading) -> bool:
    """Whether points are announced by number and not all of them taken up: "three points", a first, a second, the end;
    or "the screen, the letter and your fares", and never a word of fares."""
    for number, sentence in announcements(reading):
        if numbered_up_to(reading) >= number:
            continue
        after = reading.letter.folded[sentence.span.end :]
        start = max(sentence.span.start, reading.letter.paragraphs[0].span.start)
        if _counted(reading.letter.folded[start:], number) or _names_and_forgets(reading, sentence, number, after):
            return True
    return False


def own_words(reading: Reading) -> tuple[Sentence, ...]:
    """The numbered headings and items in which the letter repeats the reader's points in the reader's words."""
    everything = sorted({*reading.letter.headings, *reading.letter.sentences}, key=lambda each: each.span)
    return tuple(each for each in everything if _repeats(reading.letter.folded[each.span.start : each.span.end]))


def numbered_up_to(reading: Reading) -> int:
    """Return the last number of the headings or items that the letter counts from 1 on."""
    everything = sorted({*reading.letter.headings, *reading.letter.sentences}, key=lambda each: each.span)
    last = 0
    for each in everything:
        found = _NUMBER.match(reading.letter.folded[each.span.start : each.span.end])
        last += bool(found and int(found[1]) == last + 1)
    return last


def announcements(reading: Reading) -> Iterator[tuple[int, Sentence]]:
    """Yield each sentence that says how many points the reader raised, with the number."""
    for sentence in reading.letter.sentences:
        folded = reading.letter.folded[sentence.span.start : sentence.span.end]
        found = _ANNOUNCED.search(folded)
        if found and _BY_THE_READER.search(folded) and not _NOT_RAISED.search(folded):
            yield _COUNT[found["number"]], sentence


def outcomes_in(folded: str) -> int:
    """About how many points a sentence speaks: "the first and third" of two, "the first three" of three."""
    together = re.search(rf"\b(?:first|last|other) ({'|'.join(_COUNT)})\b", folded)
    if together:
        return _COUNT[together[1]]
    return max(1, len(re.findall(rf"\b(?:{'|'.join(_ORDINALS)}|points? \d|and \d)\b", folded)))


def _counted(text: str, number: int) -> bool:
    """Whether the text counts its points and stops before the number; "finally" and "also" carry the count on."""
    found = [each for each in _ORDINAL.finditer(text) if not each[0].endswith(",") or _opens(text, each.start())]
    highest = max((_value(each) for each in found), default=0)
    if not 0 < highest < number:
        return False
    last = max((each for each in found if _value(each) == highest), key=lambda each: each.start())
    rest = text[last.end() :]
    if _LAST.search(rest):
        return False
    return highest > 1 or not _ALSO.search(rest.partition("\n")[0])


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or item begins here: "First, …" counts points, "ask me first, …" does not."""
    return text[:at].rstrip(" \t*•–-")[-1:] in ("", ".", "!", "?", ":", ";", "\n")


def _value(found: re.Match[str]) -> int:
    if found["word"]:
        return _ORDINALS[found["word"]]
    number = found["number"]
    return int(number) if number.isdigit() else {"one": 1, **_COUNT}[number]


def _names_and_forgets(reading: Reading, sentence: Sentence, number: int, after: str) -> bool:
    """Whether the sentence lists its points behind a colon, and one of them never comes back while the others do."""
    items = _items(reading.letter.folded[sentence.span.start : sentence.span.end].partition(":")[2])
    if len(items) != number:
        return False
    return number > 2 and sum(not _comes_back(item, after) for item in items) == 1


def _items(listed: str) -> list[str]:
    """The things in a list; what does not begin one ("the second doctor, Dr Sen") belongs to the one before."""
    items: list[str] = []
    for piece in re.split(r"[,;] (?:and )?| and (?=(?:the|your|that|what|how|why)\b)", listed.strip(" .")):
        if items and not _OPENS_ITEM.match(piece):
            items[-1] += " " + piece
        else:
            items.append(piece)
    return items


def _comes_back(item: str, after: str) -> bool:
    stems = {word[:5] for word in re.findall(r"[^\W\d_]{4,}", item) if word not in _ASIDE}
    return not stems or any(re.search(rf"\b{re.escape(stem)}", after) for stem in stems)


def _repeats(folded: str) -> bool:
    found = _OWN_WORDS.match(folded)
    rest = folded[found.end() :] if found else ""
    return bool(found) and (rest.startswith(('"', "'", "“")) or re.search(r"\b(?:my|me)\b", rest) is not None)
