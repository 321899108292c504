"""The folder the embedded engine runs on: built once, whole, and without a change to the findings."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vlucheck.engines import overlay

lt_py: Any = pytest.importorskip("lt_py", reason="lingotweaker has no wheel for this machine")
source_package: Any = pytest.importorskip("lingotweaker_data_en")
SOURCE = Path(source_package.DATA_DIR)

FAULTY = """Dear Mrs Okafor

I recieved you're letter on Tuesday 3 March 2026. The defendant was charge with assault and the the case
were heard in the Crown Court. Their is no color footage. We should of wrote to you. It effected you're life.
He did not told the police, and its a shame that neither of the witness's come. A apple fell.

I am sorry for the delay and i will do all that I can. We looked in to it; weather that helps I cannot say.
"""
STYLE = {"STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "TON_ACADEMIC", "REPETITIONS_STYLE", "WIKIPEDIA", "CREATIVE_WRITING"}


def findings(folder: Path) -> list[tuple[object, ...]]:
    engine = lt_py.Engine("en-GB", variant="en-GB", data_dir=str(folder))
    return [
        (hit["offset"], hit["length"], hit["rule_id"], hit["message"], tuple(hit["suggestions"]))
        for hit in engine.check(FAULTY)
        if hit["category_id"] not in STYLE
    ]


def test_findings_are_those_of_the_whole_data(tmp_path: Path) -> None:
    lean = findings(overlay.british_data(SOURCE, tmp_path))
    assert len(lean) > 10
    assert lean == findings(SOURCE)


def test_folder_is_built_once_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    folder = overlay.british_data(SOURCE, tmp_path)
    built = folder.stat().st_mtime_ns
    assert overlay.british_data(SOURCE, tmp_path) == folder
    assert folder.stat().st_mtime_ns == built
    assert list(tmp_path.iterdir()) == [folder]


def test_folder_is_small(tmp_path: Path) -> None:
    folder = overlay.british_data(SOURCE, tmp_path)
    own = sum(f.lstat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink())
    assert own < 8_000_000


def test_damaged_folder_is_built_again(tmp_path: Path) -> None:
    folder = overlay.british_data(SOURCE, tmp_path)
    (folder / "en/rules/grammar.xml").unlink()
    assert overlay.british_data(SOURCE, tmp_path) == folder
    assert (folder / "en/rules/grammar.xml").is_file()
    assert list(tmp_path.iterdir()) == [folder]


def test_another_place_of_the_data_has_another_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.symlink_to(SOURCE)
    assert overlay._key(elsewhere) == overlay._key(SOURCE)
    assert overlay._key(tmp_path) != overlay._key(SOURCE)


def test_cache_that_is_a_file_falls_back_to_the_data_itself(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert overlay.british_data(SOURCE, blocked) == SOURCE


def test_disk_that_fills_up_falls_back_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "write_text", fail)
    assert overlay.british_data(SOURCE, tmp_path) == SOURCE
    assert list(tmp_path.iterdir()) == []


def test_files_are_copied_where_links_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    folder = overlay.british_data(SOURCE, tmp_path)
    assert folder != SOURCE
    assert not any(file.is_symlink() for file in folder.rglob("*"))
    assert findings(folder) == findings(SOURCE)


def test_several_processes_at_once_end_with_one_whole_folder(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from lingotweaker_data_en import DATA_DIR; "
        "from vlucheck.engines.overlay import british_data; "
        "print(british_data(Path(DATA_DIR), Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate(timeout=60)[0].strip() for process in started}
    (folder,) = tmp_path.iterdir()
    assert said == {str(folder)}
    assert findings(folder) == findings(SOURCE)
