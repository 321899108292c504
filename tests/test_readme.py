"""README's picture of output is what the program prints today."""

from readme_picture import picture, shown


def test_the_picture_in_the_readme_is_what_the_program_prints() -> None:
    # When the program has changed on purpose: python tests/readme_picture.py
    assert shown() == picture()
