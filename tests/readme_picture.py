"""The program's report on a poor sample → the picture of output in README.md; run it to refresh the picture."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
LETTER = "samples/poor/vcl-stopped.docx"
SHOWN = 5
_PICTURE = re.compile(r"(?<=^```\n)(?:NOT READY|READY).*?(?=^```$)", re.M | re.S)


def picture() -> str:
    """The head of today's report, its first five findings, a line that stands for the rest, and its end."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "vlucheck", LETTER]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    report = done.stdout
    entries = [found.start() for found in re.finditer(r"^ \S.*VLU-\w+$", report, re.M)]
    if done.returncode != 1 or len(entries) <= SHOWN:
        raise ValueError(f"not the report that README shows: {done.stderr}{report}")
    return f"{report[: entries[SHOWN]].rstrip()}\n …\n{report[report.index('Not checked:') :].rstrip()}\n"


def shown() -> str:
    """The picture that stands in README.md."""
    return _PICTURE.findall(README.read_text(encoding="utf-8"))[0]


def refresh() -> None:
    """Put today's picture into README.md."""
    today = picture()
    README.write_text(_PICTURE.sub(lambda _: today, README.read_text(encoding="utf-8"), count=1), encoding="utf-8")


if __name__ == "__main__":
    refresh()
