"""One mapping of a rule file → its values, each of the right kind, or a sentence with file and line."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NoReturn, TypeVar

from vlucheck.nearest import did_you_mean, nearest
from vlucheck.rulebook.yamlfile import YamlFile

T = TypeVar("T", bound=StrEnum)
_SLIP = 0.8  # a key one slip away from another; "id" and "kind" are less alike
_QUOTED = "put a text with a colon between quotation marks"


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
        """The text under the key; without a default the key must be there, and not be empty."""
        text = self._as_text(self._take(name, default), name)
        if text is None:
            self.fail(f'"{name}" must be a text; {_QUOTED}', name)
        if default is None and not text.strip():
            self.fail(f'"{name}" is empty: write something after it', name)
        return text

    def flag(self, name: str, default: bool = False) -> bool:
        """The yes or no under the key."""
        value = self._take(name, default)
        return value if isinstance(value, bool) else self.fail(f'"{name}" must be true or false', name)

    def number(self, name: str, default: int, most: int) -> int:
        """The whole number under the key, from 1 to `most`."""
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            self.fail(f'"{name}" must be a whole number from 1 to {most}', name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts under the key; a single text is a list of one, no key an empty list."""
        value = self._take(name, [])
        if not isinstance(value, list):
            text = self._as_text(value, name)
            return (text,) if text else self.fail(f'"{name}" must be a list of texts', name)
        return tuple(self._entry(item, name, index) for index, item in enumerate(value))

    def items(self, name: str) -> list[object]:
        """The list under the key, empty without it."""
        value = self._take(name, [])
        return value if isinstance(value, list) else self.fail(f'"{name}" must be a list', name)

    def mapping(self, name: str) -> dict[str, object]:
        """The mapping under the key, empty without it."""
        value = self._take(name, {})
        return value if isinstance(value, dict) else self.fail(f'"{name}" must hold keys and values', name)

    def choice(self, name: str, kind: type[T], default: str | None = None) -> T:
        """The value of an enumeration under the key."""
        text = self.text(name, default)
        known = [str(each) for each in kind]
        if text not in known:
            self.fail(f'"{name}" cannot be "{text}": choose one of {", ".join(known)}', name)
        return kind(text)

    def has(self, name: str) -> bool:
        """Whether the key is there."""
        return name in self._data

    def done(self) -> None:
        """Raise BadRule if there are keys that nobody asked for."""
        for name in self._unknown():
            self.fail(f'"{name}" is not a key of this kind of file. {did_you_mean(name, sorted(self._taken))}', name)

    def fail(self, text: str, *key: str | int) -> NoReturn:
        """Raise BadRule at a key of this mapping."""
        self._file.fail(text, *self._key, *key)

    def fail_missing(self, name: str, text: str) -> NoReturn:
        """Raise BadRule with the text; where a key stands that looks like the missing one, point there instead."""
        mistyped = nearest(name, self._unknown(), _SLIP)
        if mistyped:
            self.fail(f'"{mistyped}" is not a key of this kind of file: did you mean "{name}"?', mistyped)
        self.fail(text)

    def _as_text(self, value: object, *key: str | int) -> str | None:
        """A number, a day, yes and no are texts as they were typed: 007 stays 007."""
        if isinstance(value, str):
            return value
        plain = str(value) if isinstance(value, int | float) else None
        return self._file.typed.get((*self._key, *key), plain)

    def _entry(self, value: object, name: str, index: int) -> str:
        text = self._as_text(value, name, index)
        if text is None:
            self.fail(f'"{name}" must be a list of texts; {_QUOTED}', name, index)
        return (
            text if text.strip() else self.fail(f'"{name}" has an empty text: fill it in or take it out', name, index)
        )

    def _unknown(self) -> Iterator[str]:
        return (name for name in self._data if name not in self._taken)

    def _take(self, name: str, default: object) -> object:
        self._taken.add(name)
        if name in self._data:
            return self._data[name]
        return default if default is not None else self.fail_missing(name, f'"{name}" is missing: add it')
