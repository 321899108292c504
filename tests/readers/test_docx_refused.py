"""Word files that cannot be read, and files made to do harm."""

import io
import time
import zipfile

import pytest
from docx import Document as WordDocument
from readers.word_file import NAMESPACES, p, r, read, table, text_box, word_file, zipped

from vlucheck.errors import UnreadableLetter
from vlucheck.readers.docx import read_docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def entities(declared: str, used: str) -> bytes:
    return (
        f"<!DOCTYPE d [{declared}]><w:document {NAMESPACES}><w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p>"
        "</w:body></w:document>"
    ).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no zip at all", "damaged"),
        (word_file(p("Dear Mrs Kowalska"))[:-30], "damaged"),
        (word_file(p("x"), members={"word/document.xml": b"<w:document"}), "damaged"),
        (zipped({"hello.txt": b"x"}), "not a Word document"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "damaged"),
        (word_file("", members={"word/document.xml": b"<workbook/>"}), "not a Word document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + b"WordDocument", "old Word format"),
        (word_file(""), "no text"),
        (word_file(p(" ")), "no text"),
        (word_file(p(r("only hidden", "<w:vanish/>"))), "no text"),
        (word_file(p(""), members={"word/media/image1.png": b"x"}), "only pictures"),
        (word_file("", members={"word/document.xml": f"<w:document {NAMESPACES}/>".encode()}), "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableLetter) as refused:
        read_docx("letter.docx", data)
    told = str(refused.value)
    assert told.startswith('"letter.docx" ')
    assert words in told
    assert told.endswith(".")
    assert ":" in told


def test_every_way_to_cut_or_spoil_a_file_is_refused_or_read() -> None:
    whole = word_file(p("Dear Mrs Kowalska"), styles="", numbering="")
    for place in range(0, len(whole), 37):
        for spoiled in (whole[:place], whole[:place] + b"\xff" * 5 + whole[place + 5 :]):
            try:
                read_docx("letter.docx", spoiled)
            except UnreadableLetter:
                continue


def test_entities_are_never_replaced() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 50}">' for n in range(9))
    secret = '<!ENTITY f SYSTEM "file:///etc/hostname">'
    for content in (
        entities(laughs, "&l8;"),
        entities(secret, "&f;"),
        entities(secret, "&f;").decode().encode("utf-16"),
    ):
        with pytest.raises(UnreadableLetter):
            read_docx("letter.docx", word_file("", members={"word/document.xml": content}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableLetter, match="far more than a letter"):
        read_docx("letter.docx", word_file(p("x"), members={"word/document.xml": b" " * 30_000_000}))
    assert time.perf_counter() - began < 5


def test_a_letter_of_thirty_thousand_runs_is_read_in_seconds() -> None:
    runs = "".join(r(f"word{n} ", '<w:highlight w:val="yellow"/>' if n % 3 else "") for n in range(30_000))
    began = time.perf_counter()
    document = read(f"<w:p>{runs}</w:p>")
    assert document.text.endswith("word29999")
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("tag", ["w:ins", "w:hyperlink", "w:smartTag", "w:bdo"])
def test_wrappers_as_deep_as_the_parser_allows_are_read(tag: str) -> None:
    deep = f"<{tag}>" * 240 + r("deep") + f"</{tag}>" * 240
    assert read(p("so ", deep)).text == "so deep"


def test_tables_text_boxes_and_controls_may_be_nested_deeply() -> None:
    nested = p("inner")
    for _ in range(70):
        nested = table([nested])
    boxed = p("boxed")
    for _ in range(8):
        boxed = p(text_box(boxed))
    control = p("held")
    for _ in range(110):
        control = f"<w:sdt><w:sdtContent>{control}</w:sdtContent></w:sdt>"
    assert read(nested + boxed + control).text == "inner\n\nboxed\n\nheld"


def test_xml_deeper_than_the_limit_is_refused() -> None:
    deep = "<w:ins>" * 1000 + r("deep") + "</w:ins>" * 1000
    with pytest.raises(UnreadableLetter):
        read(p(deep))


def test_odd_but_whole_files_are_read() -> None:
    """A part named in other letters and with a leading stroke, a strict document, and one without relationships."""
    plain = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>"
    strict = plain.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    for files in ({"/Word/Document.xml": plain}, {"word/document.xml": strict}, {"word\\document.xml": plain}):
        data = zipped({name: content.encode() for name, content in files.items()})
        assert read_docx("letter.docx", data).text == "Hello"


def test_a_template_and_a_file_with_macros_are_read_for_their_text() -> None:
    data = word_file(p("Dear"), members={"word/vbaProject.bin": OLE + b"macro"})
    assert read_docx("letter.dotx", data).text == "Dear"


def test_a_file_saved_by_another_program_keeps_its_bytes(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("word") / "letter.docx"
    word = WordDocument()
    word.add_paragraph("Dear Mrs Kowalska")
    word.save(str(path))
    before = path.read_bytes()
    read_docx(str(path), before)
    assert path.read_bytes() == before
    assert zipfile.ZipFile(io.BytesIO(before)).testzip() is None
