"""Two numbers that all our processes see at once: how many writes there were, how often better workers came to be."""

import mmap
import os
import struct

_NUMBER = struct.Struct("@Q")


class SharedCounter:
    """The numbers, in memory shared with the processes that are started with its descriptor or forked."""

    def __init__(self, file: int | None = None) -> None:
        if file is None:
            file = os.memfd_create("writes")
            os.ftruncate(file, mmap.PAGESIZE)
        self.file = file
        self._memory = mmap.mmap(file, mmap.PAGESIZE)

    @property
    def value(self) -> int:
        """Return how many writes there were."""
        number: int = _NUMBER.unpack_from(self._memory)[0]
        return number

    def set(self, number: int) -> None:
        """Let all see another number of writes; eight aligned bytes are written at once."""
        _NUMBER.pack_into(self._memory, 0, number)

    @property
    def better(self) -> int:
        """Return how often there were workers that answer sooner than those before (in memory, with columns)."""
        number: int = _NUMBER.unpack_from(self._memory, _NUMBER.size)[0]
        return number

    def improve(self) -> None:
        """Let all know that workers forked from now on answer sooner."""
        _NUMBER.pack_into(self._memory, _NUMBER.size, self.better + 1)

    def close(self) -> None:
        """Let go of it."""
        self._memory.close()
        os.close(self.file)
