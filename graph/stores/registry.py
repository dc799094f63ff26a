"""Which store a location means: `:memory:`, a folder, or the address of a SPARQL endpoint."""

import os
from pathlib import Path

from graph.stores.base import Store
from graph.stores.oxigraph import FOLDER, OxigraphStore


def open_store(location: str | Path, *, union: bool = True) -> Store:
    """Open the store at `location`.

    `:memory:` is a new empty store in memory; a path is a folder on disk (made if it is not there);
    `http://...` is another engine over the SPARQL 1.1 Protocol (VPG_STORE_UPDATE: the address for updates;
    VPG_STORE_TOKEN, or VPG_STORE_USER and VPG_STORE_PASSWORD: what it asks for there).
    `union`: the default graph of a query is the union of all graphs.

    Raises:
        StoreLockedError: another process has the folder open.
        StoreError: no store can be opened there.
    """
    name = str(location)
    if name in (":memory:", "memory"):
        return OxigraphStore(union=union)
    if name.startswith(("http://", "https://")):
        from graph.stores.remote import RemoteStore
        from graph.stores.virtuoso import VirtuosoStore, is_virtuoso

        kind = VirtuosoStore if is_virtuoso(name) else RemoteStore
        return kind(
            name,
            os.environ.get("VPG_STORE_UPDATE") or None,
            user=os.environ.get("VPG_STORE_USER") or None,
            password=os.environ.get("VPG_STORE_PASSWORD", ""),
            token=os.environ.get("VPG_STORE_TOKEN") or None,
        )
    return OxigraphStore(Path(name), union=union)


def is_store(location: str | Path) -> bool:
    """Tell whether a store was made in the folder `location`; nothing is opened or made."""
    return (Path(location) / FOLDER).is_dir()
