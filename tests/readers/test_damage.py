"""Damaged files: every reader gives a document or one clear sentence, and never anything else."""

import random
from pathlib import Path

import pytest

from vlucheck.errors import UnreadableLetter
from vlucheck.readers import parse

FIXTURES = Path(__file__).parent / "fixtures"
SUFFIXES = ("docx", "odt", "rtf", "pdf", "html", "txt", "md", "eml", "msg")
CASES = 40


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The data cut short, with some bytes changed, or with a stretch taken out."""
    way = chance.randrange(3)
    if way == 0:
        return data[: chance.randrange(1, len(data))]
    if way == 1:
        start = chance.randrange(len(data))
        return data[:start] + data[start + chance.randrange(1, 400) :]
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_damaged_files_are_read_or_refused_in_one_sentence(suffix: str) -> None:
    data = (FIXTURES / f"letter.{suffix}").read_bytes()
    chance = random.Random(suffix)
    for _ in range(CASES):
        try:
            document = parse(f"letter.{suffix}", f".{suffix}", damaged(data, chance))
        except UnreadableLetter as error:
            assert "letter." in str(error)
            assert str(error).endswith(".")
        else:
            assert document.text.strip()
            assert all(0 <= block.span.start < block.span.end <= len(document.text) for block in document.blocks)


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "msg"])
def test_half_a_file_is_refused(suffix: str) -> None:
    data = (FIXTURES / f"letter.{suffix}").read_bytes()
    with pytest.raises(UnreadableLetter):
        parse(f"letter.{suffix}", f".{suffix}", data[: len(data) // 2])


def test_rich_text_that_breaks_off_is_refused_and_not_read_in_part() -> None:
    data = (FIXTURES / "letter.rtf").read_bytes()
    with pytest.raises(UnreadableLetter, match="damaged"):
        parse("letter.rtf", ".rtf", data[: len(data) * 9 // 10])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_noise_is_refused(suffix: str) -> None:
    with pytest.raises(UnreadableLetter):
        parse(f"letter.{suffix}", f".{suffix}", random.Random(4).randbytes(3000))
