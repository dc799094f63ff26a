"""Which of the media types we can write a client wants most.

Rules: RFC 9110, sections 12.4.2 (weights) and 12.5.1 (Accept: the most specific range that matches a type
decides its weight). No Accept header means that anything will do.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph.errors import VpgError


class NotAcceptableError(VpgError):
    """None of the media types we can write is one the client accepts."""

    status = 406
    title = "Not acceptable"


@lru_cache(maxsize=256)
def ranges(accept: str) -> tuple[tuple[str, float], ...]:
    """Read an Accept header into (range, weight); what cannot be read as a weight counts as 1."""
    found = []
    for part in accept.split(","):
        name, _, parameters = part.partition(";")
        weight = 1.0
        for parameter in parameters.split(";"):
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "q":
                try:
                    weight = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    weight = 1.0
        if name.strip():
            found.append((name.strip().lower(), weight))
    return tuple(found)


def weight(media_type: str, accept: str) -> float:
    """Return how much the client wants `media_type`: 0 (not at all) to 1."""
    best, specific = 0.0, -1
    family = media_type.partition("/")[0] + "/*"
    for name, value in ranges(accept):
        level = 2 if name == media_type else 1 if name == family else 0 if name == "*/*" else -1
        if level > specific:
            best, specific = value, level
    return best


def choose(offered: Sequence[str], accept: str | None) -> str:
    """Return the media type of `offered` (best first) that the client wants most.

    Raises:
        NotAcceptableError: it wants none of them; the message lists what there is.
    """
    if not accept or not accept.strip():
        return offered[0]
    return _choose(tuple(offered), accept)


@lru_cache(maxsize=512)
def _choose(offered: tuple[str, ...], accept: str) -> str:
    best = max(offered, key=lambda media_type: weight(media_type, accept))
    if weight(best, accept) <= 0:
        raise NotAcceptableError(f"{accept} is not available here; there is {', '.join(unique(offered))}")
    return best


def unique(names: Iterable[str]) -> list[str]:
    """Return the names in order, each once."""
    return list(dict.fromkeys(names))
