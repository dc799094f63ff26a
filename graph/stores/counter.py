"""A number that all our processes see at once: how many writes have been made."""

import mmap
import os
import struct

_NUMBER = struct.Struct("@Q")


class SharedCounter:
    """A number in memory shared with the processes that are started with its descriptor or forked."""

    def __init__(self, file: int | None = None) -> None:
        if file is None:
            file = os.memfd_create("writes")
            os.ftruncate(file, mmap.PAGESIZE)
        self.file = file
        self._memory = mmap.mmap(file, mmap.PAGESIZE)

    @property
    def value(self) -> int:
        """Return the number as it is now."""
        number: int = _NUMBER.unpack_from(self._memory)[0]
        return number

    def set(self, number: int) -> None:
        """Let all see another number; eight aligned bytes are written at once."""
        _NUMBER.pack_into(self._memory, 0, number)

    def close(self) -> None:
        """Let go of it."""
        self._memory.close()
        os.close(self.file)
