"""The data folder the embedded engine runs on: British, and lean.

lingotweaker's own data becomes a folder of links in the user's cache: the British word list takes
the place of the American one, the style rules are left out, and the rule files lose the examples
that nobody reads at run time. That saves a tenth of the start (0.13 s); the findings stay the same
(a test compares them), so the engine runs on the whole data wherever this folder cannot be built.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

RECIPE = "1"  # raise it when this module makes another folder out of the same data
PACKAGES = ("lingotweaker", "lingotweaker-data-en")

LEFT_OUT = frozenset({"messages", "en/rules/style.xml", "en/rules/en-GB/style.xml"})
IN_ITS_PLACE = {
    "en/hunspell/en_US.dict": "en/hunspell/en_GB.dict",
    "en/hunspell/en_US.info": "en/hunspell/en_GB.info",
    "en/hunspell/spelling_en-US.txt": "en/hunspell/spelling_en-GB.txt",
}
SLIMMED = frozenset({"en/rules/grammar.xml", "en/rules/en-GB/grammar.xml"})
OPENED_UP = frozenset({"en", "en/hunspell", "en/rules", "en/rules/en-GB"})  # other folders are linked whole
EXAMPLES = re.compile(r"<example\b[^>]*?(?:/>|>.*?</example>)|<!--.*?-->", re.DOTALL)


def british_data(source: Path, cache: Path | None = None) -> Path:
    """Return the folder to run on, built in the cache if it is not there yet.

    Where nothing can be written it is `source` itself: a little slower, with the same findings.
    Two processes may build at once: each works in a folder of its own and the first to finish wins.
    """
    try:
        home = cache if cache is not None else _user_cache()
        home.mkdir(parents=True, exist_ok=True)
        folder = home / _key(source)
        if not _is_whole(folder, source):
            _build_beside(folder, source)
    except (OSError, PackageNotFoundError):
        return source
    return folder if _is_whole(folder, source) else source


def _user_cache() -> Path:
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("vlucheck"))


def _key(source: Path) -> str:
    """Return a folder name that changes with the packages, their place and this recipe."""
    parts = [f"{package}={version(package)}" for package in PACKAGES]
    identity = "\n".join([RECIPE, str(source.resolve()), *parts])
    return "lingotweaker-" + hashlib.sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _is_whole(folder: Path, source: Path) -> bool:
    """Return whether every file of the recipe is there and every link leads somewhere."""
    return folder.is_dir() and all((folder / name).exists() for name, _ in _plan(source))


def _build_beside(folder: Path, source: Path) -> None:
    """Build in a temporary folder next to `folder`, then give it its name in one step."""
    scratch = Path(tempfile.mkdtemp(prefix=".building-", dir=folder.parent))
    try:
        new = scratch / "new"
        for name, original in _plan(source):
            _place(name, original, new)
        if folder.exists():
            _move_aside(folder, source, scratch / "old")
        _rename_unless_taken(new, folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _plan(source: Path) -> list[tuple[str, Path]]:
    """Return the name of each thing in the new folder and the original it comes from."""
    plan: list[tuple[str, Path]] = []
    for parent in ("", *sorted(OPENED_UP)):
        for original in sorted((source / parent).iterdir()):
            name = original.relative_to(source).as_posix()
            if name not in LEFT_OUT | OPENED_UP:
                plan.append((name, source / IN_ITS_PLACE.get(name, name)))
    return plan


def _place(name: str, original: Path, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if name in SLIMMED:
        text = original.read_text(encoding="utf-8")
        target.write_text(EXAMPLES.sub("", text), encoding="utf-8")
    else:
        _link(original, target)


def _link(original: Path, target: Path) -> None:
    """Link where the file system can, copy where it cannot."""
    try:
        target.symlink_to(original.resolve(), target_is_directory=original.is_dir())
    except OSError:
        if original.is_dir():
            shutil.copytree(original, target)
        else:
            shutil.copyfile(original, target)


def _move_aside(folder: Path, source: Path, old: Path) -> None:
    """Take a damaged folder away, unless another process has mended it meanwhile."""
    if not _is_whole(folder, source):
        folder.rename(old)


def _rename_unless_taken(new: Path, folder: Path) -> None:
    try:
        new.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
