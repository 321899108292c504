"""An engine in a process of its own: what breaks there is said in one sentence, and nothing of it is left behind."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from vlucheck import pipeline
from vlucheck.engines import apart, open_engine
from vlucheck.engines.apart import EngineApart
from vlucheck.engines.harper import HarperEngine
from vlucheck.errors import EngineUnavailable, WrongUsage
from vlucheck.settings import Settings

HIT = [0, 2, "RULE", "TYPOS", "Wrong.", ["We"]]
ANSWERING = f"""
import json, sys
print("null", flush=True)
for line in sys.stdin:
    if "the end" in line:
        sys.exit("The letter said: the end")
    print(json.dumps([] if "nothing" in line else {[HIT]}), flush=True)
"""


def started(code: str) -> EngineApart:
    return EngineApart("harper", [sys.executable, "-c", code])


def process_of(engine: EngineApart) -> "subprocess.Popen[bytes]":
    return engine._worker._process


def test_one_process_serves_every_letter() -> None:
    engine = started(ANSWERING)
    first = process_of(engine).pid
    (hit,) = engine.check("We")
    assert (hit.rule, hit.suggestions) == ("RULE", ("We",))
    assert engine.check("nothing") == []
    assert process_of(engine).pid == first
    engine.close()


def test_a_process_that_dies_over_a_letter_says_nothing_of_it_and_the_next_letter_gets_another(
    capfd: pytest.CaptureFixture[str],
) -> None:
    engine = started(ANSWERING)
    with pytest.raises(EngineUnavailable) as raised:
        engine.check("This is the end.")
    assert str(raised.value) == "The grammar engine harper stopped in the middle of this letter."
    assert [hit.rule for hit in engine.check("We")] == ["RULE"]
    engine.close()
    assert capfd.readouterr() == ("", "")


def test_a_process_that_is_killed_between_two_letters_is_replaced() -> None:
    engine = started(ANSWERING)
    engine.wait()
    before = engine.check("nothing")
    process_of(engine).kill()
    process_of(engine).wait()
    assert engine.check("nothing") == before


def test_a_process_that_is_killed_before_it_is_ready_is_started_once_more() -> None:
    engine = started(ANSWERING)
    process_of(engine).kill()
    process_of(engine).wait()
    engine.wait()
    assert process_of(engine).poll() is None
    engine.close()


@pytest.mark.parametrize("answer", ["{}", "5", "null", '"half', "[[1, 2]]", "[5]", ""])
def test_an_answer_that_is_none_is_not_taken_for_a_clean_letter(answer: str) -> None:
    engine = started(f"print('null', flush=True); input(); print({answer!r}, flush=True); input()")
    with pytest.raises(EngineUnavailable, match="stopped in the middle"):
        engine.check("We")


def test_closing_ends_the_process_whatever_it_does_and_may_be_done_twice() -> None:
    engine = started("import time; time.sleep(60)")
    engine.close()
    engine.close()
    assert process_of(engine).poll() is not None


def test_an_engine_that_nobody_closes_ends_when_it_is_forgotten() -> None:
    engine = started(ANSWERING)
    process = process_of(engine)
    del engine
    assert process.poll() is not None


def test_the_process_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    mark = tmp_path / "ended"
    worker = f"import sys, pathlib; print('null', flush=True); sys.stdin.read(); pathlib.Path({str(mark)!r}).touch()"
    program = (
        "import os, signal, sys\nfrom vlucheck.engines.apart import EngineApart\n"
        f"engine = EngineApart('harper', [sys.executable, '-c', {worker!r}])\nengine.wait()\n"
        "os.kill(os.getpid(), signal.SIGTERM)"
    )
    subprocess.run([sys.executable, "-c", program], check=False)
    for _ in range(200):
        if mark.exists():
            break
        time.sleep(0.05)
    assert mark.exists()


def test_what_a_worker_gives_as_its_reason_is_the_error() -> None:
    engine = started("print('\"It is not installed.\"')")
    with pytest.raises(EngineUnavailable, match=r"^It is not installed\.$"):
        engine.wait()


def test_a_worker_that_crashes_at_once_gives_its_last_line_as_the_reason(capfd: pytest.CaptureFixture[str]) -> None:
    engine = started("import sys; sys.stderr.write('x' * 1_000_000); sys.exit('\\nno libgomp here\\n')")
    with pytest.raises(EngineUnavailable, match=r"harper does not start \(no libgomp here\)\. .*--engine none"):
        engine.wait()
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_ends_without_a_word_is_an_error_too() -> None:
    with pytest.raises(EngineUnavailable, match="it ends at once"):
        started("").wait()


@pytest.mark.parametrize("where", ["", "/nowhere/python"])
def test_where_no_other_python_can_be_started_the_engine_works_inside(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", where)
    assert isinstance(open_engine("harper"), HarperEngine)


def test_in_a_frozen_program_the_engine_works_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert apart.open_apart("harper") is None


def test_a_run_that_cannot_be_opened_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = started(ANSWERING)
    monkeypatch.setattr(pipeline, "open_engine", lambda name, server: engine)
    with pytest.raises(WrongUsage), pipeline.open_run(Settings(letter_type="love-letter")):
        pass
    assert process_of(engine).poll() is not None
