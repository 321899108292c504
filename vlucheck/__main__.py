"""`python -m vlucheck`."""

from vlucheck.cli import main

if __name__ == "__main__":
    main()
