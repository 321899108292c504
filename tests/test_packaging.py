"""The wheel carries the rules, and works in an environment of its own, outside the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_rule_file(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    rules = [path for path in (ROOT / "rules").rglob("*") if path.suffix in (".yaml", ".txt", ".npz")]
    assert {path.suffix for path in rules} == {".yaml", ".txt", ".npz"}
    here = {f"vlucheck/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in rules}
    assert len(here) > 100
    assert here <= inside


def test_the_installed_wheel_checks_a_letter_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    # The libraries are lent by a .pth file, so that the test needs no network; the package itself is the wheel's.
    venv.create(tmp_path / "env", with_pip=False)
    site = next((tmp_path / "env").rglob("site-packages"))
    python = next(path for name in ("bin/python", "Scripts/python.exe") if (path := tmp_path / "env" / name).exists())
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, capture_output=True, check=True)
    lent = [path for path in sys.path if path.endswith("site-packages")]
    (site / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    letter = tmp_path / "letter.docx"
    letter.write_bytes((ROOT / "samples/poor/vcl-stopped.docx").read_bytes())
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    where = [str(python), "-c", "import vlucheck; print(vlucheck.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert str(site) in found
    command = [str(next(python.parent.glob("vlucheck*"))), "letter.docx"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "NOT READY" in done.stdout
