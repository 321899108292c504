"""Parts are found in every layout that offices use."""

from collections.abc import Callable

from vlucheck.document import BlockKind, Document, Piece, assemble
from vlucheck.letter import Letter, Part

Read = Callable[[str | Document], Letter]

ORDINARY = """Crown Prosecution Service
Victim Liaison Unit
1 High Street
Leeford LE1 2AB
Tel: 01632 960123

PRIVATE - TO BE OPENED BY ADDRESSEE ONLY

Mrs Anna Kowalska
2 Low Road
Leeford
LE3 4CD

5 March 2026

Our ref: 12NY1111325

Dear Mrs Kowalska

The case against Mr Dean Marsh

I am sorry to tell you that we have stopped the case against Mr Marsh.

Why did we stop it?

A witness could not be found, and without her we could no longer prove what happened.

Your rights

You may ask us to look again.

Yours sincerely

Ann Lee
Victim Liaison Officer

Enc: leaflet
cc: PC Wood
"""


def texts(letter: Letter, part: Part) -> list[str]:
    return [line.text for line in letter.part_lines(part)]


def test_an_ordinary_letter_has_every_part(read: Read) -> None:
    letter = read(ORDINARY)
    assert texts(letter, Part.LETTERHEAD)[0] == "Crown Prosecution Service"
    assert len(texts(letter, Part.LETTERHEAD)) == 5
    assert texts(letter, Part.ADDRESS) == ["Mrs Anna Kowalska", "2 Low Road", "Leeford", "LE3 4CD"]
    assert texts(letter, Part.DATE) == ["5 March 2026"]
    assert texts(letter, Part.REFERENCE) == ["Our ref: 12NY1111325"]
    assert texts(letter, Part.PRIVATE) == ["PRIVATE - TO BE OPENED BY ADDRESSEE ONLY"]
    assert texts(letter, Part.SUBJECT) == ["The case against Mr Dean Marsh"]
    assert texts(letter, Part.HEADING) == ["Why did we stop it?", "Your rights"]
    assert texts(letter, Part.SIGN_OFF) == ["Yours sincerely"]
    assert texts(letter, Part.SIGNATURE) == ["Ann Lee", "Victim Liaison Officer"]
    assert texts(letter, Part.ENCLOSURES) == ["Enc: leaflet", "cc: PC Wood"]
    assert len(letter.paragraphs) == 3


def test_every_line_says_where_it_stands(read: Read) -> None:
    letter = read(ORDINARY)
    assert all(letter.document.quote(line.span) == line.text for line in letter.lines)
    assert letter.salutation is not None and letter.part_at(letter.salutation.span.start) is Part.SALUTATION


def test_text_without_blank_lines_has_its_parts_too(read: Read) -> None:
    letter = read("\n".join(line for line in ORDINARY.splitlines() if line))
    assert texts(letter, Part.ADDRESS) == ["Mrs Anna Kowalska", "2 Low Road", "Leeford", "LE3 4CD"]
    assert texts(letter, Part.HEADING) == ["Why did we stop it?", "Your rights"]
    assert len(letter.paragraphs) == 3


def test_wrapped_lines_are_one_paragraph(read: Read) -> None:
    letter = read(
        "5 March 2026\n\nDear Mr Orr,\n\nRE: R v MARSH\n\n"
        "On 3 March we stopped the case against Mr Marsh. He had been charged\nwith assault and the trial was to be"
        " held at Leeford Crown Court on\nMonday 6 April.\n\nYours sincerely\n\nAnn Lee"
    )
    assert len(letter.paragraphs) == 1
    assert [sentence.text for sentence in letter.sentences][1].endswith("Court on Monday 6 April.")
    assert texts(letter, Part.SUBJECT) == ["RE: R v MARSH"]


