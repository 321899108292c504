"""Good letters with a case file that was altered in one place → how often the difference is seen, and nothing else.

Usage: python tests/benchmarks/case_files.py [--each]

The letters are the ones of the accuracy bench that could serve as models; what is true is in their labels. Altering the
case file and not the letter makes the letter wrong in its own words, all of them, wherever the name or day stands.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from letters import case_from

from vlucheck.checks.truth import Truth
from vlucheck.letter.casefile import CaseFile, CasePerson, Decision
from vlucheck.letter.model import fold
from vlucheck.letter.parser import open_parser
from vlucheck.letter.understand import understand
from vlucheck.readers import read
from vlucheck.rulebook.knowledge import knowledge_of
from vlucheck.rulebook.loader import load_rulebook

LETTERS = Path(__file__).parents[1] / "accuracy" / "letters"
KEPT = frozenset("uwyz")
_OTHER = {"he": "she", "she": "he"}
_DECISIONS = {
    "vcl-no-charge": Decision.NO_CHARGE,
    "decision-to-charge": Decision.CHARGED,
    "vcl-stopped": Decision.STOPPED,
    "vcl-altered": Decision.ALTERED,
}
_OTHER_DECISION = {
    Decision.NO_CHARGE: Decision.CHARGED,
    Decision.CHARGED: Decision.NO_CHARGE,
    Decision.STOPPED: Decision.ALTERED,
    Decision.ALTERED: Decision.STOPPED,
}


def misspelt(name: str) -> str:
    """The name with two letters in its middle exchanged, or one doubled where they are the same."""
    if len(name) < 3:
        return name + name[-1:]
    middle = len(name) // 2
    pair = name[middle - 1 : middle + 1]
    return name[: middle - 1] + (pair[::-1] if pair[0] != pair[1] else pair + pair[1]) + name[middle + 1 :]


def _people(case: CaseFile, change: Callable[[CasePerson], CasePerson]) -> CaseFile:
    """The case with its victim and reader altered; where they are one person both are."""
    return replace(
        case,
        victim=change(case.victim) if case.victim else None,
        recipient=change(case.recipient) if case.recipient else None,
    )


def _defendants(case: CaseFile, change: Callable[[CasePerson], CasePerson]) -> CaseFile:
    return replace(case, defendants=tuple(change(each) for each in case.defendants))


def alterations(case: CaseFile, text: str) -> Iterator[tuple[str, CaseFile]]:
    """Yield the name of each alteration of what the letter names, with the case as it is after it."""
    yield "reader's last name misspelt", _people(case, lambda p: replace(p, last=misspelt(p.last)))
    yield "reader is somebody else", _people(case, lambda p: replace(p, first="Ottoline", last="Vanstone"))
    if case.reader and case.reader.title in ("Mr", "Mrs", "Miss", "Ms"):
        other = {"Mr": "Ms", "Mrs": "Mr", "Miss": "Mrs", "Ms": "Mrs"}[case.reader.title]
        yield "reader's title", _people(case, lambda p: replace(p, title=other, pronoun=""))
    if any(each.last in text and not (case.reader and each.last == case.reader.last) for each in case.defendants):
        yield "defendant's last name misspelt", _defendants(case, lambda p: replace(p, last=misspelt(p.last)))
        yield "defendant is somebody else", _defendants(case, lambda p: replace(p, first="Barnaby", last="Whitcombe"))
        yield "defendant's pronoun", _defendants(case, lambda p: replace(p, pronoun=_OTHER.get(p.pronoun, p.pronoun)))
    if case.victim and case.recipient and case.victim.first != case.recipient.first:
        child = case.victim
        if child.first in text:
            yield "victim's first name misspelt", replace(case, victim=replace(child, first=misspelt(child.first)))
            yield "victim's pronoun", replace(case, victim=replace(child, pronoun=_OTHER.get(child.pronoun, "")))
    yield (
        "reference",
        replace(case, urn=case.urn[:6] + case.urn[6:8][::-1] + case.urn[8:])
        if (case.urn[6] != case.urn[7])
        else replace(case, urn=case.urn[:6] + "99" + case.urn[8:]),
    )
    if any(each in fold(text) for each in case.offences):
        yield "offence", replace(case, offences=("voyeurism",))
    if case.decision in _OTHER_DECISION:
        yield "decision", replace(case, decision=_OTHER_DECISION[case.decision])
    if case.letter_date:
        yield "letter's date", replace(case, letter_date=case.letter_date + timedelta(days=1))
    if case.decision_date and f"{case.decision_date.day} {case.decision_date:%B}" in text.partition("Dear ")[2]:
        yield "decision's date", replace(case, decision_date=case.decision_date - timedelta(days=1))


def main() -> int:
    """Print for each alteration in how many letters it was seen; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--each",
        action="store_true",
        help="name the letters in which it was not seen, and what was seen where nothing was altered",
    )
    options = parser.parse_args()
    rulebook = load_rulebook()
    knowledge, nlp, truth = knowledge_of(rulebook), open_parser(), Truth.opened(rulebook)
    tried: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for path in sorted(LETTERS.glob("*.yaml")):
        label = yaml.safe_load(path.read_text(encoding="utf-8")) if path.stem[0] not in KEPT else {}
        if not label.get("ready") or not label.get("case"):
            continue
        read_as = case_from(label["case"])
        assert read_as is not None
        case = replace(read_as, decision=_DECISIONS.get(label["type"]))
        letter = understand(read(path.with_suffix(".txt")), nlp, knowledge, label["type"], case)
        before = {finding.message for finding in truth.run(letter).findings}
        tried["nothing altered"] += 1
        seen["nothing altered"] += bool(before)
        if options.each:
            print(*(f"{path.stem}: false: {message}" for message in before), sep="\n", end="\n" if before else "")
        for name, altered in alterations(case, letter.text):
            found = {finding.message for finding in truth.run(replace(letter, case=altered)).findings} - before
            tried[name] += 1
            seen[name] += bool(found)
            if options.each and not found:
                print(f"{path.stem}: not seen: {name}")
    for name in tried:
        print(f"{name:34} {seen[name]:4} of {tried[name]:4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
