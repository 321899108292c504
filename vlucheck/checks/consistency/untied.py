"""A person named once, of whom nothing else in the letter tells → somebody of another case.

The rule's settings list the words that tie a sentence to no case in particular.
"""

import re
from collections.abc import Iterator, Mapping

from vlucheck.checks.consistency.cast import accused_of
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.names import is_introduced, speaks_of_two_people
from vlucheck.checks.consistency.spelling import are_forms, bare, nearly_same
from vlucheck.document import Span
from vlucheck.letter.model import Letter, Mention, Part, Person, Role, Sentence, fold

_CIVIL = frozenset(("mr", "mrs", "ms", "miss"))
_KINDS = frozenset(("NOUN", "PROPN"))
_OWNED = re.compile(r"'s? (?P<what>(?:own |old |new |broken |damaged |stolen |late )*(?P<noun>[a-z-]+))")
_RELATIVE = re.compile(
    r"'s? (?:late |elder |younger |own )?(?:wife|husband|partner|son|daughter|mother|father|brother|sister"
    r"|children)\b"
)
_TOLD_ABOUT = re.compile(
    r"(?:'s (?:statement|evidence|account|letter|report|complaint))? (?:about|concerning|of|on) (?P<what>the "
    r"[^.,;]{3,60})"
)
_TOLD_BY = re.compile(r"\b(?:statement|evidence|account|letter|report|complaint|message)s? (?:from|of|by|given by) $")
_BESIDE = re.compile(r" and (?P<what>(?:the|his|her|their|a|an) [^.,;]{3,60})")
_SPEAKS_OF = re.compile(r"\b(?:about|concerning|regarding) $")
_WITH_YOU = re.compile(r"\b(?:you and|both you and|to you and) $")
_PASSED = re.compile(r" (?:have|has|had|were|are|will|would|may|can|must|should|both)\b|[,.]")
_KEPT = re.compile(
    r"\b(?:order|injunction|condition|bail)s? [^.;]{0,30}\b(?:keep|keeping|stop|stopping|prevent|preventing"
    r"|forbid|forbids"
    r"|forbidding|bar|bars|barring) $|\bin case $"
)
_ON_BAIL = re.compile(
    r" (?:has been|was|will be|is) (?:told|warned|reminded|informed|ordered) (?:that|not to|to "
    r"stay)\b[^.;]{0,40}\b(?:order|bail|contact"
    r"|conditions?|away|released|free)\b|'s (?:bail|release|sentence|conditions|solicitors?|defence)\b"
    r"| (?:remains|is|was|stays) (?:on bail|in custody|in prison|on remand)\b"
)
_FROM_READER = re.compile(
    r"\byou (?:\w+ )?(?:ask|asked|say|said|tell|told|write|wrote|gave|give|named?|mention\w*|think|thought|feel|felt"
    r"|complain\w*|raise\w*|suggest\w*|point\w*|want\w*|believe\w*|heard|saw|know|knew|met)\b"
    r"|\b(?:names|others?|another|customers?|tenants?|residents?|neighbours|witnesses|victims|families|patients)\b"
)
_KNOWN_BEFORE = re.compile(r"\b(?:he|she|they|it|this) (?:is|was|are|were) $|\b(?:called|named|by name|being) $")


def people_from_nowhere(letter: Letter, settings: Mapping[str, object]) -> Iterator[Clash]:
    """Yield the words about somebody who is named once, is not said to be anybody, and has nothing to do with the
    rest: "the statement from Mr Yusuf about the damage to his taxi"."""
    everyday = frozenset(str(settings.get("everyday") or "").split(", "))
    if speaks_of_two_people(letter):
        return
    for person in letter.people:
        mention = _only_mention(letter, person)
        sentence = letter.sentence_at(mention.span.start) if mention else None
        if mention is None or sentence is None or '"' in letter.folded[sentence.span.start : sentence.span.end]:
            continue
        span = _of_another_case(letter, mention, sentence, everyday)
        if span is not None:
            yield Clash(span)


def _only_mention(letter: Letter, person: Person) -> Mention | None:
    """The place of a person with an everyday title who stands once, in the body, and is not said to be anybody."""
    mention = person.mentions[0]
    title = (mention.title or "").casefold().rstrip(".")
    if mention.first:  # somebody who comes in with a full name is being introduced
        return None
    if len(person.mentions) != 1 or person.role in (Role.RECIPIENT, Role.WRITER) or title not in _CIVIL:
        return None
    last = bare(mention.last)
    others = [bare(m.last) for p in letter.people if p is not person for m in p.mentions]
    elsewhere = len(re.findall(rf"\b{re.escape(fold(mention.last))}\b", letter.folded)) > 1
    if elsewhere or any(last == other or nearly_same(last, other) or are_forms(last, other) for other in others):
        return None
    before = letter.folded[max(0, mention.span.start - 30) : mention.span.start]
    known = is_introduced(letter, mention) or _KNOWN_BEFORE.search(before)
    return mention if mention.part is Part.BODY and not known else None


def _of_another_case(letter: Letter, mention: Mention, sentence: Sentence, everyday: frozenset[str]) -> Span | None:
    """The words that tell of the person what nothing in the letter goes with, or None."""
    folded, end = letter.folded, mention.span.end
    before = folded[max(sentence.span.start, mention.span.start - 70) : mention.span.start]
    if _WITH_YOU.search(before) and _PASSED.match(folded, end):
        return mention.span
    accused = [p for p in accused_of(letter) if mention not in p.mentions]
    if accused and (_KEPT.search(before) or _ON_BAIL.match(folded, end)):
        return mention.span
    told, owned = _TOLD_ABOUT.match(folded, end), _OWNED.match(folded, end)
    beside = _BESIDE.match(folded, end) if _SPEAKS_OF.search(before) else None
    if told and (folded[end : end + 2] == "'s" or _TOLD_BY.search(before)):
        strange = Span(told.start("what"), told.end("what"))
    elif owned and (_RELATIVE.match(folded, end) or owned["noun"] not in everyday):
        strange = Span(owned.start("what"), owned.end("what"))
    elif beside:
        strange = Span(beside.start("what"), beside.end("what"))
    else:
        return None
    if _FROM_READER.search(_with_what_leads_up(letter, sentence)) or _is_tied(letter, sentence, strange, everyday):
        return None
    return Span(mention.span.start, strange.end)


def _with_what_leads_up(letter: Letter, sentence: Sentence) -> str:
    number = letter.sentences.index(sentence)
    before = letter.sentences[max(0, number - 1)]
    opens = next((each for each in letter.sentences if each.paragraph == sentence.paragraph), sentence)
    return letter.folded[min(before.span.start, opens.span.start) : sentence.span.end]


def _is_tied(letter: Letter, sentence: Sentence, strange: Span, everyday: frozenset[str]) -> bool:
    """Whether a thing among the strange words stands elsewhere in the letter too, or none of them is a thing."""
    things = [
        token.lemma_.lower()
        for token in sentence.parse
        if token.pos_ in _KINDS and strange.start <= token.idx + sentence.offset < strange.end
    ]
    things = [thing for thing in things if thing not in everyday]
    rest = letter.folded[: sentence.span.start] + " " + letter.folded[sentence.span.end :]
    return not things or any(re.search(rf"\b{re.escape(thing)}(?:e?s|'s)?\b", rest) for thing in things)
