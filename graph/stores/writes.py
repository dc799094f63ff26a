"""A write as it was asked for, and as what it did."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Write:
    """An update's text, or graphs to drop and N-Quads to add."""

    text: str = ""
    drop: Sequence[str] = ()
    nquads: bytes = b""

    @property
    def size(self) -> int:
        """Return about how many bytes it holds; a character of Vietnamese takes two."""
        return 2 * len(self.text) + len(self.nquads) + sum(map(len, self.drop))


@dataclass(frozen=True, slots=True)
class Delta:
    """What a write did: graphs dropped (N-Triples names), quads removed, then quads added, lines of N-Quads."""

    drop: tuple[bytes, ...] = ()
    removed: bytes = b""
    added: bytes = b""
