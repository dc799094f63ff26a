"""Progress on standard error for anything over a second: a bar with rate and remaining time, or the time alone."""

import sys
import threading
import time
from types import TracebackType

INTERVAL = 0.2  # seconds between two drawings
PATIENCE = 1.0  # seconds before anything is drawn
WIDTH = 24


class Progress:
    """Count things done; draws only on a terminal (or after `PATIENCE`, one line at the end, elsewhere).

    `total` may be None when nobody knows it.
    """

    def __init__(self, what: str, total: int | None = None) -> None:
        self.what = what
        self.total = total
        self.done = 0
        self.started = time.monotonic()
        self.drawn = 0.0
        self.terminal = sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        elapsed = time.monotonic() - self.started
        if elapsed >= PATIENCE or self.drawn:
            end = "\n" if kind is None else " (stopped)\n"
            sys.stderr.write(("\r\033[K" if self.terminal else "") + self.line(elapsed) + end)
            sys.stderr.flush()

    def step(self, count: int = 1) -> None:
        """Count `count` more as done."""
        self.done += count
        now = time.monotonic()
        if self.terminal and now - self.started >= PATIENCE and now - self.drawn >= INTERVAL:
            self.drawn = now
            sys.stderr.write("\r\033[K" + self.line(now - self.started))
            sys.stderr.flush()

    def line(self, elapsed: float) -> str:
        """Return the line as drawn after `elapsed` seconds."""
        rate = self.done / elapsed if elapsed else 0.0
        if not self.total:
            return f"{self.what}: {self.done:,} in {clock(elapsed)}, {rate:,.0f}/s"
        part = min(1.0, self.done / self.total)
        bar = "#" * round(part * WIDTH)
        left = clock((self.total - self.done) / rate) if rate and self.done < self.total else clock(elapsed)
        word = "left" if self.done < self.total else "in all"
        return f"{self.what}: [{bar:<{WIDTH}}] {self.done:,}/{self.total:,}, {rate:,.0f}/s, {left} {word}"


class Ticking:
    """A line with what is being done and for how long, drawn every second by a thread; on a terminal alone."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._started = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)

    def __enter__(self) -> "Ticking":
        if sys.stderr.isatty():
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def say(self, what: str) -> None:
        """Tell from now on that this is being done."""
        self._what = what

    def _draw(self) -> None:
        while not self._ended.wait(PATIENCE):
            sys.stderr.write(f"\r\033[K{self._what}, {clock(time.monotonic() - self._started)}")
            sys.stderr.flush()


def clock(seconds: float) -> str:
    """Write a duration for people.

    >>> clock(4.2), clock(75), clock(3700)
    ('4.2 s', '1:15', '1:01:40')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
