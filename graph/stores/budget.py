"""Does the store fit into memory? An estimate before it is loaded, a look at the process while it is and after writes.

What counts is the memory that cannot be taken back from the process that holds the copy (`RssAnon`); pages of files
are the kernel's to give and take.
"""

import logging
import os
import re
from contextlib import suppress
from pathlib import Path

GROWTH = 2.2  # bytes in memory for a byte on disk (measured: 1M quads are 193 MB on disk, 380 MB in memory)
_ANONYMOUS = re.compile(r"^RssAnon:\s+(\d+) kB", re.MULTILINE)
log = logging.getLogger("vpg.store")


class Budget:
    """`allowed` bytes for the copy of a store in memory and what is built from it."""

    def __init__(self, allowed: int) -> None:
        self.allowed = allowed
        self.disk = self.estimate = 0  # of the store as it was last asked about
        self.over = False  # it does not fit
        self._proved: int | None = None  # bytes on disk of a store that turned out not to fit

    def fits(self, disk: int) -> bool:
        """Tell whether a store of so many bytes on disk fits; log it when that changes."""
        self.disk, self.estimate = disk, int(disk * GROWTH)
        proved = self._proved is not None and disk >= self._proved
        over = proved or self.estimate >= self.allowed
        if over and not self.over:
            log.warning("%s: queries read the disk, which is slower", self.reason())
        elif self.over and not over:
            log.warning("the store fits into memory again (VPG_MEMORY_BUDGET)")
        self.over = over
        return not over

    def reason(self) -> str:
        """Say why the store is not held in memory."""
        how = "needed more than that" if self.estimate < self.allowed else f"would need about {_mb(self.estimate)}"
        return (
            f"the store has {_mb(self.disk)} on disk, a copy in memory {how}, and VPG_MEMORY_BUDGET is "
            f"{_mb(self.allowed)}"
        )

    def exceeded(self, pid: int) -> bool:
        """Tell whether the process that holds the copy has taken more than is allowed."""
        return self.room(pid) < 0

    def room(self, pid: int) -> int:
        """Return how many bytes that process may still take; less than none if it has too many."""
        return self.allowed - anonymous(pid)

    def prove(self) -> None:
        """Remember that a store of the present size does not fit, whatever the estimate."""
        self._proved = self.disk if self._proved is None else min(self._proved, self.disk)
        self.fits(self.disk)


def anonymous(pid: int) -> int:
    """Return the bytes of memory of a process that are not pages of files (0 where that cannot be read)."""
    with suppress(OSError):
        if match := _ANONYMOUS.search(Path(f"/proc/{pid}/status").read_text()):
            return int(match[1]) * 1024
    return 0


def size_of(folder: Path) -> int:
    """Return the bytes of the files in a folder."""
    total = 0
    with suppress(OSError):
        for item in os.scandir(folder):
            with suppress(OSError):
                total += item.stat().st_size
    return total


def _mb(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
