"""What the Word reader shows of fields."""

from readers.word_file import field, lines, p, r, read, table


def test_the_result_of_a_field_is_shown_and_not_its_instruction() -> None:
    inner = f'<w:hyperlink r:id="x">{field("REF name", "our page")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr="PAGE">{r("2")}</w:fldSimple>'
    assert read(p("See ", inner, ", page ", simple, ".")).text == "See our page, page 2."


def test_a_field_in_the_instruction_of_another_is_not_shown() -> None:
    start, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    condition = f"<w:r><w:instrText>IF </w:instrText></w:r>{field('MERGEFIELD sex', '«sex»')}"
    document = read(p("The ", start, condition) + p("more instruction", separate, "woman", end, " left.") + p("Next"))
    assert lines(document) == ["The woman left.", "Next"]
    assert not document.notices


def test_a_field_that_never_ends_swallows_nothing() -> None:
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines(read(p("One ", start, "two") + table([p("three", end)]) + p("four"))) == ["One two", "three", "four"]


def test_ticked_boxes_and_chosen_entries_of_old_forms_are_shown() -> None:
    def form(kind: str, data: str) -> str:
        return field(kind, None).replace(
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>',
        )

    ticked = form("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>")
    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Mr"/><w:listEntry w:val="Mrs"/></w:ddList>'
    assert read(p(ticked, " Yes ", form("FORMDROPDOWN", entries))).text == "☒ Yes Mrs"
