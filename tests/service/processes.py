"""The processes of a server: which there are, and ending one from outside."""

import os
import re
import signal
import time
from contextlib import suppress
from pathlib import Path


def processes(pid: int) -> list[int]:
    """Return the process numbers of a server and all its descendants."""
    found, todo = [], [pid]
    while todo:
        pid = todo.pop()
        found.append(pid)
        with suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
    return found


def one(server: int, name: str) -> int:
    """Return the process below `server` that runs the module `graph.stores.<name>`, once it is there."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for pid in processes(server)[1:]:
            with suppress(OSError):
                if re.search(rf"graph\.stores\.{name}\b", Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")):
                    return pid
        time.sleep(0.05)
    raise AssertionError(f"no process runs {name}")


def kill(pid: int) -> None:
    """End a process, if it is there, as nothing can be ended more suddenly."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
