"""A LanguageTool server of the office's own, played here by a tiny one on this machine."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from vlucheck.engines import ltserver, open_engine
from vlucheck.errors import EngineUnavailable

TEXT = "😀😀 We recieve the color “and” 😀 it."


@dataclass
class Office:
    """What the server on this machine was asked, and how it answers."""

    address: str = ""
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    answer: str = ""
    status: int = 200


def match(text: str, marked: str, rule: str, message: str, *values: str) -> dict[str, object]:
    def units(part: str) -> int:
        return len(part.encode("utf-16-le")) // 2

    return {
        "message": message,
        "offset": units(text[: text.index(marked)]),
        "length": units(marked),
        "replacements": [{"value": value} for value in values],
        "context": {"text": text, "offset": 0, "length": 1},
        "sentence": text,
        "rule": {"id": rule, "issueType": "misspelling", "category": {"id": "TYPOS", "name": "Typo"}},
    }


CANNED = json.dumps(
    {
        "matches": [
            match(TEXT, "“and” 😀", "EN_QUOTES", "Quotes."),
            match(TEXT, "recieve", "MORFOLOGIK_RULE_EN_GB", "Possible spelling mistake found.", "receive", *"abcdef"),
            match(TEXT, "color", "MORFOLOGIK_RULE_EN_GB", "‘color’ is American English.", "colour"),
        ]
    }
)


@pytest.fixture
def office() -> Iterator[Office]:
    state = Office(answer=CANNED)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = {"/v2/healthcheck": "OK", "/v2/languages": '[{"code": "en", "longCode": "en-GB"}]'}
            self._say(200 if self.path in known else 404, known.get(self.path, ""))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            state.asked.append(parse_qs(body))
            self._say(state.status, state.answer)

        def _say(self, status: int, body: str) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def test_hits_are_in_order_with_places_in_code_points(office: Office) -> None:
    hits = open_engine("languagetool", server=office.address).check(TEXT)
    assert [(hit.rule, TEXT[hit.start : hit.end]) for hit in hits] == [
        ("MORFOLOGIK_RULE_EN_GB", "recieve"),
        ("MORFOLOGIK_RULE_EN_GB/american", "color"),
        ("EN_QUOTES", "“and” 😀"),
    ]
    assert hits[0].suggestions == ("receive", "a", "b", "c", "d")
    assert hits[0].category == "TYPOS"


def test_asks_for_british_english_without_oxford_spelling(office: Office) -> None:
    open_engine("languagetool", server=office.address).check("Some text.")
    (asked,) = office.asked
    assert asked["language"] == ["en-GB"]
    assert asked["disabledRules"] == ["OXFORD_SPELLING_Z_NOT_S"]
    assert asked["text"] == ["Some text."]


@pytest.mark.parametrize("ending", ["", "/", "/v2", "/v2/", "/v2/check"])
def test_address_may_be_written_in_any_usual_way(office: Office, ending: str) -> None:
    assert open_engine("languagetool", server=office.address + ending).check("x y") is not None


def test_address_needs_no_scheme(office: Office) -> None:
    assert open_engine("languagetool", server=office.address.removeprefix("http://")).name == "languagetool"


def test_proxy_of_the_machine_is_not_used(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert open_engine("languagetool", server=office.address).check(TEXT)


def test_empty_text_is_not_sent(office: Office) -> None:
    assert open_engine("languagetool", server=office.address).check(" \n") == []
    assert office.asked == []


@pytest.mark.parametrize(
    ("status", "answer"), [(500, "Error: out of memory"), (200, "{}"), (200, "[]"), (200, "<html>")]
)
def test_answer_that_is_none_stops_the_check(office: Office, status: int, answer: str) -> None:
    engine = open_engine("languagetool", server=office.address)
    office.status, office.answer = status, answer
    with pytest.raises(EngineUnavailable, match="stopped answering"):
        engine.check("Some text.")


def test_server_that_dies_in_the_middle_stops_the_check(office: Office) -> None:
    engine = open_engine("languagetool", server=office.address)
    engine._tool._url = "http://127.0.0.1:9/v2/"  # type: ignore[attr-defined]
    with pytest.raises(EngineUnavailable, match="--engine embedded"):
        engine.check("Some text.")


def test_server_that_is_not_there_is_said() -> None:
    with pytest.raises(EngineUnavailable, match="No LanguageTool server answers at http"):
        open_engine("languagetool", server="http://127.0.0.1:9")


@pytest.mark.parametrize(
    "address", ["https://api.languagetool.org/v2", "https://languagetool.org", "api.languagetoolplus.com"]
)
def test_public_server_is_refused(address: str) -> None:
    with pytest.raises(EngineUnavailable, match="public server"):
        open_engine("languagetool", server=address)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://", "ftp://host", "http://[::1"])
def test_what_is_no_address_is_said(address: str) -> None:
    with pytest.raises(EngineUnavailable, match="not the address of a server"):
        open_engine("languagetool", server=address)


def test_without_server_and_folder_it_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "none"))
    with pytest.raises(EngineUnavailable, match="LTP_PATH"):
        open_engine("languagetool")
    assert not (tmp_path / "none").exists()


def test_folder_with_the_wrong_layout_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "LanguageTool-6.8"
    (folder / "libs").mkdir(parents=True)
    (folder / "languagetool-server.jar").touch()
    (folder / "libs" / "languagetool-core-6.8.jar").touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    with pytest.raises(EngineUnavailable, match="must carry no version"):
        open_engine("languagetool")


def test_newest_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LanguageTool-6.10", "LanguageTool-6.8"):
        (tmp_path / name / "libs").mkdir(parents=True)
        (tmp_path / name / "languagetool-server.jar").touch()
        (tmp_path / name / "libs" / "languagetool-core.jar").touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    assert ltserver.find_jar().parent.name == "LanguageTool-6.10"


def test_no_java_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "LanguageTool-6.8" / "libs").mkdir(parents=True)
    (tmp_path / "LanguageTool-6.8" / "languagetool-server.jar").touch()
    (tmp_path / "LanguageTool-6.8" / "libs" / "languagetool-core.jar").touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineUnavailable, match="Java 17"):
        open_engine("languagetool")
