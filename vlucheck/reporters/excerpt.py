"""Words of a letter → words that can be shown: on one line, clean, short enough, the fault marked off from the rest."""

import unicodedata
from dataclasses import dataclass

from vlucheck.document import Span
from vlucheck.report import PlacedFinding
from vlucheck.reporters import View

LONGEST = 150
LONGEST_FAULT = 220

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "•": "*", "█": "#", "«": "<<"}
    | {"»": ">>", "£": "GBP ", "€": "EUR ", "≤": "<=", "≥": ">="}
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of the letter around a fault."""

    before: str
    fault: str
    after: str


def excerpt(placed: PlacedFinding, text: str) -> Excerpt | None:
    """Return the fault with as much of its sentence as fits in two lines; None when it is nowhere in the letter."""
    fault = placed.finding.span
    if fault is None:
        return None
    around = placed.context or fault
    before = clean(text[around.start : fault.start])
    words = clean(text[fault.start : fault.end])
    after = clean(text[fault.end : around.end])
    room = max(40, LONGEST - len(words))
    keep_after = max(room // 2, room - len(before))
    after = shortened(after, keep_after)
    return Excerpt(_shortened_left(before, room - len(after)), _middle_out(words), after)


def quoted(span: Span, text: str, longest: int) -> str:
    """The words of the span, shortened."""
    return shortened(clean(text[span.start : span.end]).strip(), longest)


def clean(text: str) -> str:
    """The text with single spaces and without characters that could steer a terminal or turn the reading direction."""
    visible = "".join(" " if _steers(ch) else ch for ch in text)
    inner = " ".join(visible.split())
    if not inner:
        return " " if text else ""
    return f"{' ' * visible[0].isspace()}{inner}{' ' * visible[-1].isspace()}"


def writable(text: str, view: View) -> str:
    """The text in characters that can be written there: plain quotes, letters without accents, or "?"."""
    if view.can_write(text):
        return text
    return "".join(ch if view.can_write(ch) else _nearest(ch, view) for ch in text)


def shortened(text: str, longest: int) -> str:
    """The text up to the last whole word that fits."""
    if len(text) <= longest:
        return text
    cut = text[:longest].rsplit(" ", 1)[0] or text[:longest]
    return f"{cut.rstrip(' ,;:')} …"


def _shortened_left(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text.lstrip()
    cut = text[-longest:] if longest > 0 else ""
    return f"… {cut.split(' ', 1)[-1]}" if " " in cut else "… "


def _middle_out(words: str) -> str:
    """A long fault by its beginning and its end."""
    if len(words) <= LONGEST_FAULT:
        return words
    end = words[-LONGEST_FAULT // 3 :].split(" ", 1)[-1]
    return f"{shortened(words, LONGEST_FAULT * 2 // 3)} {end}"


def _steers(ch: str) -> bool:
    return (
        unicodedata.category(ch) in ("Cc", "Zl", "Zp", "Cs")
        or ch in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def _nearest(ch: str, view: View) -> str:
    plain = ch.translate(_PLAIN)
    if not view.can_write(plain):
        plain = "".join(part for part in unicodedata.normalize("NFKD", plain) if view.can_write(part))
    return plain or ("" if unicodedata.combining(ch) else "?")
