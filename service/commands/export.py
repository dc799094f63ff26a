"""`vpg export`: the whole graph as one file."""

import argparse
import sys
from pathlib import Path

NAME = "export"
HELP = "write the whole graph to a file or to standard output"
EXAMPLE = "vpg export --format trig --out graph.trig"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--format", default="trig", help="trig (default), nquads, turtle, jsonld, graphml, gexf, csv (a zip)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write; standard output when left out")
    parser.add_argument(
        "--store", metavar="DIR|URL", help="the graph's store (default: VPG_STORE, .vpg/store, or the samples)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit 0; an unfinished file is never left under its final name."""
    from graph.errors import StoreError
    from graph.export import export
    from service.opening import reading

    with reading(arguments.store) as store:
        if arguments.out is None:
            export(store, arguments.format, sys.stdout.buffer)
            return 0
        part = arguments.out.with_name(arguments.out.name + ".part")
        try:
            with part.open("wb") as stream:
                export(store, arguments.format, stream)
            part.replace(arguments.out)
        except OSError as error:
            raise StoreError(f"cannot write {arguments.out}: {error.strerror or error}") from None
        finally:
            part.unlink(missing_ok=True)
    return 0
