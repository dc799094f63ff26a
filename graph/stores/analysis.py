"""Queries that count and compare over much data, answered from columns while these are up to date."""

import pickle
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from graph.planner import plan
from graph.stores.analytic import rewritten
from graph.stores.columns import Columns
from graph.stores.syntax import outline

_ALLOWED = {
    *("SELECT", "DISTINCT", "WHERE", "FILTER", "GROUP", "BY", "ORDER", "ASC", "DESC", "LIMIT", "OFFSET"),
    *("COUNT", "AS", "CONTAINS", "STRSTARTS", "STRENDS", "REGEX", "LCASE", "STR", "PREFIX", "A"),
}
_PROMISING = {"COUNT", "FILTER", "DISTINCT", "GROUP", "ORDER"}
_plan = lru_cache(maxsize=256)(plan)


class Analysis:
    """Columns made of an engine's default graph when it had seen `writes` writes."""

    def __init__(self, engine: ox.Store, writes: int) -> None:
        self._columns, self._writes = Columns(engine), writes

    def save(self, path: Path) -> None:
        """Write to a file of this machine, for a process of ours."""
        with path.open("wb") as file:
            pickle.dump((self._columns, self._writes), file, protocol=5)

    @classmethod
    def load(cls, path: Path) -> "Analysis":
        """Read what `save` wrote."""
        found = cls.__new__(cls)
        with path.open("rb") as file:
            found._columns, found._writes = pickle.load(file)
        return found

    def rewritten(self, text: str, writes: int) -> str | None:
        """Return the query with its answer in it, or None to let the engine find it."""
        if writes != self._writes:
            return None
        words = outline(text).words
        if not words <= _ALLOWED or not words & _PROMISING:
            return None
        found = _plan(text)
        return None if found is None else rewritten(found, self._columns)
