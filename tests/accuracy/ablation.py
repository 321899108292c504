"""Edits the model letters of the bench, one element at a time, and measures whether exactly that element changes.

Usage: python tests/accuracy/ablation.py [ELEMENT…] [--set first] [--each] [--misses] [--record]
Three edits: the sentences that carry an element are taken out; a near miss stands in their place; the same thing in
other words does. `ablation/*.yaml` holds the near misses and the other wordings, `ablation/also.yaml` the sentences
that carry an element beside the marked ones. A run samples some 300 cases, always the same; --each tries every
wording once. The share right is compared with its floor in floors.json; --record raises the floor.
"""

import argparse
import collections
import json
import pathlib
import sys

import yaml
from ablation_cases import FOLDER, cases, letters_marked, sampled

from vlucheck.checks.elements import Elements
from vlucheck.findings import Need
from vlucheck.letter.parser import open_parser
from vlucheck.letter.understand import understand
from vlucheck.readers.text import read_text
from vlucheck.rulebook.knowledge import knowledge_of
from vlucheck.rulebook.loader import load_rulebook

FLOORS = pathlib.Path(__file__).parent / "floors.json"
AIM = 0.95
LACK = {"missing", "partly"}
# What a new wording of one element may rightly change in another: a mistake admitted asks for a remedy, and so on.
FOLLOWS = {
    "apology": {"remedy"},
    "complaint-outcome": {"remedy", "apology", "issues-answered"},
    "review-outcome": {"remedy", "apology", "decision", "vrr-right", "vrr-how-to-ask", "vrr-time-limit"},
    "decision": {"legal-test", "vrr-right", "vrr-how-to-ask", "vrr-time-limit", "restart-honesty", "review-outcome"},
    "reasons": {"legal-test", "issues-answered"},
    "issues-answered": {"reasons", "apology", "remedy", "vrr-before-complaint"},
    "receipt": {"issues-answered", "vrr-before-complaint"},
    "restart-honesty": {"decision", "vrr-right", "vrr-how-to-ask", "vrr-time-limit"},
    "vrr-right": {"vrr-how-to-ask", "vrr-time-limit"},
}


def main() -> int:
    """Print the share right, by edit and by element; return 1 when it is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("elements", nargs="*")
    parser.add_argument("--set", help="the wordings of this file alone")
    parser.add_argument("--each", action="store_true", help="every wording once, instead of the sample")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--record", action="store_true", help="raise the floor to what is measured")
    options = parser.parse_args()
    names = [options.set] if options.set else sorted(p.stem for p in FOLDER.glob("*.yaml") if p.stem != "also")
    wordings = [yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")) for name in names]
    marked = letters_marked()
    chosen = sampled(cases(marked, wordings), options.each)
    chosen = [case for case in chosen if not options.elements or case.element in options.elements]
    judge = judging()
    before = {stem: judge(marked[stem].text, marked[stem].type) for stem in sorted({case.stem for case in chosen})}
    left = {}
    right = collections.defaultdict(list)
    for case in chosen:
        key = (case.stem, case.element)
        if key not in left:
            left[key] = judge(case.without, case.type)[case.element][0]
        wrong = faults(case, before[case.stem], judge(case.text, case.type), left[key])
        right["all"].append(not wrong)
        right[case.edit].append(not wrong)
        right[case.element].append(not wrong)
        if wrong and options.misses:
            blind = " (blind: met without it)" if case.say and left[key] == "met" else ""
            print(f"{case.stem} {case.element} [{case.edit}]{blind} {case.say!r}\n    {'; '.join(wrong)}")
    for name, each in sorted(right.items()):
        print(f"{name:24} {sum(each) / len(each):.3f} of {len(each)}")
    share = sum(right["all"]) / len(right["all"])
    return 0 if options.elements or options.each or options.set else floored(share, options.record)


class Remembering:
    """A parser that parses each sentence once: the letters differ from each other in a sentence or two."""

    def __init__(self, nlp) -> None:
        self.nlp = nlp
        self.known = {}

    def make_doc(self, text: str):
        """The words of the text, not yet parsed."""
        return self.nlp.make_doc(text)

    def pipe(self, docs):
        """The parsed texts, in order."""
        new = {doc.text: doc for doc in docs if doc.text not in self.known}
        self.known.update(zip(new, self.nlp.pipe(new.values()), strict=True))
        return [self.known[doc.text] for doc in docs]


def judging():
    """A function from a letter's text and type to the status, the need and the shown sentences of each element."""
    rulebook = load_rulebook()
    knowledge, nlp, check = knowledge_of(rulebook), Remembering(open_parser()), Elements.opened(rulebook)

    def judge(text: str, letter_type: str) -> dict[str, tuple[str, bool, tuple[str, ...]]]:
        letter = understand(read_text("letter.txt", text.encode()), nlp, knowledge, letter_type)
        return {
            e.id: (str(e.status), e.need is not Need.NONE, tuple(letter.document.quote(span) for span in e.evidence))
            for e in check.run(letter).elements
        }

    return judge


def faults(case, before, after, left) -> list[str]:
    """What is wrong after the edit: the element itself, or any other that changed with it.

    A near miss may be judged as high as the letter without it: other sentences than the marked ones may half say it."""
    got, needed, shown = after[case.element]
    if not needed and case.want in LACK and case.condition:
        good = True
    elif case.want == "missing":
        good = got in LACK if case.edit == "taken out" else got == "missing" or (got == left and got in LACK)
    else:
        good = got == case.want or (case.want == "partly" and got == left == "missing")
    wrong = [] if good else [f"want {case.want}, got {got}, shown by {shown}"]
    for element, (status, needed, _) in after.items():
        free = element in case.shared or element in FOLLOWS.get(case.element, ())
        old, once, _ = before[element]
        worse = needed and status in LACK and not (once and old in LACK)
        if element != case.element and not free and worse:
            wrong.append(f"{element} was {old if once else 'not needed'}, became {status}")
    return wrong


def floored(share: float, record: bool) -> int:
    """Compare the share with its floor, raise the floor if asked, and return the exit status."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    floor = floors.get("ablation", {}).get("share.right", AIM)
    if record:
        floors["ablation"] = {"share.right": max(round(share, 3), floors.get("ablation", {}).get("share.right", 0))}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    short = share < floor - 0.0005
    print(f"share right {share:.3f}, its floor is {floor:.3f}: {'FELL' if short else 'passed'}")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
