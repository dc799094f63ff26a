"""`vpg start`: what `python3 vpg` does: build the graph from the sample reports if needed, check it, serve it."""

import argparse
import dataclasses
import hashlib
import shutil
import sys
from pathlib import Path

NAME = "start"
HELP = "build the graph from the sample reports if it is not there yet, check it, and serve it"
EXAMPLE = "vpg start --port 8000"

ROOT = Path(__file__).resolve().parents[2]
CODE = ("ontology", "graph", "queries", "samples")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--host", help="address to listen on (default: VPG_HOST or 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on (default: VPG_PORT or 8000; 0: any free one)")


def run(arguments: argparse.Namespace) -> int:
    """Exit 1 when the freshly built graph has violations; else serve until stopped."""
    from service.commands.serve import serve
    from service.settings import Settings

    settings = Settings.from_environ()
    home = ROOT / ".vpg" / "samples"
    store = home / "store"
    stamp = home / "stamp"
    wanted = fingerprint()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted or not store.is_dir():
        shutil.rmtree(home, ignore_errors=True)
        if code := build(store):
            return code
        stamp.write_text(wanted, "utf-8")
    print(f"vpg: serving the sample reports, {store}; another store: vpg serve --store DIR", file=sys.stderr)  # noqa: T201
    given = {"host": arguments.host, "port": arguments.port}
    changes = {key: value for key, value in given.items() if value is not None}
    return serve(dataclasses.replace(settings, store=str(store), **changes))


def build(store: Path) -> int:
    """Ingest the sample reports and check the result."""
    from service.cli import main

    print("vpg: building the graph from the sample reports", file=sys.stderr)  # noqa: T201
    store.parent.mkdir(parents=True, exist_ok=True)
    samples = ROOT / "samples"
    return main(["ingest", str(samples), "--store", str(store)]) or main(["check", "--store", str(store), "--quiet"])


def fingerprint() -> str:
    """Return a hash of all that the graph of the samples depends on: names, sizes and times of the files."""
    total = hashlib.sha256()
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".ttl", ".rq", ".md", ".csv"):
                stat = path.stat()
                total.update(f"{path.relative_to(ROOT)}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return total.hexdigest()
