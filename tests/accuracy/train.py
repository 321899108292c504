"""Trains the three linear models of `rules/models` from the development letters, excerpts, sentences and rule examples.

Usage: python tests/accuracy/train.py [letter-types] [elements] [tone] [--figures]

Needs scikit-learn (`pip install -e ".[train]"`). With --figures each model is also trained without one hand after the
other and tried on that hand (some ten minutes); what comes out stands in `rules/models/training.json`. The batches kept
for measuring take no part.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
import yaml
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from vlucheck.checks.elements.alike import unit_marks
from vlucheck.document import Document
from vlucheck.findings import Category
from vlucheck.letter.detect import find_signals, type_marks
from vlucheck.letter.knowledge import Knowledge, knowledge_from
from vlucheck.letter.model import Letter, fold
from vlucheck.letter.parser import open_parser
from vlucheck.letter.understand import understand
from vlucheck.linear import character_marks, features, word_marks
from vlucheck.readers import read
from vlucheck.readers.text import document_of
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Examples, Require, Rulebook
from vlucheck.rulebook.seek import units

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from accuracy import READ, SETS  # noqa: E402

TYPE_COLUMNS = 1 << 16
ELEMENT_COLUMNS = 1 << 15
TYPE_STRENGTH = 100.0
ELEMENT_STRENGTH = 10.0
SHORTEST = 4
RARE = 3  # a flawed sentence of a letter counts as three: letters have few of them
TYPE_FIGURES = "accuracy on each hand when trained on the others"
ELEMENT_FIGURES = "area under the curve on each hand when trained on the others"


@dataclass(frozen=True, slots=True)
class Case:
    """Something to learn from: whose hand wrote it, what is seen of it, and what it is."""

    hand: str
    marks: tuple[list[int], list[float]]
    labels: frozenset[str]


def main() -> int:
    """Train the models that are asked for, both when none is, and write them with their figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="*", default=[])
    parser.add_argument("--figures", action="store_true", help="try the models on hands they have not seen, too")
    options = parser.parse_args()
    wanted = options.models or ["letter-types", "elements", "tone"]
    rulebook = load_rulebook()
    folder = rulebook.folder / "models"
    folder.mkdir(exist_ok=True)
    told = folder / "training.json"
    figures = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
    reader = _reader(rulebook)
    if "letter-types" in wanted:
        figures["letter-types"] = train_types(reader, folder / "letter-types.npz", options.figures)
    if "elements" in wanted:
        figures["elements"] = train_elements(reader, rulebook, folder / "elements.npz", options.figures)
    if "tone" in wanted:
        figures["tone"] = train_tone(reader, rulebook, folder / "tone.npz", options.figures)
    told.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


def train_types(reader: "Reader", target: Path, figures: bool) -> dict[str, object]:
    """Learn the letter types from whole letters and from excerpts; return the figures."""
    cases = [reader.type_case(letter, label["type"], hand) for hand, letter, label in reader.letters()]
    cases += [reader.type_case(letter, kind, hand) for hand, kind, letter in reader.excerpts()]
    labels = tuple(kind.id for kind in reader.knowledge.types)
    table, hands = _matrix(cases, TYPE_COLUMNS), numpy.array([case.hand for case in cases])
    truth = numpy.array([labels.index(next(iter(case.labels))) for case in cases])
    right = {}
    for hand in sorted(set(hands)) if figures else ():
        others = hands != hand
        model = LogisticRegression(C=TYPE_STRENGTH, max_iter=4000).fit(table[others], truth[others])
        right[str(hand)] = round(float((model.predict(table[~others]) == truth[~others]).mean()), 3)
    model = LogisticRegression(C=TYPE_STRENGTH, max_iter=4000).fit(table, truth)
    _write(target, labels, model.coef_, model.intercept_)
    return {"date": _today(), "texts": len(cases), **({TYPE_FIGURES: right} if figures else {})}


