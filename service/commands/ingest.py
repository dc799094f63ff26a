"""`vpg ingest`: read reports into the graph, each whole or not at all."""

import argparse
import shlex
import shutil
import sys
from pathlib import Path

from service.commands.arguments import count, passed_over
from service.commands.compile import advice
from service.progress import Progress

NAME = "ingest"
HELP = "read reports into the graph; a report read again replaces itself"
EXAMPLE = "vpg ingest samples/ --store .vpg/store"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("inputs", nargs="+", metavar="FILE|DIR|URL", help="reports: .txt .md .html .docx .pdf .jsonl")
    parser.add_argument("--store", metavar="DIR|URL", help="the graph's store (default: VPG_STORE or .vpg/store)")
    parser.add_argument("--state", type=Path, metavar="DIR", help="register and judgements (default: beside the store)")
    parser.add_argument("--extractor", default="rules", help="rules (default), or llm (see docs/extraction.md)")
    parser.add_argument("--workers", type=count, default=0, help="processes; 0 = one per core for large inputs")


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 when every report was stored, 2 when any could not be; the others are stored."""
    from graph.extractors import extractor
    from graph.ingest import ingest
    from graph.readers import read_all
    from graph.stores import is_store
    from service.opening import is_folder, opened, state_folder
    from service.settings import Settings

    extract = extractor(arguments.extractor)
    location = arguments.store or Settings.from_environ().store
    state = arguments.state or state_folder(arguments.store)
    before = {folder: _inside(folder) for folder in (Path(location), state)}
    fresh = is_folder(location) and not is_store(location)
    passed: list[str] = []
    with opened(arguments.store) as store, Progress("ingesting") as progress:
        report = ingest(
            read_all(arguments.inputs, passed.append),
            store,
            state=state,
            extract=extract,
            workers=arguments.workers,
            on_step=progress.step,
        )
    if fresh and not report.read:
        for folder, there in before.items():
            _clear(folder, there)
    for failure in report.failed:
        print(f"vpg ingest: {failure.name}: {failure.reason}", file=sys.stderr)  # noqa: T201
    if passed:
        print(f"vpg ingest: {passed_over(passed)}", file=sys.stderr)  # noqa: T201
    print(  # noqa: T201
        f"vpg ingest: {report.read} read ({report.replaced} replaced), {len(report.failed)} failed, "
        f"{report.quads:,} quads, {report.undecided} undecided",
        file=sys.stderr,
    )
    if advised := advice(arguments.extractor, report.read):
        print(f"vpg ingest: {advised}", file=sys.stderr)  # noqa: T201
    if report.read and location not in ("memory", ":memory:"):
        shown = shlex.quote(location)
        print(f"vpg ingest: written to {location}; see it with `vpg serve --store {shown}`", file=sys.stderr)  # noqa: T201
    return 2 if report.failed else 0


def _inside(folder: Path) -> set[Path] | None:
    """Return what is in a folder; None if it is not there."""
    return set(folder.iterdir()) if folder.is_dir() else None


def _clear(folder: Path, there: set[Path] | None) -> None:
    """Take away what this run made in a folder, so that no store is left in which there is no report."""
    if there is None:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for made in set(folder.iterdir()) - there:
        if made.is_dir():
            shutil.rmtree(made, ignore_errors=True)
        else:
            made.unlink()
