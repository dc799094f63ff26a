"""Answers kept in memory that all workers share, so that what one has found the others need not.

A table of slots of one size; a slot holds one answer with the digest of its question and a checksum. No locks:
a slot that two write at once, or that is read while it is written, fails the checksum and counts as empty.
"""

import mmap
import os
import struct
import zlib

_SLOT = 16_384
_HEAD = struct.Struct("@16sII")  # digest, length, checksum


class SharedAnswers:
    """A table of `room` bytes (`file`: of another process). Long answers are not kept."""

    def __init__(self, room: int = 0, file: int | None = None) -> None:
        if file is None:
            file = os.memfd_create("answers")
            os.ftruncate(file, max(room // _SLOT, 1) * _SLOT)
        self.file = file
        self._memory = mmap.mmap(file, os.fstat(file).st_size)
        self._slots = len(self._memory) // _SLOT

    def _start(self, digest: bytes) -> int:
        return int.from_bytes(digest[:8], "little") % self._slots * _SLOT

    def get(self, digest: bytes) -> bytes | None:
        """Return the answer kept under a digest of 16 bytes."""
        start = self._start(digest)
        known, length, checksum = _HEAD.unpack_from(self._memory, start)
        if known != digest or not 0 < length <= _SLOT - _HEAD.size:
            return None
        start += _HEAD.size
        answer = self._memory[start : start + length]
        return answer if zlib.crc32(answer, length) == checksum else None

    def put(self, digest: bytes, answer: bytes) -> None:
        """Keep an answer, in place of whatever is in its slot."""
        if not 0 < len(answer) <= _SLOT - _HEAD.size:
            return
        start = self._start(digest)
        _HEAD.pack_into(self._memory, start, bytes(16), 0, 0)
        body = start + _HEAD.size
        self._memory[body : body + len(answer)] = answer
        _HEAD.pack_into(self._memory, start, digest, len(answer), zlib.crc32(answer, len(answer)))

    def close(self) -> None:
        """Let go of it."""
        self._memory.close()
        os.close(self.file)
