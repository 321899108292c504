"""Measures vlucheck on sentences with one planted slip each and on their correct twins.

Usage: python tests/benchmarks/slips.py [--misses] [--engine NAME] [--file slips.yaml]

A slip counts as found when a finding of spelling, grammar or punctuation that is shown by default touches it. On the
twins every such finding is a false alarm. Many sentences stand in one letter, a paragraph each, to save time.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from vlucheck.document import Span
from vlucheck.findings import Category, Confidence, Finding
from vlucheck.pipeline import Run, check_document, open_run
from vlucheck.readers.text import read_text
from vlucheck.settings import Settings

SLIPS = Path(__file__).with_name("slips.yaml")
MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
LANGUAGE = frozenset({Category.SPELLING, Category.GRAMMAR, Category.PUNCTUATION})
SENTENCES_A_LETTER = 30
HEAD = "\n\n".join(
    (
        "Mrs Anna Kowalska\n4 Mill Lane\nHarborough\nHB2 7QT",
        "5 March 2026",
        "Our reference: 12NY1111326",
        "Dear Mrs Kowalska",
        "",
    )
)
TAIL = "\n\nYours sincerely\n\nRuth Ainsley\nVictim Liaison Officer\n"


@dataclass(frozen=True, slots=True)
class Slip:
    """One sentence; `start` and `end` are the place of the slip in `wrong`."""

    kind: str
    wrong: str
    right: str
    start: int
    end: int


def main() -> int:
    """Print recall by kind and the false alarms on the twins; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was not found and every false alarm")
    parser.add_argument("--engine", default="embedded", help="the grammar engine to measure with")
    parser.add_argument("--file", type=Path, default=SLIPS, help="the sentences to measure on")
    options = parser.parse_args()
    slips = read_slips(options.file)
    with open_run(Settings(engine=options.engine)) as run:
        wrong = findings_by_sentence([slip.wrong for slip in slips], run)
        right = findings_by_sentence([slip.right for slip in slips], run)
    missed = [slip for slip, found in zip(slips, wrong, strict=True) if not any(_touches(slip, f) for f in found)]
    show(slips, missed, sum(map(len, right)))
    if options.misses:
        for slip in missed:
            before, slipped, after = slip.wrong[: slip.start], slip.wrong[slip.start : slip.end], slip.wrong[slip.end :]
            print(f"MISSED {slip.kind}: {before}[{slipped}]{after}")
        for slip, found in zip(slips, right, strict=True):
            for finding in found:
                print(f'FALSE {finding.source} {finding.rule}: "{finding.quote}" in: {slip.right}')
    return 0


def read_slips(path: Path) -> list[Slip]:
    """The sentences of the file, each with its correct twin."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_slip(kind, marked) for kind, sentences in table.items() for marked in sentences]


def _slip(kind: str, marked: str) -> Slip:
    found = MARK.search(marked)
    if found is None or MARK.search(marked, found.end()):
        raise ValueError(f"one slip a sentence is wanted: {marked}")
    before, after = marked[: found.start()], marked[found.end() :]
    right = re.sub(r"  +", " ", f"{before}{found[2]}{after}")
    return Slip(kind, f"{before}{found[1]}{after}", right, len(before), len(before) + len(found[1]))


def findings_by_sentence(sentences: Sequence[str], run: Run) -> list[list[Finding]]:
    """For each sentence its findings, with spans counted from the sentence's first character."""
    result: list[list[Finding]] = []
    for start in range(0, len(sentences), SENTENCES_A_LETTER):
        result.extend(_of_one_letter(sentences[start : start + SENTENCES_A_LETTER], run))
    return result


def _of_one_letter(sentences: Sequence[str], run: Run) -> Iterator[list[Finding]]:
    text = HEAD + "\n\n".join(sentences) + TAIL
    report = check_document(read_text("letter.txt", text.encode()), run)
    shown = [f for f in (each.finding for each in report.findings) if f.span and is_shown(f)]
    at = len(HEAD)
    for sentence in sentences:
        end = at + len(sentence)
        inside = [f for f in shown if f.span and at <= f.span.start < end]
        yield [replace(f, span=Span(f.span.start - at, f.span.end - at)) for f in inside if f.span]
        at = end + 2


def is_shown(finding: Finding) -> bool:
    """Whether it is about the language and shown to the officer by default."""
    return finding.category in LANGUAGE and finding.confidence is not Confidence.LOW


def _touches(slip: Slip, finding: Finding) -> bool:
    """Whether the finding covers part of the slip, or stands right next to a word that is missing."""
    return finding.span is not None and finding.span.start <= slip.end and finding.span.end >= slip.start


def show(slips: Sequence[Slip], missed: Sequence[Slip], false_alarms: int) -> None:
    """A line for each kind of slip and one for the twins."""
    for kind in dict.fromkeys(slip.kind for slip in slips):
        total = sum(1 for slip in slips if slip.kind == kind)
        lost = sum(1 for slip in missed if slip.kind == kind)
        print(f"slips.recall.{kind}: {(total - lost) / total:.3f} ({total - lost} of {total})")
    print(f"slips.recall: {(len(slips) - len(missed)) / len(slips):.3f} ({len(slips) - len(missed)} of {len(slips)})")
    print(f"twins.false: {false_alarms} in {len(slips)} sentences")


if __name__ == "__main__":
    sys.exit(main())