def test_an_email_has_its_head_read(read: Read) -> None:
    letter = read(
        "From: Ann Lee <ann.lee@cps.gov.uk>\nSent: 3 March 2026 10:12\nTo: Anna Kowalska\nSubject: Your complaint\n\n"
        "Hi Anna,\n\nThank you for your complaint. We will reply by 4 April.\n\nKind regards\nAnn\n\n"
        "This e-mail is confidential and intended for the addressee only."
    )
    assert texts(letter, Part.SUBJECT) == ["Subject: Your complaint"]
    assert str(letter.date) == "2026-03-03"
    assert letter.salutation is not None and letter.salutation.text == "Hi Anna,"
    assert texts(letter, Part.FOOTER) and len(letter.paragraphs) == 1


def test_word_paragraphs_headers_and_tables(read: Read) -> None:
    pieces = [
        Piece("Crown Prosecution Service", BlockKind.HEADER),
        Piece("Our ref", BlockKind.TABLE_CELL),
        Piece("12NY1111325", BlockKind.TABLE_CELL),
        Piece("5 March 2026", BlockKind.TABLE_CELL),
        *(Piece(line) for line in ("Mrs Anna Kowalska", "2 Low Road", "Leeford", "LE3 4CD", "Addressee only")),
        Piece("Dear Anna"),
        Piece("The case against Dean Marsh", bold=True),
        Piece("We stopped the case. It was a hard decision for us to take and"),
        Piece("Page 1 of 2", BlockKind.FOOTER),
        Piece("it will be hard for you."),
        Piece("What happens next", BlockKind.HEADING),
        Piece("You may write", BlockKind.LIST_ITEM),
        Piece("You may ring", BlockKind.LIST_ITEM),
        Piece("With best wishes"),
        Piece("Ann Lee"),
    ]
    letter = read(assemble("letter.docx", "docx", pieces))
    assert texts(letter, Part.ADDRESS) == ["Mrs Anna Kowalska", "2 Low Road", "Leeford", "LE3 4CD"]
    assert texts(letter, Part.HEADING) == ["What happens next"]
    assert [paragraph.is_item for paragraph in letter.paragraphs] == [False, True, True]
    assert texts(letter, Part.FOOTER) == ["Page 1 of 2"]


def test_a_footer_inside_a_sentence_does_not_break_it(read: Read) -> None:
    pieces = [Piece("Dear Anna"), Piece("It was a hard decision for all of us to take and so I")]
    pieces += [Piece("Page 1 of 2", BlockKind.FOOTER), Piece("am writing to you.")]
    sentence = read(assemble("letter.docx", "docx", pieces)).sentences[0]
    words = "It was a hard decision for all of us to take and so I am writing to you."
    assert " ".join(sentence.text.split()) == words


def test_without_greeting_and_sign_off_the_body_is_found(read: Read) -> None:
    letter = read(
        "Mr J O'Neil\n4 The Lane\n\nYour complaint has come to me. I will answer it.\n\nAnn Lee\nComplaints Officer"
    )
    assert texts(letter, Part.BODY) == ["Your complaint has come to me. I will answer it."]
    assert texts(letter, Part.SIGNATURE) == ["Ann Lee", "Complaints Officer"]


def test_a_postscript_belongs_to_the_body(read: Read) -> None:
    letter = read(
        "Dear Anna\n\nWe stopped the case.\n\nYours sincerely\n\nAnn Lee\n\nP.S. Your coat is at the police station."
    )
    assert texts(letter, Part.BODY)[-1].startswith("P.S.")


def test_private_headings_in_many_words(read: Read) -> None:
    for heading in (
        "Personal",
        "CONFIDENTIAL",
        "For Mrs Kowalska only",
        "In confidence: for Mrs Kowalska",
        "Addressee only",
    ):
        letter = read(f"{heading}\n\nMrs Anna Kowalska\n2 Low Road\n\nDear Mrs Kowalska\n\nWe stopped the case.")
        assert texts(letter, Part.PRIVATE) == [heading]


def test_greeting_and_text_on_one_line(read: Read) -> None:
    letter = read(
        "Dear Mrs Kowalska, I am writing to tell you that we have stopped the case.\n\nYours sincerely\n\nAnn Lee"
    )
    assert letter.salutation is not None and letter.salutation.text == "Dear Mrs Kowalska,"
    assert letter.sentences[0].text == "I am writing to tell you that we have stopped the case."
