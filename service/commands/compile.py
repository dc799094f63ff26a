"""`vpg compile`: extraction compiled to C for this machine; without it the same modules run as plain Python."""

import argparse
import sys
import time

NAME = "compile"
HELP = "compile extraction to C for this machine (a C compiler is needed): a quarter faster, same results"
EXAMPLE = "vpg compile"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--remove", action="store_true", help="remove what was compiled: back to plain Python")


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 when extraction is compiled (or is plain again); 2 with the reason when it cannot be."""
    from graph.compiled import FOLDER, running
    from graph.compiled.build import build, remove

    if arguments.remove:
        remove(FOLDER)
        print("vpg compile: extraction runs as plain Python", file=sys.stderr)  # noqa: T201
        return 0
    if running() == "compiled":
        print("vpg compile: extraction is compiled already, from these sources", file=sys.stderr)  # noqa: T201
        return 0
    print("vpg compile: compiling extraction (one to three minutes) ...", file=sys.stderr)  # noqa: T201
    started = time.monotonic()
    path = build()
    print(f"vpg compile: {path.name} in {time.monotonic() - started:.0f} s", file=sys.stderr)  # noqa: T201
    return 0
