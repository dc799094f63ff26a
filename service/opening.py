"""Opening the store that the words of a command, or the settings, name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError, StoreLockedError
from graph.stores import is_store, open_store
from graph.stores.base import Store
from service.settings import Settings

SAMPLES_STORE = Path(__file__).resolve().parents[1] / ".vpg" / "samples" / "store"  # made by `vpg start`
NOTE = "serving"  # file in a store's folder: the address of the service that holds it


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


@contextmanager
def reading(location: str | None) -> Iterator[Store]:
    """Open the store at `location` to read it; where a running service holds it, ask that service.

    Without a location: VPG_STORE, else .vpg/store, else the store of the sample reports.

    Raises:
        StoreError: there is none, or it is damaged.
    """
    location = location or default_location()
    try:
        with opened(location, must_exist=True) as store:
            yield store
    except StoreLockedError:
        address = serving_address(location)
        if address is None:
            raise
        with opened(address) as store:
            yield store


def default_location() -> str:
    """Return the store that is meant when none is named."""
    chosen = Settings.from_environ().store
    given = "VPG_STORE" in os.environ or Path(chosen).is_dir()
    return str(SAMPLES_STORE) if not given and SAMPLES_STORE.is_dir() else chosen


def serving_address(location: str) -> str | None:
    """Return the SPARQL address of the service that says it holds the store at `location`, if any."""
    try:
        address = (Path(location) / NOTE).read_text("utf-8").strip()
    except OSError:
        return None
    return f"{address}sparql" if address.startswith(("http://", "https://")) else None


@contextmanager
def noted(location: str, address: str) -> Iterator[None]:
    """Leave a note in the store's folder that says where it is served, while it is."""
    if not is_folder(location):
        yield
        return
    note = Path(location) / NOTE
    draft = note.with_name(f"{NOTE}.{os.getpid()}")
    draft.write_text(address, "utf-8")
    draft.replace(note)  # nobody ever reads half of an address
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def require_folder(location: str) -> None:
    """Go on only if there is a store.

    Raises:
        StoreError: there is none.
    """
    if not is_store(location):
        raise StoreError(f"there is no store at {location}; build one first: vpg ingest FILE... --store {location}")


def is_folder(location: str) -> bool:
    """Return whether `location` means a folder, not memory and not an endpoint."""
    return location not in (":memory:", "memory") and not location.startswith(("http://", "https://"))


def state_folder(location: str | None) -> Path:
    """Return where the register and the judgements of a store are kept: beside its folder, NAME.state."""
    location = location or Settings.from_environ().store
    folder = Path(location)
    return folder.with_name(f"{folder.name}.state") if is_folder(location) else Settings.from_environ().state
