"""Date, reference, reader and greeting are read from letters in layouts that no template has."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from letters import letter_from

from vlucheck.letter.knowledge import Knowledge

if TYPE_CHECKING:
    from spacy.language import Language

LAYOUTS: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("layouts.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_head_of_the_letter_is_read(name: str, parser: "Language", knowledge: Knowledge) -> None:
    wanted = LAYOUTS[name]
    letter = letter_from(wanted["text"], parser, knowledge, None)
    assert letter.date == wanted["date"]
    assert [reference.text for reference in letter.references][:1] == [wanted["reference"]]
    assert (letter.recipient and letter.recipient.name) == wanted["recipient"]
    assert (letter.salutation and letter.salutation.text.strip()) == wanted["salutation"]
