"""What the check says about the end of a paragraph and about brackets."""

from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.punctuation import Punctuation
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("You can tell us about any point that you are unhappy with", ["are unhappy with"]),
        ("You can tell us about any point that you are unhappy with.", []),
        ("You can write to us about it by e-mail at liaison@example.org", []),
        ("I am in on weekdays. I will gladly answer any question,", ["answer any question,"]),
        ("You can write to me at any time;", ["at any time;"]),
        ("If there is anything else, please ring me", ["please ring me"]),
        ("I would be glad to talk. My number is 020 7946 0733", ["020 7946 0733"]),
        ("If this is not clear, please ring 01632 960866 and ask for me", ["ask for me"]),
        ("Telephone: 01632 960417", []),
        ("Harborough Victim Care, 01632 960417", []),
        ("As to your first point,\n\n- the film was read;\n\n- nobody was named.", []),
        ("If you want to add something", []),
        ("You can ring us (Monday to Friday, 9am to 5pm. We will be glad to help.", ["(Monday to Friday, 9am"]),
        ("You can ring me (on weekdays. We will be glad to help.", ["(on weekdays."]),
        ("The judge said so in open court). That is why we wrote to you.", ["so in open court)."]),
        ("You say:\n\n- that it was late;\n\n- that he was never asked;\n\nI agree with you.", ["was never asked;"]),
        ("You say:\n\n- that it was late;\n\n- that he was never asked.\n\nI agree with you.", []),
        ("You say:\n\n- that it was late;\n\n- that he was never asked;\n\nand I agree with you.", []),
        ("Two questions were asked: a) was it his car and b) was he driving it.", []),
    ],
)
def test_a_paragraph_ends_with_a_full_stop_and_a_bracket_has_its_partner(
    body: str, quotes: list[str], parser: "Language", knowledge: Knowledge, rulebook: Rulebook
) -> None:
    letter = letter_from(letter_text(body), parser, knowledge)
    assert [finding.quote for finding in Punctuation.opened(rulebook).run(letter).findings] == quotes
