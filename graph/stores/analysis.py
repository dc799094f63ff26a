"""Queries answered from columns while these are up to date: selective ones directly, large ones by joins of columns."""

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.planner import plan
from graph.stores.analytic import evaluated
from graph.stores.base import JSON
from graph.stores.columns import Columns
from graph.stores.direct.shapes import JSON as JSON_TYPES
from graph.stores.direct.shapes import Direct, Shape
from graph.stores.formats import N_TRIPLES
from graph.stores.syntax import outline
from graph.stores.tables import Table

_ALLOWED = {
    *("SELECT", "DISTINCT", "WHERE", "FILTER", "GROUP", "BY", "ORDER", "ASC", "DESC", "LIMIT", "OFFSET"),
    *("COUNT", "AS", "CONTAINS", "STRSTARTS", "STRENDS", "REGEX", "LCASE", "STR", "PREFIX", "A"),
}
log = logging.getLogger("vpg.store")
_PROMISING = {"COUNT", "FILTER", "DISTINCT", "GROUP", "ORDER"}
_plan = lru_cache(maxsize=256)(plan)


class Answered(NamedTuple):
    """An answer, its kind (select, ask, graph) and media type."""

    kind: str
    media_type: str
    body: bytes


class Analysis:
    """Columns made of an engine's data when it had seen `writes` writes."""

    def __init__(self, columns: Columns, writes: int) -> None:
        self.columns, self._writes = columns, writes
        self.direct = Direct(columns)

    def current(self, writes: int) -> bool:
        """Tell whether nothing was written since."""
        return writes == self._writes

    def answer(self, text: str, media_type: str, rows: int | None, writes: int) -> Answered | None:
        """Answer a selective query row by row; None to leave it to others."""
        known = self.direct.shape(text) if writes == self._writes else None
        return None if known is None else self.answer_shape(*known, media_type, rows)

    def answer_shape(self, shape: Shape, given: Sequence[str], media_type: str, rows: int | None) -> Answered | None:
        """Answer a query of a shape that is known, with its constants."""
        body = self.direct.answer(shape, given, media_type, rows)
        if body is None:
            return None
        if shape.query.form == "CONSTRUCT":
            return Answered("graph", N_TRIPLES, body)
        return Answered(shape.query.form.lower(), JSON if media_type.endswith("+json") else media_type, body)

    def joined(self, text: str, media_type: str, rows: int | None, writes: int) -> bytes | str | None:
        """Answer a query over whole predicates: as SPARQL JSON, or as a query with its answer in it.

        None to let the engine find it. `rows`: the most that may be answered as JSON.
        """
        table = self._table(text, writes)
        if table is None:
            return None
        fits = media_type in JSON_TYPES and (rows is None or len(table) <= rows)
        return (table.json(self.direct.terms) if fits else None) or table.query(self.columns)

    def rewritten(self, text: str, writes: int) -> str | None:
        """Return the query with its answer in it, or None to let the engine find it."""
        table = self._table(text, writes)
        return None if table is None else table.query(self.columns)

    def _table(self, text: str, writes: int) -> Table | None:
        if writes != self._writes:
            return None
        words = outline(text).words
        if not words <= _ALLOWED or not words & _PROMISING:
            return None
        found = _plan(text)
        try:
            return None if found is None else evaluated(found, self.columns)
        except MemoryError:
            raise  # the worker says so
        except Exception:
            log.exception("a query could not be answered from columns: the engine answers it")
            return None
