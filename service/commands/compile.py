"""`vpg compile`: extraction compiled to C for this machine; without it the same modules run as plain Python."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from service.progress import Ticking

NAME = "compile"
HELP = "compile extraction to C for this machine (a C compiler is needed): about 1.5 times as fast, same results"
EXAMPLE = "vpg compile"


MANY = 500  # reports from which on it is worth saying


def advice(extractor: str, reports: int) -> str | None:
    """What to say after many reports were read by plain Python on a machine that could compile it; else None."""
    from graph.compiled import running
    from graph.compiled.build import can_build

    if extractor != "rules" or reports < MANY or os.environ.get("VPG_COMPILED") == "0":
        return None
    if running() == "compiled" or not can_build():
        return None
    return "extraction ran as plain Python; once `python3 vpg compile` has run here it is about 1.5 times as fast"


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
    with _ended_by_signals(), Ticking("vpg compile: writing C") as shown:
        path = build(on_step=lambda done, total: shown.say(f"vpg compile: {done} of {total} modules compiled"))
    print(f"vpg compile: {path.name} in {time.monotonic() - started:.0f} s", file=sys.stderr)  # noqa: T201
    return 0


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a signal that ends the process raise, so that what is half done is removed on the way out."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
