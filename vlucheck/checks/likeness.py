"""The sentences of a letter and the model trained for tone → those that read like sentences that hurt their readers.

Wording rules find what somebody foresaw. The model saw many flawed sentences beside proper ones that look like them,
and points at a sentence without knowing why: so it only ever asks for a second look.
"""

from dataclasses import dataclass, replace

from vlucheck.errors import BadRule
from vlucheck.findings import Finding, Outcome
from vlucheck.letter.model import Letter, Sentence
from vlucheck.linear import LinearModel, character_marks, load_model, share, word_marks
from vlucheck.rulebook.marking import marked
from vlucheck.rulebook.model import Compare, Rule, Rulebook
from vlucheck.rulebook.seek import quoted_spans

_CHECK = "reads-unkindly"
_LABEL = "flawed"
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares each sentence with what the model learnt."""

    rule: Rule
    model: LinearModel
    least: float
    name: str = "sentences that read unkindly"

    @classmethod
    def opened(cls, rulebook: Rulebook) -> "Likeness | None":
        """None where the rulebook has no rule for it. Raises BadRule."""
        rule = rulebook.compare(_CHECK)
        if rule is None or not isinstance(rule.test, Compare):
            return None
        least = rule.test.settings.get("least")
        if not isinstance(least, float) or not 0 < least < 1:
            raise BadRule(f'{rule.path}: "least" must be a share between 0 and 1')
        return cls(rule, load_model(rulebook.model("tone")), least)

    def run(self, letter: Letter) -> Outcome:
        """Return a finding for each sentence of the writer's own that is likely enough to hurt."""
        quoted = quoted_spans(letter)
        own = (each for each in letter.sentences if not any(other.overlaps(each.span) for other in quoted))
        return Outcome(findings=tuple(self._finding(each, letter) for each in own if self._unkind(each, letter)))

    def _unkind(self, sentence: Sentence, letter: Letter) -> bool:
        folded = letter.folded[sentence.span.start : sentence.span.end]
        return len(folded.split()) >= _LEAST_WORDS and share(tone_points(folded, self.model)) >= self.least

    def _finding(self, sentence: Sentence, letter: Letter) -> Finding:
        rule = self.rule
        return replace(marked(rule, letter, sentence.span), hunch=True)


def tone_points(folded: str, model: LinearModel) -> float:
    """The model's points for a sentence: above 0 it is more like the flawed ones."""
    return model.points([*word_marks(folded), *character_marks(folded)]).get(_LABEL, 0.0)
