"""A letter that says itself that a name was written wrongly → the wrong name there is quoted, and no slip."""

import re

from vlucheck.document import Span
from vlucheck.letter.model import Letter

_WHOSE = r"(?:your|his|her|their|the|my|our)"
_NAME = r"(?:sur|last |first |family )?name"
_WRONG = r"(?:wrong|wrongly|incorrect|incorrectly|mis-?\w+|badly|another way|two ways|differently)"
_TOLD = re.compile(
    rf"\bmis-?spel\w*|\bmis-?named|\bwrongly (?:spelt|spelled|typed|written|addressed|named)\b"
    rf"|\bspel(?:t|led|ling) (?:of )?{_WHOSE} {_NAME}\b|\b(?:wrong|incorrect|somebody else's|another) {_NAME}\b"
    rf"|\b{_WHOSE} {_NAME} (?:(?:was|is|had|has|been|were|appeared|came out|also|twice) )+(?:down )?{_WRONG}\b"
    rf"|\b(?:got|get|getting|had|put|took|typed|wrote|entered|copied|spelt|recorded|read|heard) (?:{_WHOSE} {_NAME}|it)"
    rf" (?:down |in )?{_WRONG}\b"
    rf"|\b(?:mistake|slip|error|typing error) in (?:the spelling of )?{_WHOSE} {_NAME}\b"
)
_BEFORE = re.compile(
    r"\b(?:call(?:ed|s|ing)?|address(?:ed|es)?|refer(?:red|s)? to|wrote to|put|had|named) "
    r"(?:you|him|her|them|(?:\w+ ){1,3}(?:as|to)|as)(?: as)? (?:a |the )?$|\b(?:addressed|made out) to $"
    r"|\b(?:typed|written|recorded|entered|taken down|known|appeared|appears|down) as $"
    r"|\b(?:addressed|headed|directed|posted|made out|sent|written|went) (?:by mistake |wrongly )?to (?:a|one) $"
    rf"|\b(?:by|under|with|in|of) the {_NAME}(?: of)? $|\b{_NAME} (?:of|as) $"
    r"|\b(?:a|one|some) $"
    r"|\b(?:letter|reply|answer|e-?mail|message|form|note|report|it|which)s? (?:also |then |twice )?(?:called|named)"
    r" (?:your|his|her) (?:wife|husband|son|daughter|mother|father|sister|brother|partner|child|late \w+) $"
    r"|\b(?:known as|calls (?:him|her)self|call themselves|goes by(?: the name(?: of)?)?|uses the name(?: of)?|alias) $"
    r"|\b(?:call(?:ed|s|ing)?|named?|spelt|misspelt|turned) (?:your |his |her |the |our |my )?(?:\w+ ){0,2}[\"'] ?$"
)
_AFTER = re.compile(
    r",? (?:instead of|rather than|in place of|which is not (?:your|his|her)|is not (?:your|his|her) name"
    r"|(?:is|was) (?:wrong|a mistake)|where (?:it|we) should)\b"
)


def tells_of_wrong_name(letter: Letter) -> bool:
    """Whether the letter itself says that a name was written wrongly."""
    return _TOLD.search(letter.folded) is not None


def is_wrong_name_told(letter: Letter, span: Span) -> bool:
    """Whether the words beside the name say that somebody was called so: "addressed to a Mr Bertwhistle"."""
    before = letter.folded[max(0, span.start - 45) : span.start]
    return bool(_BEFORE.search(before) or _AFTER.match(letter.folded, span.end))
