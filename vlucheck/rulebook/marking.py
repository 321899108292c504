"""A rule and a place in a letter → the finding: the rule's message with the letter's words in it."""

import re
from collections.abc import Mapping

from vlucheck.document import Span
from vlucheck.findings import Finding
from vlucheck.letter.model import Letter
from vlucheck.rulebook.model import Rule

_PLACE = re.compile(r"\{(\w+)\}")
_OURS = frozenset({"place", "count", "limit", "days", "here", "there"})  # numbers, file names, names of parts


def marked(rule: Rule, letter: Letter, span: Span | None, words: Mapping[str, str] | None = None) -> Finding:
    """Return the finding of the rule at the place (None: the whole letter).

    {match} in its message becomes the letter's words there, any other {name} what `words` has under the name; a name
    that is not known stays as it stands. The finding remembers what it put in: it is not ours to show.
    """
    quote = letter.document.quote(span) if span else ""
    known = {"match": " ".join(quote.split()), **(words or {})}
    used = [name for name in _PLACE.findall(rule.message) if name in known]
    return Finding(
        rule=rule.id,
        name=rule.name,
        category=rule.category,
        severity=rule.severity,
        confidence=rule.confidence,
        message=_PLACE.sub(lambda place: known.get(place[1], place[0]), rule.message),
        why=rule.why,
        span=span,
        quote=quote,
        suggestions=tuple(word for word in rule.instead if word.casefold() != quote.casefold()),
        borrowed=tuple(known[name] for name in used if name not in _OURS),
    )
