#!/usr/bin/env python3
"""Score vlucheck's JSON report against labelled letters.

Usage: score_letters.py LABELS_DIR REPORT.json [--misses]

LABELS_DIR holds ID.yaml files (letters/README.md says how they are written); REPORT.json is what
`vlucheck LETTERS… --format json` printed; files are matched by stem. Prints one figure a line, `name: value`:

Needed pairs (letter, element) are those that the need table of letter-standard.md does not mark `-` and the label does not mark n/a.

type.accuracy             share of letters whose type is right (only for files checked without --type)
elements.macro_f1         mean over element ids of F1 for "something is lacking" (missing or partly) among needed pairs
elements.exact            share of needed pairs with exactly the right status
elements.evidence         share of rightly met or partly met elements whose shown evidence shares text with the marked sentences (labels with `evidence`)
elements.not_needed_ok    share of not-needed pairs that the program does not complain about
defects.recall            share of labelled must-fix and should-fix flaws that some finding meets (see `meets`)
defects.recall.CATEGORY   the same by category
defects.false_per_letter  must-fix and should-fix findings with a quote that meet no labelled flaw, per letter (content findings: on clean letters only)
clean.false_per_letter    the same on letters labelled ready with no must-fix or should-fix flaw
ready.accuracy            share of letters with the right ready / not ready
score.auc                 chance that a ready letter scores above one that is not
"""

import argparse
import collections
import functools
import json
import pathlib
import re
import sys

import yaml

TYPES = (
    "vcl-no-charge vcl-stopped vcl-altered decision-to-charge vrr-acknowledgement vrr-local-resolution vrr-independent-review complaint-acknowledgement "
    "complaint-holding complaint-stage-1 complaint-stage-2 vrr-and-complaint"
).split()
LACK = {"missing", "partly"}
SERIOUS = {"must-fix", "should-fix"}
STYLE = {"readability", "tone", "grammar"}


@functools.cache
def needs():
    """{element: {type: R | C… | -}} from the table in letter-standard.md."""
    lines = (pathlib.Path(__file__).parent / "letter-standard.md").read_text(encoding="utf-8").splitlines()
    rows = [m for m in (re.match(r"\| ([a-z-]+) \|((?: [RC-]\d* \|){12})$", line) for line in lines) if m]
    return {m[1]: dict(zip(TYPES, (c.strip() for c in m[2].strip("|").split("|")))) for m in rows}


def fold(s):
    return " ".join(
        s.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').replace("\u201d", '"').split()
    ).lower()


def meets(defect, finding):
    """A finding meets a flaw if their quotes share text (offsets differ between file formats, quotes do not), it points closely enough, and a
    finding about readability meets only flaws of style."""
    a, b = fold(defect["quote"]), fold(finding.get("quote") or "")
    if not a or not b or len(b) > 3 * len(a) + 60:
        return False
    if finding["category"] == "readability" and defect["category"] not in STYLE:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) < 5:  # "he", "u": whole words only
        return short in "".join(c if c.isalnum() or c == "'" else " " for c in long).split() or short == long
    return short in long or _share(a, b)


def _share(a, b):
    wa, wb = a.split(), b.split()
    for n in range(min(len(wa), len(wb)), 1, -1):
        if " ".join(wa[-n:]) == " ".join(wb[:n]) or " ".join(wb[-n:]) == " ".join(wa[:n]):
            return True
    return False


