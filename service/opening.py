"""Opening the store that the words of a command, or the settings, name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError
from graph.stores import open_store
from graph.stores.base import Store
from service.settings import Settings


@contextmanager
def opened(location: str | None, *, must_exist: bool = False) -> Iterator[Store]:
    """Open the store at `location` (or VPG_STORE) and close it afterwards.

    Raises:
        StoreError: it is locked, damaged, or with `must_exist` not there.
    """
    location = location or Settings.from_environ().store
    if must_exist and is_folder(location):
        require_folder(location)
    store = open_store(location)
    try:
        yield store
    finally:
        store.close()


def require_folder(location: str) -> None:
    """Go on only if there is a store.

    Raises:
        StoreError: there is none.
    """
    if not Path(location).is_dir():
        raise StoreError(f"there is no store at {location}; build one first: vpg ingest FILE... --store {location}")


def is_folder(location: str) -> bool:
    """Return whether `location` means a folder, not memory and not an endpoint."""
    return location not in (":memory:", "memory") and not location.startswith(("http://", "https://"))


def state_folder(location: str | None) -> Path:
    """Return where the register and the judgements of a store are kept: beside its folder."""
    location = location or Settings.from_environ().store
    return Path(location).parent / "state" if is_folder(location) else Settings.from_environ().state
