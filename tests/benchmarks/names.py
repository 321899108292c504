"""Counts what vlucheck says about good sentences full of names of many origins.

Usage: python tests/benchmarks/names.py [--engine NAME]

Every finding of spelling, grammar or punctuation that is shown by default is a false alarm.
"""

import argparse
import sys
from pathlib import Path

import yaml
from slips import findings_by_sentence

from vlucheck.pipeline import open_run
from vlucheck.settings import Settings

NAMES = Path(__file__).with_name("names.yaml")


def main() -> int:
    """Print each false alarm and their number; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", default="embedded", help="the grammar engine to measure with")
    options = parser.parse_args()
    sentences = read_names()
    with open_run(Settings(engine=options.engine)) as run:
        found = findings_by_sentence(sentences, run)
    for sentence, findings in zip(sentences, found, strict=True):
        for finding in findings:
            print(f'FALSE {finding.source} {finding.rule}: "{finding.quote}" in: {sentence}')
    print(f"names.false: {sum(map(len, found))} in {len(sentences)} sentences")
    return 0


def read_names() -> list[str]:
    """The sentences of the file."""
    return [str(each) for each in yaml.safe_load(NAMES.read_text(encoding="utf-8"))["sentences"]]


if __name__ == "__main__":
    sys.exit(main())
