"""Extraction over every prefix and over random mutations of real reports: does any text make it fail?

    python -m benchmarks.robustness REPORTS.jsonl [--articles 200] [--step 1] [--mutations 50] [--seed 1]

Each text must give facts whose spans lie inside it, or be refused as unreadable in our own words; anything
else is printed with the report, what was done to it and the error, and the exit code is 1. `--step 1` takes
the prefix after every character. All cores are used; a few minutes to half an hour.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph.readers import read_all
from graph.source import Source
from tests.graph.noise import check, mutated


def main() -> int:
    """Run and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--step", type=int, default=1, metavar="CHARACTERS")
    parser.add_argument("--mutations", type=int, default=50, metavar="PER_ARTICLE")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sources = [result for result in read_all(arguments.reports) if isinstance(result, Source)]
    chosen = random.Random(arguments.seed).sample(sources, min(arguments.articles, len(sources)))
    tasks = [(s.id, s.text, arguments.step, arguments.mutations, arguments.seed) for s in chosen]
    begun, texts, failures = time.monotonic(), 0, 0
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for number, (tried, failed) in enumerate(pool.map(try_all, tasks), 1):
            texts += tried
            failures += len(failed)
            for line in failed[:3]:
                print(line)
            if number % 20 == 0:
                print(f"{number} of {len(tasks)} reports, {texts:,} texts, {failures} failures", flush=True)
    print(
        f"{len(tasks)} reports, {texts:,} texts, {failures} failures, seed {arguments.seed},"
        f" {time.monotonic() - begun:.0f} s"
    )
    return 1 if failures else 0


def try_all(task: tuple[str, str, int, int, int]) -> tuple[int, list[str]]:
    """Try all versions of one report; return how many, and a line for each that failed."""
    name, text, step, mutations, seed = task
    count, failed = 0, []
    for done, version in versions(text, step, mutations, random.Random(f"{seed} {name}")):
        count += 1
        try:
            check(version)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what this looks for
            failed.append(f"{name}, {done}: {type(error).__name__}: {error}")
    return count, failed


def versions(text: str, step: int, mutations: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what was done and the text that came of it."""
    for end in range(0, len(text), step):
        yield f"first {end} characters", text[:end]
    for number in range(mutations):
        yield f"mutation {number}", mutated(text, chance)


if __name__ == "__main__":
    sys.exit(main())
