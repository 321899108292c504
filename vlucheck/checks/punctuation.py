"""Each paragraph of the body → findings where its full stop, a bracket or a quotation mark is missing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vlucheck.checks.fullstops import lacks_stop, leaves_list_open
from vlucheck.checks.grammar.marks import from_mark, up_to_mark
from vlucheck.document import Span
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Paragraph
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook

_QUOTE = re.compile(r'["“”]')
_OPENING = re.compile(r'["“]')
_END = re.compile(r"[.,;!?](?=\s|$)")
_MEASURE = re.compile(r"\d\s*$")


@dataclass(frozen=True, slots=True)
class Punctuation:
    """The rules about the end of a paragraph, about brackets, quotation marks and owners."""

    stop: Rule | None
    brackets: Rule | None
    quotes: Rule | None
    owners: Rule | None = None
    name: str = "punctuation"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Punctuation":
        """Take the rules from the rulebook; one that is not there is not looked for."""
        checks = ("paragraph-end", "brackets", "quotes", "name-of-owner")
        stop, brackets, quotes, owners = (rulebook.compare(check) for check in checks)
        return cls(stop, brackets, quotes, owners)

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each paragraph without its full stop and each mark without its partner."""
        marks = (*self._brackets(letter), *self._quotes(letter), *self._owners(letter))
        return Outcome(findings=(*self._stops(letter), *marks))

    def _stops(self, letter: Letter) -> Iterator[Finding]:
        if self.stop:
            for paragraph in letter.paragraphs:
                if lacks_stop(letter, paragraph) or leaves_list_open(letter, paragraph):
                    yield marked(self.stop, letter, _last_words(letter, paragraph))

    def _brackets(self, letter: Letter) -> Iterator[Finding]:
        if self.brackets:
            for paragraph in letter.paragraphs:
                text = letter.document.quote(paragraph.span)
                if not paragraph.is_item and (at := _lone_bracket(text)) is not None:
                    yield marked(self.brackets, letter, _moved(_around(text, at), paragraph))

    def _owners(self, letter: Letter) -> Iterator[Finding]:
        if self.owners:
            for span in names_of_owners(letter):
                yield marked(self.owners, letter, span)

    def _quotes(self, letter: Letter) -> Iterator[Finding]:
        if self.quotes:
            texts = [letter.document.quote(paragraph.span) for paragraph in letter.paragraphs]
            for n, paragraph in enumerate(letter.paragraphs):
                if _goes_on(texts, n) or (at := _lone_quote(texts[n])) is None:
                    continue
                span = Span(*at) if at[1] > at[0] + 1 else up_to_mark(texts[n], at[0])
                yield marked(self.quotes, letter, _moved(span, paragraph))


def names_of_owners(letter: Letter) -> Iterator[Span]:
    """Where a name of the letter has an "s" and a thing behind it, and no apostrophe: "Chidis tablet"."""
    names = {each for p in letter.people for m in p.mentions for each in (m.last, m.first) if each and each.isalpha()}
    owned = {f"{name}s": name for name in names if len(name) > 2 and not name.endswith("s")}
    for sentence in letter.sentences:
        for token in sentence.parse[:-1]:
            if token.text not in owned or token.is_stop or letter.text.count(token.text) > 1:
                continue
            thing, before = token.nbor(), token.nbor(-1).lower_ if token.i else ""
            if thing.pos_ == "NOUN" and thing.text.islower() and thing.dep_ != "ROOT" and before not in ("the", "both"):
                start = sentence.offset + token.idx
                yield Span(start, start + len(token.text) + 1 + len(thing.text))


def _last_words(letter: Letter, paragraph: Paragraph) -> Span:
    text = letter.document.quote(paragraph.span).rstrip()
    found = re.search(r"\S+(?:\s+\S+){0,2}$", text)
    return Span(paragraph.span.start + (found.start() if found else 0), paragraph.span.start + len(text))


def _around(text: str, at: int) -> Span:
    """The bracket with words of the remark that it opens or closes."""
    return from_mark(text, at) if text[at] == "(" else up_to_mark(text, at)


def _moved(span: Span, paragraph: Paragraph) -> Span:
    """A place in the paragraph as a place in the letter."""
    return Span(paragraph.span.start + span.start, paragraph.span.start + span.end)


def _lone_bracket(text: str) -> int | None:
    """Where a round bracket has no partner in the text; "a)" and "1)" of a list written in a line are left alone."""
    opened: list[int] = []
    for at, mark in enumerate(text):
        if mark == "(":
            opened.append(at)
        elif mark == ")" and opened:
            opened.pop()
        elif mark == ")" and not re.search(r"(?:^|\s)(?:[a-z]|[ivx]{1,4}|\d{1,2})$|[:;]-?$", text[:at], re.IGNORECASE):
            return at
    return opened[0] if opened else None


def _goes_on(texts: Sequence[str], n: int) -> bool:
    """Whether a quotation runs over several paragraphs, each of which opens it anew."""
    beside = (texts[n - 1] if n else "", texts[n + 1] if n + 1 < len(texts) else "")
    return any(_OPENING.match(text) for text in beside) or (n > 0 and _lone_quote(texts[n - 1]) is not None)


def _lone_quote(text: str) -> tuple[int, int] | None:
    """From the mark without its partner to the end of what it may quote; marks behind a figure are inches."""
    marks = list(_QUOTE.finditer(text))
    if len(marks) % 2:
        marks = [found for found in marks if not _MEASURE.search(text[: found.start()])]
    opens = [found.start() for found in marks if _opens(found, text)]
    if len(marks) % 2 == 0 and (not opens or len(opens) * 2 == len(marks)):
        return None
    if len(marks) % 2 == 0 and all(found[0] == '"' for found in marks):
        return None  # straight marks that touch no word tell nothing
    last = marks[-1].start()
    end = _END.search(text, last + 1)
    return last, end.end() if end and _opens(marks[-1], text) else last + 1


def _opens(mark: re.Match[str], text: str) -> bool:
    if mark[0] in "“”":
        return mark[0] == "“"
    return (
        mark.end() < len(text)
        and not text[mark.end()].isspace()
        and (mark.start() == 0 or text[mark.start() - 1] in " (\n\t–—-")
    )
