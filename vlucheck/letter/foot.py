"""The lines after a letter's sign-off → signature, enclosures, footer, or the body again (a postscript)."""

import re
from collections.abc import Sequence

from vlucheck.letter.head import head_part, is_margin
from vlucheck.letter.model import Part, fold
from vlucheck.letter.rawlines import RawLine

_SIGN_OFF = re.compile(
    r"(?:with |and |my |our )*(?:your'?s\b|your (?:sincerely|faithfully|truly)|sincerely|faithfully"
    r"|(?:kind(?:est)?|best|warm(?:est)?) (?:regards?|wishes)"
    r"|regards\b|best$|best wishes|every good wish|(?:many|with) thanks$|respectfully|cordially"
    r"|with (?:sympathy|condolences|sincere sympathy)"
    r"|(?:deepest|sincere|heartfelt) (?:sympathy|condolences)|yn gywir\b|yn bur\b|cofion\b)"
)
_WISHES = re.compile(
    r"\byour'?s (?:very |most )?(?:sincerely|faithfully|truly)\b"
    r"|^with (?:\w+ ){0,3}(?:wishes|condolences|sympathy|regards|thanks)\b"
)
_ENCLOSURES = re.compile(
    r"(?:enc(?:l(?:osure|osed|osures)?|s|losure|losures)?\b|encls?\b|cc\b|c\.c\.|bcc\b"
    r"|copy\b|copies\b|copied\b|attach(?:ed|ment|ments)?\b|with this letter)",
)
_POSTSCRIPT = re.compile(r"p\.? ?p?\.? ?s\b\.?|postscript")
_BOILERPLATE = re.compile(
    r"this (?:e-?mail|message|letter) (?:is|and|may|contains|can be)|if you (?:have received|are not the intended)"
    r"|intended recipient"
    r"|registered|please consider the environment|page \d|large print|another language|\bwelsh\b"
    r"|information about how we|privacy notice|www\.|https?:"
)


def is_sign_off(line: RawLine) -> bool:
    """Whether the line closes the letter ("Yours sincerely")."""
    folded = fold(line.text)
    if folded.endswith(("?", ":", ".", "!")):
        return line.words <= 3 and _SIGN_OFF.match(folded) is not None
    return (line.words <= 6 and _SIGN_OFF.match(folded) is not None) or (
        line.words <= 12 and _WISHES.search(folded) is not None
    )


def foot_parts(lines: Sequence[RawLine]) -> list[Part]:
    """Return the part of each line after the sign-off."""
    parts: list[Part] = []
    for line in lines:
        closing = is_sign_off(line) and all(part is Part.SIGN_OFF for part in parts)
        parts.append(Part.SIGN_OFF if closing else _foot_part(line, parts[-1] if parts else Part.SIGNATURE))
    return parts


def _foot_part(line: RawLine, before: Part) -> Part:
    folded = fold(line.text)
    if is_margin(line):
        return Part.FOOTER
    if _ENCLOSURES.match(folded) and (line.words <= 3 or ":" in line.text or not line.text.endswith(".")):
        return Part.ENCLOSURES
    if _POSTSCRIPT.match(folded) and line.words > 3:
        return Part.BODY
    if _BOILERPLATE.search(folded):
        return Part.FOOTER
    if line.words >= 9 and line.text.endswith((".", "!", "?")):
        return Part.BODY
    if before is Part.ENCLOSURES or before is Part.FOOTER:
        return before
    if before is Part.BODY and line.words > 3:
        return Part.BODY
    return Part.REFERENCE if head_part(line) is Part.REFERENCE else Part.SIGNATURE
