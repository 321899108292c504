"""Shows how elements are judged on the labelled letters, for work on their rules; the batches kept apart are left out.

Usage: python tests/accuracy/lab.py [ELEMENT…] [--batch p] [--facts] [--say "a phrase"]
For each needed pair that is judged wrongly it prints the marked and the shown sentences; at the end, figures.
"""

import argparse
import collections
import dataclasses
import pathlib
import sys

import yaml

from vlucheck.checks.elements import Elements
from vlucheck.checks.elements.reading import read_letter
from vlucheck.findings import Need, Status
from vlucheck.letter.parser import open_parser
from vlucheck.letter.understand import understand
from vlucheck.readers import read
from vlucheck.rulebook.knowledge import knowledge_of
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Require, Wording
from vlucheck.rulebook.seek import seeker

LETTERS = pathlib.Path(__file__).parent / "letters"
KEPT = frozenset("uwyz")
LACK = {"missing", "partly"}


def main() -> int:
    """Print what is judged wrongly, then the figures by element."""
    parser = argparse.ArgumentParser()
    parser.add_argument("elements", nargs="*")
    parser.add_argument("--batch", default="")
    parser.add_argument("--facts", action="store_true", help="which sentences tell which facts")
    parser.add_argument("--say", help="only show the sentences in which this phrase stands")
    options = parser.parse_args()
    rulebook = load_rulebook()
    ruled = {rule.test.element for rule in rulebook.rules if isinstance(rule.test, Require)}
    rulebook = dataclasses.replace(rulebook, needs=tuple(row for row in rulebook.needs if row.element in ruled))
    knowledge, nlp, check = knowledge_of(rulebook), open_parser(), Elements.opened(rulebook)
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0, 0, 0])
    for path in sorted(LETTERS.glob("*.yaml")):
        if path.stem[0] in KEPT or (options.batch and path.stem[0] not in options.batch):
            continue
        label = yaml.safe_load(path.read_text(encoding="utf-8"))
        letter = understand(read(path.with_suffix(".txt")), nlp, knowledge, label["type"])
        if options.say:
            for hit in seeker(Wording(phrases=(options.say,), where="letter"), rulebook.concepts).find(letter):
                print(f"{path.stem} {letter.document.quote(hit.units[0].span)[:200]!r}")
            continue
        if options.facts:
            reading = read_letter(letter, check.questions)
            for fact, units in reading.facts.items():
                if units and (not options.elements or fact in options.elements):
                    print(f"{path.stem} {fact}: {letter.document.quote(units[0].span)[:150]!r}")
            continue
        for element in check.run(letter).elements:
            if not options.elements or element.id in options.elements:
                compare(path.stem, label, element, letter, counts[element.id])
    report(counts)
    return 0


def compare(stem, label, element, letter, count) -> None:
    """Count one pair and print it when it is wrong."""
    want = label["elements"][element.id]
    row_need = element.need is not Need.NONE
    got = str(element.status) if row_need else "n/a"
    complained = got in LACK
    if want == "n/a":
        count[4] += complained
        if complained:
            print(f"{stem} {element.id}: complained of ({got}), not needed")
        return
    count[3] += got == want or (not row_need and want == "met")
    if (want in LACK) and complained:
        count[0] += 1
    elif complained:
        count[1] += 1
    elif want in LACK:
        count[2] += 1
    if got != want and not (element.status is Status.NOT_APPLICABLE and want == "met"):
        marked = (label.get("evidence") or {}).get(element.id, [])
        shown = [letter.document.quote(span) for span in element.evidence]
        print(f"{stem} {label['type']} {element.id}: want {want}, got {got}\n    marked: {marked}\n    shown:  {shown}")


def report(counts) -> None:
    """Print the figures by element."""
    for element, (tp, fp, fn, exact, noise) in sorted(counts.items()):
        f1 = 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None
        f1_text = "  - " if f1 is None else f"{f1:.2f}"
        print(
            f"{element:24} f1 of lacking {f1_text} (tp {tp} fp {fp} fn {fn}) exact {exact} complained in vain {noise}"
        )
    known = [2 * t / (2 * t + p + n) for t, p, n, _, _ in counts.values() if t + p + n]
    if known:
        print(f"macro f1 {sum(known) / len(known):.3f}")


if __name__ == "__main__":
    sys.exit(main())
