"""A real LanguageTool server on this machine, started from a folder and reached by its address.

.ci/languagetool prepares the folder; VLUCHECK_LANGUAGETOOL names it.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from vlucheck.engines import EngineHit, ltserver, open_engine
from vlucheck.engines.languagetool import _answers
from vlucheck.engines.ltserver import LocalServer
from vlucheck.pipeline import check_file as check_letter
from vlucheck.pipeline import check_paths, open_run
from vlucheck.settings import Settings

FOLDER = os.environ.get("VLUCHECK_LANGUAGETOOL")
GOOD = Path(__file__).parents[2] / "samples" / "good" / "vcl-stopped.txt"
TEXT = "😀😀 We recieve the color 😀 and the the file of Mrs Wójcik."
MARKED = {("MORFOLOGIK_RULE_EN_GB", "recieve"), ("MORFOLOGIK_RULE_EN_GB/american", "color")}

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(FOLDER is None, reason="VLUCHECK_LANGUAGETOOL names no folder: run .ci/languagetool"),
]


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[LocalServer]]:
    """Every server that the test starts, in order; none may be left running after it."""
    started: list[LocalServer] = []
    start = LocalServer.start

    def remembered() -> LocalServer:
        started.append(start())
        return started[-1]

    monkeypatch.setenv("LTP_PATH", str(FOLDER))
    monkeypatch.setattr(LocalServer, "start", remembered)
    yield started
    left = [server for server in started if process_of(server).poll() is None]
    for server in left:
        server.stop()
    assert left == []


def process_of(server: LocalServer) -> "subprocess.Popen[bytes]":
    return server._process


def marked(hits: list[EngineHit]) -> set[tuple[str, str]]:
    return {(hit.rule, TEXT[hit.start : hit.end]) for hit in hits}


def test_a_server_from_a_folder_names_places_in_code_points(servers: list[LocalServer]) -> None:
    engine = open_engine("languagetool")
    try:
        found = marked(engine.check(TEXT))
    finally:
        engine.close()
    assert found >= MARKED | {("ENGLISH_WORD_REPEAT_RULE", "the the")}
    assert len(servers) == 1


def test_a_server_that_was_named_finds_the_same_and_goes_on_running(servers: list[LocalServer]) -> None:
    server = LocalServer.start()
    server.wait_until(_answers)
    engine = open_engine("languagetool", server=server.address)
    found = marked(engine.check(TEXT))
    engine.close()
    assert found >= MARKED
    assert process_of(server).poll() is None
    server.stop()


def test_a_batch_of_letters_shares_one_server(servers: list[LocalServer], tmp_path: Path) -> None:
    letters = [tmp_path / f"{name}.txt" for name in ("first", "second", "third")]
    for letter in letters:
        letter.write_text(GOOD.read_text(encoding="utf-8").replace("evidence", "evidense"), encoding="utf-8")
    report = check_paths(letters, Settings(engine="languagetool"))
    sources = [{each.finding.source for each in file.findings} for file in report.files]
    assert len(servers) == 1
    assert all("languagetool:MORFOLOGIK_RULE_EN_GB" in found for found in sources)


def test_a_server_that_dies_in_the_middle_is_said_and_the_letter_is_not_called_checked(
    servers: list[LocalServer],
) -> None:
    with open_run(Settings(engine="languagetool")) as run:
        (before,) = check_letter(GOOD, run, b"")
        process_of(servers[0]).kill()
        process_of(servers[0]).wait()
        (after,) = check_letter(GOOD, run, b"")
    assert before.skipped == ()
    assert [(skip.check, skip.failed) for skip in after.skipped] == [("spelling and grammar", True)]
    assert after.score is not None
    assert after.score.partial
    assert not after.score.ready


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the server's process in /proc")
@pytest.mark.parametrize("end", [signal.SIGINT, None], ids=["Ctrl-C", "its own end"])
def test_no_java_is_left_after_the_end(end: signal.Signals | None, tmp_path: Path) -> None:
    letters = [tmp_path / f"vcl-stopped-{number}.txt" for number in range(30 if end else 1)]
    for letter in letters:
        letter.write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "vlucheck", *map(str, letters), "--engine", "languagetool"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env={**os.environ, "LTP_PATH": str(FOLDER)})
    java = wait_for_java(process.pid)
    if end:
        time.sleep(3)
        process.send_signal(end)
    status = process.wait(timeout=120)
    assert status == 130 if end else status in (0, 1)
    assert not is_running(java)


def wait_for_java(parent: int) -> int:
    """The process number of the server that `parent` has started."""
    deadline = time.monotonic() + ltserver.START_SECONDS
    children = Path(f"/proc/{parent}/task/{parent}/children")
    while time.monotonic() < deadline:
        for child in children.read_text().split():
            if ltserver.JAR in Path(f"/proc/{child}/cmdline").read_text(errors="replace"):
                return int(child)
        time.sleep(0.05)
    raise AssertionError("no server was started")


def is_running(number: int) -> bool:
    state = Path(f"/proc/{number}/stat")
    return state.is_file() and " Z " not in state.read_text()
