"""What the tests of checks share: a letter as the judges of elements read it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.elements.reading import Reading, questions_of, read_letter
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def read(parser: "Language", knowledge: Knowledge, rulebook: Rulebook) -> Callable[..., Reading]:
    """A body, or a whole letter that begins with its head, and a type → what it says; it is dated 5 March 2026."""
    questions = questions_of(rulebook)

    def reading(text: str, kind: str = "complaint-stage-1") -> Reading:
        return read_letter(letter_from(letter_text(text), parser, knowledge, kind), questions)

    return reading
