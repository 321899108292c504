""" "He" and "she" against the pronouns of the case file, where nobody else can be meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vlucheck.checks.consistency.accused import pronouns_of_accused
from vlucheck.checks.consistency.cast import speaks_of_several_accused
from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.consistency.pronouns import may_mean_another, names_in
from vlucheck.checks.consistency.spelling import nearly_same
from vlucheck.checks.firstnames import pieces
from vlucheck.checks.truth.cast import Character, characters, is_same
from vlucheck.document import Span
from vlucheck.findings import Confidence
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter, Sentence, fold

_BACK = 2  # sentences in which a pronoun may find whom it means
_OFTEN = 3  # pronouns, at least, that tell for whom a letter was written
_FAR = 6  # sentences in which the same pronoun may already mean somebody else
_PRONOUN = re.compile(r"\b(?P<he>he|him|his|himself)\b|\b(?P<she>she|her|hers|herself)\b")
_KIN = re.compile(
    r"\b(?:[Yy]our|[Tt]he|[Hh]is|[Hh]er) (?:late |young |little |own |elderly )*(?:son|daughter|brother|sister|mother"
    r"|father|husband|wife|grandson|granddaughter|boy|girl|child),? "
)
_ANYONE = re.compile(
    r"\b(?:no one|nobody|anybody|everybody|everyone|people|person|somebody|someone|whoever|one|another|others?|two"
    r"|three|parents?|family|carer|grandparents?|couple|team|staff|neighbours?|friends?|teenager|youth|shopkeeper"
    r"|cashier)\b"
)
_LOST = re.compile(
    r"\b(?:loss of|lost|took|taken|ended|cost) (?P<life>his|her) life\b"
    r"|\b(?:since|before|after|when|that|how) (?P<died>he|she) (?:died|was killed|was murdered|lost (?:his|her) life)\b"
    r"|\b(?:since|after|following|by) (?P<death>his|her) (?:death|murder|killing|funeral)\b"
)
_FORMS = {
    "he": {"she": "he", "her": "him", "hers": "his", "herself": "himself"},
    "she": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
}


def wrong_pronouns(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield each "he" or "she" beside which the letter speaks of nobody but people of the case with the other one."""
    told = _third_persons(case)
    several = {each.person.pronoun for each in told}
    flagged: list[Span] = []
    for number, sentence in enumerate(letter.sentences):
        near = letter.sentences[max(0, number - _BACK) : number + 1]
        before = letter.sentences[max(0, number - _FAR) : number]
        for found in _PRONOUN.finditer(letter.folded, sentence.span.start, sentence.span.end):
            span, said = Span(*found.span()), found.lastgroup or ""
            if said in several or _said_before(letter, before, said, flagged):
                continue
            who = _meant(letter, near, said, told)
            if who is not None:
                flagged.append(span)
                yield _clash(letter, span, who)
    yield from _beside_accused(letter, case, flagged)
    yield from _of_the_dead(letter, case, flagged)
    yield from _never_right(letter, case, flagged)


def _third_persons(case: CaseFile) -> tuple[Character, ...]:
    """The people of whom the letter can speak as "he" or "she": not the reader."""
    reader = case.reader
    return tuple(each for each in characters(case) if reader is None or not is_same(each.person, reader))


def _meant(letter: Letter, near: Sequence[Sentence], said: str, told: Sequence[Character]) -> Character | None:
    """The person of the case whom alone the pronoun can mean, and cannot, as theirs is the other; else None."""
    known = {piece: each for each in told for piece in pieces(f"{each.person.first} {each.person.last}")}
    names = {piece for sentence in near for name in names_in(sentence, letter) for piece in pieces(name)}
    meant = [_known(name, known) for name in names]
    named = [each for each in meant if each is not None]
    if not named or len(named) < len(meant):
        return None
    if any(each.person.pronoun not in ("he", "she") or each.person.pronoun == said for each in named):
        return None
    words = [_without(letter, sentence, named) for sentence in near]
    if '"' in "".join(words) or _ANYONE.search(words[-1]) or any(may_mean_another(each, said) for each in words):
        return None
    return named[0]


