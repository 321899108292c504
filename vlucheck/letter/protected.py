"""Lines, sentences and people → the words that are names, which the spelling check must leave alone."""

import re
from collections.abc import Iterable, Iterator, Sequence

from vlucheck.letter.head import all_capitals
from vlucheck.letter.model import Line, Part, Person, Sentence, fold
from vlucheck.letter.names import UPPER
from vlucheck.letter.wordlists import OFFICE_WORDS

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’ʼ-](?=[^\W\d_]))*")
_OPENING = re.compile(r"[.!?:\"“‘'(]\s*$")
_NEAR = 20
_ENTITIES = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP", "PRODUCT", "EVENT"})
_WHOLE_LINES = (Part.LETTERHEAD, Part.ADDRESS, Part.SIGNATURE)


def find_names(lines: Iterable[Line], sentences: Sequence[Sentence], people: Iterable[Person]) -> frozenset[str]:
    """Return every word that is likely part of a person's, place's or organisation's name, as it is written."""
    words = {word for person in people for mention in person.mentions for word in _capitalised(mention.text)}
    words |= {word for line in lines if line.part in _WHOLE_LINES for word in _capitalised(line.text)}
    words |= {word for sentence in sentences for word in _in_sentence(sentence)}
    return frozenset(word for word in words if not _is_slip(word))


def _in_sentence(sentence: Sentence) -> Iterator[str]:
    for entity in sentence.parse.ents:
        if entity.label_ in _ENTITIES and (entity.start > 0 or len(entity) > 1):
            yield from _capitalised(entity.text)
    if all_capitals(sentence.text.split()):
        return
    for match in list(_WORD.finditer(sentence.text))[1:]:
        opens = _OPENING.search(sentence.text, max(0, match.start() - _NEAR), match.start())
        if match[0][0] in UPPER and not opens:
            yield from _capitalised(match[0])


def _capitalised(text: str) -> Iterator[str]:
    """The words with a capital, and the halves of double-barrelled ones."""
    for match in _WORD.finditer(text):
        word = match[0]
        for piece in {word, *re.split("-", word), re.sub(r"['’]s$", "", word)}:
            if piece and (piece[0] in UPPER or piece != piece.lower()):
                yield piece


def _is_slip(word: str) -> bool:
    folded = fold(word)
    return len(folded) > 4 and folded not in OFFICE_WORDS and any(_near(folded, office) for office in OFFICE_WORDS)


def _near(one: str, other: str) -> bool:
    """One letter more, fewer or different, or two neighbours swapped."""
    if abs(len(one) - len(other)) > 1 or len(other) < 5:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest_one, rest_other = one[start:], other[start:]
    swapped = rest_one[:2] == rest_other[:2][::-1] and rest_one[2:] == rest_other[2:]
    return swapped or rest_one[1:] == rest_other or rest_one == rest_other[1:] or rest_one[1:] == rest_other[1:]