def train_elements(reader: "Reader", rulebook: Rulebook, target: Path, figures: bool) -> dict[str, object]:
    """Learn which sentences carry an element, from marked evidence and from the rules' own examples."""
    cases = [case for hand, letter, label in reader.letters() for case in _element_cases(hand, letter, label)]
    examples = {rule.test.element: rule.examples for rule in rulebook.rules if isinstance(rule.test, Require)}
    labels = tuple(sorted(examples))
    table, hands = _matrix(cases, ELEMENT_COLUMNS), numpy.array([case.hand for case in cases])
    weights, biases, areas = [], [], {}
    for element in labels:
        own = list(_example_cases(element, examples[element]))
        own_table, own_truth = _matrix(own, ELEMENT_COLUMNS), [element in case.labels for case in own]
        truth = numpy.array([element in case.labels for case in cases])
        if figures:
            areas[element] = _area(table, hands, truth, (own_table, own_truth))
        model = _element_fit(vstack([table, own_table]), [*truth, *own_truth])
        weights.append(model.coef_[0])
        biases.append(model.intercept_[0])
    _write(target, labels, numpy.array(weights), numpy.array(biases))
    return {"date": _today(), "sentences": len(cases), **({ELEMENT_FIGURES: areas} if figures else {})}


def train_tone(reader: "Reader", rulebook: Rulebook, target: Path, figures: bool) -> dict[str, object]:
    """Learn which sentences hurt, from pairs of flawed and proper ones, the tone rules' examples, and the letters."""
    cases = [*_tone_sentences(), *_tone_examples(rulebook)]
    cases += [case for hand, letter, label in reader.letters() for case in _tone_cases(hand, letter, label)]
    table, hands = _matrix(cases, ELEMENT_COLUMNS), numpy.array([case.hand for case in cases])
    truth = numpy.array([bool(case.labels) for case in cases])
    weight = numpy.where(truth & numpy.char.isalpha(hands) & (numpy.char.str_len(hands) == 1), RARE, 1)
    areas = {}
    for hand in sorted(set(hands)) if figures else ():
        held = hands == hand
        if 0 < truth[held].sum() < held.sum():
            points = _element_fit(table[~held], truth[~held], weight[~held]).decision_function(table[held])
            areas[str(hand)] = round(float(roc_auc_score(truth[held], points)), 3)
    model = _element_fit(table, truth, weight)
    _write(target, ("flawed",), model.coef_, model.intercept_)
    return {"date": _today(), "sentences": len(cases), **({ELEMENT_FIGURES: areas} if figures else {})}


def _tone_sentences() -> Iterable[Case]:
    for path in sorted((HERE / "tone").glob("*.yaml")):
        for family in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            for kind, texts in family.items():
                yield from (_tone_case(path.stem, text, kind == "flawed") for text in texts)


def _tone_examples(rulebook: Rulebook) -> Iterable[Case]:
    for rule in rulebook.rules:
        if rule.category is Category.TONE and rule.kind != "compare":
            yield from (_tone_case("rules", text, True) for text in rule.examples.bad)
            yield from (_tone_case("rules", text, False) for text in rule.examples.good)


def _tone_cases(hand: str, letter: Letter, label: dict) -> Iterable[Case]:
    """Each sentence of a letter, flawed where a tone flaw is marked in it."""
    marked = [_plain(flaw["quote"]) for flaw in label.get("defects") or [] if flaw["category"] == "tone"]
    for sentence in letter.sentences:
        text = _plain(sentence.text)
        yield _tone_case(hand, text, any(_same(text, quote) for quote in marked if quote))


def _tone_case(hand: str, text: str, flawed: bool) -> Case:
    folded = fold(text)
    marks = features([*word_marks(folded), *character_marks(folded)], ELEMENT_COLUMNS)
    return Case(hand, marks, frozenset({"flawed"} if flawed else ()))


def _area(
    table: csr_matrix, hands: numpy.ndarray, truth: numpy.ndarray, own: tuple[csr_matrix, Sequence[bool]]
) -> float:
    """The chance that a sentence with the element gets more points than one without, from a model new to its hand."""
    points = numpy.zeros(len(truth))
    for hand in sorted(set(hands)):
        others = hands != hand
        model = _element_fit(vstack([table[others], own[0]]), [*truth[others], *own[1]])
        points[~others] = model.decision_function(table[~others])
    return round(float(roc_auc_score(truth, points)), 3)


