"""A Virtuoso 7 of the tests' own, where it is installed (Debian: virtuoso-opensource-7-bin)."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

PATIENCE = 180  # seconds; a new database takes ten on an idle machine


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Run a server with its files in `folder`; give its address. Its user is dba, the password dba.

    Skips where Virtuoso is not installed, but under continuous integration that is a failure.
    """
    program = shutil.which("virtuoso-t")
    if program is None:
        reason = "needs Virtuoso 7: apt-get install virtuoso-opensource-7-bin"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    sql, http = free_ports(2)
    (folder / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 100000
"""
    )
    with (folder / "out").open("wb") as out:
        command = [program, "-f", "-c", str(folder / "virtuoso.ini")]
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    try:
        until = time.monotonic() + PATIENCE
        while not answers(http):
            said = (folder / "out").read_text(errors="replace")[-2000:]
            assert process.poll() is None, f"Virtuoso ended: {said}"
            assert time.monotonic() < until, f"Virtuoso did not start in time: {said}"
            time.sleep(0.2)
        yield f"http://127.0.0.1:{http}"
    finally:
        process.kill()
        process.wait()


def answers(port: int) -> bool:
    """Tell whether a SPARQL endpoint answers there."""
    with suppress(OSError):
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/sparql?query=ASK%20%7B%7D")
            return connection.getresponse().status == 200
        finally:
            connection.close()
    return False


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    found = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return found
