"""The command, also as `python -m vlucheck`: it stands guard from the first moment, before anything large is loaded."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command and end the process with its status; one that was stopped (Ctrl-C) says so on standard error."""
    try:
        from vlucheck.cli import main as run

        run()
        return
    except KeyboardInterrupt:
        pass
    except SystemExit as end:
        if end.code != INTERRUPTED:
            raise
    if sys.stderr is not None:  # closed by the caller
        print("vlucheck: stopped; no report was written.", file=sys.stderr)  # noqa: T201 - nothing else is loaded yet
    exec(
        ""
    )  # Python remembers that a text it ran (a dataclass) was interrupted and would end by the signal; it forgets here
    sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
