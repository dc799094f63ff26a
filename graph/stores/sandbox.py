"""Bounds that the kernel holds for a process of ours: time, memory, no network, death with its parent.

Linux only; where a call is missing the bound is left to the parent (time) or to the refusal of SERVICE and
LOAD before the engine sees a query (network).
"""

import ctypes
import logging
import os
import platform
import resource
import signal
import struct
import sys
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2
_ALLOW, _KILL, _ERRNO_EPERM = 0x7FFF0000, 0x80000000, 0x00050001
# machine -> (AUDIT_ARCH_*, number of socket(2)): linux/audit.h, the syscall tables
_ARCHITECTURES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_INET = (2, 10)  # AF_INET, AF_INET6


def forbid_network() -> bool:
    """Make socket(2) fail with EPERM for internet addresses, for good. Returns whether that is in force."""
    known = _ARCHITECTURES.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    architecture, socket_call = known
    # classic BPF (code, jump if true, jump if false, value) over struct seccomp_data: nr 0, arch 4, args 16
    program = [
        (0x20, 0, 0, 4),
        (0x15, 1, 0, architecture),
        (0x06, 0, 0, _KILL),
        (0x20, 0, 0, 0),
        (0x15, 0, 4, socket_call),
        (0x20, 0, 0, 16),
        (0x15, 1, 0, _INET[0]),
        (0x15, 0, 1, _INET[1]),
        (0x06, 0, 0, _ERRNO_EPERM),
        (0x06, 0, 0, _ALLOW),
    ]
    code = b"".join(struct.pack("HBBI", *step) for step in program)
    buffer = ctypes.create_string_buffer(code)
    prog = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    argument = ctypes.create_string_buffer(prog)
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, argument, 0, 0) == 0)


def die_with_parent() -> None:
    """Ask the kernel to kill this process when its parent dies. The parent must have one thread only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def deadline(seconds: float) -> None:
    """Let the kernel end this process in `seconds`, whatever it does; 0 takes that back."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def mortal() -> None:
    """Make the alarm of `deadline` deadly, and Ctrl+C in a terminal not: the parent decides.

    Where the machine runs out of memory, the kernel ends such a process before any other (proc(5), oom_score_adj).
    """
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def be_quiet() -> None:
    """Send standard error nowhere: an engine out of memory writes a page about it, and the parent says it better.

    What is logged still goes where standard error went.
    """
    with suppress(OSError):
        logging.basicConfig(stream=os.fdopen(os.dup(2), "w"), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def address_space() -> int:
    """Return the bytes of address space this process has now (0 where that cannot be read)."""
    return _statm(0)


def resident() -> int:
    """Return the bytes of memory this process holds now, shared pages included (0 if unknown)."""
    return _statm(1)


def _statm(field: int) -> int:
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text().split()[field]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def limit_memory(size: int) -> None:
    """Let allocations fail beyond `size` bytes of address space; 0 takes the limit back."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size or hard, hard))


def threads() -> int:
    """Return the number of threads of this process (1 where that cannot be read)."""
    with suppress(OSError):
        return len(os.listdir("/proc/self/task"))
    return 1
