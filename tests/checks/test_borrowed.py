"""What a message takes from the letter, its file or its case is gone from a redacted report, quotes and all."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text
from reports import POOR, placed, report

from vlucheck.checks.residue import Residue
from vlucheck.document import Notice, NoticeKind
from vlucheck.findings import Finding
from vlucheck.letter.knowledge import Knowledge
from vlucheck.reporters import REPORTERS, View
from vlucheck.reporters.redact import redacted
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

SECRET = 'I am "Zebedee" Quillfeather "my sister Xanthe" «Nan»'
NAMES = ("Zebedee", "Quillfeather", "sister", "Xanthe", "Nan")


def shown(found: Finding, form: str) -> str:
    return REPORTERS[form](redacted(report(replace(POOR, findings=(placed(found),)))), View())


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("kind", list(NoticeKind))
def test_what_the_file_has_beside_its_text_is_black(
    rulebook: Rulebook, parser: "Language", knowledge: Knowledge, kind: NoticeKind, form: str
) -> None:
    letter = letter_from(letter_text("We have looked at it."), parser, knowledge)
    document = replace(letter.document, notices=(Notice(kind, SECRET),))
    found = Residue.opened(rulebook).run(replace(letter, document=document)).findings
    assert found
    text = "".join(shown(each, form) for each in found)
    assert not [name for name in NAMES if name in text]


@pytest.mark.parametrize("form", REPORTERS)
def test_what_a_case_file_says_is_black_but_its_place_stays(
    rulebook: Rulebook, parser: "Language", knowledge: Knowledge, form: str
) -> None:
    letter = letter_from(letter_text("We have looked at it."), parser, knowledge)
    rule = next(each for each in rulebook.rules if each.id == "VLU-X101")
    found = marked(rule, letter, letter.sentences[0].span, {"case": SECRET, "place": "case.yaml, line 3"})
    text = shown(found, form)
    assert not [name for name in NAMES if name in text]
    assert "case.yaml, line" in text


def test_words_that_look_like_a_place_of_the_message_are_not_filled_again(
    rulebook: Rulebook, parser: "Language", knowledge: Knowledge
) -> None:
    letter = letter_from(letter_text("We have looked at {other} now."), parser, knowledge)
    rule = replace(next(each for each in rulebook.rules if each.id == "VLU-X101"), message="{match} {other} {unknown}")
    found = marked(rule, letter, letter.sentences[0].span, {"other": "{match}"})
    assert found.message == "We have looked at {other} now. {match} {unknown}"
    assert found.borrowed == ("We have looked at {other} now.", "{match}")
