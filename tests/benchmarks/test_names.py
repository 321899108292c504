"""No engine says anything about a good sentence because of the names in it."""

import pytest
from names import read_names
from slips import findings_by_sentence

from vlucheck.pipeline import open_run
from vlucheck.settings import Settings


@pytest.mark.parametrize("engine", ["embedded", "harper"])
def test_names_of_many_origins_are_left_alone(engine: str) -> None:
    sentences = read_names()
    with open_run(Settings(engine=engine)) as run:
        found = findings_by_sentence(sentences, run)
    assert [(finding.rule, finding.quote) for findings in found for finding in findings] == []
    assert len(sentences) >= 60
