"""Starts a LanguageTool server from a folder on this machine, on loopback, and stops it again."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import weakref
from collections.abc import Callable
from pathlib import Path

from vlucheck.errors import EngineUnavailable

START_SECONDS = 30
STOP_SECONDS = 5
HEAP = "-Xmx512m"
JAR = "languagetool-server.jar"
SERVER_CLASS = "org.languagetool.server.HTTPServer"
HOW_TO_GET_IT = (
    "Get LanguageTool-6.8.zip from https://github.com/jxmorris12/language_tool_python/releases, unpack it and set "
    "LTP_PATH to the folder that holds LanguageTool-6.8; or name a running server with --languagetool-url, "
    "or check without it: --engine embedded."
)


class LocalServer:
    """A LanguageTool server that this process started; it ends with this process at the latest."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self._process = process
        self.stop = weakref.finalize(self, _stop, process)

    @classmethod
    def start(cls) -> LocalServer:
        """Return the server, started but perhaps not yet answering."""
        jar = find_jar()
        java = shutil.which("java")
        if java is None:
            raise EngineUnavailable(f"LanguageTool needs Java 17 or newer, and there is no Java here. {HOW_TO_GET_IT}")
        port = _free_port()
        command = [java, HEAP, "-cp", str(jar), SERVER_CLASS, "--port", str(port)]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
        return cls(process, port)

    def wait_until(self, answers: Callable[[str], bool]) -> None:
        """Wait until `answers(address)`; raises EngineUnavailable if the server ends or takes too long."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            if answers(self.address):
                return
            time.sleep(0.1)
        raise EngineUnavailable(
            "LanguageTool was found but does not start: it needs Java 17 or newer and a complete "
            f"folder. {HOW_TO_GET_IT}"
        )


def find_jar() -> Path:
    """Return the server's jar, the newest version's; raises EngineUnavailable with what is wrong."""
    home = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    jars = sorted(home.glob(f"LanguageTool-*/{JAR}"), key=_version)
    if not jars:
        raise EngineUnavailable(f"LanguageTool is not on this machine (looked in {home}). {HOW_TO_GET_IT}")
    core = jars[-1].parent / "libs" / "languagetool-core.jar"
    if not core.is_file():
        raise EngineUnavailable(
            f"The LanguageTool folder {jars[-1].parent} is not complete: {core} is missing "
            "(the names of the jars in libs must carry no version)."
        )
    return jars[-1]


def _version(jar: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", jar.parent.name)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
