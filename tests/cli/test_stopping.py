"""A command that is stopped (Ctrl-C) says so, whenever that happens; the help tells its exit status."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_command_line import ENVIRONMENT, POOR, run, started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("letters")
    (made / "poor.txt").write_text(POOR, encoding="utf-8")
    return made


@pytest.fixture(scope="module", autouse=True)
def heard() -> Iterator[None]:
    """Let what is started here hear Ctrl-C, also where these tests run in the background of a script."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


STOPPED = b"vlucheck: stopped; no report was written.\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a process of ours")
@pytest.mark.parametrize("seconds", [0.05, 0.2, 1, 3])
def test_ctrl_c_ends_with_130_and_one_sentence(folder: Path, seconds: float) -> None:
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", "pass"], env=ENVIRONMENT, check=True)
    python_alone = time.monotonic() - begun  # until then no line of ours has run
    process = started("-", cwd=folder)
    time.sleep(python_alone + seconds)
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (130, b"", STOPPED)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a process of ours")
def test_ctrl_c_in_the_middle_of_a_letter_ends_the_same_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    process = started(*["poor.txt"] * 2, "--format", "markdown", "-o", str(target), cwd=folder)
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors.endswith(STOPPED)) == (130, b"", True)
    assert not target.exists()


LOST = """
import os, signal, sys
from vlucheck.__main__ import main
from vlucheck.stopping import listen
listen()
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    pass
sys.argv = ["vlucheck", "-"]
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a process of ours")
def test_ctrl_c_that_got_lost_on_the_way_still_ends_before_anything_is_read(folder: Path) -> None:
    command = [sys.executable, "-c", LOST]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.wait(timeout=60) == 130  # its input is still open
    assert process.communicate() == (b"", STOPPED)


def test_the_help_tells_every_exit_status(folder: Path) -> None:
    text = " ".join(run("--help", cwd=folder).stdout.decode().split())
    assert all(said in text for said in ("0 every letter", "1 some letter", "2 something", "130 it was stopped"))
