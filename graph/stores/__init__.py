"""Stores: the only modules that know an RDF engine. `open_store(location)` gives one."""

from graph.stores.base import Answer, Changes, Limits, Quad, Row, Store
from graph.stores.registry import is_store, open_store

__all__ = ["Answer", "Changes", "Limits", "Quad", "Row", "Store", "is_store", "open_store"]
