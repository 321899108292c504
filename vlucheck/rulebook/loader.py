"""The rules folder → a Rulebook. The only place that knows where the folder is."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from vlucheck.errors import BadRule
from vlucheck.findings import Severity, Status
from vlucheck.rulebook.build import build_rule
from vlucheck.rulebook.fields import Fields
from vlucheck.rulebook.model import NeedRow, Rule, Rulebook
from vlucheck.rulebook.yamlfile import YamlFile, read_yaml
from vlucheck.wording import Lists


def rules_folder() -> Path:
    """The folder of the rules that come with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "elements.yaml").is_file():
            return folder
    raise BadRule(f"{package}: the rules that belong to vlucheck are not there; install it again")


def load_rulebook(extra: Path | None = None) -> Rulebook:
    """Return every rule and table.

    `extra` is a folder of the user's: where it holds a whole rule set (with an elements.yaml) it is used alone, else
    its files are added to ours and replace those with the same id or name. Raises BadRule with file and line.
    """
    if extra is not None and not extra.is_dir():
        raise BadRule(f"{extra}: there is no such folder of rules")
    whole = extra is not None and (extra / "elements.yaml").is_file()
    folders = [extra] if extra and whole else [rules_folder(), *([extra] if extra else [])]
    files: dict[str, YamlFile] = {}
    words: dict[str, frozenset[str]] = {}
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".yml", ".txt", ".npz") and path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        read = {_name(folder, path): read_yaml(path) for path in _found(folder, ".yaml", ".yml")}
        if folder is extra and not whole:
            _refuse_strangers(folder, read, files)
        files.update(read)
        words.update({path.stem: _word_list(path) for path in _found(folder, ".txt")})
    return _assemble(folders[0], files, words, digest.hexdigest())


def _assemble(
    folder: Path, files: Mapping[str, YamlFile], words: Mapping[str, frozenset[str]], digest: str
) -> Rulebook:
    rules = _unique(build_rule(file) for name, file in files.items() if _is_rule(name, file))
    other = {name: file for name, file in files.items() if not _is_rule(name, file)}
    tables = {name: file.data for name, file in other.items() if not name.startswith("concepts/")}
    if "elements" not in files:
        raise BadRule(f"{folder}: elements.yaml is missing")
    return Rulebook(
        folder=folder,
        rules=rules,
        concepts=_concepts(file for name, file in files.items() if name.startswith("concepts/")),
        needs=_needs(files["elements"]),
        tables=tables,
        words=words,
        digest=digest,
        models=_models(folder),
    )


def _models(folder: Path) -> Path:
    """A whole rule set of the user's may bring models of its own."""
    own = folder / "models"
    return own if own.is_dir() else rules_folder() / "models"


def _refuse_strangers(folder: Path, read: Mapping[str, YamlFile], ours: Mapping[str, YamlFile]) -> None:
    """A file that is neither a rule nor one of our tables would be ignored; its author has to hear of it."""
    if not read and not _found(folder, ".txt"):
        raise BadRule(f"{folder}: there is no rule file (.yaml) and no list of words (.txt) in this folder")
    for name, file in read.items():
        if not _is_rule(name, file) and name not in ours and not name.startswith("concepts/"):
            file.fail('a rule needs a "kind"; and there is no table of this name that it could replace')


def _is_rule(name: str, file: YamlFile) -> bool:
    return name.startswith("VLU-") or "kind" in file.data


def _found(folder: Path, *suffixes: str) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file())


def _name(folder: Path, path: Path) -> str:
    """Rule files are known by their id wherever they lie, tables by their place."""
    relative = path.relative_to(folder).with_suffix("")
    return path.stem if path.stem.startswith("VLU-") else relative.as_posix()


def _unique(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    found: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        for key in (rule.id, rule.name):
            if key in found:
                raise BadRule(f'{rule.path}, line 1: "{key}" is taken already by {found[key].path}')
            found[key] = rule
    return tuple(found[key] for key in sorted(found) if key == found[key].id)


def _concepts(files: Iterable[YamlFile]) -> Lists:
    concepts: dict[str, tuple[str, ...]] = {}
    for file in files:
        fields = Fields(file, file.data)
        for name in file.data:
            if name in concepts:
                file.fail(f'the list "{name}" stands in another file too', name)
            concepts[name] = fields.texts(name)
    return Lists(concepts)


def _needs(file: YamlFile) -> tuple[NeedRow, ...]:
    fields = Fields(file, file.data)
    types = fields.texts("types")
    rows = fields.mapping("elements")
    fields.mapping("conditions")
    fields.done()
    return tuple(_need_row(file, element, row, types) for element, row in rows.items())


def _need_row(file: YamlFile, element: str, row: object, types: tuple[str, ...]) -> NeedRow:
    fields = Fields(file, row, "elements", element)
    needs = fields.text("needs").split()
    if len(needs) != len(types):
        fields.fail(f"{len(types)} needs are wanted, one a letter type, not {len(needs)}", "needs")
    missing = fields.choice("missing", Severity, Severity.MUST_FIX)
    partly = fields.choice("partly", Severity, Severity.SHOULD_FIX)
    alike = _alike(fields)
    fields.done()
    return NeedRow(element, dict(zip(types, needs, strict=True)), missing, partly, alike)


def _alike(fields: Fields) -> dict[Status, float]:
    """The least shares of `alike: {missing: 0.3, partly: 0.6, met: 0.05}`; a status left out is left as it is."""
    found: dict[Status, float] = {}
    for status, least in fields.mapping("alike").items():
        if status not in (Status.MISSING, Status.PARTLY, Status.MET) or not isinstance(least, int | float):
            fields.fail("give shares from 0 to 1 for missing, partly or met", "alike")
        found[Status(status)] = float(least)
    return found


def _word_list(path: Path) -> frozenset[str]:
    """One word a line; what follows a # is a remark."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRule(f"{path}: this list of words cannot be read; save it as UTF-8 ({error})") from error
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)
