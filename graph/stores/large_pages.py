"""Memory in large pages: what a fork copies of the tables that map it is then 500 times less.

A fork copies those tables, not the memory: at a million quads 13 to 19 ms of processor in small pages (4 KB), 1 ms in
large ones (2 MB). A large page that is written to while another process shares it falls apart into small ones by
itself. madvise(2), MADV_COLLAPSE: Linux 6.1 and later; elsewhere nothing happens.
"""

import ctypes
import sys
from pathlib import Path

SIZE = 2 << 20  # bytes of a large page; where it is another, the kernel takes what is aligned to it, or refuses
_COLLAPSE = 25  # MADV_COLLAPSE, asm-generic/mman-common.h


def gather() -> int:
    """Move this process's own memory into large pages: a second for a million quads. Returns the bytes asked for."""
    if sys.platform != "linux":
        return 0
    advise = ctypes.CDLL(None, use_errno=True).madvise
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    try:
        lines = Path("/proc/self/maps").read_text().splitlines()
    except OSError:
        return 0
    done = 0
    for line in lines:
        ends, rights, _, _, _, *name = line.split(maxsplit=5)
        if rights[1] != "w" or rights[3] != "p" or (name and name[0] != "[heap]"):
            continue  # of files, of the kernel, a stack
        first, last = (int(end, 16) for end in ends.split("-"))
        first, last = -(-first // SIZE) * SIZE, last // SIZE * SIZE
        if last > first and advise(first, last - first, _COLLAPSE) == 0:
            done += last - first
    return done
