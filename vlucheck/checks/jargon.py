"""The glossary and a letter → a finding for each legal term that the letter uses and nowhere explains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vlucheck.checks.glossary import Term, read_glossary
from vlucheck.document import Span
from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Part, Sentence
from vlucheck.phrases import BadPhrase
from vlucheck.rulebook.model import Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans

_GLOSS_AFTER = re.compile(
    r"""^['"]*(?:
        [,;:]?\s*\((?!section|s\.|the\ act|act|see|from|on|dated)[^()]*[a-z]+\s+[a-z'-]+[^()]*\)   # brackets with words
      | \s*-\s+\w+\s+\w+\s+\w+                                          # a dash
      | ,?\s+(?:which|that|this|it)\s+(?:simply\s+)?(?:means|meant|is|asks|requires|would\s+mean|says)\b
      | ,\s+(?:or|meaning|that\s+is|in\s+other\s+words|i\.e\.|a|an|where|when|in\s+which|to\s+say|so\s+that|namely)\b
      | ,\s+the\s+(?:document|paper|list|formal|test|legal|law|rule|way|process|person|officer|lawyer)\b
      | [^.?!]{0,60}\b(?:means?|meaning|meant|that\s+is\s+to\s+say|in\s+other\s+words|in\s+plain|is\s+to)\b
      | \s+(?:is|are|was|were)\s+(?:a|an|when|where|what|how|whether)\b
      | \s+(?:is|are|was|were)\s+the\s+(?:name|word|term|document|paper|list|test|way|person|process)\b
      | :\s+\w+
    )""",
    re.VERBOSE,
)
_GLOSS_NEXT = re.compile(
    r"""^['"(]*(?:
        in\ other\ words|in\ plain|put\ simply|put\ another\ way|in\ short|that\ is|by\ (?:this|that)
      | what\ (?:this|that)\ means
      | (?:this|that|it|which|they|these)\s+(?:simply|just|only|all)?\s*(?:means?|meant|asks?)\b
      | (?:this|that|it|which)\s+is\s+(?:a|an|the|when|where|what|how|whether)\b
    )""",
    re.VERBOSE,
)
_NAMED = re.compile(
    r"""(?:\bcalled|known\s+as|\bcalls?|\bcall\s+(?:this|that|it)|termed|\bthe\s+(?:word|term|words|phrase|name)(?:\s+for)?|refers?\s+to)
        \W+(?:(?:the|a|an|in|law|legally|formally|legal|terms|as|it|is)\W+){0,3}$""",
    re.VERBOSE,
)
_OPENS_BRACKET = re.compile(r"\w\s+\(['\"]*(?:the |an? |called |known as |or )*['\"]*$")
_CLOSES_BRACKET = re.compile(r"^['\"]*\)")


@dataclass(frozen=True, slots=True)
class _Use:
    """A place where the letter uses a term; `around`: the sentence before, its own and the two after, as one text."""

    span: Span
    sentence: Sentence
    around: str
    before: str
    after: str
    following: str


@dataclass(frozen=True, slots=True)
class Jargon:
    """The check for legal terms; `rule` holds the message, the terms come from the glossary."""

    rule: Rule | None
    terms: tuple[Term, ...]
    name: str = "legal terms"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Jargon":
        """Read and compile the glossary. Raises BadRule for an entry that cannot be read."""
        try:
            return cls(rulebook.compare("jargon"), read_glossary(rulebook))
        except BadPhrase as error:
            raise BadRule(f"{rulebook.folder / 'glossary.yaml'}: {error}") from error

    def run(self, letter: Letter) -> Outcome:
        """Return a finding at the first use of each term that the letter never explains."""
        rule = self.rule
        if rule is None or not rule.applies_to(letter.type.type):
            return Outcome()
        quoted = quoted_spans(letter)
        sentences = tuple(sorted((*letter.sentences, *letter.headings), key=lambda sentence: sentence.span))
        bare: list[tuple[Term, _Use]] = []
        for term in self.terms:
            uses = list(_uses(term, letter, sentences))
            own = [use for use in uses if _is_own(use, quoted, term.capitals)]
            if own and not any(_explained(term, use) for use in uses):
                bare.append((term, own[0]))
        return Outcome(findings=tuple(_finding(rule, term, use, letter) for term, use in _apart(bare)))


def _is_own(use: _Use, quoted: tuple[Span, ...], heading_counts: bool) -> bool:
    """Whether the writer says it, not somebody who is quoted; a term in a heading may be explained by what follows."""
    return (heading_counts or use.sentence.part is Part.BODY) and not any(span.covers(use.span) for span in quoted)


def _uses(term: Term, letter: Letter, sentences: tuple[Sentence, ...]) -> Iterator[_Use]:
    folded, written = letter.folded, letter.text if term.capitals else letter.folded
    if not term.form.search(written) or (term.written_out and term.written_out.search(folded)):
        return
    for index, sentence in enumerate(sentences):
        start, end = sentence.span.start, sentence.span.end
        text = folded[start:end]
        if term.unless and term.unless.search(text):
            continue
        for found in term.form.finditer(written[start:end]):
            near = sentences[max(0, index - 1) : index + 3]
            following = sentences[index + 1] if index + 1 < len(sentences) else None
            yield _Use(
                span=Span(start + found.start(), start + found.end()),
                sentence=sentence,
                around=folded[near[0].span.start : start + found.start()]
                + " | "
                + folded[start + found.end() : near[-1].span.end],
                before=text[: found.start()],
                after=text[found.end() :],
                following=folded[following.span.start : following.span.end] if following else "",
            )


def _explained(term: Term, use: _Use) -> bool:
    """Whether the letter says what the term means where it uses it."""
    if term.explained and term.explained.search(use.around):
        return True
    if _GLOSS_AFTER.search(use.after) or _GLOSS_NEXT.search(use.following) or _NAMED.search(use.before):
        return True
    return bool(_OPENS_BRACKET.search(use.before) and _CLOSES_BRACKET.search(use.after))


def _apart(bare: list[tuple[Term, _Use]]) -> list[tuple[Term, _Use]]:
    """One finding for terms that overlap, and one a sentence for terms of the same group."""
    kept: list[tuple[Term, _Use]] = []
    for term, use in sorted(bare, key=lambda pair: (pair[1].span.start, -pair[1].span.end)):
        same = any(
            use.span.overlaps(other.span) or (term.group and term.group == one.group and use.sentence == other.sentence)
            for one, other in kept
        )
        if not same:
            kept.append((term, use))
    return kept


def _finding(rule: Rule, term: Term, use: _Use, letter: Letter) -> Finding:
    quote = letter.document.quote(use.span)
    words = rule.message.replace("{match}", " ".join(quote.split()))
    shown = replace(rule, severity=term.severity or rule.severity, confidence=term.confidence or rule.confidence)
    return Finding(
        rule=shown.id,
        name=shown.name,
        category=shown.category,
        severity=shown.severity,
        confidence=shown.confidence,
        message=words.replace("{means}", _meaning(term)),
        why=shown.why,
        span=use.span,
        quote=quote,
        suggestions=(term.means,),
    )


def _meaning(term: Term) -> str:
    return f"It stands for: {term.means}." if term.capitals else f"In plain words: {term.means}"
