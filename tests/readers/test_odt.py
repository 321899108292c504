"""OpenDocument text: lists, headers, frames, changes, comments, hidden text, fields."""

import io
import zipfile

import pytest

from vlucheck.document import BlockKind, Document, NoticeKind
from vlucheck.errors import UnreadableLetter
from vlucheck.readers.odt import read_odt

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
LISTS = """
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="B">
<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>
"""
LOOKS = """
<style:style style:name="Loud" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Lit" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>
"""


def packed(body: str, masters: str = "", manifest: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMES}>"
        f"<office:automatic-styles>{LISTS}{LOOKS}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = f"<office:master-styles>{masters}</office:master-styles>"
    styles = f"<office:document-styles {NAMES}>{styles}</office:document-styles>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return target.getvalue()


def read(body: str, masters: str = "") -> Document:
    return read_odt("letter.odt", packed(body, masters))


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks]


def noticed(document: Document) -> list[tuple[NoticeKind, str]]:
    return [(notice.kind, notice.detail) for notice in document.notices]


def test_spaces_tabs_and_line_breaks() -> None:
    document = read(
        '<text:p>Mr  A\n <text:s/>Fr<text:span text:style-name="Loud">ost</text:span><text:line-break/>3'
        '<text:s text:c="2"/>Mill<text:tab/>Lane</text:p><text:p/>'
    )
    assert blocks(document) == ["Mr A  Frost\n3  Mill\tLane"]


def test_lists_have_their_numbers_and_go_on_where_they_are_told_to() -> None:
    document = read(
        '<text:list text:style-name="N" xml:id="l"><text:list-item><text:p>One</text:p><text:list><text:list-item>'
        "<text:p>Deep</text:p></text:list-item><text:list-item><text:p>Deeper</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>Two</text:p><text:p>More</text:p></text:list-item></text:list>"
        "<text:p>Between</text:p>"
        '<text:list text:style-name="N" text:continue-numbering="true"><text:list-item><text:p>Three</text:p>'
        "</text:list-item></text:list>"
        '<text:list text:style-name="B"><text:list-item><text:p>Dot</text:p></text:list-item></text:list>'
        '<text:list text:style-name="N"><text:list-item text:start-value="7"><text:p>Seven</text:p></text:list-item>'
        "</text:list>"
    )
    assert blocks(document) == [
        "1. One", "(a) Deep", "(b) Deeper", "2. Two", "More", "Between", "3. Three", "• Dot", "7. Seven",
    ]  # fmt: skip


def test_headers_come_first_and_footers_last_each_once() -> None:
    masters = (
        '<style:master-page style:name="Standard"><style:header><text:p>Top</text:p></style:header>'
        "<style:header-first><text:p>First</text:p></style:header-first>"
        '<style:header-left style:display="false"><text:p>Off</text:p></style:header-left>'
        "<style:footer><text:p>Foot</text:p></style:footer>"
        "<style:footer-first><text:p>Foot</text:p></style:footer-first></style:master-page>"
        '<style:master-page style:name="Other"><style:header><text:p>Unused</text:p></style:header></style:master-page>'
    )
    document = read("<text:p>Text</text:p>", masters)
    assert blocks(document) == ["First", "Top", "Text", "Foot"]
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADER, BlockKind.HEADER, BlockKind.PARAGRAPH, BlockKind.FOOTER,
    ]  # fmt: skip


def test_frames_come_at_their_anchor_and_footnotes_last() -> None:
    document = read(
        "<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p>"
        "</text:note-body></text:note><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame>"
        "</text:p>"
        "<text:p>Two</text:p>"
    )
    assert blocks(document) == ["One", "Box", "Two", "Note"]
    assert document.blocks[1].kind is BlockKind.TEXT_BOX
    assert document.blocks[3].kind is BlockKind.FOOTNOTE


def test_changes_are_read_as_accepted_and_noticed() -> None:
    document = read(
        '<text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region>'
        '<text:changed-region text:id="b"><text:deletion><text:p>dropped</text:p></text:deletion></text:changed-region>'
        "</text:tracked-changes>"
        '<text:p>We <text:change text:change-id="b"/><text:change-start text:change-id="a"/>stopped'
        '<text:change-end text:change-id="a"/> it.</text:p>'
    )
    assert document.text == "We stopped it."
    assert noticed(document) == [(NoticeKind.TRACKED_CHANGE, '"dropped" changed to "stopped"')]
    assert [document.quote(notice.span) for notice in document.notices if notice.span] == ["stopped"]


def test_comments_hidden_and_marked_text_are_noticed() -> None:
    document = read(
        "<text:p>We <office:annotation><dc:creator>Ann</dc:creator><text:p>Check this</text:p></office:annotation>"
        'stopped <text:span text:style-name="Gone">secretly</text:span><text:span text:style-name="Lit">it</text:span>.'
        '</text:p><text:section text:display="none"><text:p>All of this</text:p></text:section>'
    )
    assert document.text == "We stopped it."
    assert set(noticed(document)) == {
        (NoticeKind.COMMENT, "Check this"),
        (NoticeKind.HIDDEN_TEXT, "secretly"),
        (NoticeKind.HIDDEN_TEXT, "All of this"),
        (NoticeKind.HIGHLIGHT, "it"),
    }


def test_blanks_to_be_filled_in_are_noticed_and_filled_ones_are_not() -> None:
    document = read(
        "<text:p>Dear <text:placeholder>&lt;Name&gt;</text:placeholder>, <text:database-display>Mr Frost"
        "</text:database-display></text:p>"
    )
    assert document.text == "Dear <Name>, Mr Frost"
    assert [notice.kind for notice in document.notices] == [NoticeKind.MERGE_FIELD]


def test_a_watermark_is_noticed_and_no_text() -> None:
    document = read(
        '<text:p>One<draw:custom-shape draw:name="PowerPlusWaterMarkObject1"><text:p>DRAFT</text:p>'
        "</draw:custom-shape></text:p>"
    )
    assert (document.text, noticed(document)) == ("One", [(NoticeKind.WATERMARK, "DRAFT")])


def test_cells_merged_into_others_are_left_out() -> None:
    document = read(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>One</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>Under</text:p></table:covered-table-cell></table:table-row>"
        "</table:table-header-rows></table:table>"
    )
    assert blocks(document) == ["One"]
    assert document.blocks[0].kind is BlockKind.TABLE_CELL


def test_a_block_says_which_paragraph_of_the_file_it_is() -> None:
    assert [block.source for block in read("<text:p/><text:p>Two</text:p>").blocks] == ["content.xml p[2]"]


def test_a_password_is_said() -> None:
    with pytest.raises(UnreadableLetter, match="password"):
        read_odt("letter.odt", packed("<text:p>One</text:p>", manifest="<manifest:encryption-data/>"))


def test_a_container_of_something_else_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("other.txt", "hello")
    with pytest.raises(UnreadableLetter):
        read_odt("letter.odt", target.getvalue())
