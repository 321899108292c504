"""What the victim is to the reader ("your brother Ifan") against the victim's pronoun in the case file."""

import re
from collections.abc import Iterator

from vlucheck.checks.consistency.clash import Clash
from vlucheck.checks.truth.cast import OWN_WORDS, is_same
from vlucheck.document import Span
from vlucheck.letter.casefile import CaseFile
from vlucheck.letter.model import Letter

_KIN = {
    "son": "he", "stepson": "he", "grandson": "he", "brother": "he", "father": "he", "dad": "he", "husband": "he",
    "nephew": "he", "uncle": "he", "grandfather": "he", "daughter": "she", "stepdaughter": "she", "sister": "she",
    "granddaughter": "she", "mother": "she", "mum": "she", "wife": "she", "niece": "she", "aunt": "she",
    "grandmother": "she",
}  # fmt: skip
_PAIRS = (
    ("son", "daughter"), ("stepson", "stepdaughter"), ("grandson", "granddaughter"), ("brother", "sister"),
    ("father", "mother"), ("dad", "mum"), ("husband", "wife"), ("nephew", "niece"), ("uncle", "aunt"),
    ("grandfather", "grandmother"),
)  # fmt: skip
_OTHER = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_WORD = "|".join(sorted(_KIN, key=len, reverse=True))
_OF_THE_DEAD = re.compile(
    rf"\b(?:death|loss|killing|murder|passing) of your (?:late |dear |beloved |own )*(?P<kin>{_WORD})\b(?!'s)"
)


def wrong_relatives(letter: Letter, case: CaseFile) -> Iterator[Clash]:
    """Yield a word that makes a man of a woman, or the reverse: beside the victim's first name, or where the letter
    speaks of who has died."""
    victim, reader = case.victim, case.reader
    if victim is None or reader is None or victim.pronoun not in ("he", "she") or is_same(victim, reader):
        return
    named = re.compile(
        rf"\byour (?:late |dear |own |little |young )*(?P<kin>{_WORD}),? {re.escape(victim.first.casefold())}\b"
    )
    fill = {"case": f"{victim.name}: {victim.pronoun}", "place": case.place_of("victim")}
    seen: set[int] = set()
    for pattern in (named,) * bool(victim.first) + (_OF_THE_DEAD,):
        for line in letter.part_lines(*OWN_WORDS):
            for found in pattern.finditer(letter.folded, line.span.start, line.span.end):
                kin, start = found["kin"], found.start("kin")
                if _KIN[kin] != victim.pronoun and start not in seen:
                    seen.add(start)
                    yield Clash(Span(start, found.end("kin")), None, fill, (_OTHER[kin],))
