"""Figures of the running service in Prometheus' text format at /metrics, and the slow-query log.

vpg_queries_total{outcome="ok|timeout|limit|busy|malformed|error"}    vpg_updates_total{outcome=...}
vpg_query_seconds_bucket{le=...} / _sum / _count                      vpg_cache_hits_total
vpg_workers{state="busy|idle"}   vpg_queue_length   vpg_worker_kills_total{reason="time|memory|gone|died"}
"""

import logging
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from flask import Blueprint, Response, current_app

from graph.errors import BusyError, QueryLimitError, QuerySyntaxError, QueryTimeoutError, VpgError

bp = Blueprint("metrics", __name__)
BOUNDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)  # seconds
_OUTCOMES = {QueryTimeoutError: "timeout", QueryLimitError: "limit", BusyError: "busy", QuerySyntaxError: "malformed"}
log = logging.getLogger("vpg.slow")


class Figures:
    """Counters of one process; safe from many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.counts: Counter[tuple[str, str]] = Counter()
        self._buckets = [0] * (len(BOUNDS) + 1)
        self._seconds = 0.0

    def count(self, name: str, label: str = "") -> None:
        """Count one event of `name`, for example ("vpg_cache_hits_total", "")."""
        with self._lock:
            self.counts[name, label] += 1

    def add(self, times: Sequence[float], hits: int, errors: Sequence[str]) -> None:
        """Take over what a worker has counted: seconds of answers, answers that it had kept, classes of errors."""
        with self._lock:
            for name in errors:
                outcome = next((text for kind, text in _OUTCOMES.items() if kind.__name__ == name), "error")
                self.counts["vpg_queries_total", f'outcome="{outcome}"'] += 1
            self.counts["vpg_queries_total", 'outcome="ok"'] += len(times)
            self.counts["vpg_cache_hits_total", ""] += hits
            for seconds in times:
                self._buckets[bisect_left(BOUNDS, seconds)] += 1
                self._seconds += seconds

    @contextmanager
    def timed(self, kind: str, text: str, slow: float) -> Iterator[None]:
        """Time one query or update, count how it ended, and log it if it took longer than `slow` seconds."""
        started, outcome = time.perf_counter(), "ok"
        try:
            yield
        except VpgError as error:
            outcome = _OUTCOMES.get(type(error), "error")
            raise
        finally:
            seconds = time.perf_counter() - started
            with self._lock:
                self.counts[f"vpg_{kind}_total", f'outcome="{outcome}"'] += 1
                if kind == "queries":
                    self._buckets[bisect_left(BOUNDS, seconds)] += 1
                    self._seconds += seconds
            if seconds > slow:
                log.warning("%.2f s, %s, %s: %s", seconds, kind, outcome, " ".join(text.split())[:2000])

    def lines(self) -> Iterator[str]:
        """Yield the figures, a line each."""
        with self._lock:
            counts, buckets, total = dict(self.counts), list(self._buckets), self._seconds
        for (name, label), value in sorted(counts.items()):
            yield f"{name}{{{label}}} {value}" if label else f"{name} {value}"
        running = 0
        for bound, size in zip((*BOUNDS, "+Inf"), buckets, strict=True):
            running += size
            yield f'vpg_query_seconds_bucket{{le="{bound}"}} {running}'
        yield f"vpg_query_seconds_sum {total:.6f}"
        yield f"vpg_query_seconds_count {running}"


def figures() -> Figures:
    """Return the figures of the current application."""
    found: Figures | None = current_app.extensions.get("vpg.figures")
    return found if found is not None else current_app.extensions.setdefault("vpg.figures", Figures())


@bp.route("/metrics")
def metrics() -> Response:
    """Answer with all figures, those of the store's workers too if it has workers."""
    found: dict[str, float] = {}
    for line in figures().lines():
        name, _, number = line.rpartition(" ")
        found[name] = float(number)
    state = getattr(current_app.extensions["vpg.store"], "figures", None)
    if state is not None:
        for name, value in state().items():
            found[name] = found.get(name, 0) + value  # kills are counted in both places
    lines = [f"{name} {value:g}" if value != int(value) else f"{name} {int(value)}" for name, value in found.items()]
    return Response("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")
