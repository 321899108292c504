"""`vlucheck rules`: every rule by family."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vlucheck.cli.ending import end_with
from vlucheck.errors import WrongUsage
from vlucheck.findings import Category

if TYPE_CHECKING:
    from vlucheck.rulebook.model import Rule, Rulebook

FORMATS = ("terminal", "json")

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def rules(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")] = FORMATS[0],
    folder: Annotated[
        Path | None, typer.Option("--rules", metavar="FOLDER", help="A folder with rules of your own.")
    ] = None,
) -> None:
    """List the rules by what they are about. `vlucheck explain RULE` tells more about one."""
    end_with(lambda: _list(form, folder))


def _list(form: str, folder: Path | None) -> int:
    from vlucheck.cli.output import write_stdout
    from vlucheck.rulebook.loader import load_rulebook

    if form not in FORMATS:
        raise WrongUsage(f'--format cannot be "{form}"; choose one of {", ".join(FORMATS)}.')
    rulebook = load_rulebook(folder)
    write_stdout(_as_json(rulebook) if form == "json" else _as_text(rulebook.rules))
    return 0


def _as_text(every: tuple["Rule", ...]) -> str:
    families = (_family(name, every) for name in Category)
    return "\n".join(family for family in families if family) + f"\n{len(every)} rules.\n"


def _family(name: Category, every: tuple["Rule", ...]) -> str:
    lines = [
        f" {rule.id}  {rule.severity:<10}  {rule.name.replace('-', ' ')}\n" for rule in every if rule.category is name
    ]
    return f"{name.capitalize()} ({len(lines)})\n{''.join(lines)}" if lines else ""


def _as_json(rulebook: "Rulebook") -> str:
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
    return json.dumps({"rules": content}, indent=2) + "\n"
