"""Words of other languages: phrases that English borrowed are right, accents or not; what is no English is not read."""

import time
import unicodedata
from typing import TYPE_CHECKING

import pytest
from letters import letter_from, letter_text

from vlucheck.checks.grammar import Grammar
from vlucheck.checks.grammar.passages import is_foreign
from vlucheck.engines import open_engine
from vlucheck.findings import Outcome
from vlucheck.letter.knowledge import Knowledge
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

WELSH = (
    "Rwy'n ysgrifennu atoch i roi gwybod ichi fod yr achos wedi dod i ben. Edrychodd yr erlynydd ar y dystiolaeth i "
    "gyd, gan gynnwys eich datganiad chi a'r ffilm o'r siop, a phenderfynodd nad oedd digon ohoni. Mae'n ddrwg gennyf "
    "am hyn. Gallwch ofyn inni edrych ar y penderfyniad eto o fewn deg diwrnod gwaith."
)


@pytest.fixture(params=["harper", "lingotweaker"])
def check(request: pytest.FixtureRequest, rulebook: Rulebook) -> Grammar:
    if request.param == "lingotweaker":
        pytest.importorskip("lt_py", reason="lingotweaker has no wheel for this machine")
    return Grammar.opened(rulebook, open_engine(request.param))


@pytest.fixture
def read(check: Grammar, parser: "Language", knowledge: Knowledge):  # type: ignore[no-untyped-def]
    def outcome(text: str) -> Outcome:
        return check.run(letter_from(letter_text(text), parser, knowledge))

    return outcome


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "phrase",
    [
        "à la carte", "a la carte", "vis-à-vis", "vis a vis", "en route", "fait accompli", "déjà vu", "Deja vu",
        "au fait", "per se", "prima facie", "mens rea", "inter alia", "ex gratia", "in loco parentis", "pro bono",
        "cul-de-sac", "modus operandi", "tête-à-tête", "carte blanche", "bona fide", "coup de grâce", "raison d’être",
        "rigor mortis",
    ],
)  # fmt: skip
def test_a_borrowed_phrase_is_right(read, phrase: str, form: str) -> None:  # type: ignore[no-untyped-def]
    text = unicodedata.normalize(form, f"He spoke of it as {phrase}, and {phrase} it was.")  # type: ignore[arg-type]
    assert read(text).findings == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_accents_are_no_misspellings(read, form: str) -> None:  # type: ignore[no-untyped-def]
    text = "Mr José Núñez and Zoë Brontë met Siân and Françoise at the café near the crèche, with his résumé."
    assert read(unicodedata.normalize(form, text)).findings == ()  # type: ignore[arg-type]


def test_a_word_of_a_phrase_alone_and_a_slip_beside_one_are_found(read) -> None:  # type: ignore[no-untyped-def]
    found = [finding.quote for finding in read("We ate à la carte. I recieve the accompli here.").findings]
    assert "recieve" in found
    assert "carte" not in found


def test_a_paragraph_that_is_not_english_is_not_read_and_that_is_said(read) -> None:  # type: ignore[no-untyped-def]
    outcome = read(f"We have looked at it.\n\n{WELSH}\n\nI recieve it.")
    assert [finding.quote for finding in outcome.findings] == ["recieve"]
    (skipped,) = outcome.skipped
    assert "paragraph 2" in skipped.reason


def test_english_is_never_taken_for_another_language() -> None:
    plain = (
        "Mr Dean Marsh, Mr Paul Dacre, Miss Tara Lowe and Mrs Ann Frost were charged with theft, burglary, robbery, "
    )
    assert not is_foreign(plain * 5)
    assert not is_foreign("We saw them. " * 40 + "That is the way it was, and this is the end of it.")
    assert is_foreign(WELSH)


def test_ten_thousand_words_that_nobody_knows_take_no_minutes(read) -> None:  # type: ignore[no-untyped-def]
    words = " ".join(f"{a}{b}{c}o" for a in "brstvwmnpq" * 5 for b in "aeiou" * 4 for c in "zkxvbnmlds")
    begun = time.monotonic()
    assert read(words).skipped
    assert time.monotonic() - begun < 60
