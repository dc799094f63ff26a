"""One module per command, listed here. Each has NAME, HELP, EXAMPLE, add_arguments(parser), run(arguments)."""

import argparse
from typing import Protocol

from service.commands import check, compile, evaluate, export, extract, ingest, query, review, serve, start


class Command(Protocol):
    """What a command's module offers."""

    NAME: str
    HELP: str
    EXAMPLE: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit code."""


COMMANDS: tuple[Command, ...] = (start, extract, ingest, query, check, serve, export, evaluate, review, compile)
