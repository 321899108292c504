"""Makes the letters in samples/ from those in texts/: Word files, and some in other formats by LibreOffice.

Run it as `python tests/samples/make_samples.py`; `--word-only` leaves LibreOffice out. Nothing else writes to
samples/good and samples/poor. With the same versions installed, every run makes the same bytes.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import tempfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from letter_text import plain_text, read_letter
from word_letter import restamp, word_bytes

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "texts"
SAMPLES = HERE.parents[1] / "samples"
QUALITIES = ("good", "poor")
CONVERTED = "vcl-stopped"  # this letter, good and poor, is there in every format
FILTERS = {"odt": "odt", "pdf": "pdf", "rtf": "rtf", "txt": "txt:Text (encoded):UTF8"}
MAILED = "complaint-acknowledgement"
EPOCH = "1767603600"  # 5 January 2026, 9 o'clock: LibreOffice writes it instead of today's date


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the letters in samples/ from the texts.")
    parser.add_argument("--word-only", action="store_true", help="leave LibreOffice out")
    word_only: bool = parser.parse_args().word_only
    for quality in QUALITIES:
        folder = SAMPLES / quality
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted((TEXTS / quality).glob("*.txt")):
            (folder / f"{source.stem}.docx").write_bytes(word_sample(source))
        if not word_only:
            _convert(folder / f"{CONVERTED}.docx")
    (SAMPLES / "good" / f"{MAILED}.eml").write_bytes(mail_sample(TEXTS / "good" / f"{MAILED}.txt"))


def word_sample(source: Path) -> bytes:
    """The Word file of one text."""
    return word_bytes(read_letter(source), source.stem)


def mail_sample(source: Path) -> bytes:
    """The letter as the body of an e-mail, without its letterhead and footer."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Beatrix Lund <beatrix.lund@cps.gov.uk>"
    message["To"] = "Mr Osian Pugh <osian.pugh@example.org>"
    message["Date"] = "Mon, 07 Sep 2026 10:15:00 +0100"
    message["Message-ID"] = "<22LF0291726.1@cps.gov.uk>"
    message["Subject"] = "Private: your complaint about the trial on 26 August, 22LF0291726"
    message.set_content(plain_text(read_letter(source).body), cte="quoted-printable")
    return message.as_bytes()


def _convert(word: Path) -> None:
    """Writes the letter beside the Word file in the other formats."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    with tempfile.TemporaryDirectory() as profile:
        for suffix, filter_name in FILTERS.items():
            command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
            command += ["--convert-to", filter_name, "--outdir", str(word.parent), str(word)]
            subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
            _settle(word.with_suffix(f".{suffix}"))


def _settle(path: Path) -> None:
    """Takes out of a converted file what would differ at the next run; in a PDF no length may change."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        content = re.sub(rb"/CreationDate\(D:\d{14}", b"/CreationDate(D:20260105090000", content)
        content = re.sub(rb"(?:(?<=<)|(?<=DocChecksum /))[0-9A-F]{32}\b", b"0" * 32, content)
        path.write_bytes(content)
    elif path.suffix == ".odt":
        path.write_bytes(restamp(content, _without_save_number))


def _without_save_number(name: str, content: bytes) -> bytes:
    """LibreOffice writes a number drawn at random into the settings at every save."""
    if name != "settings.xml":
        return content
    return re.sub(rb'(config:name="Rsid(?:Root)?"[^>]*>)\d+', rb"\g<1>0", content)


if __name__ == "__main__":
    main()
