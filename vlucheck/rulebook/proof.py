"""A rule of the user's → nothing, or a sentence with file and line on what would fail, or silently do nothing.

Ours need no proof when a letter is checked: the tests give it.
"""

import re
from collections.abc import Iterator

from vlucheck.nearest import did_you_mean, nearest
from vlucheck.rulebook.model import Compare, Limit, Require, Rule, Rulebook
from vlucheck.rulebook.replaced import refuse_other_shape
from vlucheck.rulebook.wordings import refuse_bad_wordings
from vlucheck.rulebook.yamlfile import YamlFile

_PLACE = re.compile(r"\{(\w+)\}")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")


def prove(file: YamlFile, rule: Rule, rulebook: Rulebook, ours: Rulebook) -> None:
    """Raise BadRule, with file and line, for the first thing that is wrong with the rule of this file.

    `rulebook` is the one the rule is used in, `ours` the one that comes with the program.
    """
    _refuse_no_words(file, rule)
    _refuse_unknown_letters(file, rule, rulebook)
    _refuse_bad_places(file, rule, ours)
    _refuse_bad_reference(file, rule, rulebook, ours)
    refuse_bad_wordings(file, rule, rulebook.concepts)


def _refuse_no_words(file: YamlFile, rule: Rule) -> None:
    for key, text in (("message", rule.message), ("why", rule.why)):
        if text and not any(character.isalpha() for character in text):
            file.fail(f'"{key}" cannot be "{text}": write a sentence for the officer', key)


def _refuse_unknown_letters(file: YamlFile, rule: Rule, rulebook: Rulebook) -> None:
    known = list(rulebook.needs[0].needs) if rulebook.needs else []
    for index, letter in enumerate(_listed(file, "letters")):
        if rule.letters and letter not in known:
            file.fail(f'there is no letter type "{letter}". {did_you_mean(letter, known)}', "letters", index)


def _listed(file: YamlFile, key: str) -> list[str]:
    value = file.data.get(key, [])
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _refuse_bad_places(file: YamlFile, rule: Rule, ours: Rulebook) -> None:
    """Where a message has a {name} that nothing is put in for, the officer would read the braces."""
    known = sorted(_places_of(rule, ours))
    allowed = "only " + " and ".join(f"{{{name}}}" for name in known) if known else "nothing"
    for key, text, names in _texts(rule, known):
        for braces in _BRACES.findall(text):
            if braces.strip("{}") not in names or braces != f"{{{braces.strip('{}')}}}":
                what = f"{allowed} can be filled in here" if names else "nothing can be filled in here"
                file.fail(f'"{braces}" is not known: {what}', *key)


def _texts(rule: Rule, known: list[str]) -> Iterator[tuple[tuple[str | int, ...], str, list[str]]]:
    """The texts an officer reads, with their keys and the names that are filled in there."""
    yield ("message",), rule.message, known
    yield ("why",), rule.why, []
    if isinstance(rule.test, Require):
        yield ("missing",), rule.test.missing, []
        yield ("half",), rule.test.half, []
    else:
        yield from ((("instead", index), text, []) for index, text in enumerate(rule.instead))


def _places_of(rule: Rule, ours: Rulebook) -> set[str]:
    alike = [each for each in ours.rules if each.kind == rule.kind and _subject(each) == _subject(rule)]
    filled = {name for each in alike for name in _PLACE.findall(each.message)} if _subject(rule) else set()
    return set() if isinstance(rule.test, Require) else {"match", *filled}


def _subject(rule: Rule) -> str:
    """What in the program the rule speaks for; "" for a rule of wordings, which needs nothing there."""
    if isinstance(rule.test, Compare):
        return f"{rule.test.check} {rule.test.settings.get('notice', '')}".strip()
    if isinstance(rule.test, Limit):
        return rule.test.measure
    return rule.test.element if isinstance(rule.test, Require) else ""


def _refuse_bad_reference(file: YamlFile, rule: Rule, rulebook: Rulebook, ours: Rulebook) -> None:
    """A rule that speaks for something in the program must name what is there, and be the only one to do so."""
    subject = _subject(rule)
    if not subject:
        return
    key = {"compare": "check", "limit": "measure", "require": "element"}.get(rule.kind, "notice")
    known = [_subject(each) for each in ours.rules if each.kind == rule.kind]
    if rule.kind == "require":
        known = [row.element for row in rulebook.needs]
    if subject not in known:
        near = nearest(subject, known)
        offer = f'did you mean "{near}"?' if near else "a new rule is of kind avoid, prefer or order"
        file.fail(f'"{key}" cannot be "{file.data.get(key)}": {offer}', key)
    if isinstance(rule.test, Require) and rule.test.beside and rule.test.beside not in known:
        file.fail(f'"beside" cannot be "{rule.test.beside}". {did_you_mean(rule.test.beside, known)}', "beside")
    same = [each for each in rulebook.rules if each.kind == rule.kind and _subject(each) == subject]
    if len(same) > sum(_subject(each) == subject for each in ours.rules if each.kind == rule.kind):
        other = next(each for each in same if each is not rule)
        file.fail(f"{other.id} in {other.path} does this already: call yours {other.id} to take its place", key)
    mine = ours.rules_by_id().get(rule.id)
    if isinstance(rule.test, Compare) and mine and isinstance(mine.test, Compare):
        refuse_other_shape(file, dict(rule.test.settings), dict(mine.test.settings), "settings")
