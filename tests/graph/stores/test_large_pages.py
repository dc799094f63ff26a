"""Memory in large pages: gathered where the kernel can, in the process that is forked, and nothing in it is lost."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.stores import Changes
from graph.stores.pool import PoolSettings, open_pool
from tests.graph.stores.test_pool import triples

PROGRAM = """
import re
from pathlib import Path
from graph.stores import large_pages
held = bytes(range(256)) * (1 << 17)
gathered = large_pages.gather()
assert held == bytes(range(256)) * (1 << 17)
found = re.search(r"AnonHugePages: +([0-9]+) kB", Path("/proc/self/smaps_rollup").read_text())
print(gathered >> 10, found[1])
"""


def gathered() -> tuple[int, int]:
    """Return the KB that a process with 32 MB could ask for, and those it has in large pages then."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    asked, has = map(int, done.stdout.split())
    return asked, has


def test_memory_is_in_large_pages_and_as_it_was() -> None:
    asked, has = gathered()
    if not asked:
        pytest.skip("this kernel gathers no large pages (Linux before 6.1, or none allowed)")
    assert has >= 28 << 10


def test_the_process_that_is_forked_has_gathered_its_memory(tmp_path: Path) -> None:
    if not gathered()[0]:
        pytest.skip("this kernel gathers no large pages (Linux before 6.1, or none allowed)")
    store = open_pool(tmp_path, PoolSettings(workers=1))
    store.apply(Changes(nquads=triples(40_000)))
    store.close()
    store = open_pool(tmp_path, PoolSettings(workers=1))
    try:
        assert store.wait_until_loaded(60)
        told = Path(f"/proc/{store.readers.current.pid}/smaps_rollup").read_text()
        found = re.search(r"AnonHugePages: +([0-9]+) kB", told)
        assert found is not None
        assert int(found[1]) >= 2 << 10
        asked = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert int(str(asked.rows()[0]["n"])) > 39_000
    finally:
        store.close()
