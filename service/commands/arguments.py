"""Kinds of arguments that several commands take, and what is said of files they do not read."""

import argparse
from collections.abc import Sequence

SHOWN = 10


def passed_over(files: Sequence[str]) -> str:
    """Say which files of a folder were passed over, the first `SHOWN` of them by name."""
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    word = "file" if len(files) == 1 else "files"
    return f"{len(files)} {word} passed over: {', '.join(files[:SHOWN])}{more}"


def count(text: str) -> int:
    """Read a number from 0 up.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or not text.isascii():
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 up")
    return int(text)
