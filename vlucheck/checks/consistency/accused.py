"""The reader where the accused must be meant, the accused where the reader must be, and "she" for a man on trial."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.cast import (
    accused_of,
    gender_of_accused,
    in_body,
    place_as_accused,
    speaks_of_several_accused,
    stands_as_accused,
)
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.spelling import bare
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.model import Letter, Mention, Person, Role

_PRONOUN = r"(?P<who>he|she|him|her|his)"
_BESIDE_ACCUSED = tuple(
    re.compile(source)
    for source in (
        rf"\b(?:find|finds|found|finding) {_PRONOUN} (?:not )?guilty\b",
        rf"\b(?:convict|acquit|prosecute|convicting|acquitting|prosecuting|convicted|acquitted) {_PRONOUN}\b"
        r"(?= (?:of|on|if|than|or|and|for|at|in|because|after|without|again|unless|when|with)\b|[.,;:?)])",
        rf"\b(?:case|evidence|charges?|proceedings|prosecution|allegations?) against {_PRONOUN}\b"
        r"(?= (?:was|were|is|are|has|had|have|could|can|cannot|would|will|may|and|or|in|at|on|to|for|because|should"
        r"|came|comes)\b|[.,;:?)])",
        rf"\b{_PRONOUN} (?:(?:was|is|has|had|will|would|should|could|can|cannot|be|been|not|to|now|then|also|still"
        rf"|later"
        r"|never|then) )+(?:charged with|charged|prosecuted|acquitted|convicted|sentenced|remanded|arrested"
        r"|cautioned)\b",
        rf"\b{_PRONOUN} (?:(?:will|would|may|can|should|must|then|first|to|be|was|is|has|been|also|now) )*asked "
        r"(?:(?:whether|if|how|to (?:say|tell \w+ \w+) (?:whether|if|how)) (?:he|she) (?:admits?|denies|pleads?"
        r"|accepts)"
        r"|(?:for|to (?:enter|give|make)) (?:a|his|her) plea|to plead)\b",
        rf"\b{_PRONOUN} (?:(?:will|would|may|can|should|must|has|had|then|now|still|also) )*(?:admit(?:s|ted)?"
        rf"|den(?:y|ies"
        r"|ied)|pleads?|pleaded guilty to|faces?) (?:the|both|this|that|all|either|any|one of the|a|an) "
        r"(?:(?:new|first|second|other|lesser|of the|three|two) )*(?:charges?|offences?|counts?|trial)\b",
        rf"\b(?:punish|sentence|arrest(?:ed)?|remand(?:ed)?|bail(?:ed)?) {_PRONOUN}\b(?= (?:for|in|on|to|at|until"
        rf"|and)\b|[.,;])",
        rf"\b(?:brought|taken|put|come|comes|answer|sentenced|punished) (?:to court |before the court "
        rf"|on trial )?for what "
        rf"{_PRONOUN} (?:did|has done|had done)\b",
        rf"\b{_PRONOUN} (?:(?:had|has|then|first|later) )*pleaded (?:not )?guilty\b",
        rf"\bprove (?:to (?:the|a) (?:court|jury) )?that {_PRONOUN} (?:was reckless|meant|intended|knew|was the "
        rf"(?:man|woman"
        r"|person|one|driver|attacker)|did it|was guilty|committed)\b",
        rf"\b{_PRONOUN} (?:bail|trial|plea|solicitors?|defence (?:team|lawyers?|statement)|acquittal|conviction)\b",
    )
)
_OFTEN = 2  # places where the accused is "he" before a "she" in such a place is a slip
_GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_BEFORE_VICTIM = re.compile(
    r"\b(?:(?:assault|attack)s? (?:on|upon|against)|robbery of|burglary (?:of|at the home of)|theft from|(?:taken"
    r"|stolen)"
    r" from|harassment of|stalking of|rape of|assaulted|attacked|robbed|injured) $"
)
_CAUSED = re.compile(r"\bcaus(?:e|ed|ing) $")
_HARM = re.compile(
    r" (?:any |some |really |very |such )*(?:serious |grievous |bodily |actual |physical )*(?:harm|injur\w+)\b"
)
_COUNTER = re.compile(
    r"\b(?:self-defence|defend\w*|said|says|claim\w*|accus\w*|alleg\w*|told|denie\w*|whether|if|by)\b"
)
_NAMING = re.compile(
    r"\b(?:name|named|called|addressed|spel\w+|letter to|signed|instead of|confus\w+|mr or mrs|wrong\w*)\b"
)


def readers_taken_for_accused(letter: Letter) -> Iterator[Clash]:
    """Yield each place that puts the reader's own name where the accused is meant: "the case against Mrs Kowalska"."""
    for reader in (person for person in letter.people if person.role is Role.RECIPIENT):
        if _has_namesake(letter, reader):
            continue
        for mention in in_body(reader):
            if mention.text and stands_as_accused(letter, mention) and not _NAMING.search(_sentence(letter, mention)):
                accused = next((m for person in accused_of(letter) for m in person.mentions), None)
                yield Clash(mention.span, accused.span if accused else reader.mentions[0].span)


