"""`vlucheck explain RULE`: what a rule is about, why it matters, examples, where it comes from."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vlucheck.cli.ending import end_with
from vlucheck.errors import WrongUsage

if TYPE_CHECKING:
    from vlucheck.rulebook.model import Rule, Rulebook

WIDTH = 78
LONGEST_EXAMPLE = 400
MOST_EXAMPLES = 3

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(no_args_is_help=True)
def explain(
    rule: Annotated[
        str,
        typer.Argument(metavar="RULE", help="The rule as the report names it (VLU-T004), its name, or an element's."),
    ],
    folder: Annotated[
        Path | None, typer.Option("--rules", metavar="FOLDER", help="A folder with rules of your own.")
    ] = None,
) -> None:
    """Tell what a rule is about, why it matters, what it finds and what it leaves alone."""
    end_with(lambda: _explain(rule, folder))


def _explain(wanted: str, folder: Path | None) -> int:
    from vlucheck.cli.output import write_stdout
    from vlucheck.rulebook.loader import load_rulebook

    rulebook = load_rulebook(folder)
    rule = _named(wanted, rulebook)
    if rule is None:
        raise WrongUsage(f'There is no rule "{wanted}". {_nearest(wanted, rulebook)}')
    write_stdout("\n".join(_lines(rule, rulebook)) + "\n")
    return 0


def _named(wanted: str, rulebook: "Rulebook") -> "Rule | None":
    """By id (also without the letters before it: "t004") or name, with spaces or hyphens, or by its element."""
    name = "-".join(wanted.split())
    by_id = rulebook.rule(name) or rulebook.rule(f"VLU-{name}")
    return by_id or next((rule for rule in rulebook.rules if _element(rule) == name.lower()), None)


def _element(rule: "Rule") -> str | None:
    from vlucheck.rulebook.model import Require

    return rule.test.element if isinstance(rule.test, Require) else None


def _nearest(wanted: str, rulebook: "Rulebook") -> str:
    from difflib import get_close_matches

    known = {name.lower(): name for rule in rulebook.rules for name in (rule.id, rule.name, _element(rule)) if name}
    near = [known[name] for name in get_close_matches("-".join(wanted.lower().split()), known, n=3, cutoff=0.5)]
    return f"Did you mean {' or '.join(near)}?" if near else "`vlucheck rules` lists them all."


def _lines(rule: "Rule", rulebook: "Rulebook") -> Iterator[str]:
    from vlucheck.checks.elements.wanted import instead

    meant = ", ".join(sorted(rule.letters)) or "all letters"
    yield f"{rule.id}  {rule.name.replace('-', ' ')}"
    yield from _wrapped(f"{rule.category.capitalize()}, {rule.severity}. For {meant}.")
    for title, text in (
        ("", _message(rule)),
        ("Why: ", rule.why),
        ("Write: ", " / ".join(instead(rule, rulebook.tables))),
    ):
        if text:
            yield ""
            yield from _wrapped(title + text)
    for title, examples in _examples(rule):
        yield from ("", title)
        yield from (line for example in examples for line in _wrapped(example, "  - "))
    if rule.source:
        yield ""
        yield from _wrapped(f"Source: {rule.source}")


def _message(rule: "Rule") -> str:
    """The message with dots where the words of a letter go."""
    from vlucheck.rulebook.model import Require

    said = rule.test.missing if isinstance(rule.test, Require) else rule.message
    return re.sub(r"\{\w+\}", "...", said)


def _examples(rule: "Rule") -> Iterator[tuple[str, Iterable[str]]]:
    shown = rule.examples
    lists = (
        ("It finds:", shown.bad),
        ("It leaves alone:", shown.good),
        ("Says it:", shown.met),
        ("Says half of it:", shown.partly),
        ("Does not say it:", shown.missing),
        ("Comes near it:", shown.near),
    )
    return ((title, examples[:MOST_EXAMPLES]) for title, examples in lists if examples)


def _wrapped(text: str, mark: str = "") -> list[str]:
    short = textwrap.shorten(text, LONGEST_EXAMPLE, placeholder=" ...") if mark else " ".join(text.split())
    return textwrap.wrap(short, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
