"""What a worker has read from its connection and not answered, kept where the server can read it.

A worker ends with the process it was forked from, in the middle of a query too. What was asked is then here, and
the server answers it itself: a reader that dies costs its clients nothing but time.
"""

import mmap
import os
import struct

_ROOM = 1 << 16
_LENGTH = struct.Struct("<i")
_BEGUN = -1  # an answer is on its way
_TOO_LONG = -2  # what was asked has no room here


class Unanswered:
    """A small memory that a worker and the server share (`file`: the other's). One writes, one reads after its end."""

    def __init__(self, file: int | None = None) -> None:
        if file is None:
            file = os.memfd_create("unanswered")
            os.ftruncate(file, _ROOM)
        self.file = file
        self._memory = mmap.mmap(file, _ROOM)

    def keep(self, data: bytes) -> None:
        """Keep what has been read so far of the next request."""
        _LENGTH.pack_into(self._memory, 0, _TOO_LONG)
        if len(data) <= _ROOM - _LENGTH.size:
            self._memory[_LENGTH.size : _LENGTH.size + len(data)] = data
            _LENGTH.pack_into(self._memory, 0, len(data))

    def begin(self) -> None:
        """Say that the answer begins: from here on the request must not be answered by another."""
        _LENGTH.pack_into(self._memory, 0, _BEGUN)

    @property
    def begun(self) -> bool:
        """Tell whether an answer has begun: what comes next on the connection would be taken for a part of it."""
        return bool(_LENGTH.unpack_from(self._memory, 0)[0] == _BEGUN)

    def data(self) -> bytes | None:
        """Return what was read and not answered; None if an answer has begun, or it was too long to be kept."""
        length = _LENGTH.unpack_from(self._memory, 0)[0]
        return None if length < 0 else bytes(self._memory[_LENGTH.size : _LENGTH.size + length])

    def close(self) -> None:
        """Let go of it."""
        self._memory.close()
        os.close(self.file)
