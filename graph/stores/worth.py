"""From how much on a store gets columns: one rule for what is loaded and for what is there after a write."""

from typing import BinaryIO

_QUADS = 60_000  # lines of N-Quads, copies of the default graph included; the engine scans fewer in no time
_BYTES = 6_000_000  # of fewer quads with long texts


def worth_columns(lines: BinaryIO) -> bool:
    """Tell whether a file of N-Quads is large enough to make columns of it; the file is at its start afterwards."""
    size = lines.seek(0, 2)
    lines.seek(0)
    if size > _BYTES:
        return True
    found = lines.read().count(b"\n") >= _QUADS
    lines.seek(0)
    return found
