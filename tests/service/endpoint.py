"""A real server in a process of its own, for tests over HTTP. As a script: the server.

With `--trusting`, requests without a token are treated as if they carried one: the W3C's own tests send none.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a-token-of-the-tests"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A running server."""

    port: int
    process: "subprocess.Popen[str]"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        *,
        token: str | None = None,
        timeout: float = 30,
        **headers: str,
    ) -> Reply:
        """Send one request; header names are given with _ for -."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            if token:
                named["Authorization"] = f"Bearer {token}"
            data = body.encode() if isinstance(body, str) else body
            connection.request(method, path, data, named)
            reply = connection.getresponse()
            found = {name.lower(): value for name, value in reply.getheaders()}
            return Reply(reply.status, found, reply.read())
        finally:
            connection.close()

    def query(self, text: str, *, accept: str = "application/sparql-results+json", timeout: float = 30) -> Reply:
        """Send a query as a form."""
        return self.send(
            "POST",
            "/sparql",
            urlencode({"query": text}),
            timeout=timeout,
            Accept=accept,
            Content_Type="application/x-www-form-urlencoded",
        )

    def update(self, text: str, *, token: str | None = TOKEN, timeout: float = 30) -> Reply:
        """Send an update directly."""
        return self.send(
            "POST", "/sparql", text, token=token, timeout=timeout, Content_Type="application/sparql-update"
        )


@contextmanager
def serving(store: Path | str, *, trusting: bool = False, **settings: Any) -> Iterator[Endpoint]:
    """Run a server over `store` with `VPG_...` settings, and end it afterwards."""
    endpoint = start(store, trusting=trusting, **settings)
    try:
        yield endpoint
    finally:
        stop(endpoint)


def start(store: Path | str, *, trusting: bool = False, **settings: Any) -> Endpoint:
    """Start a server and wait until it listens."""
    environ = {**os.environ, "VPG_STORE": str(store), "VPG_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)}
    environ |= {f"VPG_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, __file__, *(["--trusting"] if trusting else [])]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("port "), f"the server did not start: {line}"
    return Endpoint(int(line.split()[1]), process)


def stop(endpoint: Endpoint) -> None:
    """End a server, by kill if it does not end by itself."""
    endpoint.process.send_signal(signal.SIGTERM)
    try:
        endpoint.process.wait(20)
    except subprocess.TimeoutExpired:
        endpoint.process.kill()
        endpoint.process.wait()
    assert endpoint.process.stdout is not None
    endpoint.process.stdout.close()


def protocol_app(settings: Any, store: Any) -> Any:
    """Return an application with the protocols alone, no pages."""
    from importlib import import_module

    from flask import Flask

    from service.metrics import Figures

    app = Flask("protocol")
    app.url_map.strict_slashes = False
    app.extensions |= {"vpg.settings": settings, "vpg.store": store, "vpg.figures": Figures()}
    for name in ("sparql", "graph_store", "description", "health", "metrics"):
        app.register_blueprint(import_module(f"service.{name}").bp)
    return app


def main() -> None:
    import waitress

    from service.serving import serving_store
    from service.sessions import install
    from service.settings import Settings

    def leave(*_: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
    settings = Settings.from_environ()
    with serving_store(settings) as store:
        app = protocol_app(settings, store)

        def trusting(environ: dict[str, Any], start_response: Any) -> Any:
            environ.setdefault("HTTP_AUTHORIZATION", f"Bearer {TOKEN}")
            return app(environ, start_response)

        served = trusting if "--trusting" in sys.argv else app
        server = waitress.create_server(served, port=0, threads=24, channel_request_lookahead=1)
        ended = install(server, store, settings, app.extensions["vpg.figures"])
        print(f"port {server.effective_port}", flush=True)
        try:
            server.run()
        finally:
            ended()


if __name__ == "__main__":
    main()
