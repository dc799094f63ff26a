"""Kinds of arguments that several commands take."""

import argparse


def count(text: str) -> int:
    """Read a number from 0 up.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or not text.isascii():
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 up")
    return int(text)
