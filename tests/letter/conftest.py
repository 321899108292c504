"""What the tests of the letter layer share: letters made from text."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from vlucheck.document import Document, Piece, assemble
from vlucheck.letter import Knowledge, Letter, understand


@pytest.fixture(scope="session")
def read(parser: Language, knowledge: Knowledge) -> Callable[[str | Document], Letter]:
    def read_letter(source: str | Document) -> Letter:
        return understand(document_of(source) if isinstance(source, str) else source, parser, knowledge)

    return read_letter


def document_of(text: str) -> Document:
    """A text file as the text reader gives it: one block for each group of lines."""
    return assemble("letter.txt", "text", [Piece(piece.strip("\n")) for piece in re.split(r"\n\s*\n", text)])
