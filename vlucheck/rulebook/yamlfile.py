"""A YAML file → plain values that remember their lines, so that every mistake in it can be pointed at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import yaml
from yaml.constructor import SafeConstructor

from vlucheck.errors import BadRule
from vlucheck.yamltext import BadYaml, compose, decode

MAX_BYTES = 2_000_000
Key = tuple[str | int, ...]
_TEXT = "tag:yaml.org,2002:str"
_OURS = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content of a file and the line (from 1) of each key path. `typed`: numbers, days, yes and no as they were
    typed, for places where a text is wanted."""

    path: Path
    data: Mapping[str, object]
    lines: Mapping[Key, int]
    typed: Mapping[Key, str] = field(default_factory=lambda: MappingProxyType({}))

    def fail(self, text: str, *key: str | int) -> NoReturn:
        """Raise BadRule that names the file and the line of the key (or of the nearest key above it)."""
        raise BadRule(f"{self.place(*key)}: {text}")

    def place(self, *key: str | int) -> str:
        """The file and the line of the key, or of the nearest key above it."""
        while key and key not in self.lines:
            key = key[:-1]
        return f"{self.path}, line {self.lines.get(key, 1)}"


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file whose top is a mapping. Raises BadRule with file and line for anything else."""
    try:
        top = compose(decode(_content_of(path)))
    except BadYaml as error:
        raise BadRule(f"{path}, line {error.line}: {error}") from error
    if top is not None and not isinstance(top, yaml.MappingNode):
        raise BadRule(f"{path}, line 1: the file must hold keys and values, such as 'id: VLU-T001'")
    making = _Making(path, {}, {})
    return YamlFile(path, making.mapping(top, ()) if top else {}, making.lines, making.typed)


def _content_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadRule(f"{path}: a rule file of more than {MAX_BYTES // 1_000_000} MB cannot be right")
        return path.read_bytes()
    except OSError as error:
        raise BadRule(f"{path}: this file cannot be opened ({error.strerror})") from error


@dataclass(frozen=True, slots=True)
class _Making:
    """The values of one file in the making: nodes become values, and leave their lines behind."""

    path: Path
    lines: dict[Key, int]
    typed: dict[Key, str]

    def mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, object]:
        """The keys, each a text as it was typed, with their values. Raises BadRule for a key that stands twice."""
        made: dict[str, object] = {}
        for name, value in node.value:
            place = f"{self.path}, line {name.start_mark.line + 1}"
            if not isinstance(name, yaml.ScalarNode):
                raise BadRule(f"{place}: a key must be a word; a text that begins with a bracket wants quotation marks")
            if name.value in made:
                raise BadRule(f'{place}: "{name.value}" stands here twice')
            self.lines[*key, name.value] = name.start_mark.line + 1
            made[name.value] = self._value(value, (*key, name.value))
        return made

    def _value(self, node: yaml.Node, key: Key) -> object:
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            for index, each in enumerate(node.value):
                self.lines[*key, index] = each.start_mark.line + 1
            return [self._value(each, (*key, index)) for index, each in enumerate(node.value)]
        return node.value if node.tag == _TEXT else self._other(node, key)

    def _other(self, node: yaml.Node, key: Key) -> object:
        """A number, a day, yes, no, or nothing."""
        place = f"{self.path}, line {node.start_mark.line + 1}"
        if not node.tag.startswith(_OURS):
            raise BadRule(f"{place}: a text that begins with ! must stand between quotation marks")
        try:
            value: object = SafeConstructor().construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            raise BadRule(f'{place}: "{node.value}" cannot be read: put it between quotation marks') from error
        if value is not None:
            self.typed[key] = node.value
        return value
