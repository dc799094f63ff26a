"""Extraction of many reports over all cores, in order, with memory that stays flat however long the input."""

import itertools
import logging
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from graph.collector import settle
from graph.errors import VpgError
from graph.extractors import Extractor
from graph.mention import Extraction
from graph.readers import Failure
from graph.source import Source

_LOG = logging.getLogger(__name__)
Result = tuple[Source, Extraction] | Failure
CHUNK = 32  # reports handed to a process at a time
SMALL = 64  # reports below which starting processes costs more than it gains


def extract_all(inputs: Iterable[Source | Failure], extract: Extractor, workers: int = 0) -> Iterator[Result]:
    """Extract every source; failures to read pass through, in order.

    Args:
        inputs: sources and failures, read as they are needed (a few chunks ahead).
        extract: a function that processes can import (no lambda).
        workers: processes; 0 means one per core once there are more than `SMALL` reports, 1 none.
    """
    stream = iter(inputs)
    head = list(itertools.islice(stream, SMALL + 1))
    count = workers or os.cpu_count() or 1
    if count == 1 or len(head) <= SMALL:
        for item in itertools.chain(head, stream):
            yield extract_one(item, extract)
        return
    stream = itertools.chain(head, stream)
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        waiting: list[Future[list[Result]]] = []
        while True:
            while len(waiting) < 2 * count and (chunk := list(itertools.islice(stream, CHUNK))):
                waiting.append(pool.submit(extract_chunk, chunk, extract))
            if not waiting:
                return
            yield from waiting.pop(0).result()


def extract_chunk(chunk: list[Source | Failure], extract: Extractor) -> list[Result]:
    """Extract a chunk; what a process is given to do."""
    results = [extract_one(item, extract) for item in chunk]
    settle()
    return results


def extract_one(item: Source | Failure, extract: Extractor) -> Result:
    """Extract one source; an error of the extractor is a failure of that report alone."""
    if isinstance(item, Failure):
        return item
    try:
        return item, extract(item)
    except Exception as error:  # noqa: BLE001 - one report must not stop a collection
        return failure(item, "extracted", error)


def failure(source: Source, step: str, error: Exception) -> Failure:
    """Say why a report could not be `step`; an error that is none of ours is a fault of ours, and logged.

    The log has the report's id and the traceback (lines of code and the error's message, no values).
    """
    if isinstance(error, VpgError):
        return Failure(source.id, f"could not be {step}: {error}")
    _LOG.error("report %s could not be %s: a fault of ours", source.id, step, exc_info=error)
    said = f"{type(error).__name__}: {error}"
    return Failure(source.id, f"could not be {step}, a fault of ours and not of the report: {said}")
