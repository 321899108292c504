"""A LanguageTool server of the office's own, through language-tool-python.

Only a server that the user named, or one started here from a folder on this machine. Never the
public server, never a download, and never through a proxy: the letter goes where the user said.
"""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

from vlucheck.engines import MOST_SUGGESTIONS, Engine, EngineHit
from vlucheck.engines.ltserver import LocalServer
from vlucheck.engines.offsets import at_home, end_after_utf16, readable
from vlucheck.engines.spelling import with_variety
from vlucheck.errors import EngineUnavailable

if TYPE_CHECKING:
    from language_tool_python import LanguageTool, Match

BRITISH = "en-GB"
UNWANTED_RULES = {"OXFORD_SPELLING_Z_NOT_S"}
PUBLIC_HOSTS = ("languagetool.org", "languagetoolplus.com")
ANSWER_SECONDS = 60
HEALTH_SECONDS = 2
NO_PROXY = {"http": "", "https": ""}


class LanguageToolEngine:
    """British English grammar and spelling by a LanguageTool server."""

    name = "languagetool"

    def __init__(self, tool: LanguageTool, address: str, local: LocalServer | None) -> None:
        self._tool = tool
        self._address = address
        self._local = local

    def wait(self) -> None:
        """It is ready from the start."""

    def check(self, text: str) -> list[EngineHit]:
        """Return the hits in `text`, by place; raises EngineUnavailable when the server fails."""
        from language_tool_python.exceptions import LanguageToolError

        read = readable(text)
        if not read.text.strip():
            return []
        try:
            matches = self._tool.check(read.text)
        except (LanguageToolError, OSError, KeyError, TypeError, ValueError) as error:
            raise EngineUnavailable(
                f"The LanguageTool server at {self._address} stopped answering properly. "
                "Start it again, or check without it: --engine embedded."
            ) from error
        return sorted(
            (at_home(_hit(match, read.text), read) for match in matches), key=lambda hit: (hit.start, hit.end)
        )

    def close(self) -> None:
        """Stop the server if it was started here."""
        self._tool.close()
        if self._local is not None:
            self._local.stop()


def open_languagetool(server: str | None = None) -> Engine:
    """Return the engine for the server named, or for one started from a folder on this machine.

    The folder is the one of language-tool-python: `LTP_PATH`, or its cache in the home folder.
    """
    if server:
        address = _own_address(server)
        _require_answer(address)
        return LanguageToolEngine(_connect(address), address, None)
    local = LocalServer.start()
    try:
        local.wait_until(_answers)
        return LanguageToolEngine(_connect(local.address), local.address, local)
    except EngineUnavailable:
        local.stop()
        raise


def _own_address(server: str) -> str:
    """Return the root address of the server, with a slash; refuses anything but an office's own."""
    named = server if "://" in server else f"http://{server}"
    try:
        parts = urlsplit(named)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in {"http", "https"} or not host:
        raise EngineUnavailable(f'"{server}" is not the address of a server. Write it like http://localhost:8081.')
    if any(host == public or host.endswith(f".{public}") for public in PUBLIC_HOSTS):
        raise EngineUnavailable(
            f"{host} is a public server: a letter to a victim must not be sent there. "
            "Name a LanguageTool server of your own office, or use --engine embedded."
        )
    path = parts.path.rstrip("/").removesuffix("/v2").removesuffix("/check").removesuffix("/v2")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def _require_answer(address: str) -> None:
    if not _answers(address):
        raise EngineUnavailable(
            f"No LanguageTool server answers at {address}. Start it, or name another with "
            "--languagetool-url, or check without it: --engine embedded."
        )


def _answers(address: str) -> bool:
    """Return whether a LanguageTool server at `address` says within two seconds that it is well."""
    direct = build_opener(ProxyHandler({}))
    try:
        with direct.open(f"{address}v2/healthcheck", timeout=HEALTH_SECONDS) as answer:
            return bool(answer.status == http.HTTPStatus.OK)
    except (URLError, OSError, http.client.HTTPException, ValueError):
        return False


def _connect(address: str) -> LanguageTool:
    try:
        from language_tool_python import LanguageTool
        from language_tool_python.exceptions import LanguageToolError
    except ImportError as error:
        raise EngineUnavailable(
            "The package language-tool-python is not installed. To get it: pip install language-tool-python"
        ) from error
    try:
        tool = LanguageTool(BRITISH, remote_server=address, proxies=dict(NO_PROXY))
    except (LanguageToolError, OSError, TypeError, ValueError, AttributeError) as error:
        raise EngineUnavailable(
            f"The server at {address} does not answer as a LanguageTool server with British English does."
        ) from error
    tool.disabled_rules = set(UNWANTED_RULES)
    vars(tool)["_TIMEOUT"] = ANSWER_SECONDS  # its own is 300 seconds, and there is no other way to set it
    return tool


def _hit(match: Match, text: str) -> EngineHit:
    """`match.offset` is in code points already; its length is still in UTF-16 units."""
    start = match.offset
    end = end_after_utf16(text, start, match.error_length)
    suggestions = tuple(match.replacements[:MOST_SUGGESTIONS])
    rule = with_variety(match.rule_id, match.message, text[start:end], suggestions)
    return EngineHit(start, end, rule, match.category, match.message, suggestions)
