"""Measures vlucheck on the labelled letters and compares the figures with the recorded floors.

Usage: python tests/accuracy.py [--misses] [--batch pq] [--record]

The letters of tests/accuracy/letters come from different hands, one batch a hand (the letter before the number).
Each set is measured twice: the letters alone, and with their case files (the block `case:` of the labels, and whether
the victim has enhanced rights), as --cases gives them to the program.
Batches u and w are kept for measuring: nobody reads them while writing rules, so only their figures are shown; y and z
(written from the standard alone) were kept so until 29 November 2026. A figure below its floor (or above, for false
alarms) fails the run;
--record raises the floors to what was measured and never lowers one.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

BENCH = Path(__file__).parent / "accuracy"
LETTERS = BENCH / "letters"
FLOORS = BENCH / "floors.json"
SETS = {"development": "pqrstvxabcdefghijklmn", "kept apart": "uw", "from the standard alone": "yz"}
READ = "development"
WITH_CASE = ", with case"
HEADLINES = (
    "type.accuracy",
    "elements.macro_f1",
    "elements.exact",
    "elements.not_needed_ok",
    "elements.evidence",
    "defects.recall",
    "defects.false_per_letter",
    "clean.false_per_letter",
    "ready.accuracy",
    "score.auc",
)
FEWER_IS_BETTER = frozenset({"defects.false_per_letter", "clean.false_per_letter"})
SLACK = 0.0005


def main() -> int:
    """Print the figures of each set; return 1 when one falls short of its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print every miss and false alarm of the development set")
    parser.add_argument("--batch", help="measure these batches of the development set alone, without floors")
    parser.add_argument("--case-only", action="store_true", help="only measure the letters with their case files")
    parser.add_argument("--record", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--engine", default="embedded", help="the grammar engine to measure with")
    options = parser.parse_args()
    sets = {READ: "".join(set(options.batch) & set(SETS[READ]))} if options.batch else SETS
    measured = {
        name + suffix: measure(batches, options, options.misses and name == READ, with_case)
        for name, batches in sets.items()
        for suffix, with_case in (("", False), (WITH_CASE, True))
        if with_case or not options.case_only
    }
    show(measured)
    if options.batch:
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    short = list(shortfalls(measured, floors.get(options.engine, {})))
    for line in short:
        print(line)
    if options.record:
        floors[options.engine] = raised(measured, floors.get(options.engine, {}))
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{sum(map(len, measured.values())) - len(short)} passed, {len(short)} failed")
    return 1 if short else 0


def measure(batches: str, options: argparse.Namespace, misses: bool, with_case: bool) -> dict[str, float]:
    """Check the letters of the batches, alone or with their case files, and return the scorer's figures."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(LETTERS.glob("*.*")):
            if path.stem[0] in batches and path.stem[1:].isdigit():
                shutil.copy(path, folder)
        report = Path(folder, "report.json")
        texts = sorted(Path(folder).glob("*.txt"))
        command = [sys.executable, "-m", "vlucheck", *map(str, texts), "--format", "json", "-o", str(report)]
        command += ["--fail-on", "never", "--engine", options.engine]
        command += ["--cases", str(case_list(texts, Path(folder, "cases.json")))] if with_case else []
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            sys.exit(f"vlucheck ended with status {done.returncode}: {done.stderr}")
        scorer = [sys.executable, str(BENCH / "score_letters.py"), folder, str(report)]
        output = subprocess.run(
            [*scorer, *(["--misses"] if misses else [])], capture_output=True, text=True, check=True
        ).stdout
    if misses:
        print(f"{'With' if with_case else 'Without'} case files:\n{output}")
    return figures(output)


def case_list(texts: list[Path], target: Path) -> Path:
    """Write the case files in the labels of these letters as one list, and return its path."""
    cases = []
    for text in texts:
        label = yaml.safe_load(text.with_suffix(".yaml").read_text(encoding="utf-8"))
        if label.get("case"):
            known = {key: value for key, value in label["case"].items() if key != "second_recipient"}  # of a couple
            cases.append({"file": text.name, "enhanced": label.get("enhanced"), **known})
    target.write_text(json.dumps(cases, default=str, indent=1), encoding="utf-8")
    return target


def figures(output: str) -> dict[str, float]:
    """The lines `name: value` that are figures; a share of no case at all is left out."""
    found: dict[str, float] = {}
    for line in output.splitlines():
        name, _, rest = line.partition(": ")
        first = rest.split()[0] if rest.split() else ""
        if name.startswith(("type.", "elements.", "defects.", "clean.", "ready.", "score.")) and first not in (
            "",
            "nan",
        ):
            found[name] = float(first)
    return found


def show(measured: dict[str, dict[str, float]]) -> None:
    """A table, one figure a line, one set a column."""
    names = [*HEADLINES, *sorted({n for each in measured.values() for n in each if n.startswith("defects.recall.")})]
    print(f"{'':32}" + "".join(f"{name:>26}" for name in measured))
    for name in names:
        cells = (f"{each[name]:.3f}" if name in each else "-" for each in measured.values())
        print(f"{name:32}" + "".join(f"{cell:>26}" for cell in cells))


def shortfalls(measured: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]):
    """A line for each figure that is worse than its floor."""
    for name, values in measured.items():
        for figure, floor in floors.get(name, {}).items():
            got = values.get(figure)
            worse = got is None or (got > floor + SLACK if figure in FEWER_IS_BETTER else got < floor - SLACK)
            if worse:
                print_got = "not measured" if got is None else f"{got:.3f}"
                yield f"FELL {name}: {figure} is {print_got}, its floor is {floor:.3f}"


def raised(measured: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The floors after this run: the better of the old one and what was measured."""
    new: dict[str, dict[str, float]] = {}
    for name, values in measured.items():
        old = floors.get(name, {})
        kept = [f for f in values if f in HEADLINES or f.startswith("defects.recall.")]
        new[name] = {
            figure: (min if figure in FEWER_IS_BETTER else max)(values[figure], old.get(figure, values[figure]))
            for figure in kept
        }
    return new


if __name__ == "__main__":
    sys.exit(main())
