"""`vpg evaluate`: score extraction on annotated articles; facts gained and lost since a saved run."""

import argparse
import sys
from pathlib import Path

NAME = "evaluate"
HELP = "score extraction against annotated articles, and show what changed since a saved run"
EXAMPLE = "vpg evaluate gold/ articles/ --against before.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "gold", type=Path, metavar="GOLD_DIR", help="annotated facts, NAME.json: the JSON that `vpg extract` prints"
    )
    parser.add_argument("articles", type=Path, metavar="ARTICLES_DIR", help="the articles, NAME.txt")
    parser.add_argument("--save", type=Path, metavar="RUN.json", help="save this run for a later comparison")
    parser.add_argument("--against", type=Path, metavar="RUN.json", help="print facts gained and lost since that run")
    parser.add_argument("--show", metavar="TYPE", help="list what was missed (-) and wrong (+) of one type")
    parser.add_argument("--minimum", type=float, metavar="F1", help="exit 1 when the headline is below this")
    parser.add_argument("--extractor", default="rules", help="rules (default), or llm (see docs/extraction.md)")


def run(arguments: argparse.Namespace) -> int:
    """Exit 0, or 1 when the headline is below --minimum."""
    from graph.errors import ParameterError
    from graph.evaluation.runs import evaluate
    from graph.evaluation.scoring import KINDS
    from graph.extractors import extractor

    if arguments.show and arguments.show not in KINDS:
        raise ParameterError(f"there is no type {arguments.show!r}; known: {', '.join(KINDS)}")
    result = evaluate(arguments.gold, arguments.articles, extractor(arguments.extractor))
    for failure in result.failed:
        print(f"vpg evaluate: {failure.name}: {failure.reason}", file=sys.stderr)  # noqa: T201
    print(result.score.table())  # noqa: T201
    if arguments.show:
        outcome = result.score.kinds[arguments.show]
        for sign, facts in (("-", outcome.missed), ("+", outcome.wrong)):
            for document, fact in facts:
                print(f"{sign} {document} {fact}")  # noqa: T201
    if arguments.against:
        print("\n".join(result.changes(arguments.against)))  # noqa: T201
    if arguments.save:
        result.save(arguments.save)
    return int(arguments.minimum is not None and result.score.headline < arguments.minimum)
