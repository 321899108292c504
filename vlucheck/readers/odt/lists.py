"""Lists of an OpenDocument text → the mark each item shows ("2.", "•", "(a)")."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from vlucheck.readers.docx.numerals import spelled_out
from vlucheck.readers.marks import label
from vlucheck.readers.odt.names import STYLE, TEXT, XML, whole

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class _Count:
    """The counts reached in one list, by level from 1."""

    style: str
    reached: dict[int, int] = field(default_factory=dict)


class Lists:
    """Counts the items of one story."""

    def __init__(self, styles: dict[str, _Element]) -> None:
        self._styles = styles
        self._by_id: dict[str, _Count] = {}
        self._last: dict[str, _Count] = {}
        self._open: list[_Count] = []

    @property
    def level(self) -> int:
        """How many lists are open here."""
        return len(self._open)

    def begin(self, element: _Element, fallback: str | None) -> None:
        """Go into a list; `fallback` is the list style of its paragraphs, for a list that names none."""
        if self._open:
            # A list in a list counts with it, in its own style if it names one.
            parent = self._open[-1]
            style = element.get(TEXT + "style-name") or parent.style
            self._open.append(_Count(style, parent.reached))
            parent.reached.pop(self.level, None)
            return
        style = element.get(TEXT + "style-name") or fallback or ""
        count = _Count(style)
        if element.get(TEXT + "continue-list") in self._by_id:
            count = self._by_id[element.get(TEXT + "continue-list", "")]
        elif element.get(TEXT + "continue-numbering") == "true":
            count = self._last.get(style, count)
        self._by_id[element.get(XML + "id", "")] = self._last[style] = count
        self._open.append(count)

    def end(self) -> None:
        """Leave the list."""
        self._open.pop()

    def next_label(self, item: _Element) -> str:
        """The mark of the next item of the open list."""
        count, level = self._open[-1], self.level
        form = self._form(count.style, level)
        first = whole(None if form is None else form.get(TEXT + "start-value"), 1)
        start = whole(item.get(TEXT + "start-value"), count.reached.get(level, first - 1) + 1)
        count.reached[level] = start
        for deeper in [each for each in count.reached if each > level]:
            del count.reached[deeper]
        return self._shown(form, count, level)

    def _form(self, style: str, level: int) -> _Element | None:
        for form in self._styles.get(style, ()):
            if form.get(TEXT + "level") == str(level):
                return form
        return None

    def _shown(self, form: _Element | None, count: _Count, level: int) -> str:
        if form is None or form.tag == TEXT + "list-level-style-image":
            return "•"
        if form.tag == TEXT + "list-level-style-bullet":
            return label(form.get(TEXT + "bullet-char", ""))
        if not form.get(STYLE + "num-format"):
            return ""
        first = max(1, level + 1 - whole(form.get(TEXT + "display-levels"), 1))
        numerals = [self._numeral(count, each) for each in range(first, level + 1)]
        middle = ".".join(numeral for numeral in numerals if numeral)
        return (form.get(STYLE + "num-prefix", "") + middle + form.get(STYLE + "num-suffix", "")).strip()

    def _numeral(self, count: _Count, level: int) -> str:
        form = self._form(count.style, level)
        wanted = "" if form is None else form.get(STYLE + "num-format", "")
        return spelled_out(count.reached.get(level, 1), _FORMS.get(wanted, "decimal")) if wanted else ""
