"""A place where a letter uses a legal term → whether it says what the term means there, in whatever way.

Before or after, in the same sentence or the next: brackets, a dash, a comma, "that means", "in other words", "lawyers
call this". Words of an explanation alone do not explain: something has to show that they stand for the term.
"""

import re
from dataclasses import dataclass

from vlucheck.checks.glossary import Term
from vlucheck.document import Span
from vlucheck.letter.model import Sentence

_GLOSS_AFTER = re.compile(
    r"""^['"]*(?:
        [,;:]?\s*\((?!section|s\.|the\ act|act|see|from|on|dated)[^()]*[a-z]+\s+[a-z'-]+[^()]*\)   # brackets with words
      | \s*-\s+\w+\s+\w+\s+\w+                                          # a dash
      | ,?\s+(?:which|that|this|it)\s+(?:simply\s+)?(?:means|meant|is|asks|requires|would\s+mean|says)\b
      | ,\s+(?:or|meaning|that\s+is|in\s+other\s+words|i\.e\.|a|an|where|when|in\s+which|to\s+say|so\s+that|namely)\b
      | ,\s+the\s+(?:document|paper|list|formal|test|legal|law|rule|way|process|person|officer|lawyer)\b
      | [^.?!]{0,60}\b(?:means?|meaning|meant|that\s+is\s+to\s+say|in\s+other\s+words|in\s+plain|is\s+to)\b
      | [^.?!]{0,60}\bput\s+(?:another\s+way|simply)\b
      | \s+(?:is|are|was|were)\s+(?:a|an|one\s+(?:that|which|where)|when|where|what|how|whether)\b
      | ,\s+the\s+(?:\w+\s+){1,4}?(?:that|(?:by|in|of|to|for|with)\s+(?:which|what|whom|those\s+who)|which|who|where)\b
      | [^.?!]{0,30}\bas\s+(?:lawyers|prosecutors|judges|we|the\s+(?:law|courts?))\s+(?:says?|calls?|puts?)\b
      | [^.?!]{0,40}\b(?:is|are)\s+(?:the|a)\s+(?:\w+\s+){0,2}(?:word|term|phrase|name)s?\s+for\b
      | [^.?!]{0,30}\bas\s+it\s+is\s+called\b
      | \s+(?:is|are|was|were)\s+the\s+(?:name|word|term|document|paper|list|test|way|person|process)\b
      | :\s+\w+
    )""",
    re.VERBOSE,
)
_GLOSS_NEXT = re.compile(
    r"""^['"(]*(?:
        in\ other\ words|in\ (?:plain|everyday|ordinary|simpler?|lay)|put\ simply|put\ another\ way
      | in\ short|that\ is|by\ (?:this|that)
      | what\ (?:this|that)\ means
      | (?:this|that|those|these|the|such)\s+(?:legal\s+)?(?:words?|terms?|phrases?|names?)
        \s+(?:simply\s+)?(?:means?|meant|stands?\s+for)\b
      | (?:this|that|it|which|they|these)\s+(?:simply|just|only|all)?\s*(?:means?|meant|asks?)\b
      | (?:this|that|which)\s+is\s+(?:a|an|the|when|where|what|how|whether)\b
      | it\s+is\s+(?:a|an|when|where|what|how|whether)\b
      | (?:here,?\s+)?(?:the|a|our)\s+prosecutors?\s+(?:first\s+|then\s+|must\s+|has\s+to\s+)?asks?\b
      | the\s+(?:first|second)\s+(?:half|part|stage|question|step|limb)\b[^.]{0,30}\b(?:asks?|is|looks?)\b
      | (?:the|this|that)\s+test\s+(?:starts?|begins?|asks?|has|is|looks?)\b
    )""",
    re.VERBOSE,
)
_NAMED = re.compile(
    r"""(?:\bcalled|known\s+as|\bcalls?|\bcall\s+(?:this|that|it)|termed|\bthe\s+(?:\w+\s+)?(?:word|term|words|phrase|name)(?:\s+for\s+(?:\w+\s+){1,3})?|refers?\s+to)
        \W*(?:\b(?:the|a|an|in|law|legally|formally|legal|terms|as|it|is|to|them|him|this|that|\w+ing)\W+){0,4}$""",
    re.VERBOSE,
)
# Words that show that one thing is said in place of another
_TELLS = re.compile(
    r"""\b(?:means?|meaning|meant|that\ is|is\ to\ say|to\ put\ it|in\ other\ words
      |in\ (?:plain|everyday|ordinary|simpler?|lay)|put\ simply
      |put\ another\ way|calls?|called|known\ as|terms?|termed|the\ words?|phrases?|names?|refers?
      |lawyers?\ (?:say|speak|use)|so\ that|asks?|asked|asking|questions?|tests?|whether|namely
      |for\ (?:example|instance)|such\ as|simply|in\ short
      |so\ (?:he|she|they|you|it|we|the)|to\ \w+\ (?:\w+\ ){0,3}is\ to)\b
      | \w\s+\([^()]*[a-z]+\s+[a-z] | \s-\s | \w:\s""",
    re.VERBOSE,
)
# What stands right behind the term and a comma or dash
_APPOSED = re.compile(r"^['\"]*(?:,|\s-)\s[^.;]{3,60}")
_OPENS_BRACKET = re.compile(r"\w\s+\(['\"]*(?:the |an? |called |known as |or )*['\"]*$")
# "A person on bail is free until the trial": somebody in general, of whom the sentence says what it means for them
_ANYBODY = re.compile(
    r"(?:^|[,;:] )\W*(?:(?:an?|any|every|some) )?(?:person|man|woman|people|somebody|someone|anyone|anybody)"
    r"(?: who (?:is|are|has been|have been))?(?: \w+){0,2} (?:on|in|under|given|granted|released on) ['\"]*$"
)
_IS_DESCRIBED = re.compile(r"^['\"]*,? (?:is|are|can|may|must|has to|have to|stays?|lives?|goes|go)\b")
# "Bail is the set of rules that …": a sentence that begins with the term and says what it is
_DEFINES = re.compile(r"^['\"]*\s+(?:is|are)\s+(?:simply\s+|just\s+)?(?:the|a|an|what|when|where|how)\b")
_CLOSES_BRACKET = re.compile(r"^['\"]*\)")


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the letter uses a term; `around`: the sentence before, its own and the next."""

    span: Span
    sentence: Sentence
    around: tuple[str, ...]
    before: str
    after: str
    following: str


def is_explained(term: Term, use: Use) -> bool:
    """Whether the letter says what the term means where it uses it."""
    if term.explained and any(term.explained.search(each) and _TELLS.search(each) for each in use.around):
        return True
    if term.explained and any(term.explained.search(piece[0]) for piece in _APPOSED.finditer(use.after)):
        return True
    if _GLOSS_AFTER.search(use.after) or _GLOSS_NEXT.search(use.following) or _NAMED.search(use.before):
        return True
    if not use.before.strip("'\" ") and _DEFINES.search(use.after):
        return True
    if _ANYBODY.search(use.before) and _IS_DESCRIBED.search(use.after):
        return True
    return bool(_OPENS_BRACKET.search(use.before) and _CLOSES_BRACKET.search(use.after))
