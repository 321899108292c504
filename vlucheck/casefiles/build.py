"""Nodes → a CaseFile; every key is known and every value of the right kind, or one sentence says where it is not."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from vlucheck.casefiles.node import Node, plain_key
from vlucheck.casefiles.people import person_of
from vlucheck.letter.casefile import CaseFile, CasePerson, Decision
from vlucheck.letter.dates import find_dates
from vlucheck.letter.references import URN
from vlucheck.nearest import did_you_mean

KEYS = (
    "victim",
    "recipient",
    "defendants",
    "urn",
    "offences",
    "decision",
    "decision_date",
    "letter_date",
    "enhanced",
    "withdrew",
    "complaint_with_request",
    "issues",
    "type",
    "file",
)
_SAME = {"defendant": "defendants", "offence": "offences", "issue": "issues", "letter_type": "type", "reference": "urn"}
_PERSON_KEYS = ("title", "first", "last", "pronoun")
_PRONOUNS = {"he": "he", "him": "he", "she": "she", "her": "she", "they": "they", "them": "they", "it": "it"}
_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")


def build_case(node: Node) -> CaseFile:
    """Return the case. Raises BadCase, with file and line, for a key nobody knows or a value of the wrong kind."""
    values = _known(_mapping(node, "a case"), KEYS, "a case file")
    one = {key: value for key, value in values.items() if value.value not in (None, "", ())}
    if not one:
        node.fail(f"there is nothing about a case here. Known are {', '.join(KEYS)}.")
    return CaseFile(
        victim=_person(one.get("victim")),
        recipient=_person(one.get("recipient")),
        defendants=_defendants(one.get("defendants")),
        urn=_urn(one.get("urn")),
        offences=_texts(one.get("offences"), "offences"),
        decision=_decision(one.get("decision")),
        decision_date=_date(one.get("decision_date"), "decision_date"),
        letter_date=_date(one.get("letter_date"), "letter_date"),
        enhanced=_flag(one.get("enhanced"), "enhanced"),
        withdrew=_flag(one.get("withdrew"), "withdrew"),
        complaint_with_request=_flag(one.get("complaint_with_request"), "complaint_with_request"),
        issues=_texts(one.get("issues"), "issues"),
        letter_type=_text(one.get("type"), "type").casefold(),
        file=_text(one.get("file"), "file"),
        place=node.place,
        places=MappingProxyType({key: value.place for key, value in one.items()}),
    )


def _mapping(node: Node, what: str) -> Mapping[str, Node]:
    if not isinstance(node.value, Mapping):
        node.fail(f"{what} must be given by keys and values, such as urn: 12NY1111325.")
    return node.value


def _known(values: Mapping[str, Node], keys: tuple[str, ...], what: str) -> dict[str, Node]:
    """The values under the keys' full names. Raises BadCase for a key that is not known, or given twice."""
    found: dict[str, Node] = {}
    for name, value in values.items():
        key = _SAME.get(name, name) if name not in keys else name
        if key not in keys:
            value.fail(f'"{name}" is not a key of {what}. {did_you_mean(name, keys)}')
        if key in found:
            value.fail(f'"{key}" stands here twice.')
        found[key] = value
    return found


def _person(node: Node | None) -> CasePerson | None:
    if node is None:
        return None
    if isinstance(node.value, str):
        return _from_text(node)
    if isinstance(node.value, tuple):
        node.fail("one person is wanted here, with the keys title, first, last, pronoun.")
    return _from_keys(node, "a person")


def _from_text(node: Node) -> CasePerson:
    person = person_of(_text(node, "name"))
    return person if person.name else node.fail("a person must have a name.")


def _from_keys(node: Node, what: str) -> CasePerson:
    values = _known(_mapping(node, what), ("name", *_PERSON_KEYS), what)
    name = person_of(_text(values.get("name"), "name")) if "name" in values else CasePerson()
    title, first, last = (_text(values.get(key), key) or getattr(name, key) for key in _PERSON_KEYS[:3])
    if not (first or last):
        node.fail(f"{what} must have a name.")
    return CasePerson(title.rstrip("."), first, last, _pronoun(values.get("pronoun")) or name.pronoun)


def _defendants(node: Node | None) -> tuple[CasePerson, ...]:
    if node is None:
        return ()
    several = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(
        _from_text(each) if isinstance(each.value, str) else _from_keys(each, "a defendant") for each in several
    )


def _pronoun(node: Node | None) -> str:
    text = _text(node, "pronoun")
    known = _PRONOUNS.get(text.casefold().split("/")[0].strip()) if text else ""
    if known is None and node is not None:
        node.fail(f'"pronoun" cannot be "{text}": write he, she, they or it.')
    return known or ""


def _urn(node: Node | None) -> str:
    text = _text(node, "urn")
    if node is not None and not URN.fullmatch(text.upper()):
        node.fail(f'"urn" cannot be "{text}": a reference looks like 12NY1111325 or 42MZ1139323/1.')
    return text.upper()


def _decision(node: Node | None) -> Decision | None:
    if node is None:
        return None
    text = plain_key(_text(node, "decision")).replace("_", " ")
    if text not in list(Decision):
        node.fail(f'"decision" cannot be "{text}". {did_you_mean(text, list(Decision))}')
    return Decision(text)


def _date(node: Node | None, key: str) -> date | None:
    if node is None:
        return None
    text = _text(node, key)
    found = find_dates(text, None)
    whole = len(found) == 1 and found[0].year_given and len(text) == found[0].span.end - found[0].span.start
    if not whole or found[0].date is None:
        node.fail(f'"{key}" is not a day of the calendar: "{text}". Write it as 2026-03-05 or 5 March 2026.')
    if found[0].weekday and found[0].weekday != f"{found[0].date:%A}":
        node.fail(f'"{key}" names the wrong weekday: {text} is a {found[0].date:%A}.')
    return found[0].date


def _flag(node: Node | None, key: str) -> bool | None:
    if node is None:
        return None
    text = _text(node, key).casefold()
    if text not in (*_YES, *_NO):
        node.fail(f'"{key}" cannot be "{text}": write yes or no.')
    return text in _YES


def _text(node: Node | None, key: str) -> str:
    if node is None or node.value is None:
        return ""
    if not isinstance(node.value, str):
        node.fail(f'"{key}" must be one text.')
    return " ".join(node.value.split())


def _texts(node: Node | None, key: str) -> tuple[str, ...]:
    if node is None:
        return ()
    several = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(text for each in several if (text := _text(each, key)))