@dataclass(frozen=True, slots=True)
class Reader:
    """Understands letters and excerpts, without a model: it is what the models are made of."""

    knowledge: Knowledge
    understand: Callable[[Document, str | None], Letter]

    def letters(self) -> Iterable[tuple[str, Letter, dict]]:
        """Each development letter, and each of a later hand, with its hand (the batch) and its labels."""
        development = [path for path in (HERE / "letters").glob("*.yaml") if path.stem[0] in SETS[READ]]
        for path in sorted([*development, *(HERE / "later" / "mixed").glob("*.yaml")]):
            if path.stem[1:].isdigit():
                label = yaml.safe_load(path.read_text(encoding="utf-8"))
                yield path.stem[0], self.understand(read(path.with_suffix(".txt")), label["type"]), label

    def excerpts(self) -> Iterable[tuple[str, str, Letter]]:
        """Each excerpt with its hand (the file) and its type, set into a letter."""
        for path in (*sorted((HERE / "excerpts").glob("*.yaml")), HERE.parent / "letter" / "voices.yaml"):
            for kind, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
                for text in texts:
                    yield path.stem, kind, self.understand(document_of("excerpt.txt", "txt", _letter_text(text)), kind)

    def type_case(self, letter: Letter, kind: str, hand: str) -> Case:
        """The letter as the type model sees it."""
        sentences = [*letter.headings, *letter.sentences]
        found = find_signals(letter.lines, sentences, self.knowledge)
        return Case(hand, features(type_marks(sentences, found), TYPE_COLUMNS), frozenset({kind}))


def _reader(rulebook: Rulebook) -> Reader:
    nlp = open_parser()
    knowledge = knowledge_from(rulebook.tables["letter-types"], rulebook.concepts)
    return Reader(knowledge, lambda document, kind: understand(document, nlp, knowledge, kind))


def _letter_text(body: str) -> str:
    """An excerpt with the head and foot of a letter around it; "# " marks its subject."""
    lines = [line.removeprefix("# ") for line in body.strip().splitlines() if line.strip()]
    if not any(line.lower().startswith("dear") for line in lines[:4]):
        lines.insert(0, "Dear Mrs Hart")
    head = "Mrs Jo Hart\n1 Low Road\nLeeford LE3 4CD"
    return "\n\n".join([head, *lines, "Yours sincerely", "Ann Lee\nOfficer"])


def _element_cases(hand: str, letter: Letter, label: dict) -> Iterable[Case]:
    """Each sentence and line once, with the elements that it carries in full."""
    marked = {
        element: [_plain(quote) for quote in quotes]
        for element, quotes in (label.get("evidence") or {}).items()
        if label["elements"][element] == "met"
    }
    seen: set[str] = set()
    for unit in units(letter, "letter"):
        text = _plain(unit.folded)
        if text not in seen:
            seen.add(text)
            carried = {name for name, quotes in marked.items() if any(_same(text, quote) for quote in quotes)}
            yield Case(hand, features(unit_marks(unit.folded), ELEMENT_COLUMNS), frozenset(carried))


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def _same(text: str, quote: str) -> bool:
    return min(len(text), len(quote)) >= SHORTEST and (text in quote or quote in text)


def _example_cases(element: str, examples: Examples) -> Iterable[Case]:
    for met, some in ((True, examples.met), (False, (*examples.partly, *examples.missing))):
        for text in some:
            yield Case("", features(unit_marks(fold(text)), ELEMENT_COLUMNS), frozenset({element} if met else ()))


def _element_fit(table: csr_matrix, truth: Sequence[bool], weight: numpy.ndarray | None = None) -> LogisticRegression:
    model = LogisticRegression(C=ELEMENT_STRENGTH, max_iter=1000, solver="liblinear", random_state=0)
    return model.fit(table, truth, sample_weight=weight)


def _matrix(cases: Sequence[Case], columns: int) -> csr_matrix:
    rows = [
        csr_matrix((values, ([0] * len(filled), filled)), shape=(1, columns))
        for filled, values in (case.marks for case in cases)
    ]
    return vstack(rows).tocsr()


def _write(target: Path, labels: Sequence[str], weights: numpy.ndarray, bias: numpy.ndarray) -> None:
    """Weights as whole numbers of eight bits, a scale for each label."""
    scale = numpy.abs(weights).max(axis=1) / 127
    numpy.savez_compressed(
        target,
        labels=numpy.array(labels),
        weights=numpy.rint(weights / scale[:, None]).astype(numpy.int8),
        scale=scale.astype(numpy.float32),
        bias=bias.astype(numpy.float32),
    )


def _today() -> str:
    return datetime.date.today().isoformat()


if __name__ == "__main__":
    sys.exit(main())
