"""Measures the tone rules on sentences by several hands: flawed ones to be found, and proper ones to be left alone.

Usage: python tests/accuracy/tone_bench.py [--hand one] [--family blame] [--misses] [--letters pq]
A flawed sentence counts as caught when a tone rule speaks at all; a proper one as a false alarm when what is said is
must-fix or should-fix. Each sentence is the whole body of a small letter, so that rules about the first or the last
sentence speak as well. --letters shows what the tone rules miss and wrongly find on the letters of these batches.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from letters import letter_from, letter_text  # noqa: E402
from score_letters import SERIOUS, meets  # noqa: E402

from vlucheck.checks.rules import finder  # noqa: E402
from vlucheck.checks.tone import Tone  # noqa: E402
from vlucheck.findings import Category, Finding  # noqa: E402
from vlucheck.letter.knowledge import Knowledge  # noqa: E402
from vlucheck.letter.model import Letter  # noqa: E402
from vlucheck.letter.parser import open_parser  # noqa: E402
from vlucheck.letter.understand import understand  # noqa: E402
from vlucheck.readers import read  # noqa: E402
from vlucheck.rulebook.kinds import KINDS  # noqa: E402
from vlucheck.rulebook.knowledge import knowledge_of  # noqa: E402
from vlucheck.rulebook.loader import load_rulebook  # noqa: E402

SENTENCES = HERE / "tone"
LETTERS = HERE / "letters"
KEPT = frozenset("uwyz")

Find = Callable[[Letter], list[Finding]]


def main() -> int:
    """Print the figures; always 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hand", help="the sentences of this hand only")
    parser.add_argument("--family", default="", help="families whose name starts so")
    parser.add_argument("--misses", action="store_true", help="print every miss and every false alarm")
    parser.add_argument("--letters", help="look at the letters of these batches in place of the sentences")
    options = parser.parse_args()
    rulebook = load_rulebook()
    knowledge, nlp, find = knowledge_of(rulebook), open_parser(), tone_finder()
    if options.letters:
        show_letters(options.letters, knowledge, nlp, find)
        return 0
    hands = [options.hand] if options.hand else [path.stem for path in sorted(SENTENCES.glob("*.yaml"))]
    for hand in hands:
        families = yaml.safe_load((SENTENCES / f"{hand}.yaml").read_text(encoding="utf-8"))
        chosen = {name: some for name, some in families.items() if name.startswith(options.family)}
        show_hand(hand, chosen, lambda text: find(letter_from(letter_text(text), nlp, knowledge)), options.misses)
    return 0


def tone_finder() -> Find:
    """Every rule about tone that names its words, compiled into one."""
    rulebook = load_rulebook()
    parsed = Tone.opened(rulebook)
    rules = [rule for rule in rulebook.rules if rule.category is Category.TONE and rule.kind in KINDS]
    applied = [(rule, finder(rule, rulebook.concepts)) for rule in rules]
    return lambda letter: [
        *(f for rule, each in applied if rule.applies_to(letter.type.type) for f in each(letter)),
        *parsed.run(letter).findings,
    ]


def show_hand(hand: str, families: dict, find: Callable[[str], list[Finding]], misses: bool) -> None:
    """A line for each family of one hand: how many flawed sentences are caught, how many proper ones are hit."""
    total = [0, 0, 0, 0]
    for family, sentences in families.items():
        caught = [bool(find(text)) for text in sentences["flawed"]]
        hits = [[each for each in find(text) if each.severity in SERIOUS] for text in sentences["proper"]]
        counts = [sum(caught), len(caught), sum(map(bool, hits)), len(hits)]
        total = [old + new for old, new in zip(total, counts, strict=True)]
        print(line(f"{hand} {family}", counts))
        if misses:
            print("".join(f"   - {t}\n" for t, c in zip(sentences["flawed"], caught, strict=True) if not c), end="")
            print("".join(wrongly(t, h) for t, h in zip(sentences["proper"], hits, strict=True) if h), end="")
    print(line(f"{hand} all", total))


def line(name: str, counts: list[int]) -> str:
    """One row of the table."""
    caught, flawed, hit, proper = counts
    found, wrong = caught / max(flawed, 1), hit / max(proper, 1)
    return f"{name:28} caught {found:6.1%} of {flawed:4}   false {wrong:6.1%} of {proper:4}"


def wrongly(text: str, findings: list[Finding]) -> str:
    """A proper sentence and what was said about it."""
    said = ", ".join(f"{each.rule} {each.quote!r}" for each in findings)
    return f"   + {text}  [{said}]\n"


def show_letters(batches: str, knowledge: Knowledge, nlp: object, find: Find) -> None:
    """Every labelled tone flaw that no tone rule meets, every finding that meets no flaw, and the figures."""
    flaws = found = false = alarms_on_good = letters = 0
    for stem, label, letter in labelled(batches, knowledge, nlp):
        letters += 1
        findings = find(letter)
        shown = [{"category": "tone", "quote": f.quote, "severity": f.severity, "rule": f.rule} for f in findings]
        defects = [each for each in label.get("defects") or [] if each["quote"]]
        for each in defects:
            if each["category"] == "tone" and each["severity"] in SERIOUS:
                hit = any(meets(each, one) for one in shown)
                flaws, found = flaws + 1, found + hit
                print("" if hit else f"{stem} - {each['quote']!r}\n", end="")
        for one in shown:
            if one["severity"] in SERIOUS and not any(meets(each, one) for each in defects):
                false, alarms_on_good = false + 1, alarms_on_good + bool(label["ready"])
                print(f"{stem} + {'GOOD ' if label['ready'] else ''}{one['rule']} {one['quote']!r}")
    share = found / max(flaws, 1)
    print(
        f"{letters} letters: {share:.1%} of {flaws} tone flaws, {false} false alarms, {alarms_on_good} on good letters"
    )


def labelled(batches: str, knowledge: Knowledge, nlp: object) -> Iterator[tuple[str, dict, Letter]]:
    """The letters of the batches with their labels; those kept for measuring are left out."""
    for path in sorted(LETTERS.glob("*.yaml")):
        if path.stem[0] in batches and path.stem[0] not in KEPT and path.stem[1:].isdigit():
            label = yaml.safe_load(path.read_text(encoding="utf-8"))
            yield path.stem, label, understand(read(path.with_suffix(".txt")), nlp, knowledge, label["type"])


if __name__ == "__main__":
    sys.exit(main())
