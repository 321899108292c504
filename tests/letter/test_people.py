"""The reader, the writer, the defendants and others, each with every place that names them."""

from collections.abc import Callable

import pytest

from vlucheck.letter import Letter, Part, Role

Read = Callable[[str], Letter]


def letter_to(
    read: Read, name: str, greeting: str, body: str, signature: str = "Ann Lee\nVictim Liaison Officer"
) -> Letter:
    return read(f"{name}\n2 Low Road\nLeeford LE3 4CD\n\nDear {greeting}\n\n{body}\n\nYours sincerely\n\n{signature}")


@pytest.mark.parametrize(
    ("name", "greeting", "last"),
    [
        ("Mrs Anna Kowalska", "Mrs Kowalska", "Kowalska"),
        ("Mr Fintan O'Malley-Birch", "Mr O’Malley-Birch", "O'Malley-Birch"),
        ("Ms Bronagh Ní Cheallaigh", "Ms Ní Cheallaigh", "Ní Cheallaigh"),
        ("Dr J. van der Berg", "Dr van der Berg", "van der Berg"),
        ("Mr Oluwaseun Adéyẹmí-Clarke", "Mr Adéyẹmí-Clarke", "Adéyẹmí-Clarke"),
        ("Mr and Mrs Haddad", "Mr and Mrs Haddad", "Haddad"),
        ("Ms Suharti", "Ms Suharti", "Suharti"),
    ],
)
def test_the_reader_is_named_in_address_and_greeting(read: Read, name: str, greeting: str, last: str) -> None:
    letter = letter_to(read, name, greeting, "We stopped the case.")
    assert letter.recipient is not None
    assert letter.recipient.last == last
    assert [mention.part for mention in letter.recipient.mentions] == [Part.ADDRESS, Part.SALUTATION]


def test_a_misspelt_greeting_still_names_the_reader(read: Read) -> None:
    recipient = letter_to(read, "Mrs Anna Kowalska", "Mr Kowalksa", "We stopped the case.").recipient
    assert recipient is not None and [m.last for m in recipient.mentions] == ["Kowalska", "Kowalksa"]
    assert [m.title for m in recipient.mentions] == ["Mrs", "Mr"]


@pytest.mark.parametrize(
    "body",
    [
        "Mr Dean Marsh will not be charged.",
        "On Tuesday 3 March Dean Marsh was charged with theft.",
        "We stopped the case against Mr Dean Marsh.",
        "We stopped the case against your neighbour, Mr Dean Marsh.",
        "The prosecutor decided that Dean Marsh, who is 19, should not be prosecuted.",
    ],
)
def test_the_defendant_is_known_by_the_words_around_the_name(read: Read, body: str) -> None:
    letter = letter_to(read, "Mrs Anna Kowalska", "Mrs Kowalska", f"{body} Mr Marsh lives far away.")
    (defendant,) = [person for person in letter.people if person.role is Role.DEFENDANT]
    assert (defendant.first, defendant.last) == ("Dean", "Marsh")
    assert len(defendant.mentions) == 2


def test_r_v_names_the_defendant(read: Read) -> None:
    letter = letter_to(read, "Mrs Anna Kowalska", "Mrs Kowalska", "R v BRANDON SILLITOE\n\nWe stopped the case.")
    assert [person.last for person in letter.people if person.role is Role.DEFENDANT] == ["SILLITOE"]


def test_the_writer_signs_with_name_and_role(read: Read) -> None:
    letter = letter_to(
        read, "Mrs Kowalska", "Mrs Kowalska", "My name is Ann Lee.", "pp Ann Lee, Complaints Officer\nCPS"
    )
    assert [person.name for person in letter.people if person.role is Role.WRITER] == ["Ann Lee"]


def test_a_complaint_about_an_officer_makes_no_defendant(read: Read) -> None:
    letter = letter_to(read, "Mrs Kowalska", "Mrs Kowalska", "Your complaint against PC Alan Wood reached us.")
    assert [person.role for person in letter.people if person.last == "Wood"] == [Role.OTHER]


def test_names_are_kept_from_the_spelling_check_but_slips_are_not(read: Read) -> None:
    body = "I am from the Crown Prosecuton Service. Mr Wickramasinghe lives at Tidewell with Priya Anand."
    names = letter_to(read, "Mrs Zofia Wróbel", "Mrs Wróbel", body).names
    assert {"Wróbel", "Zofia", "Leeford", "Wickramasinghe", "Tidewell", "Priya", "Anand"} <= names
    assert "Prosecuton" not in names


def test_places_of_mentions_are_exact(read: Read) -> None:
    letter = letter_to(read, "Mrs Anna Kowalska", "Mrs Kowalska", "We stopped the case against\nMr Dean Marsh.")
    assert all(letter.document.quote(m.span).split() == m.text.split() for p in letter.people for m in p.mentions)
