"""A YAML or JSON file → nodes: every scalar is kept as it was typed, so that 07KE1940225 and 2026-03-05 stay texts."""

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from vlucheck.accents import joined
from vlucheck.casefiles.node import Node, plain_key
from vlucheck.errors import BadCase
from vlucheck.yamltext import BadYaml, compose, decode

_NOTHING = ("", "~", "null", "Null", "NULL")


def read_nodes(path: Path, data: bytes) -> Node:
    """Return the content of the file. Raises BadCase with file and line for what is no YAML (or JSON) in UTF-8, and
    for what is too large or too deep."""
    try:
        text = joined(decode(data)).text
        tree = compose(_as_yaml(path, text) if path.suffix.lower() == ".json" else text)
    except BadYaml as error:
        raise BadCase(f"{path.name}, line {error.line}: {error}.") from error
    return _node(tree, path) if tree is not None else Node(None, f"{path.name}, line 1")


def _as_yaml(path: Path, text: str) -> str:
    """The text of a JSON file, in which YAML sees the same: tabs stand only between values there."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise BadCase(f"{path.name}, line {error.lineno}: this is not JSON: {error.msg}.") from error
    except RecursionError as error:
        raise BadCase(f"{path.name}: values stand too deep inside one another.") from error
    return text.replace("\t", " ")


def _node(tree: yaml.Node, path: Path) -> Node:
    place = f"{path.name}, line {tree.start_mark.line + 1}"
    if isinstance(tree, yaml.MappingNode):
        return Node(_mapping(tree, path), place)
    if isinstance(tree, yaml.SequenceNode):
        return Node(tuple(_node(each, path) for each in tree.value), place)
    plain = isinstance(tree, yaml.ScalarNode) and not tree.style
    nothing = plain and tree.value in _NOTHING
    return Node(None if nothing else str(tree.value), place)


def _mapping(tree: yaml.MappingNode, path: Path) -> Mapping[str, Node]:
    found: dict[str, Node] = {}
    for name, value in tree.value:
        place = f"{path.name}, line {name.start_mark.line + 1}"
        if not isinstance(name, yaml.ScalarNode):
            raise BadCase(f"{place}: a key must be a word, such as urn.")
        key = plain_key(name.value)
        if key in found:
            raise BadCase(f'{place}: "{name.value}" stands here twice.')
        found[key] = Node(_node(value, path).value, place)
    return found
