"""A sentence about a thing or crime that the rest of the letter knows nothing of → probably pasted from another case.

The rule's settings list, for each setting, the words that mark it ("your shop window") and those that go with it.
"""

import re
from collections.abc import Iterator, Mapping

from vlucheck.checks.consistency.clash import Clash
from vlucheck.letter.model import Letter, Part, Sentence

_KINDS = frozenset({"NOUN", "PROPN"})
_NOT_HERE = re.compile(
    r"^\W?\d{1,2}[.)]|\"|\byou (?:are|were) right\b|\b(?:you (?:ask|asked|say|said|write|make|wrote|told"
    r"|complain|complained|mention|mentioned|raised|want)"
    r"|such as|for example"
    r"|like an?|as if|as though|charity|helpline|victim support|not charged with|instead of|would (?:have|need)"
    r"|another case|charged with"
    r"|means|(?:he|she|they) (?:told|said)|anyone|anybody|people who|can help|helps|supports?)\b"
)
_SHORTEST = 6
_CALLED_TO_COURT = re.compile(
    r"\byour (?P<kin>son|daughter|child|children|grandson|granddaughter|brother|sister|husband|wife|mother|father)\b"
    r"(?='? |'s (?:statement|evidence|interview))[^.;]*?\b(?:required|needed|attend\w*|come to court|give evidence"
    r"|giving evidence|witness box|screen|video link|statement|interview)\b"
)
_TOLD = re.compile(r"\b(?:told|said|was|were|gave|had|did|came|wanted|asked)\b")
_NAMED = re.compile(r",? [A-Z]")
_KIN_WORDS = {
    "son": r"sons?|boys?|child\w*|he was|brother",
    "daughter": r"daughters?|girls?|child\w*|sister",
    "child": r"child\w*|sons?|daughters?|boys?|girls?|baby|school",
    "grandson": r"grandson|boys?|child\w*|grandchild\w*",
    "granddaughter": r"granddaughter|girls?|child\w*|grandchild\w*",
    "husband": r"husband|married|partner",
    "wife": r"wife|married|partner",
    "mother": r"mother|mum|parents?|mrs",
    "father": r"father|dad|parents?|mr",
}
_AGED = re.compile(r"\b(?:aged \d|\d+ years? old|\w+-year-old|family|relatives?|both of you)\b")


def pasted_sentences(letter: Letter, settings: Mapping[str, object]) -> Iterator[Clash]:
    """Yield each sentence with the mark of a setting that the rest of the letter has no word of, nor another tie."""
    everyday = _words_of(settings.get("everyday"))
    for sentence in letter.sentences:
        words = letter.folded[sentence.span.start : sentence.span.end]
        if sentence.words < _SHORTEST or sentence.is_item or _NOT_HERE.search(words):
            continue
        strange = [known for mark, known in _settings(settings) if mark.search(words)]
        rest = _rest(letter, sentence) if strange else ""
        if (
            strange
            and not any(known.search(rest) for known in strange)
            and not _ties(sentence, rest, everyday, strange)
        ) or (not strange and _is_for_a_stranger(letter, sentence, words)):
            yield Clash(sentence.span)


def _is_for_a_stranger(letter: Letter, sentence: Sentence, words: str) -> bool:
    """Whether it calls to court a relative of whom the rest of the letter has no word, of no such age or name."""
    found = _CALLED_TO_COURT.search(words)
    if found is None or _TOLD.search(words) or _NAMED.match(letter.text, sentence.span.start + found.end("kin")):
        return False
    rest = _rest(letter, sentence)
    known = _KIN_WORDS.get(found["kin"], rf"{found['kin']}s?")
    return not re.search(rf"\b(?:{known})\b", rest) and not _AGED.search(rest)


def _settings(settings: Mapping[str, object]) -> Iterator[tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each setting the words that mark a sentence of it, and the words that show that the letter knows it."""
    table = settings.get("settings")
    for row in table if isinstance(table, list) else ():
        marks, known = (_words_of(row.get(name)) for name in ("marks", "known"))
        yield _any_of(marks), _any_of((*marks, *known))


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _words_of(value: object) -> tuple[str, ...]:
    return tuple(str(value).split(", ")) if value else ()


def _rest(letter: Letter, sentence: Sentence) -> str:
    """The rest of the letter in small letters, without addresses and the like: a street may be named after a shop."""
    parts = (Part.BODY, Part.SUBJECT, Part.HEADING)
    lines = [line for line in letter.lines if line.part in parts]
    text = " ".join(letter.folded[line.span.start : line.span.end] for line in lines)
    own = letter.folded[sentence.span.start : sentence.span.end]
    return text.replace(own, " ")


def _ties(sentence: Sentence, rest: str, everyday: tuple[str, ...], strange: list[re.Pattern[str]]) -> bool:
    """Whether another thing or name of the sentence stands in the rest of the letter too."""
    for token in sentence.parse:
        word = token.lemma_.lower()
        if (
            token.pos_ not in _KINDS
            or len(word) < 3
            or word in everyday
            or any(s.search(token.lower_) for s in strange)
        ):
            continue
        if re.search(rf"\b{re.escape(word)}(?:e?s|'s)?\b", rest):
            return True
    return False