def _known(name: str, known: Mapping[str, Character]) -> Character | None:
    """The person of the case who has this name, perhaps misspelt."""
    return known.get(name) or next((who for other, who in known.items() if nearly_same(name, other)), None)


def _without(letter: Letter, sentence: Sentence, named: Sequence[Character]) -> str:
    """The words of the sentence without the names, their titles and the words of kinship beside them."""
    text = letter.text[sentence.span.start : sentence.span.end]
    names = {re.escape(n) for who in named for n in (who.person.first, who.person.last) if n}
    name = "|".join(sorted(names, key=len, reverse=True))
    title = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master)\.? )"
    pattern = rf"(?:{_KIN.pattern})?{title}?(?:{name})(?: (?:{name}))*"
    return fold(re.sub(pattern, " ", text))


def _said_before(letter: Letter, before: Sequence[Sentence], said: str, flagged: Sequence[Span]) -> bool:
    """Whether an earlier sentence has the same pronoun, about somebody it may well mean."""
    for sentence in before:
        for found in _PRONOUN.finditer(letter.folded, sentence.span.start, sentence.span.end):
            if found.lastgroup == said and Span(*found.span()) not in flagged:
                return True
    return False


def _beside_accused(letter: Letter, case: CaseFile, flagged: Sequence[Span]) -> Iterator[Clash]:
    """The pronouns beside words that only go with the accused, where all the defendants have the other one."""
    genders = {each.pronoun for each in case.defendants}
    if (
        len(genders) != 1
        or not genders <= {"he", "she"}
        or (speaks_of_several_accused(letter) and len(case.defendants) < 2)
    ):
        return
    who = next(each for each in characters(case) if each.key == "defendants")
    for said, span in pronouns_of_accused(letter):
        if said not in genders and span not in flagged:
            yield _clash(letter, span, who)


def _of_the_dead(letter: Letter, case: CaseFile, flagged: Sequence[Span]) -> Iterator[Clash]:
    """ "The loss of his life" in a letter about a woman who died; only the victim can be meant there."""
    victim = next((each for each in _third_persons(case) if each.key == "victim"), None)
    if victim is None or victim.person.pronoun not in ("he", "she"):
        return
    for found in _LOST.finditer(letter.folded):
        name = next(name for name in ("life", "died", "death") if found[name])
        said = "he" if found[name] in ("he", "his") else "she"
        span = Span(*found.span(name))
        if said != victim.person.pronoun and span not in flagged and letter.sentence_at(span.start):
            yield _clash(letter, span, victim)


def _never_right(letter: Letter, case: CaseFile, flagged: Sequence[Span]) -> Iterator[Clash]:
    """The first wrong pronoun in a sentence that names nobody but the victim, in a letter that never uses the right one
    and so was written for somebody else."""
    victim = next((each for each in _third_persons(case) if each.key == "victim"), None)
    if victim is None or victim.person.pronoun not in ("he", "she") or flagged or not victim.person.first:
        return
    spans = [found for s in letter.sentences for found in _PRONOUN.finditer(letter.folded, s.span.start, s.span.end)]
    if any(found.lastgroup == victim.person.pronoun for found in spans) or len(spans) < _OFTEN:
        return
    name = re.compile(rf"\b{re.escape(victim.person.first)}\b")
    for found in spans:
        sentence = letter.sentence_at(found.start())
        if sentence and name.search(letter.text, sentence.span.start, found.start()):
            yield replace(_clash(letter, Span(*found.span()), victim), unsure=Confidence.MEDIUM)
            return


def _clash(letter: Letter, span: Span, who: Character) -> Clash:
    right = _FORMS[who.person.pronoun].get(letter.folded[span.start : span.end], "")
    fill = {"case": f"{who.person.name}: {who.person.pronoun}", "place": who.place}
    return Clash(span, None, fill, (right,) if right else ())
