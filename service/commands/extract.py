"""`vpg extract`: print what one report, or each of many, states, with the span of every fact."""

import argparse
import json
import sys
from pathlib import Path

from graph.errors import VpgError
from graph.readers import Failure, read_all
from service.commands.arguments import count, passed_over
from service.commands.compile import advice
from service.progress import Progress

NAME = "extract"
HELP = "print the facts of reports as JSON, each with the span of its words"
EXAMPLE = "vpg extract samples/ --out facts/"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("inputs", nargs="+", metavar="FILE|DIR|URL", help="reports: .txt .md .html .docx .pdf .jsonl")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write DIR/NAME.json per report instead of printing")
    parser.add_argument("--extractor", default="rules", help="rules (default), or llm (see docs/extraction.md)")
    parser.add_argument("--workers", type=count, default=0, help="processes; 0 = one per core for large inputs")


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 when every report was read, 2 when any could not be."""
    from graph.batch import extract_all
    from graph.contract import to_json
    from graph.extractors import extractor

    if arguments.out:
        try:
            arguments.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise VpgError(f"cannot write to {arguments.out}: {error.strerror}") from None
    read = failed = 0
    passed: list[str] = []
    extract = extractor(arguments.extractor)
    with Progress("extracting") as progress:
        for result in extract_all(read_all(arguments.inputs, passed.append), extract, workers=arguments.workers):
            progress.step()
            if isinstance(result, Failure):
                failed += 1
                print(f"vpg extract: {result.name}: {result.reason}", file=sys.stderr)  # noqa: T201
                continue
            read += 1
            facts = to_json(result[1])
            if arguments.out:
                path = arguments.out / f"{result[0].id.replace('/', '_')}.json"
                path.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8")
            else:
                print(json.dumps(facts, ensure_ascii=False, indent=1 if sys.stdout.isatty() else None))  # noqa: T201
    if passed:
        print(f"vpg extract: {passed_over(passed)}", file=sys.stderr)  # noqa: T201
    if arguments.out or failed:
        print(f"vpg extract: {read} read, {failed} failed", file=sys.stderr)  # noqa: T201
    if advised := advice(arguments.extractor, read):
        print(f"vpg extract: {advised}", file=sys.stderr)  # noqa: T201
    return 2 if failed else 0
