"""Who may come in: a private service asks for a token, a public one may limit requests per client.

Browsers cannot send a bearer token by hand: in a private service they are asked for a password (HTTP Basic,
RFC 7617), which is the token; the user name does not matter. A password only reads (`service.auth.require`).
"""

import time
from collections import deque
from threading import Lock

from flask import Request

from graph.errors import VpgError
from service.auth import require
from service.settings import Settings

OPEN = ("/static/", "/health", "/favicon", "/robots.txt")
WINDOW = 60.0
MOST_CLIENTS = 10_000


class RateLimitError(VpgError):
    """A client sent more requests in a minute than the settings allow."""

    status = 429
    title = "Too many requests"


class Counter:
    """Times of the last requests of each client, in this process. Thread-safe."""

    def __init__(self) -> None:
        self._times: dict[str, deque[float]] = {}
        self._lock = Lock()

    def count(self, client: str, most: int, now: float | None = None) -> None:
        """Note a request.

        Raises:
            RateLimitError: it is one more than `most` within a minute.
        """
        now = time.monotonic() if now is None else now
        with self._lock:
            if len(self._times) > MOST_CLIENTS:
                self._times = {who: times for who, times in self._times.items() if times[-1] > now - WINDOW}
            times = self._times.setdefault(client, deque())
            while times and times[0] <= now - WINDOW:
                times.popleft()
            if len(times) >= most:
                raise RateLimitError(f"at most {most} requests a minute; try again in {times[0] + WINDOW - now:.0f} s")
            times.append(now)


def admit(request: Request, settings: Settings, counter: Counter) -> None:
    """Let a request in.

    Raises:
        UnauthorizedError: the service is private and the request has no token with the right `read`.
        ForbiddenError: the service is private, and another site sent a form with the reader's password.
        RateLimitError: too many requests in a minute.
    """
    if request.path.startswith(OPEN):
        return
    if settings.rate_limit:
        counter.count(request.remote_addr or "", settings.rate_limit)
    if settings.private:
        require("read")
