"""A count → the numeral a list shows for it: letters, Roman, ordinals, words."""

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled_out(count: int, form: str) -> str:
    """The numeral for a count in a number format of Word ("lowerRoman"); plain figures for one not known."""
    return _FORMS.get(form, str)(count)


def _letters(count: int) -> str:
    """a to z, then aa, bb, as Word goes on."""
    if not 0 < count <= 780:
        return str(count)
    turns, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        text += letters * times
    return text


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _words(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return _ONES[count].capitalize()
    tens, ones = divmod(count, 10)
    return (_TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")).capitalize()


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": _words,
    "numberInDash": lambda count: f"- {count} -",
}