def f1(tp, fp, fn):
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("labels", type=pathlib.Path)
    ap.add_argument("report", type=pathlib.Path)
    ap.add_argument("--misses", action="store_true")
    o = ap.parse_args()
    got = {pathlib.Path(f["path"]).stem: f for f in json.loads(o.report.read_text(encoding="utf-8"))["files"]}
    labels = {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(o.labels.glob("*.yaml"))}
    say = print if o.misses else (lambda *a: None)
    table = needs()
    types, exact, quiet, pointed, ready = [], [], [], [], []
    per_element = collections.defaultdict(lambda: [0, 0, 0])
    found = collections.defaultdict(list)
    false_all, false_clean, scores = [], [], []
    for stem, lab in labels.items():
        f = got.get(stem)
        if f is None or f.get("error"):
            print(f"unread: {stem} {f and f['error']}")
            types.append(False)
            ready.append(False)
            continue
        if f["letter"]["type_source"] == "detected":
            types.append(f["letter"]["type"] == lab["type"])
            if not types[-1]:
                say(f"{stem}: type {f['letter']['type']} should be {lab['type']}")
        el = {e["id"]: e for e in f["elements"]}
        for eid, want in lab["elements"].items():
            e = el.get(eid, {"status": "n/a", "need": "none"})
            complained = e["status"] in LACK and e["need"] != "none"
            need = table[eid][lab["type"]]
            if want == "n/a" and need == "R":
                continue
            if want == "n/a" or need == "-":
                quiet.append(not complained)
                if complained:
                    say(f"{stem}: {eid} complained of, not needed")
                continue
            exact.append(e["status"] == want)
            shown, marked = e.get("evidence") or [], (lab.get("evidence") or {}).get(eid)
            if marked and shown and want == e["status"]:
                pointed.append(
                    any(
                        meets({"quote": q, "category": "content"}, {"quote": x["quote"], "category": "content"})
                        for q in marked
                        for x in shown
                    )
                )
                if not pointed[-1]:
                    say(f"{stem}: {eid} shown by {shown[0]['quote'][:60]!r}, marked {marked[0][:60]!r}")
            c = per_element[eid]
            lack = want in LACK
            if lack and complained:
                c[0] += 1
            elif complained:
                c[1] += 1
                say(f"{stem}: {eid} is {want}, reported {e['status']}")
            elif lack:
                c[2] += 1
                say(f"{stem}: {eid} is {want}, reported {e['status']} ({e['need']})")
        serious = [x for x in f["findings"] if x["severity"] in SERIOUS]
        defects = [d for d in lab.get("defects") or [] if d["quote"]]
        for d in defects:
            if d["severity"] in SERIOUS:
                hit = any(meets(d, x) for x in f["findings"])
                found[d["category"]].append(hit)
                if not hit:
                    say(f"{stem}: not found [{d['category']}] {d['quote']!r}")
        n, clean = 0, lab["ready"] and not any(d["severity"] in SERIOUS for d in lab.get("defects") or [])
        for x in serious:
            if x.get("quote") and (clean or x["category"] != "content") and not any(meets(d, x) for d in defects):
                n += 1
                say(f"{stem}: false [{x['rule']}] {x['quote']!r} {x['message'][:80]}")
        false_all.append(n)
        if clean:
            false_clean.append(n)
        ready.append(f["score"]["ready"] == lab["ready"])
        if not ready[-1]:
            say(f"{stem}: ready is {lab['ready']}, reported {f['score']['ready']} ({f['score']['total']})")
        scores.append((f["score"]["total"], lab["ready"]))
    mean = lambda v: sum(v) / len(v) if v else float("nan")
    fs = {k: f1(*v) for k, v in per_element.items()}
    good = [s for s, r in scores if r]
    poor = [s for s, r in scores if not r]
    auc = mean([(a > b) + (a == b) / 2 for a in good for b in poor])
    print(f"letters: {len(labels)}")
    print(f"type.accuracy: {mean(types):.3f}")
    print(f"elements.macro_f1: {mean([v for v in fs.values() if v is not None]):.3f}")
    print(f"elements.exact: {mean(exact):.3f}")
    print(f"elements.not_needed_ok: {mean(quiet):.3f}")
    print(f"elements.evidence: {mean(pointed):.3f} of {len(pointed)}")
    for k in sorted(fs):
        if fs[k] is not None:
            print(f"elements.f1.{k}: {fs[k]:.2f} (tp, fp, fn = {per_element[k]})")
    print(f"defects.recall: {mean([h for v in found.values() for h in v]):.3f} of {sum(map(len, found.values()))}")
    for k in sorted(found):
        print(f"defects.recall.{k}: {mean(found[k]):.2f} of {len(found[k])}")
    print(f"defects.false_per_letter: {mean(false_all):.2f}")
    print(f"clean.false_per_letter: {mean(false_clean):.2f}")
    print(f"ready.accuracy: {mean(ready):.3f}")
    print(f"score.auc: {auc:.3f}")


if __name__ == "__main__":
    sys.exit(main())
