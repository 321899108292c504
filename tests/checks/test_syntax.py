"""What the check of sentence structure marks, word for word."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.grammar.syntax import Syntax
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("The statement of the two witnesses were read to the court.", ["statement of the two witnesses were read"]),
        ("The statements of the witness were read to the court.", []),
        ("I am sorry for the delay, this was our mistake.", ["delay, this"]),
        ("I am sorry for the delay, and I know that this was our mistake.", []),
        ("We have stopped it. Which is why we write to you.", ["Which is why we write to you."]),
        ("The boxes that he left in the hall is still there.", ["boxes that he left in the hall is"]),
        ("The boxes that he left in the hall are still there.", []),
        ("We will write again. When the court has set a date.", ["When the court has set a date."]),
        ("When the court has set a date, we will write again.", []),
        ("We wrote to you, however you had moved.", ["you, however you"]),
        ("I said that it was late, that the room was full.", []),
        ("If he admits it\tThe court will sentence him.", []),
        ("He was alone in the house The line is open all day.", ["house The"]),
        ("We though about this with care.", []),
        ("Please do just put, it is quicker.", []),
        ('He said "the two of them was there" and left.', []),
    ],
)
def test_it_marks_the_words_that_do_not_fit(
    body: str, marked: list[str], parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    letter = letter_from(letter_text(body), parser, knowledge)
    assert [finding.quote for finding in Syntax.opened(rulebook).run(letter).findings] == marked
