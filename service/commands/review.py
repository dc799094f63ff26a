"""`vpg review`: the pairs that resolution left undecided, and people's judgements on them."""

import argparse
import getpass
from pathlib import Path

NAME = "review"
HELP = "list undecided pairs, and accept, reject or undo merges"
EXAMPLE = "vpg review list --store .vpg/store"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("action", nargs="?", default="list", choices=("list", "accept", "reject", "undo"))
    parser.add_argument("pair", nargs="?", help="the pair's id, as `list` prints it")
    parser.add_argument("--joined", action="store_true", help="list also the pairs that were joined, to undo one")
    parser.add_argument("--why", default="", help="the reason, kept with the judgement")
    parser.add_argument("--by", default=None, help="who judges (default: your user name)")
    parser.add_argument("--state", type=Path, metavar="DIR", help="register and judgements (default: beside the store)")
    parser.add_argument("--store", metavar="DIR|URL", help="the graph's store (default: VPG_STORE or .vpg/store)")


def run(arguments: argparse.Namespace) -> int:
    """Exit 0; a judgement is written down and the reports it concerns are stored anew."""
    from graph import review
    from graph.errors import ParameterError
    from service.opening import opened, state_folder

    state = arguments.state or state_folder(arguments.store)
    if arguments.action == "list":
        for pair in [*review.list_pairs(state), *(review.list_merges(state) if arguments.joined else [])]:
            print(pair.line())  # noqa: T201
        return 0
    if not arguments.pair:
        raise ParameterError(f"`vpg review {arguments.action}` needs a pair's id; see `vpg review list`")
    by = arguments.by or getpass.getuser()
    with opened(arguments.store, must_exist=True) as store:
        if arguments.action == "undo":
            print(review.undo(state, arguments.pair, by, store=store))  # noqa: T201
        else:
            verdict = "same" if arguments.action == "accept" else "different"
            print(review.decide(state, arguments.pair, verdict, by, arguments.why, store=store))  # noqa: T201
    return 0
