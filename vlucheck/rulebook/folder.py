"""A folder of rules → the files in it: rules by id, tables by their place, lists of words; no two under one name."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from vlucheck.errors import BadRule, seen
from vlucheck.rulebook.yamlfile import YamlFile, read_yaml
from vlucheck.yamltext import BadYaml, decode

_YAML, _WORDS, _MODEL = (".yaml", ".yml"), (".txt",), (".npz",)
CONCEPTS = "concepts/"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of rules holds. `digest` is the SHA-256 of the names and bytes of all its files."""

    path: Path
    rules: Mapping[str, YamlFile]
    tables: Mapping[str, YamlFile]
    words: Mapping[str, frozenset[str]]
    digest: str


def read_folder(folder: Path) -> Folder:
    """Return the files of the folder and of the folders in it; hidden ones are left out.

    Raises BadRule for a file that cannot be read, and where two would be known by the same name.
    """
    if not seen(folder.is_dir):
        raise BadRule(f"{folder}: there is no such folder of rules")
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path.relative_to(folder)))
    files = [read_yaml(path) for path in paths if path.suffix.lower() in _YAML]
    lists = [path for path in paths if path.suffix.lower() in _WORDS]
    return Folder(
        path=folder,
        rules=_by_name((file.path.stem, file.path, file) for file in files if is_rule(file)),
        tables=_by_name((_place(folder, file.path), file.path, file) for file in files if not is_rule(file)),
        words=_by_name((path.stem, path, _word_list(path)) for path in lists),
        digest=_digest(folder, paths),
    )


def is_rule(file: YamlFile) -> bool:
    """Whether the file is a rule (and not a table)."""
    return file.path.stem.startswith("VLU-") or "kind" in file.data


def _is_hidden(relative: Path) -> bool:
    """A folder or file that some program keeps beside the rules (".git")."""
    return any(part.startswith(".") for part in relative.parts)


def _place(folder: Path, path: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _by_name(named: Iterator[tuple[str, Path, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    paths: dict[str, Path] = {}
    for name, path, content in named:
        if name in found:
            raise BadRule(f'{path}: "{name}" is there already, in {paths[name]}: give one of them another name')
        found[name], paths[name] = content, path
    return found


def _word_list(path: Path) -> frozenset[str]:
    """One word a line; what follows a # is a remark."""
    if Path(path.stem).suffix.lower() in _YAML:
        raise BadRule(f"{path}: a rule file must end in .yaml and not in .txt: rename it to {path.stem}")
    try:
        text = decode(path.read_bytes())
    except BadYaml as error:
        raise BadRule(f"{path}, line {error.line}: this list of words cannot be read: {error}") from error
    except OSError as error:
        raise BadRule(f"{path}: this list of words cannot be opened ({error.strerror})") from error
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)


def _digest(folder: Path, paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.suffix.lower() in (*_YAML, *_WORDS, *_MODEL):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
