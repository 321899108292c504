"""What stands inside a paragraph → text as Word shows it, with notices where something is not as it should be sent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from vlucheck.document import Notice, NoticeKind, Span
from vlucheck.readers.docx.fields import Field, not_filled_in, shown_without_result
from vlucheck.readers.docx.line import Line, shortened
from vlucheck.readers.docx.look import Look, is_shaded, look_of
from vlucheck.readers.docx.names import MC, M, W, chosen, elements, switch
from vlucheck.readers.docx.pages import Pages
from vlucheck.readers.docx.styles import Style, Styles
from vlucheck.readers.docx.symbols import as_seen, symbol

_SPACE_KEPT: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Inline:
    """Reads paragraphs one after another; open fields and comments go on from one to the next."""

    styles: Styles
    comments: dict[str, str]
    marks: frozenset[_Element]
    draw: Callable[[_Element, Line], None]
    pages: Pages
    line: Line = field(default_factory=Line)
    style: Style = field(default_factory=Style)
    look: Look = field(default_factory=Look)
    shaded: bool = False
    fields: list[Field] = field(default_factory=list)
    added: int = 0
    starts: dict[str, tuple[Line, int]] = field(default_factory=dict)
    ends: dict[str, tuple[Line, int]] = field(default_factory=dict)
    opening: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        """Whether what comes is shown: not while the instruction of a field goes on."""
        return all(each.in_result for each in self.fields)

    def read(self, paragraph: _Element, line: Line, style: Style) -> None:
        """Add what the paragraph shows to the line."""
        self.line, self.style, self.shaded = line, style, is_shaded(paragraph.find(W + "pPr"))
        self.starts |= dict.fromkeys(self.opening, (line, line.length))
        self.opening.clear()
        self.walk(elements(paragraph))

    def walk(self, children: Iterable[_Element]) -> None:
        """Read each child that shows something, in order."""
        for child in children:
            handler = _HANDLERS.get(str(child.tag))
            if handler is not None:
                handler(self, child)

    def inside(self, parent: _Element) -> None:
        """Read what a mere wrapper holds."""
        self.walk(elements(parent))

    def alternate(self, element: _Element) -> None:
        """Read the branch that Word shows."""
        self.walk(chosen(element))

    def insertion(self, element: _Element) -> None:
        """Read tracked text that was added."""
        self.added += 1
        start = self.line.length
        self.inside(element)
        self.added -= 1
        if self.is_shown and self.line.length == start:
            self.line.change(start, "")

    def deletion(self, element: _Element) -> None:
        """Notice tracked text that was taken out."""
        old = "".join(text.text or "" for text in element.iter(W + "delText", W + "t"))
        if self.is_shown:
            self.line.change(self.line.length, old)

    def control(self, element: _Element) -> None:
        """Read a content control; one that still shows its prompt is a blank."""
        start = self.line.length
        content = element.find(W + "sdtContent")
        if content is not None:
            self.inside(content)
        if switch(element.find(W + "sdtPr"), "showingPlcHdr"):
            self.line.blank(start)

    def run(self, element: _Element) -> None:
        """Read a run of text of one look."""
        properties = element.find(W + "rPr")
        self.look = look_of(properties, self.styles, self.style)
        if properties is not None and properties.find(W + "rPrChange") is not None:
            self.line.reformatted = True
        self.inside(element)

    def show(self, text: str) -> None:
        """Add text in the look of its run."""
        if not self.is_shown:
            return
        text = text.upper() if self.look.caps else text
        if self.look.hidden:
            self.line.hide(text)
            return
        if not self.line.visible:
            self.line.page = self.pages.now
        self.line.add(text, bold=self.look.bold, lit=self.look.lit or self.shaded, added=self.added > 0)

    def text(self, element: _Element) -> None:
        """Show typed text; without xml:space="preserve" Word drops the spaces around it."""
        typed = (element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        if element.get(_SPACE_KEPT) != "preserve":
            typed = typed.strip(" \t")
        self.show(as_seen(typed, self.look.font))

    def symbol(self, element: _Element) -> None:
        """Show a character of a symbol font."""
        code = element.get(W + "char", "")
        known = all(digit in "0123456789abcdefABCDEF" for digit in code) and 0 < len(code) <= 6
        self.show(symbol(int(code, 16) if known else 0, element.get(W + "font")))

    def line_break(self, element: _Element) -> None:
        """Show a line break; a page break ends the page too."""
        self.show("\n")
        if element.get(W + "type") == "page" and self.is_shown and not self.look.hidden:
            self.pages.turn(rendered=False)

    def page_mark(self, _: _Element) -> None:
        """Note where Word last began a page."""
        self.pages.turn(rendered=True)

    def drawing(self, element: _Element) -> None:
        """Read what a drawing holds in text boxes."""
        if self.is_shown and not self.look.hidden:
            self.draw(element, self.line)

    def formula(self, element: _Element) -> None:
        """Show the characters of a formula, without their arrangement."""
        self.look = Look()
        self.show("".join(text.text or "" for text in element.iter(M + "t")))

    def ruby(self, element: _Element) -> None:
        """Read the words under a pronunciation guide, not the guide."""
        for base in element.iterchildren(W + "rubyBase"):
            for run in base.iterchildren(W + "r"):
                self.run(run)

    def simple_field(self, element: _Element) -> None:
        """Read a field that is one element."""
        opened = Field(element.get(W + "instr", ""), in_result=True, line=self.line, start=self.line.length)
        self.fields.append(opened)
        self.inside(element)
        self.fields.pop()
        self._close(opened)

    def field_mark(self, element: _Element) -> None:
        """Open a field, go from its instruction to its result, or close it."""
        if element not in self.marks:
            return
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(Field(form=element.find(W + "ffData"), line=self.line, start=self.line.length))
        elif kind == "separate" and self.fields:
            opened = self.fields[-1]
            opened.in_result, opened.line, opened.start = True, self.line, self.line.length
        elif kind == "end" and self.fields:
            self._close(self.fields.pop())

    def instruction(self, element: _Element) -> None:
        """Keep what a field is told to do."""
        if self.fields and not self.fields[-1].in_result:
            self.fields[-1].instruction += element.text or ""

    def _close(self, closed: Field) -> None:
        """Notice what a field that ends here left open."""
        if not self.is_shown or closed.line is not self.line or self.look.hidden:
            return
        if not self.line.since(closed.start).strip():
            shown, prompt = shown_without_result(closed)
            self.show(shown)
            if prompt:
                self.line.blank(closed.start)
        missing = not_filled_in(closed, self.line.since(closed.start))
        if missing is not None:
            self.line.note(NoticeKind.MERGE_FIELD, missing, closed.start)

    def note_mark(self, element: _Element) -> None:
        """Keep which footnotes and endnotes the text shows, in their order. Their numbers are left out of the text."""
        if self.is_shown and not self.look.hidden:
            kind = "footnotes" if element.tag == W + "footnoteReference" else "endnotes"
            self.notes.append((kind, element.get(W + "id", "")))

    def comment_start(self, element: _Element) -> None:
        """Keep where a comment's words begin."""
        self.starts[element.get(W + "id", "")] = (self.line, self.line.length)

    def comment_end(self, element: _Element) -> None:
        """Keep where a comment's words end."""
        self.ends[element.get(W + "id", "")] = (self.line, self.line.length)

    def comment(self, element: _Element) -> None:
        """Notice a comment, on the words that it is about or else here."""
        known = element.get(W + "id", "")
        if known not in self.comments:
            return
        line, start = self.starts.get(known, (self.line, self.line.length))
        last, end = self.ends.get(known, (self.line, self.line.length))
        end = end if last is line else line.length
        line.notes.append(Notice(NoticeKind.COMMENT, shortened(self.comments[known]), Span(start, max(start, end))))


