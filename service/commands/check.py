"""`vpg check`: the SHACL shapes and the checks of `queries/checks` over a graph."""

import argparse
import sys

from service.progress import Progress

NAME = "check"
HELP = "check the graph against its shapes and checks; any finding is a defect"
EXAMPLE = "vpg check --store .vpg/store"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--store", metavar="DIR|URL", help="the graph's store (default: VPG_STORE, .vpg/store, or the samples)"
    )
    parser.add_argument("--quiet", action="store_true", help="print violations only, no warnings")


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 without findings, 1 with any violation; warnings alone are printed and exit 0."""
    from graph.validate import check
    from queries.catalogue import catalogue
    from service.opening import reading

    with reading(arguments.store) as store, Progress("checking") as progress:
        findings = check(store, catalogue().checks(), on_step=progress.step)
    violations = [f for f in findings if f.severity == "violation"]
    for finding in violations if arguments.quiet else findings:
        print(f"{finding.severity}: {finding.check}: {finding.node}: {finding.message}")  # noqa: T201
    print(  # noqa: T201
        f"vpg check: {len(violations)} violations, {len(findings) - len(violations)} warnings", file=sys.stderr
    )
    return 1 if violations else 0
