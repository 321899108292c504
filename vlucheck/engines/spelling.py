"""Tells a spelling that is right in America from one that is wrong everywhere.

The engines report both under one rule; LanguageTool's message says the difference for most words.
"""

from __future__ import annotations

import re

AMERICAN = "/american"
SPELLING_RULES = frozenset({"MORFOLOGIK_RULE_EN_GB", "SpellCheck"})
BRITISH_FORMS = (
    (re.compile(r"l(?=(?:ed|ing|er|ers|or|ors)$)"), "ll"),  # canceled
    (re.compile(r"(?<=[a-z]{3})or(?=$|s$|ed$|ing$|hood|ly$|able$|ite)"), "our"),  # favor
    (re.compile(r"^(cent|epicent|theat|met|\w+met|lit|fib|calib|somb|spect)er(?=s?$)"), r"\1re"),
    (re.compile(r"^(off|def|pret|lic)ense(?=s?$)"), r"\1ence"),  # offense
    (re.compile(r"^(fulfi|enro|insta|insti|disti|ski|wi)ll(?=(?:ful|fully|ment|ments|s)?$)"), r"\1l"),
    (re.compile(r"yz(?=e|ing)"), "ys"),  # analyze
    (re.compile(r"^gray(?=$|s$|ed$|ing$)"), "grey"),
)


def with_variety(rule: str, message: str, word: str, suggestions: tuple[str, ...]) -> str:
    """Return the rule id, with "/american" behind it for "color" and for "canceled"."""
    if rule not in SPELLING_RULES:
        return rule
    american = "American English" in message or _is_american(word.lower(), suggestions[:1])
    return rule + AMERICAN if american else rule


def _is_american(word: str, suggestions: tuple[str, ...]) -> bool:
    british = {form.sub(instead, word) for form, instead in BRITISH_FORMS} - {word}
    return any(suggestion.lower() in british for suggestion in suggestions)
