"""Our SPARQL service beside the peers that are installed, over HTTP, on one graph in our own vocabulary.

    python -m benchmarks.sparql.run [--quads 200000] [--seconds 4]

Peers: `oxigraph` (pip install oxigraph) and Virtuoso 7 (`virtuoso-t` and `isql-vt`; Debian package
virtuoso-opensource-7) if they are on the PATH; last, without HTTP, the engine alone in this process. Each
question is put to all in turn, with other parameters each time, on one connection; then 1 and 8 clients ask the
selective ones for some seconds.
"""

import argparse
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY
from urllib.parse import urlencode

import pyoxigraph as ox

from benchmarks.sparql.data import PolicyGraph, Question

ROOT = Path(__file__).resolve().parents[2]


class Endpoint:
    """A SPARQL endpoint and one connection to it."""

    def __init__(self, name: str, port: int, path: str) -> None:
        self.name, self.port, self.path = name, port, path
        self._connection: HTTPConnection | None = None

    def ask(self, query: str) -> tuple[float, int, int]:
        """Return seconds, status and number of rows."""
        body = urlencode({"query": query})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
        begun = time.perf_counter()
        try:
            reply, data = self._send(body, headers)
        except (RemoteDisconnected, ConnectionError):  # closed while it was idle
            self._connection, begun = None, time.perf_counter()
            reply, data = self._send(body, headers)
        seconds = time.perf_counter() - begun
        if reply.will_close:
            self._connection.close()
            self._connection = None
        rows = len(json.loads(data)["results"]["bindings"]) if reply.status == 200 else -1
        return seconds, reply.status, rows

    def _send(self, body: str, headers: dict[str, str]) -> tuple[HTTPResponse, bytes]:
        if self._connection is None:
            self._connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
            self._connection.connect()
            self._connection.sock.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        self._connection.request("POST", self.path, body, headers)
        reply = self._connection.getresponse()
        return reply, reply.read()


class Engine(Endpoint):
    """The engine alone, in this process: what our answers over HTTP have to be compared with."""

    def __init__(self, data: Path) -> None:
        super().__init__("engine", 0, "")
        self._store = ox.Store()
        self._store.bulk_load(path=str(data), format=ox.RdfFormat.N_QUADS, lenient=True)
        self._store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")

    def ask(self, query: str) -> tuple[float, int, int]:
        """Return seconds, status and number of rows."""
        begun = time.perf_counter()
        found = self._store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        data = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return time.perf_counter() - begun, 200, len(json.loads(data)["results"]["bindings"])


@contextmanager
def ours(folder: Path, data: Path) -> Iterator[Endpoint]:
    """Load a store and serve it."""
    from graph.stores.oxigraph import OxigraphStore

    with OxigraphStore(folder / "ours") as store:
        store.load_file(data)
    environ = {**os.environ, "VPG_STORE": str(folder / "ours"), "VPG_QUERY_ROWS": "0"}
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "7971"]
    with running(command, folder / "ours.log", cwd=ROOT, env=environ):
        wait(7971, "/metrics", lambda text: "vpg_columns 1" in text or "vpg_columns" not in text, most=300)
        yield Endpoint("vpg", 7971, "/sparql")


@contextmanager
def oxigraph(folder: Path, data: Path) -> Iterator[Endpoint]:
    """Load and serve with the Oxigraph server."""
    place = str(folder / "oxigraph")
    subprocess.run(["oxigraph", "load", "-l", place, "-f", str(data)], check=True, capture_output=True)
    command = ["oxigraph", "serve-read-only", "-l", place, "--union-default-graph", "-b", "127.0.0.1:7972"]
    with running(command, folder / "oxigraph.log"):
        wait(7972, "/")
        yield Endpoint("oxigraph", 7972, "/query")


