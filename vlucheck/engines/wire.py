"""What the program and an engine's worker tell each other: values as lines of JSON, whatever characters they hold."""

import json
from collections.abc import Iterable
from dataclasses import astuple

from vlucheck.engines import EngineHit


def packed(value: object) -> bytes:
    """Return the value as one line; half characters pass as they are, and no two of them become one."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def unpacked(line: bytes) -> object:
    """Return the value of the line. Raises ValueError for anything else, such as half a line."""
    value: object = json.loads(line.decode("utf-8", "surrogatepass"))
    return value


def rows_of(hits: Iterable[EngineHit]) -> list[tuple[object, ...]]:
    """Return the hits as something that can be packed."""
    return [astuple(hit) for hit in hits]


def hits_of(rows: object) -> list[EngineHit]:
    """Return the hits of the rows. Raises ValueError or TypeError for what are no rows."""
    if not isinstance(rows, list):
        raise ValueError("no list of hits")
    return [_hit(*fields) for fields in rows]


def _hit(start: int, end: int, rule: str, category: str, message: str, suggestions: Iterable[str]) -> EngineHit:
    return EngineHit(start, end, rule, category, message, tuple(suggestions))
