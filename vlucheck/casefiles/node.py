"""A value of a case file with the place it stands in: what YAML, JSON, CSV and Excel become before they are judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from vlucheck.errors import BadCase


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list, keys with values, or nothing (None). `place` is "case.yaml, line 3"."""

    value: "str | tuple[Node, ...] | Mapping[str, Node] | None"
    place: str

    def fail(self, text: str) -> NoReturn:
        """Raise BadCase with the place and what is wrong there."""
        raise BadCase(f"{self.place}: {text}")


def plain_key(key: str) -> str:
    """The key without regard to case, spaces and hyphens: "Decision date" is decision_date."""
    return "_".join(key.replace("-", " ").replace("_", " ").casefold().split())
