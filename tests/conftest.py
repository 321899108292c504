"""What every test may use: the parser and the rulebook, opened once; and a guard that keeps tests off the network."""

import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from vlucheck.letter.knowledge import Knowledge
from vlucheck.letter.parser import open_parser
from vlucheck.rulebook.knowledge import knowledge_of
from vlucheck.rulebook.loader import load_rulebook
from vlucheck.rulebook.model import Rulebook

if TYPE_CHECKING:
    from spacy.language import Language

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def off_the_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Any connection that leaves the machine is an error of the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test wants to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield


@pytest.fixture(scope="session")
def parser() -> "Language":
    """The language model, loaded once."""
    return open_parser()


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The rules that come with the program."""
    return load_rulebook()


@pytest.fixture(scope="session")
def knowledge(rulebook: Rulebook) -> Knowledge:
    """What the letter layer knows."""
    return knowledge_of(rulebook)