@contextmanager
def virtuoso(folder: Path, data: Path) -> Iterator[Endpoint]:
    """Load and serve with Virtuoso 7."""
    place = folder / "virtuoso"
    place.mkdir()
    (place / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = {place}/virtuoso.db
ErrorLogFile = {place}/virtuoso.log
LockFile = {place}/virtuoso.lck
TransactionFile = {place}/virtuoso.trx
xa_persistent_file = {place}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {place}/temp.db
TransactionFile = {place}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:7974
DisableUnixSocket = 1
ServerThreads = 20
DirsAllowed = ., {data.parent}
NumberOfBuffers = 150000
MaxDirtyBuffers = 100000
ThreadsPerQuery = 2
[HTTPServer]
ServerPort = 127.0.0.1:7973
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
"""
    )
    with running(["virtuoso-t", "-f", "-c", str(place / "virtuoso.ini")], folder / "virtuoso.out", cwd=place):
        wait(7973, "/sparql")
        steps = (
            f"log_enable(2,1); ld_dir('{data.parent}', '{data.name}', 'http://default/'); rdf_loader_run(); checkpoint;"
        )
        subprocess.run(["isql-vt", "7974", "dba", "dba", f"exec={steps}"], check=True, capture_output=True)
        yield Endpoint("virtuoso", 7973, "/sparql")


@contextmanager
def running(
    command: list[str], log: Path, *, cwd: Path | None = None, env: dict[str, str] | None = None
) -> Iterator[None]:
    """Run a server for the time of the block."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=cwd, env=env)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def wait(port: int, path: str, ready: Callable[[str], bool] = lambda _: True, most: float = 60) -> None:
    """Wait until something answers at `path` and is `ready`."""
    until = time.monotonic() + most
    while time.monotonic() < until:
        with suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            if ready(connection.getresponse().read().decode("utf-8", "replace")):
                return
        time.sleep(0.2)


def latencies(endpoints: list[Endpoint], questions: list[Question]) -> dict[str, dict[str, float]]:
    """Put each question to all endpoints in turn; print and return the medians in milliseconds."""
    found: dict[str, dict[str, float]] = {}
    print(f"{'median ms':48}" + "".join(f"{e.name:>12}" for e in endpoints) + "        rows")
    for question in questions:
        row, counts = {}, {}
        for endpoint in endpoints:
            times = []
            for turn, query in enumerate(question.queries):
                seconds, status, rows = endpoint.ask(query)
                counts.setdefault(turn, {})[endpoint.name] = rows if status == 200 else -status
                times.append(seconds * 1000)
            row[endpoint.name] = statistics.median(times[2:] or times)
        found[question.name] = row
        differ = sum(len(set(c.values())) > 1 for c in counts.values())
        print(
            f"{question.name:48}"
            + "".join(f"{row[e.name]:12.2f}" for e in endpoints)
            + f"  {min(min(c.values()) for c in counts.values()):5}..{max(max(c.values()) for c in counts.values())}"
            + (f"  row counts differ for {differ} parameters" if differ else "")
        )
    return found


def throughput(endpoints: list[Endpoint], questions: list[Question], seconds: float) -> dict[str, float]:
    """Let 1 and 8 clients ask selective questions; print and return answers a second."""
    pool = [query for question in questions if question.selective for query in question.queries]
    found = {}
    for endpoint in endpoints:
        for clients in (1, 8):
            counts = [0] * clients
            until = time.monotonic() + seconds

            def work(
                number: int, endpoint: Endpoint = endpoint, counts: list[int] = counts, until: float = until
            ) -> None:
                own, chance = Endpoint(endpoint.name, endpoint.port, endpoint.path), random.Random(number)
                while time.monotonic() < until:
                    if own.ask(chance.choice(pool))[1] == 200:
                        counts[number] += 1

            threads = [threading.Thread(target=work, args=(i,)) for i in range(clients)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            found[f"{endpoint.name}, {clients}"] = sum(counts) / seconds
            print(f"{endpoint.name:12} {clients} clients {sum(counts) / seconds:9.0f} answers/s")
    return found


def main() -> None:
    """Make the data, start what there is, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=200_000, help="size of the graph")
    parser.add_argument("--seconds", type=float, default=4, help="for each measure of throughput")
    parser.add_argument("--json", type=Path, help="write the figures to a file too")
    arguments = parser.parse_args()
    graph = PolicyGraph(arguments.quads)
    with tempfile.TemporaryDirectory(prefix="vpg-benchmark-") as name, ExitStack() as stack:
        folder = Path(name)
        data = folder / "data" / "graph.nq"
        data.parent.mkdir()
        with data.open("w", encoding="utf-8") as file:
            file.writelines(graph.lines())
        print(f"{arguments.quads:,} quads; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        endpoints = [stack.enter_context(ours(folder, data))]
        if shutil.which("oxigraph"):
            endpoints.append(stack.enter_context(oxigraph(folder, data)))
        if shutil.which("virtuoso-t") and shutil.which("isql-vt"):
            endpoints.append(stack.enter_context(virtuoso(folder, data)))
        endpoints.append(Engine(data))
        questions = graph.questions()
        figures = {
            "median_ms": latencies(endpoints, questions),
            "answers_per_second": throughput(endpoints[:-1], questions, arguments.seconds),
        }
    if arguments.json:
        arguments.json.write_text(json.dumps({"quads": arguments.quads, **figures}, indent=1))


if __name__ == "__main__":
    main()
