"""The command line: `vlucheck letter.docx`, a word for everything else; a command is loaded when called."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Final

CHECK: Final = "check"
# Nearly everything that is made in the first seconds (rules, the language model) stays to the end: looking through it
# for rubbish after every 700 new objects, as Python does, takes a twentieth of the time of one letter.
_OBJECTS_BETWEEN_CLEANINGS: Final = 500_000
COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        CHECK: "check letters; what is done without any of these words",
        "rules": "list the rules",
        "explain": "tell more about one rule",
    }
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that the first argument names, `check` if it names none, and end the process with its status."""
    gc.set_threshold(_OBJECTS_BETWEEN_CLEANINGS)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in COMMANDS:
        name, rest, title = given[0], given[1:], f"vlucheck {given[0]}"
    else:
        name, rest, title = CHECK, given, "vlucheck"
    try:
        _app(name)(args=rest, prog_name=title)
    finally:
        gc.freeze()  # or Python would look through all of it for rubbish once more before it ends


def _app(name: str) -> Callable[..., object]:
    """The command's own typer application: "vlucheck.cli.NAME:app"."""
    app: Callable[..., object] = import_module(f"vlucheck.cli.{name}").app
    return app
