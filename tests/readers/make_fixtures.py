"""fixtures/source.fodt → the same letter in the formats that LibreOffice writes, and as text and e-mail, beside it.

Run `python tests/readers/make_fixtures.py` after changing the source, and commit what comes out. Needs LibreOffice,
and extract-msg for the Outlook message.
"""

import struct
import subprocess
import sys
import tempfile
from email.message import EmailMessage
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
TARGETS = (
    "docx:MS Word 2007 XML",
    "odt:writer8",
    "rtf:Rich Text Format",
    "pdf:writer_pdf_Export",
    "html:HTML (StarWriter)",
)


def main() -> int:
    """Make every file anew; returns 0, or raises CalledProcessError when LibreOffice fails."""
    for target in TARGETS:
        _convert(target)
    text = _text()
    (FIXTURES / "letter.txt").write_text(text, encoding="utf-8")
    (FIXTURES / "letter.md").write_text(text.replace("• ", "- "), encoding="utf-8")
    (FIXTURES / "letter.eml").write_bytes(_mail(text, (FIXTURES / "letter.html").read_text(encoding="utf-8")))
    _write_outlook(text)
    _write_forwarded(text)
    return 0


def _convert(target: str) -> None:
    """Convert the source; it is copied first because LibreOffice names its output after its input."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "letter.fodt"
        source.write_bytes((FIXTURES / "source.fodt").read_bytes())
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", target, "--outdir", str(FIXTURES), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def _text() -> str:
    """The letter as it would be typed into a mail: from the blocks of the Word file, address lines together."""
    from vlucheck.document import BlockKind
    from vlucheck.readers import read

    document = read(FIXTURES / "letter.docx")
    blocks = [(block, document.quote(block.span)) for block in document.blocks]
    lines = ""
    for (block, text), (after, _) in zip(blocks, [*blocks[1:], blocks[-1]], strict=True):
        together = block.kind in (BlockKind.HEADER, BlockKind.LIST_ITEM) and after.kind is block.kind
        lines += text + ("\n" if together or block.style == "Address" else "\n\n")
    return lines


def _mail(text: str, page: str) -> bytes:
    """An e-mail with the letter in both forms, lines of the first quoted-printable."""
    message = EmailMessage()
    message["From"], message["To"] = "marged.ohara@cps.example", "z.krolikowska@mail.example"
    message["Subject"] = "Your case: Kieran Boyle"
    message["Date"] = "Mon, 09 Mar 2026 10:12:00 +0000"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="base64")
    return message.as_bytes()


def _write_outlook(text: str) -> None:
    from extract_msg import OleWriter

    writer = OleWriter()
    sent = struct.pack("<IIQ", 0x00390040, 6, 134_174_743_200_000_000)
    writer.addEntry("__properties_version1.0", bytes(32) + sent)
    writer.addEntry("__substg1.0_0037001F", "Your case: Kieran Boyle".encode("utf-16-le"))
    writer.addEntry("__substg1.0_1000001F", text.replace("\n", "\r\n").encode("utf-16-le"))
    writer.addEntry("__nameid_version1.0", storage=True)
    folder = "__attach_version1.0_#00000000"
    writer.addEntry(folder, storage=True)
    writer.addEntry([folder, "__substg1.0_3707001F"], "letter.docx".encode("utf-16-le"))
    writer.addEntry([folder, "__substg1.0_37010102"], (FIXTURES / "letter.docx").read_bytes())
    writer.write(str(FIXTURES / "letter.msg"))


def _write_forwarded(text: str) -> None:
    """An Outlook message that sends on another, with the letter in its body, which has the letter attached as well."""
    from extract_msg import OleWriter

    writer = OleWriter()
    writer.addEntry("__properties_version1.0", bytes(32))
    writer.addEntry("__substg1.0_1000001F", "Please send these on.".encode("utf-16-le"))
    writer.addEntry("__nameid_version1.0", storage=True)
    folder, inner = "__attach_version1.0_#00000000", "__substg1.0_3701000D"
    deeper = [folder, inner, "__attach_version1.0_#00000000"]
    writer.addEntry(folder, storage=True)
    writer.addEntry([folder, "__substg1.0_3707001F"], "Your case.msg".encode("utf-16-le"))
    writer.addEntry([folder, inner], storage=True)
    sent = struct.pack("<IIQ", 0x00390040, 6, 134_174_743_200_000_000)
    writer.addEntry([folder, inner, "__properties_version1.0"], bytes(24) + sent)
    writer.addEntry([folder, inner, "__substg1.0_0037001F"], "Your case: Kieran Boyle".encode("utf-16-le"))
    writer.addEntry([folder, inner, "__substg1.0_1000001F"], text.replace("\n", "\r\n").encode("utf-16-le"))
    writer.addEntry(deeper, storage=True)
    writer.addEntry([*deeper, "__substg1.0_3707001F"], "letter.docx".encode("utf-16-le"))
    writer.addEntry([*deeper, "__substg1.0_37010102"], (FIXTURES / "letter.docx").read_bytes())
    writer.write(str(FIXTURES / "forwarded.msg"))


if __name__ == "__main__":
    sys.exit(main())
