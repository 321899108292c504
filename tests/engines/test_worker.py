"""The process that an embedded engine works in: every text comes and goes unharmed, nothing else is said."""

import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vlucheck.engines import Engine, open_inside
from vlucheck.engines.apart import EngineApart, open_apart
from vlucheck.engines.overlay import british_data
from vlucheck.engines.wire import packed, unpacked
from vlucheck.errors import EngineUnavailable

NAME = "lingotweaker" if importlib.util.find_spec("lt_py") else "harper"
ODD_TEXTS = {
    "nothing": "",
    "several lines": "We recieve it.\r\nThey recieve it.\u2028We recieve it.\x85\n\n",
    "nul": "We\0 recieve it.",
    "emoji": "😀 “So” 👨\u200d👩\u200d👧 Ste\u0301phane’s aunt will recieve it.",
    "half characters": "\ud83d We recieve it. \udc00",
    "two halves": "\ud83d\ude00 We recieve it.",
    "quotation marks": '"We" \\ recieve {it}.',
    "long": "We recieve the letter of your aunt. " * 300,
}


@pytest.fixture(scope="module")
def worker() -> Iterator[EngineApart]:
    engine = open_apart(NAME)
    assert engine is not None
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def inside() -> Engine:
    return open_inside(NAME)


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_the_hits_are_those_of_the_engine_inside(text: str, worker: EngineApart, inside: Engine) -> None:
    hits = worker.check(text)
    assert hits == inside.check(text)
    assert bool(hits) == bool(text)


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_a_text_is_one_line_on_its_way_and_comes_back_as_it_was(text: str) -> None:
    line = packed(text)
    assert line.count(b"\n") == 1
    assert unpacked(line) == text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a process of ours")
def test_ctrl_c_is_left_to_the_program(worker: EngineApart) -> None:
    worker.wait()
    worker._worker._process.send_signal(signal.SIGINT)
    assert worker.check("We recieve it.")


def test_it_ends_with_its_input() -> None:
    command = [sys.executable, "-m", "vlucheck.engines.worker", "harper"]
    done = subprocess.run(command, input=packed("We recieve it."), capture_output=True, check=True)
    ready, answer = map(unpacked, done.stdout.splitlines(keepends=True))
    assert ready is None
    assert "receive" in str(answer)
    assert done.stderr == b""


def test_what_an_engine_prints_is_no_answer() -> None:
    code = (
        "import os\nfrom vlucheck.engines import worker\nanswers = worker._own_output()\n"
        "os.write(1, b'noise'); print('noise', flush=True)\nworker._say(answers, 5)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"5\n"
    assert done.stderr.count(b"noise") == 2


def test_it_loads_nothing_that_it_does_not_need() -> None:
    code = "import sys, vlucheck.engines.worker; print({'spacy', 'numpy', 'typer', 'rich', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_files_beside_the_letter_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "signal.py").write_text("raise SystemExit('a stranger')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    engine = open_apart("harper")
    assert engine is not None
    assert engine.check("We recieve it.")
    engine.close()


def test_damaged_data_are_said_to_be_damaged(tmp_path: Path) -> None:
    pytest.importorskip("lt_py", reason="lingotweaker has no wheel for this machine")
    source = Path(__import__("lingotweaker_data_en").DATA_DIR)
    (british_data(source, tmp_path) / "en/rules/grammar.xml").write_text("<rules", encoding="utf-8")
    engine = open_apart("lingotweaker", tmp_path)
    assert engine is not None
    with pytest.raises(EngineUnavailable, match="cannot read its data"):
        engine.wait()
