"""Articles per second of extraction: plain and compiled, all cores, growth with the input, beside underthesea's NER.

    python benchmarks/extraction.py REPORTS.jsonl [--runs 5] [--scale 1000,10000] [--peer 40]

Reading the files is not timed. Plain Python and, where `vpg compile` has run, compiled modules are timed in
turns, a process each: a noisy machine slows both alike. `--scale` repeats the reports with changed names up to
each size and shows rate and peak memory; `--peer N` times underthesea's named-entity recognition on the first N
reports in the same run (pip install underthesea; it is no dependency of ours).
"""

import argparse
import contextlib
import dataclasses
import itertools
import os
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph.batch import extract_all, extract_chunk
from graph.compiled import running
from graph.extract import extract
from graph.readers import read_all
from graph.source import Source

GIVEN = ("An", "Bình", "Cường", "Dung", "Đức", "Giang", "Hạnh", "Hùng", "Khánh", "Lan", "Minh", "Phúc", "Sơn", "Thảo")
NAME = re.compile(r"\b((?:Nguyễn|Trần|Lê|Phạm|Vũ|Bùi|Đặng|Đỗ|Hoàng|Phan)(?: [A-ZĐ][a-zà-ỹ]+){1,2}) [A-ZĐ][a-zà-ỹ]+\b")


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--scale", default="")
    parser.add_argument("--peer", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    sources = [result for result in read_all(arguments.reports) if isinstance(result, Source)]
    size = sum(len(s.text) for s in sources) / len(sources)
    print(f"{len(sources)} reports, {size:,.0f} characters on average, {os.cpu_count()} cores")
    rates = one_core(arguments.reports, arguments.runs)
    for how, measured in rates.items():
        said = f"median of {arguments.runs}; {min(measured):.0f} to {max(measured):.0f}"
        print(f"one core, {how + ':':<9} {statistics.median(measured):5.0f} reports/s ({said})")
    rate = max(statistics.median(measured) for measured in rates.values())
    if len(rates) == 2:
        ratios = [fast / slow for slow, fast in zip(rates["plain"], rates["compiled"], strict=True)]
        print(f"compiled to plain: {statistics.median(ratios):.2f} times (median over the turns)")
    else:
        print("compiled: not built from these sources (python3 vpg compile)")
    started = time.perf_counter()
    count = sum(1 for _ in extract_all(iter(sources), extract))
    every = f"all cores, {running()}:"
    print(f"{every} {count / (time.perf_counter() - started):.0f} reports/s, starting processes included")
    if arguments.peer:
        beside(sources[: arguments.peer], rate)
    for size_wanted in [int(n) for n in arguments.scale.split(",") if n]:
        # A process of its own for each size, so that each peak of memory is its own.
        with get_context("spawn").Pool(1) as pool:
            seconds, peak = pool.apply(grown, (arguments.reports, size_wanted))
        print(
            f"{size_wanted:>9,} reports, {running()}: {size_wanted / seconds:.0f}/s on one core,"
            f" peak memory {peak / 1024:,.0f} MB"
        )


def one_core(paths: list[str], runs: int) -> dict[str, list[float]]:
    """Return reports per second of processor time, a figure for each run, by how extraction runs."""
    rates: dict[str, list[float]] = {}
    with contextlib.ExitStack() as stack:
        pools = []
        for told in ("0", os.environ.get("VPG_COMPILED", "")):
            os.environ["VPG_COMPILED"] = told  # a process takes its modules when it starts
            pools.append(stack.enter_context(get_context("spawn").Pool(1)))
            rates[pools[-1].apply(begin, (paths,))] = []
        for _ in range(runs):
            for pool, measured in zip(pools, rates.values(), strict=False):
                measured.append(pool.apply(timed))
    return rates


_sources: list[Source] = []  # of a process that measures


def begin(paths: list[str]) -> str:
    """Read the reports and compile the vocabulary, as a process of `extract_all` does once; say how it runs."""
    _sources.extend(result for result in read_all(paths) if isinstance(result, Source))
    extract_chunk([*_sources[:1]], extract)
    return running()


def timed() -> float:
    """Return reports per second of processor time in this process."""
    started = time.process_time()
    for source in _sources:
        extract(source)
    return len(_sources) / (time.process_time() - started)


def beside(sources: list[Source], rate: float) -> None:
    """Time underthesea's NER on the same reports."""
    try:
        from underthesea import ner
    except ImportError:
        print("underthesea:  not installed, not timed")
        return
    ner("Hà Nội")
    started = time.process_time()
    for source in sources:
        for line in source.text.splitlines():
            if line.strip():
                ner(line)
    peer = len(sources) / (time.process_time() - started)
    print(f"underthesea NER: {peer:.2f} reports/s on the first {len(sources)}; ours is {rate / peer:.0f} times that")


def changed(sources: list[Source], count: int) -> Iterator[Source]:
    """Yield `count` reports: the given ones over and over, with other given names each time round."""
    for number, source in enumerate(itertools.islice(itertools.cycle(sources), count)):
        chance = random.Random(number)
        text = NAME.sub(lambda m, c=chance: f"{m[1]} {c.choice(GIVEN)}", source.text)
        yield dataclasses.replace(source, id=f"{source.id}-{number}", text=text)


def grown(paths: list[str], count: int) -> tuple[float, int]:
    """Extract `count` changed reports as a stream; return seconds of processor time and peak memory in KiB."""
    sources = [result for result in read_all(paths) if isinstance(result, Source)]
    extract(sources[0])
    spent = 0.0
    for source in changed(sources, count):
        started = time.process_time()
        extract(source)
        spent += time.process_time() - started
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
