"""Characters of symbol fonts → the ordinary characters that look the same."""

from typing import Final

BULLET: Final = "•"

# Fonts whose letters are pictures, so that a letter of them must not be read as that letter.
_PICTURES: Final = ("wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "zapf dingbats")

_WINGDINGS: Final = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x2B: "✉", 0x3A: "💻", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●"}
_SYMBOL: Final = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA4: "/", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_TABLES: Final = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(code: int, font: str | None) -> str:
    """The character that looks like the one with that code in a symbol font; a plain bullet for one not known."""
    name = (font or "").lower()
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if name in _TABLES:
        found = _TABLES[name].get(place)
        if found is not None:
            return found
        return chr(place) if name == "symbol" and place < 0x41 else BULLET
    if name in _PICTURES or 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return BULLET
    return chr(code)


def as_seen(text: str, font: str | None) -> str:
    """The text with the characters of symbol fonts replaced, one for one."""
    pictures = (font or "").lower() in _PICTURES
    if not pictures and not any("\uf000" <= character <= "\uf0ff" for character in text):
        return text
    return "".join(_seen(character, font, pictures) for character in text)


def _seen(character: str, font: str | None, pictures: bool) -> str:
    if character.isspace():
        return character
    if pictures or "\uf000" <= character <= "\uf0ff":
        return symbol(ord(character), font if font else "wingdings")
    return character
