"""Print the dependencies of pyproject.toml that hold on another machine: python requirements.py SYS_PLATFORM MACHINE.

pip judges environment markers by the machine it runs on, not by --platform; so they are judged here.
"""

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement


def main() -> None:
    """Print one requirement a line, without its marker."""
    system = {"win32": "Windows", "darwin": "Darwin"}[sys.argv[1]]
    machine = {"sys_platform": sys.argv[1], "platform_machine": sys.argv[2], "platform_system": system}
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["dependencies"]:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({**machine, "python_version": "3.12"}):
            print(f"{requirement.name}{requirement.specifier}")


if __name__ == "__main__":
    main()
