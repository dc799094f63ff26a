"""Fixtures for all tests. `shared` gives a path in the material beside the repository, or skips."""

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --accept: expected results are written anew, to be read in the diff."""
    parser.addoption("--accept", action="store_true", help="write expected results anew")


@pytest.fixture
def shared() -> Callable[[str], Path]:
    """Return a function from a relative path in `../shared` to a Path; skips where it is not there."""

    def find(relative: str) -> Path:
        path = SHARED / relative
        if not path.exists():
            pytest.skip(f"needs ../shared/{relative}, which is not beside this checkout")
        return path

    return find
