"""The rules folder → a Rulebook. The only place that knows where the folder is."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from vlucheck.errors import BadRule
from vlucheck.rulebook.build import build_rule
from vlucheck.rulebook.fields import Fields
from vlucheck.rulebook.folder import CONCEPTS, Folder, read_folder
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.needs import need_rows
from vlucheck.rulebook.yamlfile import YamlFile
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
    its rules and tables are added to ours and replace those with the same id or name. Raises BadRule with file and
    line, for the user's rules also where they would do nothing, or something nobody wants.
    """
    return _assemble(read_folder(rules_folder())) if extra is None else _with_theirs(extra)


def _with_theirs(extra: Path) -> Rulebook:
    # What proves a user's rules knows letters, and takes as long to import as our rules take to read.
    from vlucheck.rulebook.proof import prove
    from vlucheck.rulebook.wordings import refuse_bad_lists

    theirs, own = read_folder(extra), read_folder(rules_folder())
    ours = _assemble(own)
    if "elements" in theirs.tables:
        _refuse_gaps(theirs, own)
        rulebook = _assemble(theirs, tuple(theirs.rules))
    else:
        _refuse_strangers(theirs, own)
        rulebook = _assemble(_joined(own, theirs), tuple(theirs.rules))
    for file in theirs.tables.values():
        _refuse_other_table(file, theirs, own)
    for name, file in theirs.tables.items():
        if name.startswith(CONCEPTS):
            refuse_bad_lists(file, rulebook.concepts)
    for name, file in theirs.rules.items():
        prove(file, rulebook.rules_by_id()[name], rulebook, ours)
    return rulebook


def _joined(own: Folder, theirs: Folder) -> Folder:
    digest = hashlib.sha256((own.digest + theirs.digest).encode()).hexdigest()
    rules, tables = {**own.rules, **theirs.rules}, {**own.tables, **theirs.tables}
    return Folder(own.path, rules, tables, {**own.words, **theirs.words}, digest)


def _assemble(folder: Folder, users: tuple[str, ...] = ()) -> Rulebook:
    if "elements" not in folder.tables:
        raise BadRule(f"{folder.path}: elements.yaml is missing")
    tables = {name: file for name, file in folder.tables.items() if not name.startswith(CONCEPTS)}
    return Rulebook(
        folder=folder.path,
        rules=_unique(folder.rules.values()),
        concepts=_concepts(file for name, file in folder.tables.items() if name.startswith(CONCEPTS)),
        needs=need_rows(folder.tables["elements"]),
        tables={name: file.data for name, file in tables.items()},
        words=folder.words,
        digest=folder.digest,
        models=_models(folder.path),
        users=users,
    )


def _models(folder: Path) -> Path:
    """A whole rule set of the user's may bring models of its own."""
    own = folder / "models"
    return own if own.is_dir() else rules_folder() / "models"


def _refuse_strangers(theirs: Folder, own: Folder) -> None:
    """A file that is neither a rule nor one of our tables would be ignored; its author has to hear of it."""
    if not (theirs.rules or theirs.tables or theirs.words):
        raise BadRule(f"{theirs.path}: there is no rule file (.yaml) in this folder")
    for name, file in theirs.tables.items():
        if name not in own.tables and not name.startswith(CONCEPTS):
            file.fail('a rule needs a "kind", such as "kind: avoid"; and there is no table of this name to replace')
    for name in theirs.words:
        if name not in own.words:
            raise BadRule(
                f"{theirs.path}: the list of words {name}.txt would do nothing: words that are right are given with "
                f"--words; only {', '.join(sorted(own.words))} can be replaced here"
            )


def _refuse_gaps(theirs: Folder, own: Folder) -> None:
    """A whole rule set needs every table that the program reads, and a rule for every element."""
    for name in own.tables:
        if name not in theirs.tables and not name.startswith(CONCEPTS):
            raise BadRule(
                f"{theirs.path}: {name}.yaml is missing: a folder with an elements.yaml is a whole rule set; "
                "take elements.yaml out to add your rules to vlucheck's"
            )


def _refuse_other_table(file: YamlFile, theirs: Folder, own: Folder) -> None:
    from vlucheck.rulebook.replaced import refuse_other_shape

    name = next(name for name, each in theirs.tables.items() if each is file)
    if name in own.tables and not name.startswith(CONCEPTS):
        refuse_other_shape(file, file.data, own.tables[name].data)


def _unique(files: Iterable[YamlFile]) -> tuple[Rule, ...]:
    """The rules, in order of their ids; capitals make no difference between two ids."""
    found: dict[str, Rule] = {}
    for file in files:
        rule = build_rule(file)
        for key, what in ((rule.id, "id"), (rule.name, "name")):
            other = found.get(key.lower())
            if other is not None and other is not rule:
                file.fail(f'"{key}" is taken already by {other.id} in {other.path}: choose another {what}', what)
            found[key.lower()] = rule
    return tuple(sorted({rule.id: rule for rule in found.values()}.values(), key=lambda rule: rule.id))


def _concepts(files: Iterable[YamlFile]) -> Lists:
    concepts: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}
    for file in files:
        fields = Fields(file, file.data)
        for name in file.data:
            if name in concepts:
                file.fail(f'the list "{name}" stands in another file too ({places[name]}): give it another name', name)
            concepts[name], places[name] = fields.texts(name), file.place(name)
    return Lists(concepts)
