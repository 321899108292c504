"""A YAML file → plain values that remember their lines, so that every mistake in it can be pointed at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml

from vlucheck.errors import BadRule

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Key = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content of a file and the line (from 1) of each key path."""

    path: Path
    data: Mapping[str, object]
    lines: Mapping[Key, int]

    def fail(self, text: str, *key: str | int) -> NoReturn:
        """Raise BadRule that names the file and the line of the key (or of the nearest key above it)."""
        while key and key not in self.lines:
            key = key[:-1]
        raise BadRule(f"{self.path}, line {self.lines.get(key, 1)}: {text}")


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file whose top is a mapping. Raises BadRule with file and line for anything else."""
    try:
        text = path.read_text(encoding="utf-8")
        loader = _Loader(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadRule(f"{path}: cannot be read as a rule file in UTF-8 ({error})") from error
    try:
        node = loader.get_single_node()
        lines: dict[Key, int] = {}
        _note_lines(node, (), lines, path)
        data = loader.construct_document(node) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadRule(f"{path}, line {line}: this is not YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise BadRule(f"{path}: this is not YAML: {error}") from error
    except RecursionError as error:
        raise BadRule(f"{path}: something in this file contains itself") from error
    finally:
        loader.dispose()
    if not isinstance(data, dict):
        raise BadRule(f"{path}, line 1: the file must hold keys and values, such as 'id: VLU-T001'")
    return YamlFile(path, data, lines)


def _note_lines(node: yaml.Node | None, key: Key, lines: dict[Key, int], path: Path) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            if name.value in seen:
                raise BadRule(f'{path}, line {name.start_mark.line + 1}: "{name.value}" stands here twice')
            seen.add(name.value)
            lines[*key, name.value] = name.start_mark.line + 1
            _note_lines(value, (*key, name.value), lines, path)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[*key, index] = value.start_mark.line + 1
            _note_lines(value, (*key, index), lines, path)


class Fields:
    """The keys of one mapping, taken one by one; `done` refuses those nobody asked for.

    Its lifetime is the reading of one mapping: it remembers which keys were taken.
    """

    def __init__(self, file: YamlFile, data: object, *key: str | int) -> None:
        if not isinstance(data, dict):
            file.fail("keys and values are wanted here", *key)
        self._file, self._data, self._key = file, data, key
        self._taken: set[str] = set()

    def text(self, name: str, default: str | None = None) -> str:
        """The text under the key; without a default the key must be there."""
        value = self._take(name, default)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        return value if isinstance(value, str) else self.fail(f'"{name}" must be a text', name)

    def flag(self, name: str, default: bool = False) -> bool:
        """The yes or no under the key."""
        value = self._take(name, default)
        return value if isinstance(value, bool) else self.fail(f'"{name}" must be true or false', name)

    def number(self, name: str, default: int | None = None) -> int:
        """The whole number under the key."""
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(f'"{name}" must be a whole number', name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts under the key; a single text is a list of one, no key an empty list."""
        value = self._take(name, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, (str, int, float)) for item in value):
            self.fail(f'"{name}" must be a list of texts', name)
        return tuple(str(item) for item in value)

    def items(self, name: str) -> list[object]:
        """The list under the key, empty without it."""
        value = self._take(name, [])
        return value if isinstance(value, list) else self.fail(f'"{name}" must be a list', name)

    def mapping(self, name: str) -> dict[str, object]:
        """The mapping under the key, empty without it."""
        value = self._take(name, {})
        return value if isinstance(value, dict) else self.fail(f'"{name}" must hold keys and values', name)

    def choice(self, name: str, kind: Callable[[str], T], default: str | None = None) -> T:
        """The value of an enumeration under the key."""
        text = self.text(name, default)
        try:
            return kind(text)
        except ValueError:
            self.fail(f'"{name}" cannot be "{text}"', name)

    def has(self, name: str) -> bool:
        """Whether the key is there."""
        return name in self._data

    def done(self) -> None:
        """Raise BadRule if there are keys that nobody asked for."""
        for name in self._unknown():
            self.fail(f'"{name}" is not a key of this kind of file', name)

    def fail(self, text: str, *key: str | int) -> NoReturn:
        """Raise BadRule at a key of this mapping."""
        self._file.fail(text, *self._key, *key)

    def _unknown(self) -> Iterator[str]:
        return (str(name) for name in self._data if name not in self._taken)

    def _take(self, name: str, default: object) -> object:
        self._taken.add(name)
        if name not in self._data:
            return default if default is not None else self.fail(f'"{name}" is missing')
        return self._data[name]
