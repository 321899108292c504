"""Every entry of the tables of slips finds its wrong sentences and leaves its right ones."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.grammar.parts import Misfit, misfits_of
from vlucheck.checks.grammar.slips import RealWords, Slip, slips_of
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

SLIPS = [slip for entries in slips_of(load_rulebook()).values() for slip in entries]
MISFITS = [misfit for entries in misfits_of(load_rulebook()).values() for misfit in entries]


def test_there_are_enough_pairs() -> None:
    assert len({(slip.word, slip.meant) for slip in SLIPS}) >= 240


def test_every_entry_has_examples() -> None:
    assert [slip.word for slip in (*SLIPS, *MISFITS) if not slip.wrong or not slip.right] == []


@pytest.mark.parametrize("part", [SLIPS[::2], SLIPS[1::2], MISFITS], ids=["even", "odd", "by place"])
def test_an_entry_finds_its_wrong_sentences_and_leaves_its_right_ones(
    part: list[Slip | Misfit], parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    check = RealWords.opened(rulebook)
    wrong = [(slip, sentence) for slip in part for sentence in slip.wrong]
    right = [(slip, sentence) for slip in part for sentence in slip.right]

    def found(sentences: list[tuple[Slip | Misfit, str]]) -> dict[str, set[str]]:
        body = "\n\n".join(sentence for _, sentence in sentences)
        letter = letter_from(letter_text(body), parser, knowledge)
        said: dict[str, set[str]] = {}
        for finding in check.run(letter).findings:
            sentence = next(each for _, each in sentences if each in _line(letter.text, finding.span))
            said.setdefault(sentence, set()).add(finding.suggestions[0].lower())
        return said

    said = found(wrong)
    assert [(slip.word, s) for slip, s in wrong if slip.meant.lower() not in said.get(s, set())] == []
    assert found(right) == {}


def _line(text: str, span: object) -> str:
    start = getattr(span, "start", 0)
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return text[begin : end if end >= 0 else len(text)]


def test_a_slip_at_the_head_of_a_paragraph_is_no_name(
    parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    letter = letter_from(letter_text("Of you would like to talk, please ring us."), parser, knowledge)
    assert [each.quote for each in RealWords.opened(rulebook).run(letter).findings] == ["Of"]
