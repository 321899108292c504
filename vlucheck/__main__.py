"""The command, also as `python -m vlucheck`: it stands guard from the first moment, before anything large is loaded."""

import sys

from vlucheck.stopping import INTERRUPTED, asked_to_stop, listen


def main() -> None:
    """Run the command and end the process with its status; one that was stopped (Ctrl-C) says so on standard error."""
    try:
        listen()
        from vlucheck.cli import main as run

        run()
        return
    except KeyboardInterrupt:
        pass
    except SystemExit as end:
        if end.code != INTERRUPTED:
            raise
    except BaseException:  # an import that Ctrl-C broke off may say so in words of its own
        if not asked_to_stop():
            raise
    if sys.stderr is not None:  # closed by the caller
        print("vlucheck: stopped; no report was written.", file=sys.stderr)  # noqa: T201 - nothing else is loaded yet
    exec(
        ""
    )  # Python remembers that a text it ran (a dataclass) was interrupted and would end by the signal; it forgets here
    sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
