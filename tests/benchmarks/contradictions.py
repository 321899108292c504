"""Measures vlucheck on letters with one wrong fact or one remnant each, and on their correct twins.

Usage: python tests/benchmarks/contradictions.py [--misses] [--only KIND] [--base NAME] [--file contradictions.yaml]

A flaw counts as found when a finding that the letter did not have before, of content, consistency, presentation or
timeliness and shown by default, covers the edit or the other place of the contradiction names it. On the twins, and on
the letters as they stand, every such finding is a false alarm (missing elements are not counted there).
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from vlucheck.document import Span
from vlucheck.findings import Category, Confidence, Finding
from vlucheck.pipeline import Run, check_document, open_run
from vlucheck.readers.text import read_text
from vlucheck.settings import Settings

CONTRADICTIONS = Path(__file__).with_name("contradictions.yaml")
COUNTED = frozenset({Category.CONTENT, Category.CONSISTENCY, Category.PRESENTATION, Category.TIMELINESS})
ELEMENT_RULE = "VLU-C"
WORD = re.compile(r"[\w£/@.-]*\w")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the letter `base`: `wrong` is the flaw, `right` its correct twin."""

    base: str
    kind: str
    old: str
    wrong: str
    right: str


def main() -> int:
    """Print recall by kind and the false alarms; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was not found and every false alarm")
    parser.add_argument("--only", help="measure the kinds that begin with this")
    parser.add_argument("--base", help="measure one base letter")
    parser.add_argument("--file", type=Path, default=CONTRADICTIONS, help="the letters and edits to measure on")
    options = parser.parse_args()
    bases, edits = read_bench(options.file)
    edits = [e for e in edits if e.base == (options.base or e.base) and e.kind.startswith(options.only or "")]
    with open_run(Settings(engine="none")) as run:
        measured = list(measure({name: bases[name] for name in {e.base for e in edits}}, edits, run))
        as_they_stand = [(n, f) for n in sorted({e.base for e in edits}) for f in alarms(bases[n], run)]
    missed = [edit for edit, found, _ in measured if not found]
    false = [(edit, alarm) for edit, _, alarmed in measured for alarm in alarmed]
    show(edits, missed, len(false), len(as_they_stand))
    if options.misses:
        for edit in missed:
            print(f"MISSED {edit.base} {edit.kind}: {edit.old!r} -> {edit.wrong!r}")
        for edit, alarm in false:
            print(f"FALSE {edit.base} {edit.kind}: {edit.right!r}: {alarm.rule} {alarm.quote!r} {alarm.message}")
        for name, alarm in as_they_stand:
            print(f"FALSE {name} as it stands: {alarm.rule} {alarm.quote!r} {alarm.message}")
    return 0


def read_bench(path: Path) -> tuple[dict[str, str], list[Edit]]:
    """The letters by name, and the edits. Raises ValueError where the old text does not stand once in its letter."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    edits = [
        Edit(base, *edit)
        for part in ("edits", "presentation")
        for base, listed in table.get(part, {}).items()
        for edit in listed
    ]
    for edit in edits:
        if table["bases"][edit.base].count(edit.old) != 1:
            raise ValueError(f"the text must stand once in {edit.base}: {edit.old!r}")
    return table["bases"], edits


def measure(bases: dict[str, str], edits: Iterable[Edit], run: Run) -> Iterator[tuple[Edit, bool, tuple[Finding, ...]]]:
    """For each edit: whether its flaw was found, and the false alarms on its twin."""
    before = {name: {(f.rule, f.quote) for f in shown(text, run)[1]} for name, text in bases.items()}
    for edit in edits:
        text = bases[edit.base]
        read, findings = shown(text.replace(edit.old, edit.wrong), run)
        new = [f for f in findings if (f.rule, f.quote) not in before[edit.base]]
        twin = alarms(text.replace(edit.old, edit.right), run)
        start = place_in(read, edit, text.index(edit.old) / len(text))
        yield (
            edit,
            any(is_about(finding, edit, start) for finding in new),
            tuple(f for f in twin if (f.rule, f.quote) not in before[edit.base]),
        )


def place_in(read: str, edit: Edit, share: float) -> int:
    """Where the edit begins in the text as it was read (spaces before a line may be gone), near its share of it."""
    words = r"\s+".join(map(re.escape, edit.wrong.split()))
    starts = [found.start() for found in re.finditer(words, read)]
    return min(starts, key=lambda start: abs(start - share * len(read)), default=int(share * len(read)))


def shown(text: str, run: Run) -> tuple[str, list[Finding]]:
    """The letter's text as it was read, and the findings that are counted and shown to the officer by default."""
    report = check_document(read_text("letter.txt", text.encode()), run)
    findings = (each.finding for each in report.findings)
    return report.text or "", [f for f in findings if f.category in COUNTED and f.confidence is not Confidence.LOW]


def alarms(text: str, run: Run) -> list[Finding]:
    """The counted findings that speak of a flaw, not of a missing element."""
    return [f for f in shown(text, run)[1] if not f.rule.startswith(ELEMENT_RULE)]


def is_about(finding: Finding, edit: Edit, start: int) -> bool:
    """Whether the finding stands on the edited words, points at them, or names one of the new words."""
    edited = Span(start, start + len(edit.wrong))
    if any(span and span.start <= edited.end and span.end >= edited.start for span in (finding.span, finding.also)):
        return True
    new = set(WORD.findall(edit.wrong)) - set(WORD.findall(edit.old))
    return bool({word for word in new if len(word) > 1} & set(WORD.findall(finding.message)))


def show(edits: Sequence[Edit], missed: Sequence[Edit], on_twins: int, as_they_stand: int) -> None:
    """A line for each kind of flaw, one for the twins and one for the letters as they stand."""
    total, lost = Counter(edit.kind for edit in edits), Counter(edit.kind for edit in missed)
    for kind in sorted(total):
        print(f"contradictions.recall.{kind}: {total[kind] - lost[kind]} of {total[kind]}")
    found = len(edits) - len(missed)
    print(f"contradictions.recall: {found / max(1, len(edits)):.3f} ({found} of {len(edits)})")
    print(f"twins.false: {on_twins} in {len(edits)} letters")
    print(f"bases.false: {as_they_stand}")


if __name__ == "__main__":
    sys.exit(main())
