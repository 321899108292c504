"""A sentence of a letter → whether it raises a point of the reader's, and in which words: "You asked …", "The second
was …", "The screen: …"."""

import re

from vlucheck.letter.model import Sentence

THINGS = (
    r"(?:points?|matters?|issues?|questions?|complaints?|concerns?|things|reasons?|grounds?|parts?|respects|heads"
    r"|criticisms?|requests?|queries|query)"
)
_ORDER = r"(?:first|second|third|fourth|fifth|sixth|next|last|final|other|remaining)"
_MARK = r"(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.):])?"
_START = rf"^\W*{_MARK}\W*(?:(?:and|then|finally|lastly|{_ORDER}(?:ly)?),? )?(?:you also[^,]{{0,30}}, )?"
_ADVERB = r"(?: also| then| next| further| first(?:ly)?| second(?:ly)?| last(?:ly)?| finally| again| rightly)?"
_SAYS = (
    r"(?:say|said|ask(?:ed)?(?! (?:us|me) (?:to|on|for)\b)|wrote|write|point(?:ed)? out|complain(?:ed)?"
    r"|t(?:old|ell) (?:us|me)"
    r"|rais(?:e|ed)|question(?:ed)?|quer(?:y|ied)|want(?:ed)? to know|wish(?:ed)? to know"
    r"|would like to know|wonder(?:ed)?"
    r"|mention(?:ed)?|refer(?:red)?|believed?|suggest(?:ed)?|argued?|add(?:ed)?|object(?:ed)?|criticised?|disputed?"
    r"|make the point|made the point|dr[ae]w (?:my |our )?attention|felt|feel|thought|think|described?|allege[ds]?"
    r"|(?:are|were) (?:unhappy|troubled|upset|concerned|worried|surprised|angry))"
)
_OPENERS = tuple(
    re.compile(_START + pattern)
    for pattern in (
        rf"you(?:'ve| have| had)?{_ADVERB} {_SAYS}\b(?! (?:to )?(?:us|me|this office|the cps) (?:on"
        rf"|by)\b)(?: as well| too| also)?",
        rf"your {_ORDER}(?: \w+)? (?:is|was|concern\w*|relate\w*|ask\w*|turn\w*)\b",
        r"it (?:troubled|worried|upset|angered|hurt|surprised) you (?:too |also )?that\b",
    )
)
_NO_POINT = (
    r"(?:days?|dates?|time|moment|stage|step|review|hearing|trial|decision|prosecutor|lawyer|letter|reply|word|call)"
)
_IN_ORDER = re.compile(
    rf"{_START}the {_ORDER}(?: (?!{_NO_POINT}\b)\w+)? (?:is|was|concern\w*|relate\w*|of (?:these|them))\b"
)
_AS_TO = re.compile(
    rf"{_START}(?:as (?:for|to|regards)|with regard to|regarding|concerning|turning (?:now )?to"
    rf"|in relation to|on the matter of"
    r"|i (?:now |next )?turn (?:now |next )?to|i (?:will|shall) (?:now )?(?:deal|begin|start)(?: first"
    r"| next| now)? with)"
    r" (?:the|your|how|why|what|whether|(?:mr|mrs|ms|miss|dr)\b)"
)
_SELF_ANSWERED = re.compile(
    r"\w[:;] | [–-] |, (?:and|but|which|so|though|although|yet) (?:i|we|it|he|she|they|that|there|is|was"
    r"|nobody|none|you are|"
    r"you were|the|this|has|had)\b|\?\W* \w"
)
_FURTHER = re.compile(
    r"\b(?:tak(?:e|en)|go|going) (?:it |this |things |the matter |your complaint )?(?:any )?(?:further|higher)\b"
)
_NUMBERED = re.compile(r"^\W*(?:point |part |complaint |ground )?\(?\d{1,2}[.):]\s*(?=\S)")
_OUTCOME = re.compile(r"^\W*(?:result|finding|outcome)?\W*(?:not |partly )?upheld\b")
_HEAD_COLON = re.compile(rf"^\W*{_MARK}\W*(?P<head>[^.:,;?!]{{2,60}})(?:: | [–-] |:$)")
_CLOSING = re.compile(
    r"\b(?:what (?:we|i|you|will|happens|next|now|else)|next|further|dissatisfied|unhappy|not (?:content"
    r"|happy|satisfied)|satisf(?:y|ies)|remain(?:s)? (?:un|dis)\w+"
    r"|disagree|contact\w*|questions|support|help|conclusions?|my decision|result|taking|where you|putting|apolog\w*"
    r"|who (?:i|we|am|has)|talk|reach|stage (?:2|two)|recourse|your right)\b"
)
_ALL_QUOTED = re.compile(r'"[^"]+"[.:]?')
_LONGEST_HEAD, _LONGEST_NUMBERED = 6, 16


def opens_point(folded: str) -> re.Match[str] | None:
    """Return the words by which a sentence begins to tell what the reader said ("You also asked"); what they asked
    about the next stage is no point."""
    if _FURTHER.search(folded):
        return None
    return next((found for each in _OPENERS if (found := each.match(folded))), None)


def opens_in_order(folded: str) -> re.Match[str] | None:
    """Return the words by which a sentence takes up a point by its number ("The second was")."""
    return _IN_ORDER.match(folded)


def tells_order(folded: str) -> bool:
    """Return whether the sentence names a point by its number alone ("Your third point was the call")."""
    return opens_in_order(folded) is not None or _OPENERS[1].match(folded) is not None


def turns_to(folded: str) -> re.Match[str] | None:
    """Return the words by which a sentence turns to a point ("As to the", "I turn to your")."""
    return _AS_TO.match(folded)


def answers_itself(folded: str) -> bool:
    """Return whether the sentence that raises the point goes on to answer it ("… , and he did not")."""
    return _SELF_ANSWERED.search(folded) is not None


def inline_head(sentence: Sentence, folded: str) -> bool:
    """Return whether the sentence, which opens a paragraph, is a small heading or begins with one: "The glove.",
    "Speed.", "The paint on his shoes: you said …", "DOORMAN - The police …", or words in quotation marks."""
    if _OUTCOME.match(folded):
        return False
    found = _HEAD_COLON.match(folded)
    if found and len(found["head"].split()) <= 2 * _LONGEST_HEAD:
        return True
    if _ALL_QUOTED.fullmatch(folded.strip()):
        return sentence.words <= 2 * _LONGEST_HEAD  # the words that were complained of stand for the point
    verb = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in sentence.parse)
    return 0 < sentence.words <= _LONGEST_HEAD and not verb


def numbered_head(folded: str) -> bool:
    """Return whether the paragraph is one short line with a number before it: "2. Nobody rang to warn me"."""
    found = _NUMBERED.match(folded)
    return found is not None and len(folded[found.end() :].split()) <= _LONGEST_NUMBERED


def is_closing(folded: str) -> bool:
    """Return whether a heading belongs to the end of a letter: what we will do, how to go further, whom to ask."""
    return _CLOSING.search(folded) is not None
