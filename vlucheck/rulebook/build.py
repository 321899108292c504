"""A rule file's values → a Rule; every key is known, every mistake has its file and line."""

import re
from collections.abc import Mapping
from math import isfinite
from pathlib import Path

from vlucheck.document import NoticeKind
from vlucheck.findings import Category, Confidence, Severity
from vlucheck.nearest import did_you_mean
from vlucheck.rulebook.fields import Fields
from vlucheck.rulebook.model import (
    EXAMPLES,
    Avoid,
    Compare,
    Examples,
    Limit,
    Order,
    Prefer,
    Require,
    Rule,
    Test,
    Wording,
)
from vlucheck.rulebook.yamlfile import YamlFile

PLACES = (
    "body",
    "letter",
    "heading",
    "greeting",
    "subject",
    "sign-off",
    "signature",
    "address",
    "letterhead",
    "private heading",
    "reference",
    "enclosures",
    "first sentence",
    "first paragraph",
    "last paragraph",
    "head",
    "foot",
)
MOST_SENTENCES = 20
_NAME = re.compile(r"[A-Za-z][\w.-]*")


def build_rule(file: YamlFile) -> Rule:
    """Return the rule in the file. Raises BadRule with file and line."""
    fields = Fields(file, file.data)
    kind = fields.text("kind")
    if kind not in _TESTS:
        fields.fail(f'"{kind}" is not a kind of rule. {did_you_mean(kind, _TESTS)}', "kind")
    rule = Rule(
        id=fields.text("id"),
        name=fields.text("name"),
        kind=kind,
        category=fields.choice("category", Category),
        severity=fields.choice("severity", Severity),
        confidence=fields.choice("confidence", Confidence, "high"),
        message=fields.text("message", "" if kind == "require" else None),
        why=fields.text("why", ""),
        test=_TESTS[kind](file, fields),
        examples=_examples(file, fields, kind),
        letters=_letters(fields),
        instead=fields.texts("instead"),
        source=fields.text("source", ""),
        since=fields.text("since", ""),
        path=file.path,
    )
    fields.done()
    for key, text in (("id", rule.id), ("name", rule.name)):
        if not _NAME.fullmatch(text):
            fields.fail(f'"{key}" cannot be "{text}": begin with a letter, and join words with hyphens', key)
    if file.path.stem != rule.id:
        fields.fail(f"the file must be called {rule.id}.yaml, after its id", "id")
    return rule


def build_wordings(path: Path, table: Mapping[str, object]) -> dict[str, tuple[Wording, ...]]:
    """Return the wordings of a table of lists ("name: [wording, …]"). Raises BadRule that names file and entry."""
    file = YamlFile(path, table, {})
    fields = Fields(file, table)
    return {name: _wordings(file, fields, name) for name in table}


def _letters(fields: Fields) -> frozenset[str]:
    named = fields.texts("letters")
    return frozenset() if named in ((), ("all",)) else frozenset(named)


def _examples(file: YamlFile, fields: Fields, kind: str) -> Examples:
    inner = Fields(file, fields.mapping("examples"), "examples")
    bad, good, met, partly, missing, near = (inner.texts(name) for name in EXAMPLES)
    examples = Examples(bad, good, met, partly, missing, near, inner.mapping("case"))
    inner.done()
    if kind == "require":
        if not examples.met or len(examples.missing) < 2:
            fields.fail("an element needs at least one example that is met and two that are missing", "examples")
    elif kind != "notice" and (not examples.bad or len(examples.good) < 2):
        fields.fail("a rule needs at least one bad and two good examples", "examples")
    return examples


def _wording(file: YamlFile, data: object, *key: str | int) -> Wording:
    """A way of saying something: a plain text is one phrase, else a mapping."""
    if isinstance(data, str):
        return Wording(phrases=(data,))
    fields = Fields(file, data, *key)
    wording = _take_wording(fields)
    fields.done()
    return wording


def _take_wording(fields: Fields, where: str = "body", needed: bool = True) -> Wording:
    place = fields.text("where", where)
    if place not in PLACES:
        fields.fail(f'"{place}" is not a place in a letter. {did_you_mean(place, PLACES)}', "where")
    wording = Wording(
        phrases=fields.texts("phrases"),
        patterns=fields.texts("patterns"),
        tokens=tuple(_token_pattern(fields, item) for item in fields.items("tokens")),
        has=fields.texts("has"),
        unless=fields.texts("unless"),
        within=fields.number("within", 1, MOST_SENTENCES),
        where=place,
    )
    if needed and not (wording.phrases or wording.patterns or wording.tokens or wording.has):
        fields.fail_missing("phrases", "phrases are wanted here, or patterns, tokens, has: what is looked for")
    return wording


def _token_pattern(fields: Fields, data: object) -> tuple[Mapping[str, object], ...]:
    if not isinstance(data, list) or not all(isinstance(token, dict) for token in data):
        fields.fail("each of tokens must be a list such as [{LEMMA: claim}, {POS: VERB}]", "tokens")
    return tuple(data)


def _wordings(file: YamlFile, fields: Fields, name: str) -> tuple[Wording, ...]:
    return tuple(_wording(file, item, name, index) for index, item in enumerate(fields.items(name)))


def _avoid(file: YamlFile, fields: Fields) -> Test:
    return Avoid(_take_wording(fields), fields.flag("quoted"), fields.flag("accused"))


def _prefer(file: YamlFile, fields: Fields) -> Test:
    inner = Fields(file, fields.mapping("swaps"), "swaps")
    swaps = {name: inner.texts(name) for name in fields.mapping("swaps")}
    wording = _take_wording(fields, needed=False)
    if not swaps or wording.phrases:
        fields.fail("a prefer rule has swaps: (wording: better wording) and no phrases")
    return Prefer(swaps, wording, fields.flag("quoted"))


def _require(file: YamlFile, fields: Fields) -> Test:
    return Require(
        element=fields.text("element"),
        title=fields.text("title"),
        met=_wordings(file, fields, "met"),
        partly=_wordings(file, fields, "partly"),
        unless=_wordings(file, fields, "unless"),
        missing=fields.text("missing"),
        half=fields.text("half", ""),
        near=_wordings(file, fields, "near"),
        beside=fields.text("beside", ""),
    )


def _order(file: YamlFile, fields: Fields) -> Test:
    first, then = fields.mapping("first"), fields.mapping("then")
    return Order(_wording(file, first, "first"), _wording(file, then, "then"))


def _limit(file: YamlFile, fields: Fields) -> Test:
    inner = Fields(file, fields.mapping("steps"), "steps")
    steps = [(_figure(inner, severity), Severity(severity)) for severity in Severity if inner.has(severity)]
    inner.done()
    return Limit(fields.text("measure"), tuple(sorted(steps, reverse=True)))


def _figure(fields: Fields, name: str) -> float:
    try:
        figure = float(fields.text(name))
    except ValueError:
        fields.fail(f'"{name}" must be a number', name)
    return figure if isfinite(figure) else fields.fail(f'"{name}" must be a number', name)


def _compare(file: YamlFile, fields: Fields) -> Test:
    return Compare(fields.text("check"), fields.mapping("settings"))


def _notice(file: YamlFile, fields: Fields) -> Test:
    """What a reader can notice in a file beside its text; no example in words can show it."""
    return Compare("notice", {"notice": fields.choice("notice", NoticeKind).value})


_TESTS = {
    "avoid": _avoid,
    "prefer": _prefer,
    "require": _require,
    "order": _order,
    "limit": _limit,
    "compare": _compare,
    "notice": _notice,
}
