"""`vpg serve` that cannot serve: one sentence, exit 2, nothing else on standard error."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graph.stores import open_store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve") / "store"
    open_store(str(folder)).close()
    return folder


def serve(store: Path, port: str, **settings: str) -> tuple[int, str]:
    """Return exit code and standard error of a server that should not start."""
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", "serve", "--store", str(store), "--port", port],
        cwd=store.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
        timeout=20,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("port", "settings", "said"),
    [
        ("99999", {}, "the port (VPG_PORT, --port) is 99999"),
        ("-1", {}, "the port (VPG_PORT, --port) is -1"),
        ("0", {"VPG_QUERY_SECONDS": "nan"}, "VPG_QUERY_SECONDS is 'nan'"),
        ("0", {"VPG_TOKENS": "curate:secret"}, "VPG_TOKENS"),
    ],
)
def test_settings_that_cannot_be(store: Path, port: str, settings: dict[str, str], said: str) -> None:
    code, error = serve(store, port, **settings)
    assert code == 2
    assert said in error
    assert len(error.splitlines()) == 1


def test_a_port_that_is_taken_is_all_that_is_said(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, error = serve(store, str(port))
    assert code == 2
    assert len(error.splitlines()) == 1
    assert f"cannot listen on 127.0.0.1:{port}" in error
