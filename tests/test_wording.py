"""Phrases as a letter expert writes them."""

import re

import pytest

from vlucheck.phrases import BadPhrase, Phrases, _words_of, compile_source
from vlucheck.wording import compile_phrases, read_pattern, read_phrase

CONCEPTS = {
    "you-can": ("you (can|may)", "you (have|had) the right to", "you are entitled to"),
    "us": ("us", "the (cps|crown prosecution service)"),
    "ask-us": ("ask {us}",),
    "loop": ("a {loop}",),
}


def compiled(phrase: str) -> re.Pattern[str]:
    return compile_source(read_phrase(phrase, CONCEPTS).source)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("if you (feel|felt) [that]", "sorry if you feel that it was late", "if you feel that"),
        ("if you (feel|felt) [that]", "sorry if you felt it was late", "if you felt"),
        ("apologis*", "we apologised for it", "apologised"),
        ("apolog(y|ies)", "our apologies here", "apologies"),
        ("colo[u]r", "the color", "color"),
        ("you ... review", "you might like to ask for a review of it", "you might like to ask for a review"),
        ("{you-can} {ask-us} to", "you, are entitled to ask the cps to", "you, are entitled to ask the cps to"),
        ("[please] do not hesitate", "so please do not hesitate", "please do not hesitate"),
        ("[please] do not hesitate", "do not hesitate", "do not hesitate"),
        ("in due course", "in due\n  course", "in due\n  course"),
        ("^apologies for", '"apologies for the delay', '"apologies for'),
        ("but ... cannot$", "a pane can, but her rose cannot.", "but her rose cannot"),
    ],
)
def test_a_phrase_finds_its_wordings(phrase: str, text: str, found: str) -> None:
    hit = compiled(phrase).search(text)
    assert hit is not None
    assert hit[0] == found


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("you", "you're here"),
        ("form", "the reform"),
        ("form", "a pro-form"),
        ("you ... review", "you " + "word " * 20 + "review"),
        ("if you feel", "if you feeling"),
        ("^apologies for", "my apologies for the delay"),
        ("but ... cannot$", "but it cannot be done."),
    ],
)
def test_a_phrase_matches_whole_words_and_near_ones_only(phrase: str, text: str) -> None:
    assert compiled(phrase).search(text) is None


@pytest.mark.parametrize("phrase", ["a (b", "a) b", "[a", "{nothing}", "", "{loop}", "(^a|b)", "a$ b", "^^a", "^", "$"])
def test_a_phrase_that_cannot_be_read_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        compiled(phrase)


def test_any_of_several_phrases_is_found() -> None:
    pattern = compile_phrases(["a b", "c"], {})
    assert [hit[0] for hit in pattern.finditer("a b and c")] == ["a b", "c"]


def test_a_raw_pattern_may_name_a_concept() -> None:
    found = Phrases([read_pattern(r"{us}\s*\d+", CONCEPTS)]).search("the cps 12")
    assert found is not None
    assert found[0] == "the cps 12"


ANCHORED = (
    "re*ed the case",
    "*ing",
    "(ask for|seek)ing",
    "apolog(y|ies)",
    "[very] co-ordinat* ... {you-can}",
    "£5 (note|coin)",
)


@pytest.mark.parametrize("phrase", ANCHORED)
@pytest.mark.parametrize(
    "text",
    [
        "we reopened the case",
        "nothing happened",
        "seeking and ask foring",
        "our apologies",
        "co-ordinated so that you may",
        "a £5 note",
        "",
    ],
)
def test_a_phrase_that_waits_for_its_words_finds_what_it_would_find_at_once(phrase: str, text: str) -> None:
    at_once = compiled(phrase)
    waiting = Phrases([read_phrase(phrase, CONCEPTS)])
    assert [m.span() for m in waiting.finditer(text)] == [m.span() for m in at_once.finditer(text)]
    assert bool(waiting.search(text)) is bool(at_once.search(text))


def test_several_phrases_give_the_leftmost_and_no_overlap() -> None:
    phrases = Phrases(read_phrase(each, {}) for each in ("the trial date", "trial", "on the trial"))
    assert [m[0] for m in phrases.finditer("on the trial date of the trial")] == ["on the trial", "trial"]
    found = phrases.search("the trial date")
    assert found is not None
    assert found[0] == "the trial date"


def test_a_raw_pattern_that_cannot_be_read_is_refused_at_once() -> None:
    with pytest.raises(BadPhrase):
        Phrases([read_pattern("(never closed", {})])
    with pytest.raises(BadPhrase):
        Phrases([])


@pytest.mark.parametrize(
    ("phrase", "far"),
    [
        ("in the matter of", "for that matter"),
        ("(ask for|request) a review", "we reviewed your request"),
        ("{you-can} ask us", "you can tell us"),
        ("apolog(y|ies) for", "we apologise"),
    ],
)
def test_a_text_that_lacks_any_needed_word_is_not_near_a_phrase(phrase: str, far: str) -> None:
    assert not read_phrase(phrase, CONCEPTS).near(_words_of(far))