_HANDLERS: Final[dict[str, Callable[[Inline, _Element], None]]] = {
    **{W + name: Inline.inside for name in ("hyperlink", "smartTag", "customXml", "sdtContent", "bdo", "dir")},
    W + "r": Inline.run,
    W + "ins": Inline.insertion,
    W + "moveTo": Inline.insertion,
    W + "del": Inline.deletion,
    W + "moveFrom": Inline.deletion,
    W + "sdt": Inline.control,
    W + "fldSimple": Inline.simple_field,
    W + "commentRangeStart": Inline.comment_start,
    W + "commentRangeEnd": Inline.comment_end,
    W + "commentReference": Inline.comment,
    W + "t": Inline.text,
    W + "br": Inline.line_break,
    W + "cr": Inline.line_break,
    W + "tab": lambda inline, _: inline.show("\t"),
    W + "ptab": lambda inline, _: inline.show("\t"),
    W + "noBreakHyphen": lambda inline, _: inline.show("-"),
    W + "sym": Inline.symbol,
    W + "fldChar": Inline.field_mark,
    W + "instrText": Inline.instruction,
    W + "lastRenderedPageBreak": Inline.page_mark,
    W + "footnoteReference": Inline.note_mark,
    W + "endnoteReference": Inline.note_mark,
    W + "drawing": Inline.drawing,
    W + "pict": Inline.drawing,
    W + "object": Inline.drawing,
    W + "ruby": Inline.ruby,
    M + "oMath": Inline.formula,
    M + "oMathPara": Inline.formula,
    MC + "AlternateContent": Inline.alternate,
}
