"""Two places of a letter that do not agree → the finding that shows both."""

from dataclasses import dataclass, field, replace

from vlucheck.document import Span
from vlucheck.findings import Confidence, Finding
from vlucheck.letter.model import Letter
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Rule

_STEPS = tuple(Confidence)


@dataclass(frozen=True, slots=True)
class Clash:
    """What does not agree: `span` is the place to change, `also` the other place.

    `fill` are the words for the message's placeholders, `better` what could stand there instead; `unsure` lowers the
    confidence of the rule to medium or low.
    """

    span: Span
    also: Span | None = None
    fill: dict[str, str] = field(default_factory=dict)
    better: tuple[str, ...] = ()
    unsure: Confidence | None = None


def finding_of(clash: Clash, rule: Rule, letter: Letter) -> Finding:
    """Return the finding, its message filled in; it is never surer than the rule."""
    words = {"other": letter.document.quote(clash.also) if clash.also else ""} | clash.fill
    finding = replace(marked(rule, letter, clash.span, words), suggestions=clash.better, also=clash.also)
    if clash.unsure and _STEPS.index(clash.unsure) > _STEPS.index(rule.confidence):
        return replace(finding, confidence=clash.unsure)
    return finding
