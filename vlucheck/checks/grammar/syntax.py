"""A letter's sentences, parsed → findings about how their parts fit together.

Each rule of the kind `compare` that is named here has a function which yields the first and the last word of a slip.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from vlucheck.checks.grammar.agreement import disagreements
from vlucheck.checks.grammar.apart import apart
from vlucheck.checks.grammar.articles import bare_nouns, bare_of
from vlucheck.checks.grammar.bare import bare_verbs
from vlucheck.checks.grammar.chains import broken_chains
from vlucheck.checks.grammar.clauses import parted
from vlucheck.checks.grammar.coordination import lone_verbs, many_there
from vlucheck.checks.grammar.counting import miscounted
from vlucheck.checks.grammar.forms import forms_of
from vlucheck.checks.grammar.fragments import announced, fragment
from vlucheck.checks.grammar.gaps import gaps
from vlucheck.checks.grammar.hanging import hanging, headless
from vlucheck.checks.grammar.joined import told_as_several, uneven
from vlucheck.checks.grammar.lonely import lone_commas, unasked
from vlucheck.checks.grammar.mass import misgiven
from vlucheck.checks.grammar.objects import lone_objects
from vlucheck.checks.grammar.order import asked_in_a_statement
from vlucheck.checks.grammar.owners import lone_owners
from vlucheck.checks.grammar.relatives import half_closed, told_twice
from vlucheck.checks.grammar.splices import spliced
from vlucheck.checks.grammar.stops import left_out, run_together, stray_commas
from vlucheck.checks.grammar.stray import graded_verbs, written_as_owner
from vlucheck.checks.grammar.tense import odd_tenses
from vlucheck.checks.grammar.thirds import after_should, unfit
from vlucheck.checks.grammar.turned import turned
from vlucheck.checks.grammar.verbless import verbless
from vlucheck.document import Span
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Sentence
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Compare, Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans

if TYPE_CHECKING:
    from spacy.tokens import Span as Parse
    from spacy.tokens import Token

FRAGMENT, ARTICLES, AGREEMENT = "fragment", "bare-noun", "agreement"
WHOLE_SENTENCES = frozenset({"bare-noun"})  # a list item may be put more shortly

Finder = Callable[["Parse"], Iterator[tuple["Token", "Token"]]]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Agreement over a distance, verb forms, number, articles, the order of words, comma splices, fragments."""

    finders: tuple[tuple[Rule, Finder], ...]
    fragment: Rule | None
    name: str = "sentence structure"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Syntax":
        """Take the rules from the rulebook; one that is not there is not looked for. Raises BadRule."""
        found = ((rulebook.compare(check), finder) for check, finder in _finders(rulebook).items())
        return cls(
            finders=tuple((rule, finder) for rule, finder in found if rule is not None),
            fragment=rulebook.compare(FRAGMENT),
        )

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each place where a sentence does not hold together."""
        quoted = quoted_spans(letter)
        found = [each for sentence in letter.sentences for each in self._in_sentence(letter, sentence)]
        return Outcome(
            findings=tuple(
                finding(rule, letter, span)
                for rule, span in found
                if not any(each.overlaps(span) for each in quoted) and not _has_cells(letter, span)
            )
        )

    def _in_sentence(self, letter: Letter, sentence: Sentence) -> Iterator[tuple[Rule, Span]]:
        if "|" in sentence.text or not len(sentence.parse):
            return
        for rule, finder in self.finders:
            if isinstance(rule.test, Compare) and not (sentence.is_item and rule.test.check in WHOLE_SENTENCES):
                for one, other in finder(sentence.parse):
                    if rule.test.check != AGREEMENT or one.text not in letter.names:
                        yield rule, _from_to(sentence, one, other)
        if self.fragment and not sentence.is_item and _is_part(letter, sentence):
            yield self.fragment, sentence.span


def _has_cells(letter: Letter, span: Span) -> bool:
    """Whether a tab parts the words, as in the cells of a table row."""
    return "\t" in letter.document.quote(span)


def _finders(rulebook: Rulebook) -> Mapping[str, Finder]:
    """The function of each rule, by the name of its comparison."""
    forms = forms_of(rulebook)
    return {
        AGREEMENT: partial(disagreements, names=_first_names(rulebook)),
        "comma-splice": spliced,
        "comma-before-verb": parted,
        "two-subjects": lone_verbs,
        "there-is-many": many_there,
        "verb-chain": partial(broken_chains, forms=forms),
        "plain-third": partial(unfit, forms=forms),
        "run-together": run_together,
        "helper-alone": left_out,
        "stray-comma": stray_commas,
        "after-should": partial(after_should, forms=forms),
        "number-word": partial(miscounted, forms=forms),
        "told-question": asked_in_a_statement,
        "odd-tense": odd_tenses,
        "plain-verb": partial(bare_verbs, forms=forms),
        "lone-object": lone_objects,
        "lone-owner": lone_owners,
        "told-twice": told_twice,
        "second-comma": half_closed,
        "no-verb": partial(verbless, forms=forms),
        "turned-agreement": turned,
        "small-word-gap": gaps,
        "tense-apart": partial(apart, forms=forms),
        "article-misgiven": misgiven,
        "lone-comma": lone_commas,
        "question-told": unasked,
        "joined-forms": uneven,
        "clause-as-several": told_as_several,
        "plural-as-owner": written_as_owner,
        "graded-verb": partial(graded_verbs, forms=forms),
        ARTICLES: partial(bare_nouns, table=bare_of(rulebook.compare(ARTICLES))),
    }


def _first_names(rulebook: Rulebook) -> frozenset[str]:
    """The first names, in small letters, that the rule about agreement must not take for words in the plural."""
    rule = rulebook.compare(AGREEMENT)
    names = rule.test.settings.get("names") if rule and isinstance(rule.test, Compare) else ""
    return frozenset(str(names or "").lower().split())


def _is_part(letter: Letter, sentence: Sentence) -> bool:
    """Whether it is no whole sentence, and no short answer to a question or a heading."""
    asked = letter.text[: sentence.span.start].rstrip().endswith(("?", ":"))
    if not asked and headless(sentence.parse):
        return not letter.text[: sentence.span.start].rstrip().endswith("-")
    if sentence.index > 1 and not asked and not _is_listed(letter, sentence) and hanging(sentence.parse):
        return True
    return (announced(sentence.parse) and not asked) or fragment(sentence.parse, _follows_question(letter, sentence))


def _is_listed(letter: Letter, sentence: Sentence) -> bool:
    """Whether it is one of several points of the same form: "You make two. That he left. That we knew."."""
    opener = sentence.text.split(" ", 1)[0]
    near = (each for paragraph in letter.paragraphs for each in paragraph.sentences if each.span != sentence.span)
    beside = (each for each in near if each.paragraph == sentence.paragraph)
    return any(each.text.split(" ", 1)[0] == opener for each in beside) and opener in ("That", "Such")


def _follows_question(letter: Letter, sentence: Sentence) -> bool:
    """Whether a question or a heading stands right before, to which a fragment is the answer."""
    return not letter.text[: sentence.span.start].rstrip().endswith((".", "!"))


def _from_to(sentence: Sentence, one: "Token", other: "Token") -> Span:
    """From the earlier of the two words to the end of the later."""
    first, last = sorted((one, other), key=lambda token: token.i)
    return Span(first.idx + sentence.offset, last.idx + len(last.text) + sentence.offset)


def finding(rule: Rule, letter: Letter, span: Span) -> Finding:
    """The rule's finding about the words of the span."""
    quote = letter.document.quote(span)
    words = " ".join(quote.split())
    shown = (
        words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2].rstrip()} … {words[-_LONGEST // 2 :].lstrip()}"
    )
    return marked(rule, letter, span, {"match": shown})


_LONGEST = 80
