"""Counts what vlucheck says about good prose: findings of spelling, grammar and punctuation in 1,000 words, by rule.

Usage: python tests/benchmarks/prose.py FOLDER [--engine NAME] [--examples N]

FOLDER holds text files (paragraphs with a blank line between them) of well-edited British prose. Whatever is shown
by default as must-fix or should-fix is taken for a false alarm; an editor's real slips are few enough not to matter.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from slips import HEAD, TAIL, is_shown

from vlucheck.findings import Finding, Severity
from vlucheck.pipeline import Run, check_document, open_run
from vlucheck.readers.text import read_text
from vlucheck.settings import Settings

WORDS_A_LETTER = 800
COUNTED = frozenset({Severity.MUST_FIX, Severity.SHOULD_FIX})


def main() -> int:
    """Print the hits in 1,000 words for each rule, the worst first, and for all; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", default="embedded", help="the grammar engine to measure with")
    parser.add_argument("--examples", type=int, default=0, help="print so many hits of each rule")
    options = parser.parse_args()
    hits: dict[str, list[str]] = defaultdict(list)
    words = 0
    with open_run(Settings(engine=options.engine)) as run:
        for text in _letters(options.folder):
            words += len(text.split())
            for rule, example in _hits(text, run):
                hits[rule].append(example)
    for rule, examples in sorted(hits.items(), key=lambda item: -len(item[1])):
        print(f"{1000 * len(examples) / words:7.3f}  {len(examples):4}  {rule}")
        for example in examples[: options.examples]:
            print(f"               {example}")
    total = sum(map(len, hits.values()))
    print(f"prose.hits_per_1000_words: {1000 * total / words:.2f} ({total} in {words} words)")
    return 0


def _letters(folder: Path) -> Iterator[str]:
    """The paragraphs of all files, as many at a time as make a long letter."""
    for path in sorted(folder.glob("*.txt")):
        taken: list[str] = []
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            taken.append(" ".join(paragraph.split()))
            if sum(len(each.split()) for each in taken) >= WORDS_A_LETTER:
                yield "\n\n".join(taken)
                taken = []
        if taken:
            yield "\n\n".join(taken)


def _hits(text: str, run: Run) -> Iterator[tuple[str, str]]:
    report = check_document(read_text("letter.txt", (HEAD + text + TAIL).encode()), run)
    for placed in report.findings:
        finding = placed.finding
        if finding.severity in COUNTED and finding.span and is_shown(finding):
            around = (report.text or "")[max(0, finding.span.start - 50) : finding.span.end + 40]
            yield _rule(finding), f"{finding.quote!r} in {' '.join(around.split())!r}"


def _rule(finding: Finding) -> str:
    """The rule's id; for an engine also its own rule, "VLU-G001 lingotweaker:ANI_T"."""
    return finding.rule if finding.source == "vlucheck" else f"{finding.rule} {finding.source}"


if __name__ == "__main__":
    sys.exit(main())
