"""`vpg ingest`: read reports into the graph, each whole or not at all."""

import argparse
import sys
from pathlib import Path

from service.commands.arguments import count
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
    from service.opening import opened, state_folder

    extract = extractor(arguments.extractor)
    with opened(arguments.store) as store, Progress("ingesting") as progress:
        report = ingest(
            read_all(arguments.inputs),
            store,
            state=arguments.state or state_folder(arguments.store),
            extract=extract,
            workers=arguments.workers,
            on_step=progress.step,
        )
    for failure in report.failed:
        print(f"vpg ingest: {failure.name}: {failure.reason}", file=sys.stderr)  # noqa: T201
    print(  # noqa: T201
        f"vpg ingest: {report.read} read ({report.replaced} replaced), {len(report.failed)} failed, "
        f"{report.quads:,} quads, {report.undecided} undecided",
        file=sys.stderr,
    )
    return 2 if report.failed else 0
