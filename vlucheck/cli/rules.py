"""`vlucheck rules`: every rule by family; rules of the user's are tried on their own examples."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vlucheck.cli.ending import complain, end_with
from vlucheck.errors import WrongUsage
from vlucheck.findings import Category

if TYPE_CHECKING:
    from vlucheck.cli.trying import Tried
    from vlucheck.rulebook.model import Rule, Rulebook

FORMATS = ("terminal", "json")
EPILOG = "Exit status: 0 every example of your own rules is judged as its rule says, 1 some are not, 2 a file is wrong."

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog=EPILOG)
def rules(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")] = FORMATS[0],
    folder: Annotated[
        Path | None,
        typer.Option("--rules", metavar="FOLDER", help="A folder with rules of your own: list them too, and try them."),
    ] = None,
) -> None:
    """List the rules by what they are about. `vlucheck explain RULE` tells more about one.

    With --rules, each rule of your own is tried on its own examples, and those that fail are named.
    """
    end_with(lambda: _list(form, folder))


def _list(form: str, folder: Path | None) -> int:
    from vlucheck.cli.output import write_stdout
    from vlucheck.rulebook.loader import load_rulebook

    if form not in FORMATS:
        raise WrongUsage(f'--format cannot be "{form}"; choose one of {", ".join(FORMATS)}.')
    rulebook = load_rulebook(folder)
    tried = _try(rulebook) if rulebook.users else None
    write_stdout(_as_json(rulebook, tried) if form == "json" else _as_text(rulebook, tried))
    for sentence in tried.complaints if tried else ():
        complain(sentence)
    return 1 if tried and tried.failed else 0


def _try(rulebook: "Rulebook") -> "Tried":
    from vlucheck.cli.trying import try_users_rules

    return try_users_rules(rulebook)


def _as_text(rulebook: "Rulebook", tried: "Tried | None") -> str:
    every = rulebook.rules
    families = (_family(name, rulebook) for name in Category)
    summary = f" {tried.summary}" if tried else ""
    return "\n".join(family for family in families if family) + f"\n{len(every)} rules.{summary}\n"


def _family(name: Category, rulebook: "Rulebook") -> str:
    lines = [_line(rule, rulebook) for rule in rulebook.rules if rule.category is name]
    return f"{name.capitalize()} ({len(lines)})\n{''.join(lines)}" if lines else ""


def _line(rule: "Rule", rulebook: "Rulebook") -> str:
    whose = "  (yours)" if rule.id in rulebook.users else ""
    return f" {rule.id}  {rule.severity:<10}  {rule.name.replace('-', ' ')}{whose}\n"


def _as_json(rulebook: "Rulebook", tried: "Tried | None") -> str:
    from vlucheck.checks.elements.wanted import instead

    content = [
        {
            "id": rule.id,
            "name": rule.name,
            "kind": rule.kind,
            "category": rule.category,
            "severity": rule.severity,
            "confidence": rule.confidence,
            "letters": sorted(rule.letters) or "all",
            "message": rule.message,
            "why": rule.why,
            "instead": list(instead(rule, rulebook.tables)),
            "source": rule.source,
            "since": rule.since,
        }
        for rule in rulebook.rules
    ]
    return json.dumps({"rules": content, **(tried.as_values() if tried else {})}, indent=2) + "\n"
