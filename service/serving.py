"""The store of a running service: workers that can be killed over our own store, or another's endpoint."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.stores import open_store
from graph.stores.base import Limits, Store
from graph.stores.pool import PoolSettings, open_pool
from service.auth import Tokens
from service.settings import Settings


@contextmanager
def serving_store(settings: Settings) -> Iterator[Store]:
    """Open the store that `settings` name, as the service needs it, and close it afterwards.

    Raises:
        SettingError: an entry of VPG_TOKENS is malformed.
        StoreLockedError: another process has the folder open.
        StoreError: it cannot be opened.
    """
    Tokens.of(settings)
    remote = settings.store.startswith(("http://", "https://"))
    store: Store
    if remote:
        store = open_store(settings.store)
    else:
        store = pool = open_pool(settings.store, pool_settings(settings))
        pool.wait_until_loaded(2.0)  # a small store answers from memory from the first query on
    try:
        yield store
    finally:
        store.close()


def pool_settings(settings: Settings) -> PoolSettings:
    """Return how the pool runs under `settings`."""
    return PoolSettings(
        union=settings.default_graph == "union",
        services=settings.service_hosts,
        workers=settings.query_workers,
        queue=settings.query_queue,
        memory_budget=settings.memory_budget,
        write_seconds=settings.write_seconds,
        limits=Limits(seconds=settings.query_seconds, memory=settings.query_memory),
    )
