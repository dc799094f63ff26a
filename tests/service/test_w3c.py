"""The W3C's own test suites against the running service; numbers may rise, never fall.

Needs the suites and the runner beside the repository. What fails, and why, is listed in docs/sparql.md.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.service.endpoint import serving

# suite -> passed of run
EXPECTED = {
    "protocol11": (34, 34),
    "gsp11": (13, 13),
    "sd11": (3, 3),
    "query10": (268, 283),
    "syntax10": (198, 199),
    "query11": (219, 225),
    "syntax11": (114, 114),
    "update11": (94, 94),
    "synupdate11": (55, 55),
    "results11": (8, 10),
    "query12": (60, 63),
    "syntax12": (203, 203),
    "update12": (3, 3),
}


@pytest.mark.slow
def test_w3c_suites(shared: Callable[[str], Path], tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "sparql").symlink_to(shared("w3c"))
    report = tmp_path / "report.json"
    with serving(":memory:", trusting=True, default_graph="own", query_rows=0) as endpoint:
        command = [
            *(sys.executable, "-W", "ignore", str(shared("peers/w3c_runner.py"))),
            *("--data", str(data), "--json", str(report), "--gsp-direct", "--gsp-post-create"),
            *("--query", f"{endpoint.url}/sparql", "--update", f"{endpoint.url}/sparql"),
            *("--gsp", f"{endpoint.url}/graphs"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    result = json.loads(report.read_text())
    found = {
        suite: (counts.get("passed", 0), counts.get("passed", 0) + counts.get("failed", 0))
        for suite, counts in result["summary"].items()
    }
    assert found.keys() == EXPECTED.keys()
    worse = {suite: (found[suite], EXPECTED[suite]) for suite in EXPECTED if found[suite][0] < EXPECTED[suite][0]}
    assert not worse, f"suites that got worse (found, expected): {worse}"
    assert result["total"]["passed"] > 1257  # the best of the peers that were measured
