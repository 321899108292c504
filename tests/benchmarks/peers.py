"""Compares vlucheck with general checkers of language on the development letters of the accuracy bench.

Usage: python tests/benchmarks/peers.py [--languagetool-url http://127.0.0.1:8081] [--batch pq]

Each program that is installed is run with all that it says by default: Harper (harper-py, a dependency), proselint
and Vale (where they are on the PATH; Vale with the British dictionary of hunspell), LanguageTool (where a server is
named; otherwise its rules in the embedded engine, unfiltered). A labelled flaw that must or should be put right counts
as found as in the accuracy bench. A false alarm is something said about words in which no flaw is labelled; of vlucheck
it counts what must or should be put right, and, in a row of its own, also what it offers for a second look.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from vlucheck.engines import Engine, open_engine

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "accuracy")]
from accuracy import LETTERS, READ, SETS  # noqa: E402
from score_letters import SERIOUS, meets  # noqa: E402

HUNSPELL = Path("/usr/share/hunspell")
VALE_CONFIG = (
    "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Vale, British\nVale.Spelling = NO\n"
)
VALE_SPELLING = (
    f"extends: spelling\nmessage: \"'%s' is not in the dictionary\"\ndicpath: {HUNSPELL}\ndictionaries: [en_GB]\n"
)

Said = dict[str, list[dict[str, str]]]
"""Letter → what is said of it: the words (`quote`) and the `category`."""


def main() -> int:
    """Print a row for each program; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--languagetool-url", help="a LanguageTool server on this machine")
    parser.add_argument("--batch", default=SETS[READ], help="the batches to compare on")
    options = parser.parse_args()
    batches = set(options.batch) & set(SETS[READ])
    texts = [path for path in sorted(LETTERS.glob("*.txt")) if path.stem[0] in batches]
    labels = {path.stem: yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")) for path in texts}
    peers = dict(_peers(texts, options.languagetool_url))
    together = {stem: [hit for said in peers.values() for hit in said[stem]] for stem in labels}
    print(
        f"{len(texts)} letters: {'flaws found':>36}{'of spelling':>13}{'false alarms a letter':>23}{'good letters':>14}"
    )
    for name, said in (*_vlucheck(texts), *peers.items(), ("all of them but vlucheck", together)):
        print(f"{name:34}{_row(said, labels)}")
    return 0


def _row(said: Said, labels: dict[str, dict]) -> str:
    """The share of flaws found, of those of spelling alone, and false alarms a letter, on all and on good letters."""
    found, spelt, false, clean = [], [], [], []
    for stem, label in labels.items():
        flaws = [flaw for flaw in label.get("defects") or [] if flaw["quote"]]
        for flaw in flaws:
            if flaw["severity"] in SERIOUS:
                found.append(any(meets(flaw, hit) for hit in said[stem]))
                spelt += [found[-1]] if flaw["category"] == "spelling" else []
        false.append(sum(not any(meets(flaw, hit) for flaw in flaws) for hit in said[stem] if hit.get("counts", "yes")))
        if label["ready"] and not any(flaw["severity"] in SERIOUS for flaw in flaws):
            clean.append(false[-1])
    share, of_spelling = sum(found) / len(found), sum(spelt) / max(1, len(spelt))
    return f"{share:22.3f}{of_spelling:13.3f}{sum(false) / len(false):23.2f}{sum(clean) / max(1, len(clean)):14.2f}"


def _vlucheck(texts: list[Path]) -> Iterator[tuple[str, Said]]:
    command = [sys.executable, "-m", "vlucheck", *map(str, texts), "--format", "json", "--fail-on", "never"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    said = {Path(file["path"]).stem: [hit for hit in file["findings"] if hit["quote"]] for file in report["files"]}
    for name, counted in (("vlucheck", SERIOUS), ("vlucheck, second looks as well", SERIOUS | {"consider"})):
        yield (
            name,
            {
                stem: [{**hit, "counts": "yes" if hit["severity"] in counted else ""} for hit in hits]
                for stem, hits in said.items()
            },
        )


def _peers(texts: list[Path], server: str | None) -> Iterator[tuple[str, Said]]:
    if server:
        yield "LanguageTool", _engine(texts, open_engine("languagetool", server=server))
    else:
        yield "LanguageTool's rules, embedded", _engine(texts, open_engine("lingotweaker"))
    yield "Harper", _engine(texts, open_engine("harper"))
    for name, run in (("vale", _vale), ("proselint", _proselint)):
        if shutil.which(name):
            yield name, run(texts)
        else:
            print(f"{name} is not installed: left out")


def _engine(texts: list[Path], engine: Engine) -> Said:
    try:
        return {path.stem: list(_engine_hits(path.read_text(encoding="utf-8"), engine)) for path in texts}
    finally:
        engine.close()


def _engine_hits(text: str, engine: Engine) -> Iterator[dict[str, str]]:
    return ({"quote": text[hit.start : hit.end], "category": "spelling"} for hit in engine.check(text))


def _vale(texts: list[Path]) -> Said:
    """What Vale says with its own style and, for spelling, the British dictionary."""
    with tempfile.TemporaryDirectory() as folder:
        style = Path(folder, "styles", "British")
        style.mkdir(parents=True)
        Path(folder, "vale.ini").write_text(VALE_CONFIG, encoding="utf-8")
        (style / "Spelling.yml").write_text(VALE_SPELLING, encoding="utf-8")
        command = ["vale", "--config", str(Path(folder, "vale.ini")), "--output", "JSON", "--no-exit", *map(str, texts)]
        said = _json_of(command, lambda printed: printed)
    by_letter = {Path(path).stem: hits for path, hits in said.items()}
    return {
        path.stem: [{"quote": hit["Match"], "category": "spelling"} for hit in by_letter.get(path.stem, [])]
        for path in texts
    }


def _proselint(texts: list[Path]) -> Said:
    """What proselint says; it counts characters from 1."""
    said = _json_of(["proselint", "check", "-o", "json", *map(str, texts)], lambda printed: printed["result"])
    by_letter = {Path(path).stem: result.get("diagnostics", []) for path, result in said.items()}
    made: Said = {}
    for path in texts:
        text = path.read_text(encoding="utf-8")
        spans = [hit["span"] for hit in by_letter.get(path.stem, [])]
        made[path.stem] = [{"quote": text[start - 1 : end - 1], "category": "spelling"} for start, end in spans]
    return made


def _json_of(command: list[str], part: Callable[[dict], dict]) -> dict:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    if not done.stdout.strip():
        sys.exit(f"{command[0]} printed nothing: {done.stderr}")
    return part(json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())
