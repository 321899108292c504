"""Each paragraph of the body → findings where its full stop, a bracket or a quotation mark is missing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vlucheck.checks.grammar.marks import from_mark, up_to_mark
from vlucheck.document import Span
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Paragraph, Sentence
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule, Rulebook

_CLOSED = re.compile(
    r"[.!?:;,…)\]\"'”’*_/>-]$|[–—]$|:\s+(?:[A-Z]{2,}\s?)+$"
    r"|:\s+(?:not |partly |in part )?(?:upheld|agreed|accepted|rejected|yes|no)(?: in part)?$",
)
_CONTACT = re.compile(r"@|www\.|https?:|\d{3,}|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")
_TITLE = re.compile(
    r" \| |^(?-i:[A-Z]{3,})\b|^(?:part|step|point|stage|issue|section|question|complaint|matter|concern"
    r"|reason|ground|item) (?:\w+|\d+)\b|^(?:one|two|three|four|five|six)[:.–-]",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:what|why|how|when|where|who|which)\b", re.IGNORECASE)
_QUOTE = re.compile(r'["“”]')
_OPENING = re.compile(r'["“]')
_END = re.compile(r"[.,;!?](?=\s|$)")
_FEWEST_WORDS = 7
_FEWEST_ALONE = 12  # fewer words with a line to themselves are rather a heading
_FEWEST_TOLD = 8  # unless they tell what somebody did, as no heading does
_TELLERS = frozenset({"i", "he", "she", "they"})
_FEWEST_SAID = 7  # "I am sorry …", "Thank you for …", "We have …": no heading speaks to the reader like this
_SAYS = re.compile(
    r"(?:(?:i|we) (?:am|are|was|were|have|had|will|would|can|could|know|hope|understand|look|want|looked|do)|"
    r"thank you for|please (?:\w+)|(?:it|this|there) (?:is|was|are|were|will)|"
    r"you (?:asked|told|said|wrote)|he (?:is|was|will))\b",
    re.IGNORECASE,
)
_FEWEST_HANGING = 5
_MEASURE = re.compile(r"\d\s*$")
_PAST = frozenset({"VBD", "VBN"})


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
                if _lacks_stop(letter, paragraph) or _leaves_list_open(letter, paragraph):
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
    names |= {name for name in letter.names if name.isalpha() and name.istitle()}
    owned = {f"{name}s": name for name in names if len(name) > 2 and not name.endswith("s")}
    for sentence in letter.sentences:
        for token in sentence.parse[:-1]:
            if token.text not in owned or token.is_stop or letter.text.count(token.text) > 1:
                continue
            thing, before = token.nbor(), token.nbor(-1).lower_ if token.i else ""
            if thing.pos_ == "NOUN" and thing.text.islower() and thing.dep_ != "ROOT" and before not in ("the", "both"):
                start = sentence.offset + token.idx
                yield Span(start, start + len(token.text) + 1 + len(thing.text))


def _lacks_stop(letter: Letter, paragraph: Paragraph) -> bool:
    """Only a paragraph that is a whole sentence: no list item, no line of contact details, no line that runs on."""
    text = letter.document.quote(paragraph.span).rstrip()
    if text.endswith(",") and not paragraph.is_item and _SAYS.match(text) and paragraph.sentences[-1:]:
        return paragraph.sentences[-1].words >= _FEWEST_HANGING and not _followed_by_item(letter, paragraph)
    if paragraph.is_item or not text or _CLOSED.search(text) or not paragraph.sentences:
        return False
    last = paragraph.sentences[-1]
    has_verb = any(token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph) for token in last.parse)
    if last.words < _FEWEST_WORDS or not has_verb or _CONTACT.search(text[-40:]) or _TITLE.search(text):
        return False
    fewest = _FEWEST_SAID if _SAYS.match(text) else _FEWEST_TOLD if _tells(last) else _FEWEST_ALONE
    if len(paragraph.sentences) == 1 and (last.words < fewest or _ASKS.match(text)):
        return False
    following = _following(letter, paragraph)
    return following is None or (not following.is_item and letter.document.quote(following.span)[:1].isupper())


def _leaves_list_open(letter: Letter, paragraph: Paragraph) -> bool:
    """Whether it is the last item of a list and ends in the semicolon that parts the items."""
    text = letter.document.quote(paragraph.span).rstrip()
    if not paragraph.is_item or not text.endswith(";"):
        return False
    before = next((p for p in letter.paragraphs if p.number == paragraph.number - 1), None)
    listed = before is not None and before.is_item and letter.document.quote(before.span).rstrip().endswith(";")
    following = _following(letter, paragraph)
    return listed and following is not None and not following.is_item and _begins_anew(letter, following)


def _begins_anew(letter: Letter, paragraph: Paragraph) -> bool:
    return letter.document.quote(paragraph.span)[:1].isupper()


def _following(letter: Letter, paragraph: Paragraph) -> Paragraph | None:
    return next((p for p in letter.paragraphs if p.number == paragraph.number + 1), None)


def _followed_by_item(letter: Letter, paragraph: Paragraph) -> bool:
    """Whether a list, or a paragraph that goes on in small letters, comes next."""
    following = _following(letter, paragraph)
    return following is not None and (following.is_item or letter.document.quote(following.span)[:1].islower())


def _tells(sentence: Sentence) -> bool:
    """Whether it begins with who did something and goes on with what: "The sale raised £90 for the hospice"."""
    root = sentence.parse.root
    subject = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if root.tag_ not in _PAST or subject is None or subject.left_edge.i != sentence.parse.start:
        return False
    return subject.lower_ in _TELLERS or (root.tag_ == "VBD" and subject.i < root.i)


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
