"""Case references, with and without the shape of a URN."""

from collections.abc import Callable

import pytest

from vlucheck.letter import Letter


@pytest.mark.parametrize(
    ("line", "text", "is_urn"),
    [
        ("Our ref: 12NY1111325", "12NY1111325", True),
        ("URN 42MZ1139323/1", "42MZ1139323/1", True),
        ("Case reference number: 12 NY 11113 25", "12 NY 11113 25", True),
        ("CPS Ref. EST/VLU/5521", "EST/VLU/5521", False),
        ("Complaint reference: COM/2217/26", "COM/2217/26", False),
    ],
)
def test_a_reference_is_found(read: Callable[[str], Letter], line: str, text: str, is_urn: bool) -> None:
    letter = read(f"{line}\n\nDear Mr Orr\n\nWe stopped the case.")
    assert [(reference.text, reference.is_urn) for reference in letter.references] == [(text, is_urn)]
    assert letter.document.quote(letter.references[0].span) == text


def test_telephone_numbers_are_no_references(read: Callable[[str], Letter]) -> None:
    assert read("Dear Mr Orr\n\nPlease ring 01632 960123 or 020 7946 0123.").references == ()