def _has_namesake(letter: Letter, reader: Person) -> bool:
    """Whether somebody else in the letter has the reader's last name, or the reader's titles differ."""
    titles = {m.title.casefold().rstrip(".") for m in reader.mentions if m.title}
    named = [bare(person.last) for person in letter.people]
    return named.count(bare(reader.last)) > 1 or len(titles) > 1 or any(" and " in title for title in titles)


def accused_taken_for_victims(letter: Letter) -> Iterator[Clash]:
    """Yield each place that makes the accused the one who was hurt or robbed: "the assault on Mr Marsh"."""
    if speaks_of_several_accused(letter):
        return
    for person in accused_of(letter):
        for mention in in_body(person):
            if _stands_as_victim(letter, mention):
                others = (place_as_accused(letter, m) for m in person.mentions if m != mention)
                other = next((place for place in others if place), None)
                if other is not None:
                    yield Clash(mention.span, other)


def _stands_as_victim(letter: Letter, mention: Mention) -> bool:
    before = letter.folded[max(0, mention.span.start - 40) : mention.span.start]
    hurt = _CAUSED.search(before) and _HARM.match(letter.folded, mention.span.end)
    return bool(_BEFORE_VICTIM.search(before) or hurt) and not _COUNTER.search(_sentence(letter, mention))


def accused_with_other_pronoun(letter: Letter) -> Iterator[Clash]:
    """Yield "she" or "he" in a place where only the accused can stand, and the accused has the title of the other."""
    if speaks_of_several_accused(letter):
        return
    known = gender_of_accused(letter)
    said = list(pronouns_of_accused(letter))
    if known is not None:
        gender, titled = known
        yield from (Clash(span, titled.span) for each, span in said if each != gender)
        return
    odd = [span for each, span in said if each != said[0][0]]
    usual = [span for each, span in said if each == said[0][0]]
    odd, usual = sorted((odd, usual), key=len)
    if accused_of(letter) and len(odd) == 1 and len(usual) >= _OFTEN:
        yield Clash(odd[0], usual[0], unsure=Confidence.MEDIUM)


def pronouns_of_accused(letter: Letter) -> Iterator[tuple[str, Span]]:
    """Yield "he" or "she" with its place for each pronoun that stands where only the accused can be meant."""
    for sentence in letter.sentences:
        for pattern in _BESIDE_ACCUSED:
            for found in pattern.finditer(letter.folded, sentence.span.start, sentence.span.end):
                if '"' not in _words(letter, sentence.span):
                    yield _GENDER[found["who"]], Span(found.start("who"), found.end("who"))


def _sentence(letter: Letter, mention: Mention) -> str:
    sentence = letter.sentence_at(mention.span.start)
    return _words(letter, sentence.span).replace(mention.text.casefold(), " ") if sentence else ""


def _words(letter: Letter, span: Span) -> str:
    return letter.folded[span.start : span.end]
