"""The command line: `vpg COMMAND ...`. Exit codes: 0 fine, 1 findings, 2 error."""

import argparse
import importlib.metadata
import os
import sys
import tomllib
from collections.abc import Sequence
from typing import NoReturn

from graph.compiled import ROOT, running
from graph.errors import VpgError
from service.commands import COMMANDS


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors of ours are one line on standard error."""
    top = parser()
    arguments, rest = top.parse_known_args(words)
    if rest:
        if arguments.command != "query":
            top.error(f"unrecognized arguments: {' '.join(rest)}")
        arguments.parameters += named_values(rest, top)
    try:
        return int(arguments.run(arguments))
    except VpgError as error:
        print(f"vpg {arguments.command}: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output (`| head`) went away: not an error, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def named_values(words: Sequence[str], top: argparse.ArgumentParser) -> list[str]:
    """Turn `--official "Tô Lâm"` and `--official=...` into PARAM=VALUE: a query names its own options."""
    values, waiting = [], list(words)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--") or ("=" not in word and not waiting):
            top.error(f"unrecognized argument: {word}")
        values.append(word[2:] if "=" in word else f"{word[2:]}={waiting.pop(0)}")
    return values


def parser() -> argparse.ArgumentParser:
    """Build the parser out of the commands' own modules."""
    top = argparse.ArgumentParser(
        prog="vpg",
        description="A knowledge graph over what Vietnamese government and Party bodies do in public.",
        epilog="In a clone, `python3 vpg` alone is `start`, and `python3 vpg test` runs all tests.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version, and how extraction runs")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(
            command.NAME,
            help=command.HELP,
            description=command.HELP,
            epilog=f"example:\n  {command.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    return top


class _Version(argparse.Action):
    """Prints the version of what is installed, or of the clone that runs; looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        try:
            version = importlib.metadata.version("vietnam-policy-graph")
        except importlib.metadata.PackageNotFoundError:
            version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
        parser.exit(message=f"vpg {version}, extraction {running()}\n")


if __name__ == "__main__":
    sys.exit(main())
