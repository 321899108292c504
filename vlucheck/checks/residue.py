"""What drafting left behind in a letter (blanks, notes, alternatives, repeats, marks in the file) → findings."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from vlucheck.checks.repeats import repeats
from vlucheck.document import NoticeKind, Span
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Compare, Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans

Places = Callable[[Letter], Iterator[tuple[Span, str]]]


@dataclass(frozen=True, slots=True)
class Residue:
    """Looks for what should have been filled in or taken out before the letter went."""

    rules: tuple[tuple[Rule, Places], ...]
    name: str = "what drafting left behind"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Residue":
        """Compile the rules, in the order of their ids. Raises BadRule for a pattern that cannot be read."""
        meant = [rule for rule in rulebook.rules if isinstance(rule.test, Compare) and rule.test.check in _PLACES]
        return cls(tuple((rule, _compiled(rule)) for rule in meant))

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place; where two rules speak of the same words, the first rule has them.

        What is said of the file (changes still tracked, a highlight) takes nothing from what is said of its words, and
        is left out only where it marks little more than those words.
        """
        found: list[Finding] = []
        for rule, places in self.rules:
            for span, detail in places(letter):
                finding = _finding(rule, letter, span, detail)
                if not any(_same_words(each, finding) for each in found):
                    found.append(finding)
        return Outcome(findings=tuple(found))


def _compiled(rule: Rule) -> Places:
    if not isinstance(rule.test, Compare):
        raise TypeError(f"{rule.id} is not a comparison")
    try:
        return _PLACES[rule.test.check](rule.test.settings)
    except (re.error, ValueError) as error:
        raise BadRule(f"{rule.path}: {error}") from error


def _left_in(settings: Mapping[str, object]) -> Places:
    """Patterns over the text as it stands; with `quoted: false` words between quotation marks are somebody else's."""
    listed = settings.get("patterns")
    patterns = [re.compile(str(each)) for each in listed] if isinstance(listed, list) else []
    quoted, head = bool(settings.get("quoted")), settings.get("where") == "head"

    def places(letter: Letter) -> Iterator[tuple[Span, str]]:
        others = () if quoted else quoted_spans(letter)
        text = letter.text[: letter.salutation.span.start] if head and letter.salutation else letter.text
        for pattern in patterns:
            for match in pattern.finditer(text):
                span = _trimmed(match)
                if span.end > span.start and not any(other.covers(span) for other in others):
                    yield span, ""

    return places


def _trimmed(match: re.Match[str]) -> Span:
    words = match[0].strip()
    start = match.start() + match[0].find(words)
    return Span(start, start + len(words))


def _noticed(settings: Mapping[str, object]) -> Places:
    """What the reader of the file noticed beside its text; without a place it is about the whole letter."""
    kind = NoticeKind(str(settings.get("notice")))

    def places(letter: Letter) -> Iterator[tuple[Span, str]]:
        notices = (notice for notice in letter.document.notices if notice.kind is kind)
        yield from ((notice.span or Span(0, 0), notice.detail) for notice in notices)

    return places


def _repeated(settings: Mapping[str, object]) -> Places:
    def places(letter: Letter) -> Iterator[tuple[Span, str]]:
        yield from ((span, "") for span in repeats(letter, settings))

    return places


_PLACES: Mapping[str, Callable[[Mapping[str, object]], Places]] = MappingProxyType(
    {"left-in": _left_in, "repeated": _repeated, "notice": _noticed}
)


def _same_words(first: Finding, finding: Finding) -> bool:
    if first.span is None or finding.span is None or first.about_file or first.rule == _REPEATED:
        return False
    little_more = len(finding.quote) <= _LITTLE_MORE * len(first.quote)
    return first.span.overlaps(finding.span) and (little_more or not finding.about_file)


_REPEATED = "VLU-P005"
_LITTLE_MORE = 2


def _finding(rule: Rule, letter: Letter, span: Span, detail: str) -> Finding:
    place = span if span.end > span.start else None
    about_file = isinstance(rule.test, Compare) and rule.test.check == "notice"
    return replace(marked(rule, letter, place, {"detail": detail}), about_file=about_file)
