"""An address that the operator names is fetched within bounds, and only where robots.txt allows it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.readers import Failure, read_all, url
from graph.source import Source

TEXT = "Ngày 12/5/2021, UBND tỉnh Lào Cai tổ chức hội nghị sơ kết công tác dân vận."


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.answer("text/plain", b"User-agent: *\nDisallow: /private/\n")
        elif self.path == "/large.txt":
            self.answer("text/plain", b"x" * (url.MAX_BYTES + 10))
        elif self.path.endswith(".txt"):
            self.answer("text/plain; charset=utf-8", TEXT.encode())
        else:
            self.send_error(404)

    def answer(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_report_is_fetched(site: str) -> None:
    (result,) = read_all([f"{site}/tin/hoi-nghi.txt"])
    assert isinstance(result, Source)
    assert result.text == TEXT
    assert result.id == "127-0-0-1-tin-hoi-nghi"


@pytest.mark.parametrize(("path", "says"), [("/private/a.txt", "robots"), ("/none", "404"), ("/large.txt", "larger")])
def test_what_may_not_or_cannot_be_fetched_says_why(
    site: str, path: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(url, "MAX_BYTES", 1000)
    (result,) = read_all([site + path])
    assert isinstance(result, Failure)
    assert says in result.reason


def test_a_site_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(url, "SECONDS", 0.5)
    (result,) = read_all(["http://127.0.0.1:9/a.txt"])
    assert isinstance(result, Failure)
    assert "does not answer" in result.reason
