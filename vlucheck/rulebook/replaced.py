"""A table or settings of the user's in the place of ours → the same keys and kinds of values, or file and line.

The code that reads our tables counts on what stands in them; a number where it looks for a list would end in a crash.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from vlucheck.nearest import did_you_mean
from vlucheck.rulebook.yamlfile import YamlFile

_KINDS = ((dict, "keys and values"), (list, "a list"), (str, "a text"), (bool, "true or false"), (date, "a day"))

Values = Mapping[str, object]


def refuse_other_shape(file: YamlFile, theirs: object, ours: object, *key: str | int) -> None:
    """Raise BadRule, with file and line, where their value is not built as ours is. Keys that are all alike (the names
    of a list of names) may be others; keys that each mean something must be the same."""
    if _kind(theirs) != _kind(ours):
        file.fail(f"{_kind(ours)} must stand here, as in the file of vlucheck's that this takes the place of", *key)
    if isinstance(theirs, dict) and isinstance(ours, dict):
        is_open = _is_open(ours, at_top=not key)
        if not is_open:
            _refuse_other_keys(file, theirs, ours, *key)
        whole = _joined(ours.values()) if is_open else None
        for name, value in theirs.items():
            like = ours.get(name, whole)
            if like is not None:
                refuse_other_shape(file, value, like, *key, name)
    elif isinstance(theirs, list) and isinstance(ours, list) and ours:
        for index, value in enumerate(theirs):
            _refuse_other_item(file, value, ours, *key, index)


def _refuse_other_item(file: YamlFile, theirs: object, ours: list[object], *key: str | int) -> None:
    kinds = {_kind(item) for item in ours}
    if _kind(theirs) not in kinds:
        if key in file.typed and "a text" in kinds:
            file.fail(f'"{file.typed[key]}" must stand between quotation marks to be a text here', *key)
        file.fail(f"{' or '.join(sorted(kinds))} must stand here, as in the file of vlucheck's", *key)
    alike = [item for item in ours if _kind(item) == _kind(theirs)]
    if isinstance(theirs, dict):
        known = _joined(alike)
        for name, value in theirs.items():
            if isinstance(known, dict) and name in known:
                refuse_other_shape(file, value, known[name], *key, name)


def _refuse_other_keys(
    file: YamlFile, theirs: Mapping[str, object], ours: Mapping[str, object], *key: str | int
) -> None:
    for name in theirs:
        if name not in ours:
            file.fail(f'"{name}" is not a key here. {did_you_mean(name, ours)}', *key, name)
    for name in ours:
        if name not in theirs:
            file.fail(f'"{name}" is missing here: this file takes the place of vlucheck\'s as a whole', *key)


def _is_open(ours: Values, at_top: bool) -> bool:
    """Whether the keys are names that could be others: there are many, and their values are of one kind; at the top of
    a file, of one text each (a list there is one the program asks for by its name)."""
    kinds = {_kind(value) for value in ours.values()}
    return len(ours) > 12 and len(kinds) == 1 and (not at_top or kinds == {"a text"})


def _joined(values: Iterable[object]) -> object:
    """One value that has whatever the values have; what they have in different kinds is left out."""
    several = list(values)
    if not all(isinstance(value, dict) for value in several):
        return several[0]
    seen: dict[str, list[object]] = {}
    for value in several:
        for name, inner in value.items() if isinstance(value, dict) else ():
            seen.setdefault(name, []).append(inner)
    return {name: inner[0] for name, inner in seen.items() if len({_kind(each) for each in inner}) == 1}


def _kind(value: object) -> str:
    found = next((said for kind, said in _KINDS if isinstance(value, kind)), None)
    return found or ("a number" if isinstance(value, int | float) else "nothing")
